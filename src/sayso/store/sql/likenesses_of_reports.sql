-- One row a report, which is far less to hand over than one a pair. A score has six decimals; as whole
-- millionths, raised so that none is below zero, they are written out in half the time.
SELECT likenesses.a, group_concat(likenesses.b),
  group_concat(CAST(likenesses.score * 1000000 + :raised + 0.5 AS INTEGER))
FROM json_each(:numbers) AS wanted
JOIN likenesses ON likenesses.a = wanted.value
GROUP BY likenesses.a
