UPDATE feeds SET ended = NULL, due = :now, failures = 0 WHERE url = :url AND ended IS NOT NULL
