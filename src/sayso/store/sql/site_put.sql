INSERT OR REPLACE INTO sites (name, robots, robots_read, asked, closed)
VALUES (:name, :robots, :robots_read, :asked, :closed)
