"""What a field said before, in the window."""
