INSERT INTO stories (id, began) VALUES (:id, :now)
