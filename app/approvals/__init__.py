"""A second person's yes, or a day's delay where there is none."""
