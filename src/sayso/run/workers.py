"""What the processes of a bulk run do: the stages of each report, and the stages of each story."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from sayso import annotate
from sayso.clean.report import clean
from sayso.embed import embed
from sayso.gather.profiles import packed as packed_profile
from sayso.gather.profiles import profiles
from sayso.lexicon.house import NONE as SHIPPED
from sayso.lexicon.house import House, in_force
from sayso.model.choices import NONE, Choices
from sayso.model.dossier import Dossier
from sayso.model.ids import bytes_id
from sayso.model.relation import Story
from sayso.model.report import Facts, Problem, Received, Stage
from sayso.present import corpus
from sayso.read.tables import Columns
from sayso.read.units import Unit, read
from sayso.run import pieces, stages
from sayso.store.bodies import packed, unpacked

FAULTS = (ArithmeticError, AssertionError, AttributeError, LookupError, RuntimeError, TypeError, ValueError)
"""What a fault in a rule raises over an article that nobody foresaw. In a run over millions the article is
named and the run goes on."""


USUAL = Columns()
"""Columns by their usual names."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What the user settles for a whole run."""

    columns: Columns = USUAL
    choices: Choices = NONE
    house: House = SHIPPED


class Reports:
    """Read, clean, annotate and extract over a piece of units; the pipeline is loaded once in a process."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        annotate.pipeline()
        embed(["warm"])

    def __call__(self, piece: bytes) -> bytes:
        """Return what is found in each report of a piece (`pieces.FOUND`)."""
        with in_force(self._settings.house):
            found = [row for unit in pieces.to_rows(piece) for row in self._unit(pieces.unit_of(unit))]
        return pieces.to_bytes(found, pieces.FOUND)

    def _unit(self, unit: Unit) -> list[dict[str, Any]]:
        try:
            reading = read(unit, self._settings.columns)
        except FAULTS as error:
            return [unread(unit.name, _fault(None, unit.name, Stage.READ, error))]
        rows = [self._item(item) for item in reading.items]
        return [*rows, *(unread(unit.name, one) for one in reading.problems)]

    def _item(self, item: Received) -> dict[str, Any]:
        try:
            cleaned = clean(item)
            if cleaned.report is None:
                return unread(item.name, *cleaned.problems)
            (facts,) = stages.facts([cleaned.report])
            return found_in(facts, cleaned.problems)
        except FAULTS as error:
            id_ = bytes_id(item.url or item.name, item.raw)
            return unread(item.name, _fault(id_, item.name, Stage.EXTRACT, error))


class Stories:
    """Resolve and relate over a group of stories."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._made_with = stages.made_with()

    def __call__(self, group: bytes) -> bytes:
        """Return the tables of a group of stories (`pieces.RELATED`)."""
        tables: dict[str, list[dict[str, Any]]] = {}
        for row in pieces.to_rows(group):
            for name, rows in self._story(row).items():
                tables.setdefault(name, []).extend(rows)
        return related(tables)

    def _story(self, row: dict[str, Any]) -> dict[str, list[dict[str, Any]]]:
        problems = pieces.problems_of(row["problems"])
        found = [unpacked(Facts, body) for body in row["facts"]]
        try:
            return corpus.rows(row["story"], self._related(row["story"], found, problems))
        except FAULTS as error:
            return {"problems": untold(row, partial(_fault, stage=Stage.RELATE, error=error))}

    def _related(self, story: str, found: list[Facts], problems: tuple[Problem, ...]) -> Dossier:
        whole = Story(story, tuple(one.report.id for one in found), ())
        return stages.dossier(whole, found, self._made_with, problems, self._settings.choices)


def related(tables: Mapping[str, Sequence[dict[str, Any]]]) -> bytes:
    """Return the tables of a group of stories as a piece."""
    found = [
        {"table": name, "rows": pieces.to_bytes(tables.get(name, ()), schema)}
        for name, schema in corpus.schemas().items()
    ]
    return pieces.to_bytes(found, pieces.RELATED)


def untold(row: dict[str, Any], wrong: Callable[[str, str], Problem]) -> list[dict[str, Any]]:
    """Return the rows of problems of a story that cannot be told: those known, and `wrong` of each report."""
    reports = [unpacked(Facts, body).report for body in row["facts"]]
    failed = [wrong(one.id, one.name) for one in reports]
    return corpus.loose([*pieces.problems_of(row["problems"]), *failed])


def unread(name: str, *problems: Problem) -> dict[str, Any]:
    """Return the row of something of which no report was made."""
    return {"name": pieces.safe(name), "problems": pieces.problems_text(problems)}


def found_in(facts: Facts, problems: tuple[Problem, ...]) -> dict[str, Any]:
    """Return the row of a report: its facts, what gathering needs of them, and what is wrong with it."""
    return row_of(facts, problems, packed(facts))


def row_of(facts: Facts, problems: tuple[Problem, ...], body: bytes) -> dict[str, Any]:
    """Return the row of a report whose facts are kept as `body`."""
    published = facts.report.published
    return {
        "report": facts.report.id,
        "name": pieces.safe(facts.report.name),
        "day": published.from_[:10] if published and published.from_ else None,
        "telling": bool(facts.statements or facts.figures),
        "problems": pieces.problems_text(problems),
        "profile": packed_profile(profiles([facts], embed)[0]),
        "facts": body,
    }


def _fault(report: str | None, name: str, stage: Stage, error: Exception) -> Problem:
    message = f"{name} could not be taken in: {type(error).__name__}. Please report this, with the article."
    return Problem(report, name, stage, "failed", message)
