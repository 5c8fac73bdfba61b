"""The ledger of information: what became known of the man, how far it is trusted, who was told, whose hands it went."""
