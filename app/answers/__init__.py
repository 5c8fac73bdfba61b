"""Answers to people who ask what is held about them."""
