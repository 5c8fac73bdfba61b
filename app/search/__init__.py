"""The search for a person: DNA donors, requests filed with bodies, what to mind, advice on silence."""
