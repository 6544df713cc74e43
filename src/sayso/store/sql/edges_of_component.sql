SELECT likenesses.a, likenesses.b
FROM components
JOIN likenesses ON likenesses.a = components.report
WHERE
  components.level = :level AND components.component = :component
  AND likenesses.edge = 1 AND likenesses.score >= :floor
