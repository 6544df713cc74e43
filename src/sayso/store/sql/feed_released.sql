-- Put a feed down.
UPDATE feeds SET claimed = NULL WHERE url = :url
