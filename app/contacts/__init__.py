"""The log of contacts with families."""
