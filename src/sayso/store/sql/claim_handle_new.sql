INSERT INTO claim_handles (story, claim) VALUES (:story, :claim)
