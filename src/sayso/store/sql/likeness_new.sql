INSERT INTO likenesses (a, b, score, edge)
SELECT :a, :b, :score, :edge
WHERE
  EXISTS (SELECT 1 FROM profiles WHERE report = :a) AND EXISTS (SELECT 1 FROM profiles WHERE report = :b)
ON CONFLICT (a, b) DO NOTHING
