SELECT url FROM feeds WHERE url = :named OR named = :named ORDER BY url
