"""Which words tell a time, and which days they mean: the parts of `extract.times`."""
