-- The statement after which so many hold the words; none where no more do.
SELECT rowid AS number
FROM statements_index
WHERE statements_index MATCH :match
ORDER BY rowid DESC
LIMIT 1 OFFSET :most;
