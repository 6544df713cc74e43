UPDATE pages SET due = :due, failures = failures + 1, message = :message WHERE url = :url
