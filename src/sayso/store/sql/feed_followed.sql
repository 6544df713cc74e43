INSERT OR IGNORE INTO feeds (url, named, followed, due) VALUES (:url, :named, :now, :now)
