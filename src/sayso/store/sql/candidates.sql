-- Reports that share at least :shared heavy words with a report.
SELECT others.report
FROM postings AS own
JOIN postings AS others ON others.key = own.key AND others.report <> own.report
WHERE own.report = :report
GROUP BY others.report
HAVING count(*) >= :shared
ORDER BY others.report
