-- Stories that live and say something, the one that changed last first.
SELECT
  stories.handle, stories.id, stories.title, stories.reports, stories.outlets, stories.span_from, stories.span_to,
  stories.claims, stories.conflicts, stories.began, stories.changed, claims.text AS first_claim,
  claims.origins_low, claims.origins_high, stories.dirty
FROM stories
JOIN dossiers ON dossiers.story = stories.handle
LEFT JOIN claims ON claims.story = stories.handle AND claims.id = stories.first_claim
WHERE
  stories.ended IS NULL
  AND (:since IS NULL OR ifnull(stories.span_to, '9') >= :since)
  AND (:until IS NULL OR ifnull(stories.span_from, '') <= :until)
ORDER BY stories.changed DESC, stories.reports DESC, stories.handle
