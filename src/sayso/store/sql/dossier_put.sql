INSERT INTO dossiers (story, made_with, body) VALUES (:story, :made_with, :body)
ON CONFLICT (story) DO UPDATE SET made_with = excluded.made_with, body = excluded.body
