"""The word lists keep every rule they promise."""

import re
import unicodedata
from itertools import combinations

import pytest
from rapidfuzz.distance import DamerauLevenshtein

from app.domain.name import sort_key
from app.passphrase.words import LANGUAGES, SIZE, words

SHAPE = {"uk": re.compile(r"[абвгдеєжзиіїйклмнопрстуфхцчшщьюя]{3,9}"), "en": re.compile(r"[a-z]{3,9}")}
ORDER = {"uk": sort_key, "en": str}
FORBIDDEN = {
    # war, weapons and what is named like them; captivity; death and remembrance; body; faith; politics; abuse
    "uk": """
        війн зброя зброй кул[яі]$ снаряд ракет бомб мін[аи]$ гранат$ дрон окоп вибух шахед танк град$ смерч бук$ ураган
        тюльпан піон гвоздик акац герань гіацинт онікс фагот леопард гепард калібр кинджал стріл меч$ ніж$ сокир приклад
        полон бран тюрм камер$ камера ґрат кайдан ланцюг мотузк джгут турнік катув підвал тривог укрит сирен етап барак
        смерт помер труп труна могил гріб морг хрест вінок свічк журавел соняшник мак$ незабуд насип череп$ скелет
        тіло кров рана$ рука$ нога$ око$ палець голова серце кістк шрам біль$ плач сльоз страх голод
        бог$ боже церк ангел чорт храм ікона$ молит писанка
        партія президент прапор тризуб слава геро росія москал крокус майдан
        свиня осел$ баран дурень клоун жлоб сука дупа""",
    "en": """
        war$ weapon gun bullet bomb missile rocket grenade drone trench tank$ sword knife shell javelin mortar soldier
        army tulip peony geranium hyacinth onyx bassoon leopard sniper cannon arrow
        prison captiv jail cell$ cage hostage chain hood$ rope torture tongs bunk$ siren basement
        dead death die$ kill grave$ coffin tomb urn$ funeral wreath poppy sunflower crane$ ash$ ghost candle mourn
        blood bone$ skull body hand$ arm$ leg$ eye$ heart$ organ$ wound scar$ hurt pain$ fear cry$
        god$ church angel devil cross$ temple hymn chapel pope
        party president flag$ trident crocus trump putin left$ russia orange$
        pig$ ape$ donkey clown fool stupid ugly fat$ bitch dick cock knob$ pansy""",
}
HOMOPHONES = """
    air heir aisle isle ant aunt ate eight bare bear bean been beat beet beech beach berry bury blew blue board bored
    boar bore boulder bolder border boarder bow bough bread bred break brake bridal bridle build billed buoy boy bus
    buss by buy capital capitol carrot caret cash cache ceiling sealing cell sell cellar seller cent scent cereal serial
    chord cord choir quire climb clime coarse course coral choral core corps creek creak crews cruise currant current
    cygnet signet cymbal symbol days daze dear deer desert dessert dew due doe dough dual duel dye die fair fare fawn
    faun feat feet fir fur flair flare flea flee flour flower flu flew foul fowl gait gate gauge gage grate great grill
    grille groan grown guest guessed hail hale hair hare hall haul hangar hanger heel heal hear here heard herd heron
    hertz higher hire hole whole horse hoarse hose hoes hour our idle idol insight incite jam jamb jewel joule kernel
    colonel key quay knead need knight night knit nit knot not lane lain lead led leak leek lesson lessen lichen liken
    lynx links loan lone lute loot mail male main mane maize maze manner manor mantel mantle mare mayor marten martin
    mast massed meat meet medal meddle merry marry metal mettle miner minor missed mist moat mote moose mousse morning
    mourning muscle mussel mustard mustered none nun oar ore pail pale pain pane pair pear palate palette pallet pause
    paws peace piece peak peek pearl purl pedal peddle peer pier phase faze phlox flocks pie plain plane plum plumb
    pole poll pore pour pray prey principal principle prize pries profit prophet quarts quartz rain reign rein rap wrap
    raise rays read reed real reel right write ring wring road rode role roll root route rose rows rough ruff rye wry
    sail sale sauce source saw sore scene seen sea see seam seem sew sow shear sheer shoe shoo shore sure side sighed
    slay sleigh sloe slow soar sole soul some sum son sun stair stare stake steak stalk stork steal steel step steppe
    stile style straight strait suite sweet sundae sunday surf serf tail tale tapir taper tea tee team teem tear tier
    tern turn thyme time tide tied timber timbre tire toad toed toe tow tuna tuner turban turbine vain vein vale veil
    vial vile wade weighed waist waste wait weight ware wear wave waive way weigh weak week weather whether weave whale
    wail wheel weal which witch whine wine white wight wood would yoke yolk"""


def sounds(word: str) -> str:
    """A word as a Ukrainian ear half hears it: unstressed е and и, voiced and voiceless, soft and hard are one."""
    word = word.translate(str.maketrans("ездгбжво", "истхпшфу")).replace("ь", "")
    return re.sub(r"(.)\1", r"\1", word)


@pytest.mark.parametrize("language", LANGUAGES)
def test_there_are_six_to_the_fourth(language):
    assert len(set(words(language))) == len(words(language)) == SIZE == 6**4


@pytest.mark.parametrize("language", LANGUAGES)
def test_they_are_small_composed_and_short(language):
    assert [word for word in words(language) if not SHAPE[language].fullmatch(word)] == []
    assert all(unicodedata.is_normalized("NFC", word) for word in words(language))


@pytest.mark.parametrize("language", LANGUAGES)
def test_they_stand_in_the_order_of_the_alphabet(language):
    assert list(words(language)) == sorted(words(language), key=ORDER[language])


@pytest.mark.parametrize("language", LANGUAGES)
def test_four_letters_tell_them_apart(language):
    assert len({word[:4] for word in words(language)}) == SIZE


@pytest.mark.parametrize("language", LANGUAGES)
def test_one_typing_error_never_makes_another_word(language):
    near = [
        pair
        for pair in combinations(words(language), 2)
        if DamerauLevenshtein.distance(*pair, score_cutoff=1) < 2
    ]
    assert near == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_none_is_forbidden(language):
    stems = re.compile("|".join(FORBIDDEN[language].split()))
    assert [word for word in words(language) if stems.match(word)] == []


def test_a_forbidden_word_would_be_seen():
    stems = re.compile("|".join(FORBIDDEN["uk"].split()))
    assert all(stems.match(word) for word in ("полонений", "міна", "журавель"))
    assert not any(stems.match(word) for word in ("полуниця", "мінерал", "журнал"))


def test_no_two_ukrainian_words_sound_alike():
    heard: dict[str, str] = {}
    assert [(word, heard[sounds(word)]) for word in words("uk") if heard.setdefault(sounds(word), word) != word] == []


def test_no_english_word_has_a_homophone():
    assert set(words("en")) & set(HOMOPHONES.split()) == set()


def test_another_language_has_no_list():
    with pytest.raises(KeyError):
        words("fr")
