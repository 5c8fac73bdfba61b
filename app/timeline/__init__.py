"""Everything that happened in a case, kind by kind."""
