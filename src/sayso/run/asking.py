"""Which stories of a database may hold what somebody asks for: few enough to read their dossiers."""

import re

from sayso.store.database import Database

MOST = 50
"""Stories whose dossiers are read for one question, those that changed last first."""

_WORD = re.compile(r"\w+")
_NUMBER = re.compile(r"\d[\d,. ]*")
_ID = re.compile(r"[0-9a-f]{6,16}")


def ask(database: Database, wanted: str) -> list[int]:
    """Return the handles of stories with a fact of that id, that number, or all of those words, the one that
    changed last first."""
    text = wanted.strip()
    with database.snapshot():
        found = _of_id(database, text) or _of_number(database, text) or _of_words(database, text)
        return [
            row["handle"]
            for row in database.rows("stories", since=None, until=None)
            if row["handle"] in found
        ][:MOST]


def _of_id(database: Database, text: str) -> set[int]:
    if not _ID.fullmatch(text):
        return set()
    return {row[0] for row in database.rows("stories_of_id", low=text, high=f"{text}g")}


def _of_number(database: Database, text: str) -> set[int]:
    if not _NUMBER.fullmatch(text):
        return set()
    try:
        number = float(re.sub(r"[ ,]", "", text))
    except ValueError:
        return set()
    return {row[0] for row in database.rows("stories_of_number", number=number)}


def _of_words(database: Database, text: str) -> set[int]:
    sets = [
        {row[0] for row in database.rows("stories_of_word", word=f'"{word}"', like=word)}
        for word in dict.fromkeys(_WORD.findall(text))
    ]
    return set.intersection(*sets) if sets else set()
