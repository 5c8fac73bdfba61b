"""The week behind and the week ahead, for a Monday morning."""
