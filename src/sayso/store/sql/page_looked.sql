UPDATE pages
SET fetched = coalesce(fetched, :now), looked = :now, due = :due, failures = 0, message = :message, mark = :mark,
  landed = :landed, etag = :etag, modified = :modified
WHERE url = :url
