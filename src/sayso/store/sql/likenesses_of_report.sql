-- How alike a report is to those that it was compared with.
SELECT b AS other, score FROM likenesses WHERE a = :report
UNION ALL
SELECT a AS other, score FROM likenesses WHERE b = :report
