SELECT component FROM components WHERE level = :level AND report = :report
