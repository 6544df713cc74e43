-- Statements by their words, the best first; of what they must be of, null is whatever.
SELECT statements.number, statements_index.rank AS score
FROM statements_index
JOIN statements ON statements.number = statements_index.rowid
JOIN reports ON reports.id = statements.report
WHERE statements_index MATCH :match
  AND statements_index.rowid > :after
  AND (:outlet IS NULL OR reports.outlet = :outlet COLLATE NOCASE)
  AND (:since IS NULL OR reports.published_to >= :since)
  AND (:until IS NULL OR substr(reports.published_from, 1, 10) <= :until)
  AND (:measure IS NULL OR EXISTS (
    SELECT 1 FROM figures
    WHERE figures.story = statements.story AND figures.statement = statements.id AND figures.measure = :measure
  ))
  AND (:source IS NULL OR EXISTS (
    SELECT 1 FROM fact_parties AS party
    JOIN entities ON entities.story = party.story AND entities.id = party.entity
    WHERE party.story = statements.story AND party.kind = 'statement' AND party.fact = statements.id
      AND party.role = 'source'
      AND ' ' || replace(entities.names || ' ' || entities.name, ';', ' ') || ' ' LIKE :source ESCAPE '\'
  ))
ORDER BY statements_index.rank
LIMIT :many;
