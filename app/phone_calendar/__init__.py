"""The steps of some days for the calendar of a phone: case numbers only, never a name."""
