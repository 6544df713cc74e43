INSERT INTO facts (report, body) VALUES (:report, :body)
ON CONFLICT (report) DO UPDATE SET body = excluded.body
