INSERT OR IGNORE INTO pending (report) VALUES (:report)
