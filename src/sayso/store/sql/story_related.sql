UPDATE stories
SET
  dirty = 0, changed = :changed, title = :title, reports = :reports, outlets = :outlets, span_from = :span_from,
  span_to = :span_to, claims = :claims, conflicts = :conflicts, first_claim = :first_claim
WHERE handle = :story
