"""How the languages of the window call themselves: in short, and in full."""

MARKS = {"uk": "УКР", "en": "ENG"}
NAMES = {"uk": "Українська", "en": "English"}
