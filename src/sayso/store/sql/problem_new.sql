INSERT OR IGNORE INTO problems (report, name, stage, rule, message, seen)
VALUES (:report, :name, :stage, :rule, :message, :seen)
