"""Settings: look, office, users, copies, way back in, self-check, journal."""
