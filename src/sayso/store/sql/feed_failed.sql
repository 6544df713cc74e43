UPDATE feeds
SET asked = :now, due = :due, claimed = NULL, failures = failures + 1, message = :message, ended = :ended
WHERE url = :url
