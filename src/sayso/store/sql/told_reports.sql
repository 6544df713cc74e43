-- Of some reports: whether they are there, in which story they were told of, in which they are now.
SELECT reports.id, told_reports.story AS told, story_reports.story AS now
FROM json_each(:reports) AS wanted
JOIN reports ON reports.id = wanted.value
LEFT JOIN told_reports ON told_reports.report = reports.id
LEFT JOIN story_reports ON story_reports.report = reports.id;
