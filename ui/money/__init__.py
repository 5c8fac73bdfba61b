"""Payments of a case in the window and at the terminal."""
