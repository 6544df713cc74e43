INSERT OR IGNORE INTO decision_places (place, decision) VALUES (:place, :decision)
