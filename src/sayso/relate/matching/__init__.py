"""When two statements or figures assert alike: the parts of `relate.claims`."""
