"""An appointment in words, for the case, for Today and for the calendar."""
