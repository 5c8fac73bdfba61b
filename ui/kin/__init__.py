"""Roles, facts and rights of the family in the window."""
