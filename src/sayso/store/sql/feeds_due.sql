-- Feeds that are to be asked for, of those chosen (a JSON list of what the user named) or of all where it is null.
-- With `eager`, a feed that was well the last time is due whenever somebody looks.
SELECT feeds.*, (SELECT count(*) FROM feed_entries WHERE feed = feeds.url) AS entries
FROM feeds
WHERE ended IS NULL AND (claimed IS NULL OR claimed <= :now) AND (due <= :now OR (:eager AND failures = 0))
  AND (
    :chosen IS NULL OR url IN (SELECT value FROM json_each(:chosen)) OR named IN (SELECT value FROM json_each(:chosen))
  )
ORDER BY due, url
