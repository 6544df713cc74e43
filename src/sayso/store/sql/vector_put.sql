INSERT INTO vectors (statement, scale, body) VALUES (:statement, :scale, :body)
