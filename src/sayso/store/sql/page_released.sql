-- Put a page down.
UPDATE pages SET claimed = NULL WHERE url = :url
