"""What shows that one report was made from another: the parts of `relate.derivations`."""
