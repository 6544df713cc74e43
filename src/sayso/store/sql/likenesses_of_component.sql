-- One row a report, which is far less to hand over than one a pair. A score has six decimals, so that its text
-- is exact.
SELECT likenesses.a, group_concat(likenesses.b), group_concat(likenesses.score)
FROM components
JOIN likenesses ON likenesses.a = components.report
WHERE components.level = :level AND components.component = :component
GROUP BY likenesses.a
