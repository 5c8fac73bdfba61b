"""The first run in four steps: language, place, passphrase and the way back, the first work."""
