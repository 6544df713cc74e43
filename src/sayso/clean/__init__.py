"""Items as received to reports in canonical form: Unicode, blocks, dates, language."""
