"""How long a case is kept: reviews, holds, what is made nameless, what is erased, and the proof of it."""
