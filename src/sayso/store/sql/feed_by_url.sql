SELECT * FROM feeds WHERE url = :url
