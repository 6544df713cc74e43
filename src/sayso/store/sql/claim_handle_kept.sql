UPDATE claim_handles SET story = :story, claim = :claim, ended = NULL WHERE handle = :handle
