"""Away from the desk: what tells that nobody, or somebody else, sits before the screen."""
