"""An office's workbook: read, understood, planned, reported."""
