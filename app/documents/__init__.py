"""Papers and pictures of a case: taken in, sealed one file each, shown from memory, erased with their key."""
