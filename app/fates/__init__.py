"""Fate events: what is believed to have happened, and what each relative was told of it."""
