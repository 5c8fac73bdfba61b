"""One case and its pages."""
