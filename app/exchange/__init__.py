"""Sealed packages between a laptop and the coordinating office."""
