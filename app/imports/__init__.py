"""An office's workbook into cases: one plan for preview and import."""
