"""Who is asking, and may he: every service asks here before it reads or writes."""
