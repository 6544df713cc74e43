-- Stories that other versions have related.
SELECT story FROM dossiers WHERE made_with <> :made_with ORDER BY story
