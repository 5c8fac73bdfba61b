"""Forms as data: a list of definitions makes the fields, and one table says which widget serves which kind."""
