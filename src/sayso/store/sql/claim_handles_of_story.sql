SELECT handle, claim FROM claim_handles WHERE story = :story AND ended IS NULL
