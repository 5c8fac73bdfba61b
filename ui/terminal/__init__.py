"""The command line, a group of commands per module. Never imports Qt."""
