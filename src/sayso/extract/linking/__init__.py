"""Statements of those who make them; whose, of whom and where a figure is: the parts of `extract.links`."""
