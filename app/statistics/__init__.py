"""The steps of a period in numbers: for planning, never to judge people by."""
