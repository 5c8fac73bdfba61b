"""The servicemember and his relatives."""
