-- All texts of the document that a text belongs to, in the order in which they were met.
SELECT reports.id, reports.seen, reports.current, story_reports.story
FROM reports
LEFT JOIN story_reports ON story_reports.report = reports.id
WHERE reports.document = (SELECT document FROM reports WHERE id = :report)
ORDER BY reports.seen, reports.number
