"""What a user can install today for the same work, each in an environment of its own (README.md)."""
