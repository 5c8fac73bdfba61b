"""The office that keeps the vault: name, address, phones, calendar."""
