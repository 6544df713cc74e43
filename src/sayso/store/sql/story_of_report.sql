SELECT story FROM story_reports WHERE report = :report
