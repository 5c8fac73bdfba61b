"""A case opened to a colleague besides the one who is responsible for it."""
