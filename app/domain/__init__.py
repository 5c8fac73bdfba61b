"""The floor: pure rules of the trade. Standard library only, no clock, no files; everyone may import it."""
