"""Consents, rights, papers and keeping in the window."""
