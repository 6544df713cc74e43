"""Many reports: the same stages as `direct`, over pieces that are done in many processes and kept when done.

What was finished stays in the folder `_work` of the output, under the hash of what it was made of: a run that
was stopped goes on where it was, and one over more input reads only what is new.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from functools import lru_cache, partial
from pathlib import Path
from typing import Any

import pyarrow as pa

from sayso.gather.profiles import Profile, unpacked
from sayso.gather.stories import gathered_of
from sayso.model.ids import bytes_id, content_id
from sayso.model.report import Problem, Stage
from sayso.present import corpus
from sayso.read.inputs import twice
from sayso.read.units import Unit, units
from sayso.run import direct, pieces, stages, workers
from sayso.run.engine import Runner
from sayso.run.outcome import Outcome
from sayso.run.partitions import UNKNOWN, Partition, Partitions
from sayso.run.retrying import Carrier, Kind
from sayso.run.shelf import Shelf
from sayso.run.workers import Settings

WORK = "_work"
"""The folder of what is finished; its name begins as readers of partitioned tables want it, to be passed
over."""

WAVE = 256
"""Pieces that are handed to the engine at a time: bounds the memory of this process to some hundred MB."""

REMEMBERED = 5000
"""Profiles that are kept at hand; each takes about 50 kB."""

GROUP = 64
"""Reports of a group of stories, from which the next one starts."""


@dataclass(slots=True)
class _Corpus:
    """What is known of all reports: where each lies, and what is wrong with it."""

    places: dict[str, tuple[str, int]] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    days: dict[str, str] = field(default_factory=dict)
    telling: set[str] = field(default_factory=set)
    problems: dict[str | None, list[Problem]] = field(default_factory=dict)

    def take(self, key: str, table: pa.Table) -> None:
        """Take in the reports of a piece."""
        for number, row in enumerate(table.drop_columns(["profile", "facts"]).to_pylist()):
            id_ = row["report"]
            if id_ is not None and id_ in self.places:
                self.tell(twice(row["name"], id_))
                continue
            for problem in pieces.problems_of(row["problems"]):
                self.tell(problem)
            if id_ is None:
                continue
            self.places[id_] = key, number
            self.names[id_] = row["name"]
            if row["day"]:
                self.days[id_] = row["day"]
            if row["telling"]:
                self.telling.add(id_)

    def tell(self, problem: Problem) -> None:
        """Keep a problem."""
        self.problems.setdefault(problem.report, []).append(problem)


class _Profiles(Mapping[str, Profile]):
    """Profiles by report, in order of ids, read from the disk when they are asked for."""

    def __init__(self, ids: Iterable[str], read: Callable[[str], Profile]) -> None:
        self._ids = sorted(ids)
        self._read = lru_cache(REMEMBERED)(read)

    def __getitem__(self, report: str) -> Profile:
        return self._read(report)

    def __iter__(self) -> Iterator[str]:
        return iter(self._ids)

    def __len__(self) -> int:
        return len(self._ids)


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
    return _Run(out, runner, settings, tell).run(source)


class _Run:
    def __init__(self, out: Path, runner: Runner, settings: Settings, tell: direct.Progress) -> None:
        self._runner = runner
        self._settings = settings
        self._tell = tell
        self._made_with = stages.made_with()
        self._version = repr((self._made_with, settings)).encode()
        self._reports = Shelf(out / WORK / "reports")
        self._stories = Shelf(out / WORK / "stories")
        self._partitions = Partitions(out, asdict(self._made_with))

    def run(self, source: str) -> Outcome:
        corpus_ = self._read(source)
        self._tell("gathering", 0, 1)
        groups = self._grouped(corpus_)
        keys = self._related(corpus_, groups)
        loose = self._loose(corpus_, groups)
        written, total = self._write(groups, keys, loose)
        count = sum(len(one.stories) for one in groups)
        problems = direct.in_order([one for own in corpus_.problems.values() for one in own])
        return Outcome(len(corpus_.places), count, problems, written, total - written)

    def _read(self, source: str) -> _Corpus:
        """Carry out the stages of each report; those of pieces that lie on the shelf are done."""
        found = _Corpus()
        order: list[str] = []
        loose: list[Problem] = []
        wave: dict[str, bytes] = {}
        counts: dict[str, int] = {}
        self._tell("reading", 0, 1)
        for piece in pieces.cut(_units(source, self._settings, loose)):
            body = pieces.to_bytes([pieces.unit_row(unit) for unit in piece], pieces.UNITS)
            key = pieces.digest(self._version, body)
            counts[key] = len(piece)
            order.append(key)
            if not self._reports.holds(key):
                wave[key] = body
            if len(wave) == WAVE:
                self._analyse(wave, counts)
                wave = {}
        self._analyse(wave, counts)
        for key in dict.fromkeys(order):
            found.take(key, self._reports.table(key))
        for problem in loose:
            found.tell(problem)
        return found

    def _analyse(self, wave: dict[str, bytes], counts: dict[str, int]) -> None:
        keys = list(wave)
        total, finished = sum(counts.values()), sum(counts.values()) - sum(counts[key] for key in keys)
        self._tell("reading", finished, total)

        def done(number: int, result: bytes) -> None:
            nonlocal finished
            self._reports.put(keys[number], result)
            finished += counts[keys[number]]
            self._tell("reading", finished, total)

        if keys:
            Carrier(self._runner, _of_reports(self._settings)).carry(list(wave.values()), done)

    def _grouped(self, found: _Corpus) -> list[_Group]:
        """Part the reports into stories, and put stories together that fit one worker and one partition."""
        profiles = _Profiles(found.places, lambda id_: unpacked(self._cell(found.places[id_], "profile")))
        stories = [one.reports for one in gathered_of(profiles) if found.telling.intersection(one.reports)]
        dated = sorted((_month(found, reports), _story_id(reports), reports) for reports in stories)
        groups: list[_Group] = []
        open_: list[tuple[str, ...]] = []
        for number, (date, _, reports) in enumerate(dated):
            open_.append(reports)
            last = number + 1 == len(dated) or dated[number + 1][0] != date
            if last or sum(map(len, open_)) >= GROUP:
                groups.append(_Group(date, tuple(open_)))
                open_ = []
        return groups

    def _cell(self, place: tuple[str, int], column: str) -> bytes:
        key, number = place
        body: bytes = self._reports.table(key).column(column)[number].as_py()
        return body

    def _related(self, found: _Corpus, groups: Sequence[_Group]) -> list[str]:
        """Carry out the stages of each story; return the keys of the groups' results."""
        keys: list[str] = []
        wave: dict[str, bytes] = {}
        for number, group in enumerate(groups):
            self._tell("relating", number, len(groups))
            body = pieces.to_bytes([self._story(found, reports) for reports in group.stories], pieces.GROUP)
            key = pieces.digest(self._version, body)
            keys.append(key)
            if not self._stories.holds(key):
                wave[key] = body
            if len(wave) == WAVE:
                self._relate(wave)
                wave = {}
        self._relate(wave)
        return keys

    def _relate(self, wave: dict[str, bytes]) -> None:
        keys = list(wave)
        if keys:
            carrier = Carrier(self._runner, _of_stories(self._settings))
            carrier.carry(list(wave.values()), lambda number, result: self._stories.put(keys[number], result))

    def _story(self, found: _Corpus, reports: Sequence[str]) -> dict[str, Any]:
        problems = direct.in_order([one for id_ in reports for one in found.problems.get(id_, ())])
        return {
            "story": _story_id(reports),
            "facts": [self._cell(found.places[id_], "facts") for id_ in reports],
            "problems": pieces.problems_text(problems),
        }

    def _loose(self, found: _Corpus, groups: Sequence[_Group]) -> tuple[dict[str, Any], ...]:
        """The rows of problems that belong to no story's reports."""
        shown = {id_ for group in groups for reports in group.stories for id_ in reports}
        for id_ in found.places:
            if id_ not in shown and id_ not in found.problems:
                found.tell(direct.no_facts(id_, found.names[id_]))
        loose = [one for id_, own in found.problems.items() if id_ not in shown for one in own]
        # With one story there is no question whose dossier shows what could not be read.
        only = [reports for group in groups for reports in group.stories]
        owner = _story_id(only[0]) if len(only) == 1 else None
        return tuple(corpus.loose(direct.in_order(loose), owner))

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


def _month(found: _Corpus, reports: Iterable[str]) -> str:
    return min((found.days[id_] for id_ in reports if id_ in found.days), default=UNKNOWN)[:7]


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
