-- The stories that have something whose id begins so, with the id.
SELECT story, id FROM statements WHERE id >= :low AND id < :high
UNION SELECT story, id FROM figures WHERE id >= :low AND id < :high
UNION SELECT story, id FROM claims WHERE id >= :low AND id < :high
UNION SELECT story, id FROM conflicts WHERE id >= :low AND id < :high
UNION SELECT story, id FROM derivations WHERE id >= :low AND id < :high
UNION SELECT story, id FROM entities WHERE id >= :low AND id < :high
UNION SELECT story, report FROM story_reports WHERE report >= :low AND report < :high
ORDER BY 1, 2
