"""The ways in which two facts cannot both hold: the parts of `relate.conflicts`."""
