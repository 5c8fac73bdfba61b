"""Consents: who agreed to what, for whom, until when, and proof that nobody changed it since."""
