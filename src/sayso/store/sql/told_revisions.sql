-- Of some reports: the last revision before them of the same document that was told of.
SELECT later.id AS report, earlier.number
FROM json_each(:reports) AS wanted
JOIN reports AS later ON later.id = wanted.value
JOIN reports AS earlier ON earlier.document = later.document AND earlier.current = 0
JOIN told_reports ON told_reports.report = earlier.id
ORDER BY earlier.seen_last, earlier.number;
