"""Notes of a case, each for its readers."""
