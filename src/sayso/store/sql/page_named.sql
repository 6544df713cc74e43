-- A page that a feed speaks of anew is due, an hour after the last look at the earliest: some feeds put a new date on
-- all they hold each time. One that was given up before it was ever fetched stays so.
INSERT INTO pages (url, due) VALUES (:url, :now)
ON CONFLICT (url) DO UPDATE SET due = max(:now, strftime('%Y-%m-%dT%H:%M:%SZ', looked, '+1 hour'))
WHERE fetched IS NOT NULL
