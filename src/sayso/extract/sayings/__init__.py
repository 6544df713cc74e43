"""Which words are a source, a cue and a content: the parts of `extract.attributions`."""
