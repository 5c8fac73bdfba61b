"""The law pack: the catalogue as signed data that an office updates from a stick, and its own steps beside it."""
