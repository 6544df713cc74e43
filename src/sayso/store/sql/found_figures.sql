-- What is shown of some figures.
SELECT
  figures.number, figures.story, figures.id, figures.report, figures.sentence,
  ifnull(told.stance, '') AS stance, told.source, figures.text AS amount,
  reports.outlet, reports.name, reports.title, reports.url, reports.published_from AS published
FROM json_each(:numbers) AS wanted
JOIN figures ON figures.number = wanted.value
JOIN reports ON reports.id = figures.report
LEFT JOIN statements AS told ON told.story = figures.story AND told.id = figures.statement;
