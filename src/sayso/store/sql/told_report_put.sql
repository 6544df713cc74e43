INSERT INTO told_reports (report, story) VALUES (:report, :story)
ON CONFLICT (report) DO UPDATE SET story = excluded.story;
