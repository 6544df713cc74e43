-- The decisions that speak of a story's articles, and what undoes one of them, or undoes that. A decision on an
-- article that is there by its id is about that one, and not about another of the same name.
WITH RECURSIVE places (place) AS (
  SELECT reports.id FROM story_reports JOIN reports ON reports.id = story_reports.report
  WHERE story_reports.story = :story
  UNION SELECT reports.name FROM story_reports JOIN reports ON reports.id = story_reports.report
  WHERE story_reports.story = :story
  UNION SELECT reports.url FROM story_reports JOIN reports ON reports.id = story_reports.report
  WHERE story_reports.story = :story AND reports.url IS NOT NULL
),
near (number) AS (
  SELECT DISTINCT decision_places.decision FROM places
  JOIN decision_places ON decision_places.place = places.place
),
elsewhere (number) AS (
  SELECT DISTINCT near.number FROM near
  JOIN decision_places ON decision_places.decision = near.number
  JOIN story_reports ON story_reports.report = decision_places.place
  WHERE NOT EXISTS (
    SELECT 1 FROM decision_places AS own JOIN story_reports AS here ON here.report = own.place
    WHERE own.decision = near.number AND here.story = :story
  )
),
found (id) AS (
  SELECT decisions.id FROM decisions JOIN near ON near.number = decisions.number
  WHERE decisions.number NOT IN (SELECT number FROM elsewhere)
  UNION SELECT undoing.id FROM found
  JOIN decisions AS undoing ON undoing.about = found.id AND undoing.about_kind = 'decision'
)
SELECT decisions.body FROM decisions JOIN found ON found.id = decisions.id ORDER BY decisions.at, decisions.id
