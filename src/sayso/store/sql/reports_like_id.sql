SELECT DISTINCT document FROM reports WHERE id = :id OR (length(:id) >= :shortest AND substr(id, 1, length(:id)) = :id)
