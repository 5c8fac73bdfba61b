"""How much lies with whom: for who shares the work out."""
