"""How many, of what, how sure and over which time: the parts of `extract.quantities`."""
