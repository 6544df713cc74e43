-- The stories with an entity of that spelling.
SELECT DISTINCT story FROM entities
WHERE name = :name OR instr('; ' || names || '; ', '; ' || :name || '; ') > 0
ORDER BY story
