-- Stories in which a word is said, or somebody is called by it.
SELECT statements.story
FROM statements_index
JOIN statements ON statements.number = statements_index.rowid
WHERE statements_index MATCH :word
UNION
SELECT figures.story
FROM figures_index
JOIN figures ON figures.number = figures_index.rowid
WHERE figures_index MATCH :word
UNION
SELECT claims.story FROM claims WHERE claims.text LIKE '%' || :like || '%'
UNION
SELECT entities.story FROM entities WHERE entities.names LIKE '%' || :like || '%' OR entities.name LIKE '%' || :like || '%'
