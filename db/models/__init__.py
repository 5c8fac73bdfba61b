"""One module per aggregate: tables only, no behaviour; a sensitivity class on every column."""
