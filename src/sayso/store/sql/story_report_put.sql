INSERT INTO story_reports (report, story) VALUES (:report, :story)
ON CONFLICT (report) DO UPDATE SET story = excluded.story
