SELECT body FROM facts WHERE report = :report
