-- What is shown of some articles that fit a question: the place where most of its words stand.
SELECT
  reports.number, story_reports.story, reports.id, reports.id AS report,
  snippet(reports_index, 2, '', '', '…', 40) AS sentence, '' AS stance,
  NULL AS source, '' AS amount,
  reports.outlet, reports.name, reports.title, reports.url, reports.published_from AS published
FROM reports_index
JOIN reports ON reports.number = reports_index.rowid
LEFT JOIN story_reports ON story_reports.report = reports.id
WHERE reports_index MATCH :match AND reports_index.rowid IN (SELECT value FROM json_each(:numbers));
