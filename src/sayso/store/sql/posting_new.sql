INSERT INTO postings (key, report) VALUES (:key, :report)
