UPDATE OR IGNORE feeds SET url = :new, landed = NULL, etag = NULL, modified = NULL WHERE url = :url
