"""What a change touched: the one word that services say to the window after writing."""

from enum import Flag, auto


class Changes(Flag):
    """Kinds of things that a write touched; a page refreshes if one of its own is among them."""

    NOTHING = 0
    CASES = auto()
    PEOPLE = auto()
    STEPS = auto()
    CONTACTS = auto()
    FATES = auto()
    DOCUMENTS = auto()
    SETTINGS = auto()
    INFORMATION = auto()
    NOTES = auto()
    SEARCHES = auto()
    RIGHTS = auto()
    RETURN = auto()
    MONEY = auto()
    APPOINTMENTS = auto()
