"""The week behind and ahead, in a dialog and on paper."""
