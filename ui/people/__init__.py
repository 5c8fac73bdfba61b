"""A person in the window: names, numbers and papers, service, looks."""
