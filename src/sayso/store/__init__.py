"""The desk's database: one SQLite file that lives with a story. Only this folder speaks SQL."""
