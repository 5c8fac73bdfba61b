"""Passphrases: six drawn words, and a judgement of a person's own."""
