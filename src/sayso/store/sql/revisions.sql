SELECT
  number, id, name, url, title, outlet, current, seen, seen_last,
  coalesce(updated_from, published_from) AS dated
FROM reports
WHERE document = :document
ORDER BY seen_last, number
