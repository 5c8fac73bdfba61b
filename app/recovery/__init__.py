"""The way back into a vault that nobody can open any more, through the coordinating office."""
