"""The way back: stages of a return, the individual plan in his own words, the year of contacts after it."""
