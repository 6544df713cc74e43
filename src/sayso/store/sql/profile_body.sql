SELECT body FROM profiles WHERE report = :report
