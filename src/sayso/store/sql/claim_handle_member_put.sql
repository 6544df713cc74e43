INSERT OR IGNORE INTO claim_handle_members (handle, member) VALUES (:handle, :member)
