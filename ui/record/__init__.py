"""Entries of a record in the window: painted lines, sections that add and correct them, tabs that hold the sections."""
