"""What a judgement says of a passphrase: plain words, in both languages."""

from app.domain.text import Text

SHORT = Text("Вона закоротка: потрібно щонайменше 12 знаків.", "It is too short: it needs at least 12 characters.")
LONG = Text("Вона задовга: щонайбільше 1024 знаки.", "It is too long: at most 1,024 characters.")
UNTYPABLE = Text("У ній є знаки, яких немає на клавіатурі.", "It holds characters that no keyboard types.")
FAMOUS = Text(
    "У ній відомий вислів або рядок, а їх пробують найперше.",
    "It holds a well-known saying or line, and those are tried first.",
)
OWN = Text(
    "У ній ім'я або назва, які пов'язують із вами.",
    "It holds a name that people connect with you.",
)
DISGUISED = Text(
    "Відоме слово вгадують так само швидко, коли його набрано іншою розкладкою, латинкою чи з цифрами замість літер.",
    "A common word is guessed just as fast in another keyboard layout, in Latin letters or with digits for letters.",
)
REPEATED = Text("Повторення її майже не зміцнює.", "Saying the same thing again hardly makes it stronger.")
COMMON = Text(
    "У ній замало всього, крім поширених слів, імен, дат або клавіш поряд.",
    "There is too little in it besides common words, names, dates or neighbouring keys.",
)
FEW = Text("У ній замало слів або знаків.", "There are too few words or characters in it.")

ADVICE = (
    Text("Додайте слова, не пов'язані між собою.", "Add words that have nothing to do with each other."),
    Text("Або візьміть шість слів, які пропонує програма.", "Or take the six words the program offers."),
)
