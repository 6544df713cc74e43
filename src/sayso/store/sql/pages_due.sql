-- Pages that are to be fetched, of the feeds chosen (a JSON list of what the user named) or of all where it is null;
-- those never fetched first. A page that several feeds name is told of by one of them.
WITH wanted AS (
  SELECT page, min(feed) AS feed, min(key) AS key
  FROM feed_entries
  JOIN feeds ON feeds.url = feed_entries.feed
  WHERE :chosen IS NULL OR url IN (SELECT value FROM json_each(:chosen))
    OR named IN (SELECT value FROM json_each(:chosen))
  GROUP BY page
)
SELECT pages.*, wanted.feed, entry.title, entry.published
FROM pages
JOIN wanted ON wanted.page = pages.url
LEFT JOIN feed_entries AS entry ON entry.feed = wanted.feed AND entry.key = wanted.key
WHERE pages.due <= :now AND (pages.claimed IS NULL OR pages.claimed <= :now)
ORDER BY pages.fetched IS NOT NULL, pages.due, pages.url
LIMIT :most
