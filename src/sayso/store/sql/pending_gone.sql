DELETE FROM pending WHERE report = :report
