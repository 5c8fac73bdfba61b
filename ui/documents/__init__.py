"""The documents of a case in the window: the list, the viewer, what is said of them, what leaves, what is destroyed."""
