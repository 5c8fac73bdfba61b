"""What is known of a man's fate and standing, in the window: histories, confirmations, what cannot be, what waits."""
