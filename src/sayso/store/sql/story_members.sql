SELECT story_reports.report, reports.number
FROM story_reports
JOIN reports ON reports.id = story_reports.report
WHERE story_reports.story = :story
ORDER BY story_reports.report
