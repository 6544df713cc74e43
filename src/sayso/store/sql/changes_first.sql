SELECT id, at FROM changes ORDER BY number LIMIT 1;
