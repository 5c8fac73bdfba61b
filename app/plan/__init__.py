"""Support steps and their due dates."""
