SELECT number, id, document, current, made_with FROM reports WHERE id = :id
