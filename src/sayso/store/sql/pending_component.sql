INSERT OR IGNORE INTO pending (report)
SELECT report FROM components WHERE level = :level AND component = :component
