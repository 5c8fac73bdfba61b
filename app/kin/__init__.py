"""What each of the family is for the case, what the law gives whom, and who may know of whom."""
