"""All reports of a bulk run: where each lies on the shelf, and what must be known of it besides."""

from array import array
from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache
from itertools import groupby
from typing import Any

from sayso.gather.profiles import Profile, unpacked
from sayso.model.report import Problem
from sayso.read.inputs import twice
from sayso.run import pieces
from sayso.run.shelf import Shelf

REMEMBERED = 500
"""Profiles that are kept at hand; each takes about 50 kB."""

OPEN = 64
"""Files of the shelf that are kept open: what is asked for together often lies together."""


class Holdings:
    """Reports by their numbers, in the order in which they came, and what is wrong with them: some 250 bytes
    a report. All else stays on the shelf."""

    def __init__(self, shelf: Shelf) -> None:
        """Begin with no reports; those to come lie on `shelf`."""
        self._shelf = shelf
        self.numbers: dict[str, int] = {}
        self.problems: dict[str | None, list[Problem]] = {}
        self._keys: list[str] = []
        self._pieces, self._places, self._days = array("i"), array("i"), array("i")
        self._telling = bytearray()
        self._table = lru_cache(OPEN)(shelf.table)

    def __len__(self) -> int:
        return len(self.numbers)

    def take(self, key: str) -> None:
        """Take in the reports of the piece that lies on the shelf under `key`."""
        rows = self._shelf.table(key).drop_columns(["profile", "facts"]).to_pylist()
        self._keys.append(key)
        for place, row in enumerate(rows):
            id_ = row["report"]
            if id_ is not None and id_ in self.numbers:
                self.tell(twice(row["name"], id_))
                continue
            for problem in pieces.problems_of(row["problems"]):
                self.tell(problem)
            if id_ is None:
                continue
            self.numbers[id_] = len(self.numbers)
            self._pieces.append(len(self._keys) - 1)
            self._places.append(place)
            self._days.append(date.fromisoformat(row["day"]).toordinal() if row["day"] else 0)
            self._telling.append(row["telling"])

    def tell(self, problem: Problem) -> None:
        """Keep a problem."""
        self.problems.setdefault(problem.report, []).append(problem)

    def cell(self, number: int, column: str) -> Any:
        """Return what lies on the shelf for a report."""
        table = self._table(self._keys[self._pieces[number]])
        return table.column(column)[self._places[number]].as_py()

    def cells(self, column: str) -> Iterator[Any]:
        """Yield what lies on the shelf for each report, in order of numbers."""
        for piece, numbers in groupby(range(len(self)), self._pieces.__getitem__):
            own = self._shelf.table(self._keys[piece]).column(column)
            yield from (own[self._places[number]].as_py() for number in numbers)

    def telling(self, reports: Iterable[str]) -> bool:
        """Say whether one of these reports states something."""
        return any(self._telling[self.numbers[id_]] for id_ in reports)

    def day(self, number: int) -> int | None:
        """Return the day, counted from the year 1, on which a report was published, as its profile does."""
        return self._days[number] or None

    def first_day(self, reports: Iterable[str]) -> date | None:
        """Return the first day on which one of these reports was published."""
        days = [day for id_ in reports if (day := self.day(self.numbers[id_]))]
        return date.fromordinal(min(days)) if days else None


class Profiles:
    """The profiles of a run's reports by number, read from the shelf when they are asked for."""

    def __init__(self, held: Holdings) -> None:
        """Give those of `held`."""
        self._held = held
        self._read = lru_cache(REMEMBERED)(self._one)

    def __getitem__(self, number: int) -> Profile:
        return self._read(number)

    def __iter__(self) -> Iterator[Profile]:
        return map(unpacked, self._held.cells("profile"))

    def _one(self, number: int) -> Profile:
        return unpacked(self._held.cell(number, "profile"))
