-- Reports that share at least :shared of the heavy words in the JSON list :keys.
SELECT postings.report
FROM json_each(:keys) AS own
JOIN postings ON postings.key = own.value
GROUP BY postings.report
HAVING count(*) >= :shared
ORDER BY postings.report
