"""Table models; know no service."""
