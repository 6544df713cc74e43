"""Reports to stories: which reports tell of the same developing event."""
