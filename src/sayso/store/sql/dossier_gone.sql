DELETE FROM dossiers WHERE story = :story
