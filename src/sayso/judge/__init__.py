"""What people decided, found again in a story's facts and turned into what the other rooms go by."""
