"""Main window, sidebar, unlock, print preview."""
