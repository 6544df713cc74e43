INSERT INTO changes (at, story, id, kind, weight, about, text, body)
VALUES (:at, :story, :id, :kind, :weight, :about, :text, :body);
