"""Closing a case and opening it again, in the window."""
