SELECT body FROM decisions ORDER BY at, id
