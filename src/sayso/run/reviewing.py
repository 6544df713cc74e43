"""Where decisions are made: in a database, or on a dossier file with a log beside it; and what an argument of
`sayso review` means there."""

import os
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import cached_property
from pathlib import Path
from typing import Protocol

from sayso.errors import NoSuchInput, UsageError
from sayso.judge.latest import Log
from sayso.judge.taking import By, Meant, Thing, decide, things, undo
from sayso.model.codec import from_json
from sayso.model.decision import Decision, Standing, What, moment
from sayso.model.dossier import Dossier
from sayso.model.names import key
from sayso.model.relation import Claim, Entity
from sayso.present.views.review import Wanted
from sayso.read import decisions as files
from sayso.run.desk import Desk

SHORTEST_ID = 4
"""Characters of an id that are enough to mean it, where no other begins so."""

LARGEST_DOSSIER = 1_000_000_000
"""Bytes of a dossier file; one of a thousand articles takes about thirty million."""

_HEX = frozenset("0123456789abcdef")


class Reviewed(Protocol):
    """What a reviewer works on: stories, and a log."""

    def holding(self, beginning: str) -> dict[str, list[Dossier]]:
        """Return the ids that begin so, each with the dossiers that it stands in."""

    def naming(self, name: str) -> list[Dossier]:
        """Return the dossiers with an entity of that name."""

    def story(self, number: int | None) -> Dossier:
        """Return the dossier of a story."""

    def log(self) -> tuple[Decision, ...]:
        """Return the decisions so far, in order of time, each with what became of it."""

    def last(self) -> str | None:
        """Return when the latest decision was made, None where there is none."""

    def decide(self, made: Sequence[Decision]) -> tuple[Decision, ...]:
        """Add decisions; return those that were not there."""


