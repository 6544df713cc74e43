SELECT statements.number, statements.text
FROM statements
LEFT JOIN vectors ON vectors.statement = statements.number
WHERE statements.story = :story AND vectors.statement IS NULL
ORDER BY statements.number
