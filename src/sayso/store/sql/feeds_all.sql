SELECT feeds.*, (SELECT count(*) FROM feed_entries WHERE feed = feeds.url) AS entries
FROM feeds
ORDER BY url
