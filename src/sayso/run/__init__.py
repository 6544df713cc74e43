"""The order of the stages, and what carries them out."""
