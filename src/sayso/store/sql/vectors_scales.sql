SELECT statement, scale FROM vectors WHERE length(body) = :width ORDER BY statement;
