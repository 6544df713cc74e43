DELETE FROM profiles WHERE report = :report
