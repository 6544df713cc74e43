"""What a page shows, as frozen values in plain words, a file for each section: made from a dossier, read by
the templates and the terminal.

Nothing here is HTML; the templates escape every text. `href` values are anchors on the page (`#…`) or http(s)
URLs.
"""
