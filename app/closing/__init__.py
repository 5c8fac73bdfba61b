"""A case closed with its reason and its check list, and opened again."""
