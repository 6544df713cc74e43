-- Reports that share at least :shared of the heavy words in the JSON list :keys, how many they share, and when
-- they came out.
WITH alike AS (
  SELECT postings.report, count(*) AS shared
  FROM json_each(:keys) AS own
  JOIN postings ON postings.key = own.value
  GROUP BY postings.report
  HAVING count(*) >= :shared
)
SELECT alike.report, alike.shared, reports.published_from
FROM alike
JOIN reports ON reports.number = alike.report
ORDER BY alike.report
