"""Many reports: the same stages as `direct`, over pieces that are done in many processes and kept when done.

What was finished stays in the folder `_work` of the output, under the hash of what it was made of: a run that
was stopped goes on where it was, and one over more input reads only what is new.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path
from typing import Any

import pyarrow as pa

from sayso.gather.stories import grouped
from sayso.model.ids import bytes_id, content_id
from sayso.model.report import Problem, Stage
from sayso.present import corpus
from sayso.read.units import Unit, units
from sayso.run import direct, pieces, stages, workers
from sayso.run.engine import Runner
from sayso.run.holdings import Holdings, Profiles
from sayso.run.outcome import Outcome
from sayso.run.partitions import UNKNOWN, Partition, Partitions
from sayso.run.retrying import Carrier, Kind
from sayso.run.shelf import Shelf
from sayso.run.waves import Wave
from sayso.run.workers import Settings

WORK = "_work"
"""The folder of what is finished; its name begins as readers of partitioned tables want it, to be passed
over."""

GROUP = 64
"""Reports of a group of stories, from which the next one starts."""


@dataclass(frozen=True, slots=True)
class _Group:
    """Stories of one partition that are related together."""

    date: str
    stories: tuple[tuple[str, ...], ...]


def bulk(
    source: str,
    out: Path,
    runner: Runner,
    settings: Settings,
    tell: direct.Progress = direct.quiet,
) -> Outcome:
    """Read everything under `source` (a file, folder or pattern) and write the tables of its stories under
    `out`.

    Nothing that is wrong with an input is raised. Raises `SaysoError` when the engine cannot do its work.
    """
    run = Run(out, runner, settings, tell)
    return run.tell(run.read(source))


class Run:
    """A run whose results go to a folder: first its reports are read, then what they tell is written."""

    def __init__(self, out: Path, runner: Runner, settings: Settings, tell: direct.Progress) -> None:
        """See `bulk`."""
        self._runner = runner
        self._settings = settings
        self._tell = tell
        self._made_with = stages.made_with()
        self._version = repr((self._made_with, settings)).encode()
        self._reports = Shelf(out / WORK / "reports")
        self._stories = Shelf(out / WORK / "stories")
        self._partitions = Partitions(out, asdict(self._made_with))

    def read(self, source: str) -> Holdings:
        """Carry out the stages of each report; those of pieces that lie on the shelf are done."""
        found = Holdings(self._reports)
        order: list[str] = []
        loose: list[Problem] = []
        wave = Wave()
        counts: dict[str, int] = {}
        self._tell("reading", 0, 1)
        for piece in pieces.cut(_units(source, self._settings, loose)):
            body = pieces.to_bytes([pieces.unit_row(unit) for unit in piece], pieces.UNITS)
            key = pieces.digest(self._version, body)
            counts[key] = len(piece)
            order.append(key)
            if not self._reports.holds(key):
                wave.add(key, body)
            if wave.full:
                self._analyse(wave, counts)
                wave = Wave()
        self._analyse(wave, counts)
        for key in dict.fromkeys(order):
            found.take(key)
        for problem in loose:
            found.tell(problem)
        return found

    def tell(self, held: Holdings) -> Outcome:
        """Part reports into stories, carry out the stages of each story, and write the tables."""
        self._tell("gathering", 0, 1)
        groups = _grouped(held)
        keys = self._related(held, groups)
        loose = _loose(held, groups)
        written, total = self._write(groups, keys, loose)
        count = sum(len(one.stories) for one in groups)
        problems = direct.in_order([one for own in held.problems.values() for one in own])
        return Outcome(len(held), count, problems, written, total - written)

    def _analyse(self, wave: Wave, counts: dict[str, int]) -> None:
        total = sum(counts.values())
        finished = total - sum(counts[key] for key in wave.bodies)
        self._tell("reading", finished, total)

        def done(key: str) -> None:
            nonlocal finished
            finished += counts[key]
            self._tell("reading", finished, total)

        self._carry(wave, _of_reports(self._settings), self._reports, done)

    def _carry(self, wave: Wave, kind: Kind, shelf: Shelf, done: Callable[[str], None]) -> None:
        """Have the pieces of a wave done; keep each result as it comes, and tell `done` of it."""
        keys = wave.order()

        def keep(number: int, result: bytes) -> None:
            shelf.put(keys[number], result)
            done(keys[number])

        if keys:
            Carrier(self._runner, kind).carry([wave.bodies[key] for key in keys], keep)

    def _related(self, held: Holdings, groups: Sequence[_Group]) -> list[str]:
        """Carry out the stages of each story; return the keys of the groups' results."""
        keys: list[str] = []
        wave = Wave()
        finished = 0

        def done(_: str) -> None:
            nonlocal finished
            finished += 1
            self._tell("relating", finished, len(groups))

        self._tell("relating", 0, len(groups))
        for group in groups:
            body = pieces.to_bytes([_story(held, reports) for reports in group.stories], pieces.GROUP)
            key = pieces.digest(self._version, body)
            keys.append(key)
            if self._stories.holds(key):
                done(key)
            else:
                wave.add(key, body)
            if wave.full:
                self._carry(wave, _of_stories(self._settings), self._stories, done)
                wave = Wave()
        self._carry(wave, _of_stories(self._settings), self._stories, done)
        return keys

    def _write(
        self, groups: Sequence[_Group], keys: Sequence[str], loose: Sequence[dict[str, Any]]
    ) -> tuple[int, int]:
        """Write the partitions; return how many were written, and how many there are."""
        of_date: dict[str, list[str]] = {UNKNOWN: []}
        for group, key in zip(groups, keys, strict=True):
            of_date.setdefault(group.date, []).append(key)
        written = 0
        for number, (date, own) in enumerate(sorted(of_date.items())):
            self._tell("writing", number, len(of_date))
            beside = loose if date == UNKNOWN else ()
            body = pieces.to_bytes(list(beside), corpus.schemas()["problems"])
            key = pieces.digest(*(one.encode() for one in own), body)
            written += self._partitions.write(Partition(date, key, partial(self._rows, own, body)))
        self._partitions.keep_only(of_date)
        return written, len(of_date)

    def _rows(self, keys: Sequence[str], loose: bytes, name: str) -> Iterator[pa.Table]:
        for key in keys:
            found = self._stories.table(key)
            for place, own in enumerate(found.column("table").to_pylist()):
                if own == name:
                    yield pieces.to_table(found.column("rows")[place].as_buffer())
        if name == "problems":
            yield pieces.to_table(loose)


