"""What is done to many cases at once: each in one unit of work, with a word for every case that was left out."""
