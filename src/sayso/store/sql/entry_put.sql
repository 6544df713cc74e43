INSERT INTO feed_entries (feed, key, page, title, published, mark, met)
VALUES (:feed, :key, :page, :title, :published, :mark, :now)
ON CONFLICT (feed, key) DO UPDATE
SET page = excluded.page, title = excluded.title, published = excluded.published, mark = excluded.mark
