SELECT * FROM sites WHERE name = :name
