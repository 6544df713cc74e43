-- When the next feed or page is due, of the feeds chosen or of all.
WITH wanted AS (
  SELECT url, due, ended FROM feeds
  WHERE :chosen IS NULL OR url IN (SELECT value FROM json_each(:chosen))
    OR named IN (SELECT value FROM json_each(:chosen))
)
SELECT min(due) FROM (
  SELECT due FROM wanted WHERE ended IS NULL
  UNION ALL
  SELECT pages.due FROM pages WHERE pages.due IS NOT NULL
    AND EXISTS (SELECT 1 FROM feed_entries WHERE page = pages.url AND feed IN (SELECT url FROM wanted))
)
