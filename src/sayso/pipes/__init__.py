"""Components of the spaCy pipeline done in fewer steps, with the same results to the last bit.

Each file has a `fit` that looks at a loaded component and returns what stands in for it, or None where the
component is not of the kind that the file knows; then the component itself runs. Nothing here decides
anything of its own.
"""
