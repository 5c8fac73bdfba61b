"""The ledger of information in the window: items, their grades, what disagrees, who was told, the chain of hands."""
