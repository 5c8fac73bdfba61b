"""The way back in the window: its stages, its days, the plan in his own words, the year of contacts."""
