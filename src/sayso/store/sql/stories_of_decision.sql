-- The stories whose articles a decision speaks of; for one that undoes another, those of the other.
WITH RECURSIVE meant (id) AS (
  SELECT :id
  UNION SELECT decisions.about FROM meant JOIN decisions ON decisions.id = meant.id
  WHERE decisions.about_kind = 'decision'
)
SELECT DISTINCT story_reports.story FROM meant
JOIN decisions ON decisions.id = meant.id
JOIN decision_places ON decision_places.decision = decisions.number
JOIN reports ON decision_places.place IN (reports.id, reports.url, reports.name)
JOIN story_reports ON story_reports.report = reports.id
ORDER BY story_reports.story
