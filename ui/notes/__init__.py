"""Notes, the log of contacts and promises in the window."""
