"""Where in a sentence the words stand that were looked for, by the very rules of the index."""

import sqlite3
from collections.abc import Sequence

from sayso.model.report import Pair
from sayso.store.matching import Match

_OPEN, _CLOSE = "\x02", "\x03"
"""What stands around marked words: no report holds a control character."""

_TABLE = "CREATE VIRTUAL TABLE marked USING fts5 (text, tokenize = 'porter unicode61 remove_diacritics 2')"


class Marker:
    """An index of a few sentences in memory, filled for each page of hits."""

    def __init__(self) -> None:
        self._connection = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
        self._connection.execute(_TABLE)

    def marks(self, sentences: Sequence[str], asked: Match) -> list[tuple[Pair, ...]]:
        """Return for each sentence the spans of its words that were looked for."""
        run = self._connection.execute
        run("BEGIN")
        self._connection.executemany(
            "INSERT INTO marked (rowid, text) VALUES (?, ?)", enumerate(map(_bare, sentences), 1)
        )
        question = Match(asked.wanted, ()).question(any_=True)
        rows = run(
            "SELECT rowid, highlight(marked, 0, ?, ?) FROM marked WHERE marked MATCH ?",
            (_OPEN, _CLOSE, question),
        ).fetchall()
        run("ROLLBACK")
        found = {row[0]: _spans(row[1]) for row in rows}
        return [found.get(place, ()) for place in range(1, len(sentences) + 1)]


def _bare(sentence: str) -> str:
    """The sentence without what marks the places, character for character."""
    return sentence.replace(_OPEN, " ").replace(_CLOSE, " ").replace("\x00", " ")


def _spans(marked: str) -> tuple[Pair, ...]:
    spans: list[Pair] = []
    start = taken = 0
    for place, letter in enumerate(marked):
        if letter == _OPEN:
            start = place - taken
            taken += 1
        elif letter == _CLOSE:
            spans.append((start, place - taken))
            taken += 1
    return tuple(spans)
