SELECT report, name, stage, rule, message FROM problems WHERE report = :report
