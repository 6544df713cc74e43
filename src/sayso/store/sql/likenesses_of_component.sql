SELECT likenesses.a, likenesses.b, likenesses.score
FROM components
JOIN likenesses ON likenesses.a = components.report
WHERE components.level = :level AND components.component = :component
