"""The rights of the person: requests with their clocks, papers handed out, incidents with data."""
