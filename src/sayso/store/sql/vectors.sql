-- The vectors of some statements, given in order of number.
SELECT vectors.body
FROM json_each(:numbers) AS wanted
JOIN vectors ON vectors.statement = wanted.value
ORDER BY vectors.statement;
