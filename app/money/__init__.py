"""Payments of a family: claimed, decided, expected, received, shared, held back, asked back."""
