"""The timeline of a case in the window."""
