-- Reports to be gathered anew, each with its loosest component and its story so far.
SELECT pending.report, components.component, story_reports.story
FROM pending
JOIN components ON components.report = pending.report AND components.level = 0
JOIN reports ON reports.number = pending.report
LEFT JOIN story_reports ON story_reports.report = reports.id
ORDER BY pending.report
