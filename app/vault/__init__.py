"""Create, open and close an encrypted vault; the only place that holds keys."""
