-- Problems of inputs that are in no dossier.
SELECT report, name, stage, rule, message FROM problems
WHERE
  report IS NULL
  OR report NOT IN (SELECT report FROM story_reports JOIN dossiers ON dossiers.story = story_reports.story)
