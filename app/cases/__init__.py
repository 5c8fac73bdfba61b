"""Cases: lists, search, the case page."""
