"""What was promised to a family, and whether it was kept."""
