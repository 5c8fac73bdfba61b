"""Tables and the one door to them. Knows nothing of us but the domain."""
