"""Screening scales, scored exactly as published (reference, section 6). A screening is no diagnosis."""
