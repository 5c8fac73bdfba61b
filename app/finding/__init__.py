"""One question over cases, relatives and documents, for the palette."""
