"""Take a change back, as long as nothing was built on it."""
