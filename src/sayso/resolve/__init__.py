"""Inside one story: entities, times and channels brought together across its reports."""
