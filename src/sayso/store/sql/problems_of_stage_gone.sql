DELETE FROM problems WHERE report = :report AND stage = :stage
