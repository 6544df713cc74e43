INSERT INTO decisions (id, at, by, what, about_kind, about, note, body)
VALUES (:id, :at, :by, :what, :about_kind, :about, :note, :body)
