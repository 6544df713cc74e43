"""What is a name, where it begins and ends, what sort of thing it names: the parts of `extract.mentions`."""
