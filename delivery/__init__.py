"""The program as a folder that runs without Python: what may lie in it, what it is made of, and its trial."""
