"""Forms of a step and of the days from which its terms run."""
