INSERT INTO documents (key, url) VALUES (:key, :url)
