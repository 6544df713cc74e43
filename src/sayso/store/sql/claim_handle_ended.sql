UPDATE claim_handles SET ended = :now WHERE handle = :handle
