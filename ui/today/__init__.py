"""The first screen: what must be done now."""
