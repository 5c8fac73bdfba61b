"""The only place that imports cryptography: key derivation, key file, age, signatures."""
