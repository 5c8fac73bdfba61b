"""What is done to many cases at once: what will happen, how far it is, what was left out and why."""
