"""Inside one story: what holds between its reports."""
