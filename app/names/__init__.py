"""Names in the index: folding, spellings, search terms."""
