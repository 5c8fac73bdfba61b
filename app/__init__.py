"""What the program does: rules, services, crypto, paper. No Qt; SQL only in queries.py and service.py."""
