"""Cases handed over to a colleague with what he must know of each."""
