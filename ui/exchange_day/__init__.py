"""The day of an exchange: the families to call whose man did not return."""
