SELECT body FROM dossiers WHERE story = :story
