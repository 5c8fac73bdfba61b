"""The page of a hand-over in the window."""
