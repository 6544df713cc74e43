SELECT id, url FROM documents WHERE key = :key ORDER BY id
