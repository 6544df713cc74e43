-- Articles by their words, the best first; of what they must be of, null is whatever.
SELECT reports.number, reports_index.rank AS score
FROM reports_index
JOIN reports ON reports.number = reports_index.rowid
WHERE reports_index MATCH :match
  AND (:outlet IS NULL OR reports.outlet = :outlet COLLATE NOCASE)
  AND (:since IS NULL OR reports.published_to >= :since)
  AND (:until IS NULL OR substr(reports.published_from, 1, 10) <= :until)
ORDER BY reports_index.rank
LIMIT :many;
