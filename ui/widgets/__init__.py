"""Generic widgets; know no service."""
