"""The search for a person in the window: samples, requests, what to mind, advice on silence."""
