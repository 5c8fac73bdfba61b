"""Every face of the program: the window and the command line."""
