"""How each user likes his window, kept inside the vault."""
