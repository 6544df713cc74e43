SELECT count(*) FROM stories JOIN dossiers ON dossiers.story = stories.handle WHERE stories.ended IS NULL
