-- Figures by the words around them, the best first; of what they must be of, null is whatever.
SELECT figures.number, figures_index.rank AS score
FROM figures_index
JOIN figures ON figures.number = figures_index.rowid
JOIN reports ON reports.id = figures.report
WHERE figures_index MATCH :match
  AND (:outlet IS NULL OR reports.outlet = :outlet COLLATE NOCASE)
  AND (:since IS NULL OR reports.published_to >= :since)
  AND (:until IS NULL OR substr(reports.published_from, 1, 10) <= :until)
  AND (:measure IS NULL OR figures.measure = :measure)
  AND (:source IS NULL OR EXISTS (
    SELECT 1 FROM fact_parties AS party
    JOIN entities ON entities.story = party.story AND entities.id = party.entity
    WHERE party.story = figures.story AND party.kind = 'figure' AND party.fact = figures.id
      AND party.role = 'source'
      AND ' ' || replace(entities.names || ' ' || entities.name, ';', ' ') || ' ' LIKE :source ESCAPE '\'
  ))
ORDER BY figures_index.rank
LIMIT :many;
