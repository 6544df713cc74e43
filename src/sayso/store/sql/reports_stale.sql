-- Reports that other versions have read.
SELECT number, id FROM reports WHERE made_with <> :made_with ORDER BY number
