UPDATE feeds
SET title = coalesce(:title, title), asked = :now, read = :now, due = :due, claimed = NULL, failures = 0,
  message = :message, ended = NULL, landed = :landed, etag = :etag, modified = :modified
WHERE url = :url
