-- What is shown of some statements.
SELECT
  statements.number, statements.story, statements.id, statements.report, statements.sentence, statements.stance,
  statements.source, '' AS amount,
  reports.outlet, reports.name, reports.title, reports.url, reports.published_from AS published
FROM json_each(:numbers) AS wanted
JOIN statements ON statements.number = wanted.value
JOIN reports ON reports.id = statements.report;
