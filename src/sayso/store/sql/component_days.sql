SELECT components.report, reports.published_from
FROM components
JOIN reports ON reports.number = components.report
WHERE components.level = :level AND components.component = :component
