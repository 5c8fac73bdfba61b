"""The law pack on the page of settings, and its words on a terminal."""
