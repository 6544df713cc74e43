DELETE FROM claim_handle_members WHERE handle = :handle
