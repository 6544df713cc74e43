UPDATE stories
SET
  ended = :now, went_to = :went_to, dirty = 0, version = version + 1,
  reports = 0, outlets = 0, claims = 0, conflicts = 0,
  first_claim = NULL, title = CASE WHEN :went_to IS NULL THEN NULL ELSE title END
WHERE handle = :story
