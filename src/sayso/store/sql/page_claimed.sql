-- Take a page up, unless another process has.
UPDATE pages SET claimed = :lease WHERE url = :url AND (claimed IS NULL OR claimed <= :now) RETURNING url
