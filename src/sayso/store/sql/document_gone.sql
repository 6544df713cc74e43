DELETE FROM documents WHERE id = :document AND NOT EXISTS (SELECT 1 FROM reports WHERE document = :document)
