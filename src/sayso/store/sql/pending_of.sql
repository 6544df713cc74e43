-- Those of the reports in the JSON list :reports that are to be gathered anew.
SELECT pending.report
FROM json_each(:reports) AS own
JOIN pending ON pending.report = own.value
