-- Reports of stories in which nothing is stated.
SELECT reports.id, reports.name
FROM story_reports
JOIN reports ON reports.id = story_reports.report
JOIN stories ON stories.handle = story_reports.story
LEFT JOIN dossiers ON dossiers.story = story_reports.story
WHERE dossiers.story IS NULL AND stories.dirty = 0
