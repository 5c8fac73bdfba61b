"""The history of the vault for people's eyes: who did what when, in which case; never what was written."""
