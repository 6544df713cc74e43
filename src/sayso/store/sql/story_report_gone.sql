DELETE FROM story_reports WHERE report = :report