def _units(source: str, settings: Settings, loose: list[Problem]) -> Iterator[Unit]:
    """Yield units; put problems aside."""
    for one in units(source, settings.columns):
        if isinstance(one, Problem):
            loose.append(one)
        else:
            yield one


def _grouped(held: Holdings) -> list[_Group]:
    """Part the reports into stories, and put stories together that fit one worker and one partition."""
    found = grouped(list(held.numbers), Profiles(held), held.day)
    stories = [reports for reports in found if held.telling(reports)]
    dated = sorted((_month(held, reports), _story_id(reports), reports) for reports in stories)
    groups: list[_Group] = []
    open_: list[tuple[str, ...]] = []
    for number, (month, _, reports) in enumerate(dated):
        open_.append(reports)
        last = number + 1 == len(dated) or dated[number + 1][0] != month
        if last or sum(map(len, open_)) >= GROUP:
            groups.append(_Group(month, tuple(open_)))
            open_ = []
    return groups


def _month(held: Holdings, reports: Iterable[str]) -> str:
    first = held.first_day(reports)
    return first.isoformat()[:7] if first else UNKNOWN


def _story(held: Holdings, reports: Sequence[str]) -> dict[str, Any]:
    problems = direct.in_order([one for id_ in reports for one in held.problems.get(id_, ())])
    return {
        "story": _story_id(reports),
        "facts": [held.cell(held.numbers[id_], "facts") for id_ in reports],
        "problems": pieces.problems_text(problems),
    }


def _loose(held: Holdings, groups: Sequence[_Group]) -> tuple[dict[str, Any], ...]:
    """The rows of problems that belong to no story's reports."""
    shown = {id_ for group in groups for reports in group.stories for id_ in reports}
    for id_, number in held.numbers.items():
        if id_ not in shown and id_ not in held.problems:
            held.tell(direct.no_facts(id_, held.cell(number, "name")))
    loose = [one for id_, own in held.problems.items() if id_ not in shown for one in own]
    # With one story there is no question whose dossier shows what could not be read.
    only = [reports for group in groups for reports in group.stories]
    owner = _story_id(only[0]) if len(only) == 1 else None
    return tuple(corpus.loose(direct.in_order(loose), owner))


def _of_reports(settings: Settings) -> Kind:
    return Kind(
        start=partial(workers.Reports, settings),
        units=partial(_singles, schema=pieces.UNITS),
        joined=_joined,
        given_up=_unit_given_up,
    )


def _of_stories(settings: Settings) -> Kind:
    return Kind(
        start=partial(workers.Stories, settings),
        units=partial(_singles, schema=pieces.GROUP),
        joined=_joined,
        given_up=_story_given_up,
    )


def _singles(piece: bytes, schema: pa.Schema) -> list[bytes]:
    return [pieces.to_bytes([row], schema) for row in pieces.to_rows(piece)]


def _unit_given_up(piece: bytes) -> bytes:
    (row,) = pieces.to_rows(piece)
    unit = pieces.unit_of(row)
    id_ = bytes_id(unit.item.url or unit.name, unit.raw) if unit.item else None
    return pieces.to_bytes([workers.unread(unit.name, _killer(id_, unit.name, Stage.EXTRACT))], pieces.FOUND)


def _joined(results: Sequence[bytes]) -> bytes:
    return pieces.table_bytes(pa.concat_tables(map(pieces.to_table, results)))


def _story_given_up(group: bytes) -> bytes:
    (row,) = pieces.to_rows(group)
    return workers.related({"problems": workers.untold(row, partial(_killer, stage=Stage.RELATE))})


def _story_id(reports: Sequence[str]) -> str:
    return content_id("story", reports[0])


def _killer(report: str | None, name: str, stage: Stage) -> Problem:
    message = f"{name} stopped every process that took it up; it was set aside."
    return Problem(report, name, stage, "killed", message)
