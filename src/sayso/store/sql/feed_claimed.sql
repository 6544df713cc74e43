-- Take a feed up, unless another process has.
UPDATE feeds SET claimed = :lease WHERE url = :url AND (claimed IS NULL OR claimed <= :now) RETURNING url
