"""What the entries of a record have in common: written down, put right, taken out, and never lost."""
