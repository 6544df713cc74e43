INSERT INTO reports (
  id, document, name, url, title, outlet, agencies, byline, language, published_from, published_to,
  published_precision, published_basis, updated_from, updated_to, dateline, seen, seen_last, made_with, silent, text
)
VALUES (
  :id, :document, :name, :url, :title, :outlet, :agencies, :byline, :language, :published_from, :published_to,
  :published_precision, :published_basis, :updated_from, :updated_to, :dateline, :seen, :seen, :made_with, :silent,
  :text
)
