-- Changes from a time on, after a number, of one story or of all, in order of time.
SELECT
  changes.number, changes.at, changes.story, changes.id, changes.kind, changes.weight, changes.about,
  stories.title, changes.text, changes.body
FROM changes
JOIN stories ON stories.handle = changes.story
WHERE changes.at >= :since AND changes.number > :after AND (:story IS NULL OR changes.story = :story)
ORDER BY changes.number;