class OfDesk:
    """Decisions on the stories of a database."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def holding(self, beginning: str) -> dict[str, list[Dossier]]:
        """Return the ids that begin so, each with the dossiers that it stands in."""
        return self._desk.holding(beginning)

    def naming(self, name: str) -> list[Dossier]:
        """Return the dossiers with an entity of that name."""
        return self._desk.naming(name)

    def story(self, number: int | None) -> Dossier:
        """Return the dossier of a story; of the only one where no number is given."""
        if number is None:
            rows = self._desk.stories()
            if len(rows) != 1:
                raise UsageError("say which story: its number, which sayso stories lists")
            number = rows[0].handle
        return self._desk.dossier(number)

    def log(self) -> tuple[Decision, ...]:
        """Return the decisions so far, in order of time, each with what became of it."""
        log = [replace(one, standing=Standing.UNMATCHED) for one in self._desk.decisions()]
        return _with_standings(log, self._desk.decided())

    def last(self) -> str | None:
        """Return when the latest decision was made, None where there is none."""
        return self._desk.last_decided()

    def decide(self, made: Sequence[Decision]) -> tuple[Decision, ...]:
        """Add decisions to the log, and relate their stories anew; return those that were not there."""
        return self._desk.decide(made)


class OfFiles:
    """Decisions on a dossier file, kept in a log file."""

    def __init__(self, dossier: Path | None, log: Path) -> None:
        self._dossier, self._path = dossier, log

    @cached_property
    def _read(self) -> Dossier:
        if self._dossier is None:
            raise UsageError("name the dossier file: --dossier story.json")
        try:
            size, raw = self._dossier.stat().st_size, b""
            if size <= LARGEST_DOSSIER:
                raw = self._dossier.read_bytes()
        except OSError as error:
            raise NoSuchInput(f"{self._dossier}: {error.strerror or error}") from error
        return from_json(raw)

    def holding(self, beginning: str) -> dict[str, list[Dossier]]:
        """Return the ids in the dossier that begin so."""
        return {one.id: [self._read] for one in things(self._read) if one.id.startswith(beginning)}

    def naming(self, name: str) -> list[Dossier]:
        """Return the dossier, if it has an entity of that name."""
        return [self._read] if any(_has(one, name) for one in self._read.entities) else []

    def story(self, number: int | None) -> Dossier:
        """Return the dossier, which is the only one."""
        if number not in (None, 1):
            raise UsageError("a dossier file has one story")
        return self._read

    def log(self) -> tuple[Decision, ...]:
        """Return the decisions of the file, in order of time, each with what became of it."""
        if not self._path.exists():
            return ()
        held = files.read(self._path)
        return _with_standings(held.decisions, self._read.decisions if self._dossier else ())

    def last(self) -> str | None:
        """Return when the latest decision was made, None where there is none."""
        return max((one.at for one in self.log()), default=None)

    def decide(self, made: Sequence[Decision]) -> tuple[Decision, ...]:
        """Add decisions to the end of the file; return those that were not there."""
        known = {one.id for one in self.log()}
        new = tuple(one for one in made if one.id not in known)
        append(self._path, new)
        return new


def append(path: Path, made: Sequence[Decision]) -> None:
    """Write decisions at the end of a log file, each whole; raise `UsageError` where that is not possible."""
    try:
        with path.open("a+b") as file:
            broken = file.tell() > 0 and _last_byte(path) != b"\n"
            file.write((b"\n" if broken else b"") + "".join(files.lines(made)).encode("utf-8"))
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        raise UsageError(f"cannot write {path}: {error.strerror or error}") from error


def _last_byte(path: Path) -> bytes:
    """The end of a log that another program may have been stopped in."""
    with path.open("rb") as file:
        file.seek(-1, os.SEEK_END)
        return file.read(1)


def _with_standings(log: Sequence[Decision], seen: Sequence[Decision]) -> tuple[Decision, ...]:
    """Each decision with what became of it in the stories, or by what undid it."""
    known = Log.of(log)
    standings = {one.id: one.standing for one in seen} | dict.fromkeys(known.undone, Standing.UNDONE)
    return tuple(replace(one, standing=standings.get(one.id, one.standing)) for one in known.decisions)


def meant(reviewed: Reviewed, text: str, story: Dossier | None = None) -> Meant:
    """Return what an argument means: an id, or how one begins, or the name of an entity; in one `story` where
    that is given.

    Raises `UsageError` where it means nothing, or more than one thing, and says which.
    """
    wanted = text.strip()
    found: list[Meant] = []
    if len(wanted) >= SHORTEST_ID and set(wanted.lower()) <= _HEX:
        held = reviewed.holding(wanted.lower())
        found = [Meant(one, _by_id(one, id_)) for id_, stories in held.items() for one in stories]
    if not found and wanted:
        found = [_named(one, wanted) for one in reviewed.naming(wanted)]
    if story is not None:
        found = [one for one in found if one.dossier.reports == story.reports]
    if not found:
        raise UsageError(f"nothing here has an id that begins with {text!r}, or that name")
    if len(found) > 1:
        some = "; ".join(f"{one.thing.id[:12]} ({one.kind})" for one in found[:4])
        raise UsageError(f"{text!r} means several things: {some}; give more of the id, or --story NUMBER")
    return found[0]


def claim_of(one: Meant) -> Meant:
    """Return the claim that a fact belongs to; a claim itself as it is."""
    if isinstance(one.thing, Claim):
        return one
    claims = [made for made in one.dossier.claims if any(m.id == one.thing.id for m in made.members)]
    if not claims:
        raise UsageError(f"{one.thing.id[:12]} ({one.kind}) is in no claim")
    return Meant(one.dossier, claims[0])


def claims_meant(what: What, one: Meant, other: Meant | None) -> tuple[Meant, Meant | None]:
    """Return the two things that a decision is about: a fact stands for its claim where claims are meant, and
    is taken apart from its own where no other is named."""
    if what is What.APART and other is None:
        return one, claim_of(one)
    if other is None or isinstance(one.thing, Entity) or isinstance(other.thing, Entity):
        return one, other
    return claim_of(one) if what is What.MERGE else one, claim_of(other)


def made(dossier: Dossier, wanted: Wanted, at: str) -> Decision:
    """Return the decision that a form asks for. Raises as `decide` does, and `UsageError` for what is not in
    the dossier."""
    by = By(one_line(wanted.by), at, one_line(wanted.note))
    if wanted.what is What.UNDO:
        found = next((one for one in dossier.decisions if one.id == wanted.about.id), None)
        if found is None:
            raise UsageError("that decision is not of this story")
        return undo(found, by)
    other = None
    if wanted.with_ is not None:
        other = Meant(dossier, _by_id(dossier, wanted.with_.id))
    elif wanted.with_name:
        other = _by_name(dossier, wanted.with_name)
    about = Meant(dossier, _by_id(dossier, wanted.about.id), wanted.name or None)
    return decide(wanted.what, about, by, other, wanted.set)


def one_line(text: str) -> str:
    """Return a name or note on one line, without what no log can hold."""
    return " ".join(text.encode("utf-8", "replace").decode("utf-8").split())


def after(last: str | None, now: datetime) -> str:
    """Return the time of a decision made now: later than the last one, so that their order is certain."""
    at = now.astimezone(UTC)
    if last is not None:
        at = max(at, datetime.fromisoformat(last) + timedelta(milliseconds=1))
    return moment(at.isoformat())


def _by_id(dossier: Dossier, id_: str) -> Thing:
    found = next((one for one in things(dossier) if one.id == id_), None)
    if found is None:
        raise UsageError("that is not in this story any more")
    return found


def _by_name(dossier: Dossier, name: str) -> Meant:
    if not any(_has(one, name) for one in dossier.entities):
        raise UsageError(f"no article of this story names {name!r}")
    return _named(dossier, name)


def _named(dossier: Dossier, name: str) -> Meant:
    one = next(one for one in dossier.entities if _has(one, name))
    alike = sorted(known for known in one.names if key(known) == key(name))
    spelled = name if name in alike else next(iter(alike), one.name)
    return Meant(dossier, one, spelled)


def _has(entity: Entity, name: str) -> bool:
    return key(name) in {key(known) for known in (entity.name, *entity.names)}
