DELETE FROM feeds WHERE url = :url
