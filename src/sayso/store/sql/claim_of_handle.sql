-- Where the claim of a number is.
SELECT story, claim, ended FROM claim_handles WHERE handle = :handle
