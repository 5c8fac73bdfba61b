"""Holds: cases of which nothing may be erased."""
