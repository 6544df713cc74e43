-- The claims of some facts, given as story and id; the weightiest last.
SELECT members.story, members.member, claims.handle, claims.origins_low, claims.origins_high, claims.support
FROM json_each(:facts) AS wanted
JOIN claim_members AS members ON members.story = wanted.value ->> 0 AND members.member = wanted.value ->> 2
JOIN claims ON claims.story = members.story AND claims.id = members.claim
ORDER BY claims.rank, claims.handle;
