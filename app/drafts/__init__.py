"""Drafts: what is written and not saved survives lock, crash and power loss, sealed with the vault."""
