INSERT INTO components (level, report, component) VALUES (:level, :report, :component)
ON CONFLICT (level, report) DO UPDATE SET component = excluded.component
