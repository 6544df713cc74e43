DELETE FROM problems WHERE report IS NULL AND name = :name
