INSERT INTO change_reports (change, report) VALUES (:change, :report);
