-- Stories with a claim, statement or figure whose id begins so.
SELECT story FROM claims WHERE id >= :low AND id < :high
UNION
SELECT story FROM statements WHERE id >= :low AND id < :high
UNION
SELECT story FROM figures WHERE id >= :low AND id < :high
