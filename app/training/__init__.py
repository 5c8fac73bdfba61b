"""Synthetic caseloads by the generator rules; never a real person."""
