SELECT components.report, reports.id
FROM components
JOIN reports ON reports.number = components.report
WHERE components.level = :level AND components.component = :component
ORDER BY reports.id
