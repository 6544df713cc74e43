"""The desk: a database that lives with its stories. Every command on a database calls this."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self

from sayso.clean.report import clean
from sayso.errors import NoSuchInput, UsageError
from sayso.lexicon.house import House, in_force
from sayso.model.choices import Choices
from sayso.model.decision import Decision
from sayso.model.dossier import Dossier
from sayso.model.ids import bytes_id
from sayso.model.report import Problem, Received
from sayso.model.search import By, Filters, Hit
from sayso.present.queries import Answer, find, rejected
from sayso.read.inputs import read
from sayso.read.tables import Columns
from sayso.run import adding, deciding, direct, forgetting, noting, stages
from sayso.run.adding import Fate
from sayso.run.asking import ask
from sayso.run.gathering import Gathering
from sayso.run.refreshing import refresh
from sayso.run.relating import Hook, Relating
from sayso.run.searching import Searching
from sayso.store import changes, decisions, dossiers, reports, settings, stories
from sayso.store.changes import Noted
from sayso.store.database import Database
from sayso.store.reports import Revision
from sayso.store.stories import StoryRow

PASSING = frozenset({"duplicate", "missing", "not-fetched", "after-until", "nothing-readable"})
"""Rules of problems that are of the call, not of an article: told, and not kept."""

Clock = Callable[[], datetime]


@dataclass(frozen=True, slots=True)
class Added:
    """What came of an add: names of articles that are new, that changed, that were there already; what could
    not be read; and the handles of the stories that were related anew."""

    new: tuple[str, ...]
    changed: tuple[str, ...]
    known: tuple[str, ...]
    problems: tuple[Problem, ...]
    stories: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Forgotten:
    """What was removed, and the handles of the stories that were related anew without it."""

    reports: tuple[Revision, ...]
    stories: tuple[int, ...]


class Desk:
    """An open database. A context manager; for one thread."""

    def __init__(
        self, path: Path, *, create: bool = False, hooks: Sequence[Hook] = (), clock: Clock | None = None
    ):
        """Open the database at `path`; with `create`, make it when it is not there.

        `hooks` are told of each story that is related anew, inside the transaction that writes it. Raises
        `NoSuchInput` and `StoreError` as `Database` does.
        """
        self.database = Database(path, create=create)
        self._clock = clock or _now
        self._gathering = Gathering(self.database)
        self._relating = Relating(self.database, (noting.note, *hooks))
        self._searching = Searching(self.database)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file."""
        self.database.close()

    def add(
        self,
        inputs: Sequence[str],
        *,
        columns: Columns | None = None,
        until: date | None = None,
        stdin: BinaryIO | None = None,
        progress: direct.Progress | None = None,
    ) -> Added:
        """Add articles: paths, folders, globs, URLs, or `-` for `stdin`.

        Each is committed whole by itself; then the stories that they touch are gathered and related. What an
        add that was stopped has left to do is done first of all by the next one.
        """
        if not inputs:
            raise UsageError("no input: name files, folders or URLs, or pipe articles in")
        tell = progress or direct.quiet
        tell("reading", 0, 1)
        reading = read(inputs, columns=columns, stdin=stdin)
        return self.add_received(reading.items, reading.problems, until=until, progress=progress)

    def add_received(
        self,
        items: Sequence[Received],
        problems: Sequence[Problem] = (),
        *,
        until: date | None = None,
        progress: direct.Progress | None = None,
    ) -> Added:
        """Add items as `read` gives them, with the problems met on the way to them."""
        tell = progress or direct.quiet
        fates: list[tuple[Fate, str]] = []
        told = list(problems)
        self._keep([one for one in problems if one.report is None])
        met: dict[str | None, list[Problem]] = defaultdict(list)
        for one in problems:
            met[one.report].append(one)
        with in_force(settings.house(self.database)):
            for number, item in enumerate(items):
                tell("adding", number, len(items))
                fate, wrong = self._add(item, met, until)
                told += wrong
                fates += [(fate, item.name)] if fate else []
        touched = self.settle(progress)
        new, changed, known = (
            tuple(name for fate, name in fates if fate is kind)
            for kind in (Fate.NEW, Fate.CHANGED, Fate.KNOWN)
        )
        return Added(new, changed, known, tuple(dict.fromkeys(told)), touched)

    def settle(self, progress: direct.Progress | None = None) -> tuple[int, ...]:
        """Gather and relate all that is left to be; return the stories that this call related."""
        tell = progress or direct.quiet
        now = self._time()
        tell("gathering", 0, 1)
        self._gathering.settle(now)
        return tuple(sorted(set(self._relating.settle(settings.choices(self.database), now, tell))))

    def settle_choices(self, choices: Choices | None = None, house: House | None = None) -> None:
        """Settle names and sides, or bounds of vague numbers, for the whole database; None leaves what was.

        New names and sides have all stories related anew at the next add. Bounds can be settled only while no
        article is there, for they are read with each; raises `UsageError` after that.
        """
        with self.database.transaction():
            if choices is not None and choices != settings.choices(self.database):
                settings.settle_choices(self.database, choices)
                stories.mark_all(self.database)
            if house is not None and house != settings.house(self.database):
                if self.database.value("reports_count"):
                    raise UsageError(
                        f"the articles of {self.database.path} were read with other bounds of vague numbers; "
                        "settle them with the first add, in a new database"
                    )
                settings.settle_house(self.database, house)

    def stories(self, since: date | None = None, until: date | None = None) -> tuple[StoryRow, ...]:
        """Return the stories whose days meet those given, the one that changed last first."""
        return stories.listed(self.database, _iso(since), _iso(until))

    def dossier(self, story: int) -> Dossier:
        """Return the dossier of the story of that handle.

        Where it is the only one, what could not be read stands in it, as in a run without a database. Raises
        `NoSuchInput` for a handle that has no dossier, and says where its articles went.
        """
        with self.database.snapshot():
            dossier = dossiers.read(self.database, story)
            if dossier is None:
                raise NoSuchInput(self.why_none(story))
            loose = self.loose_problems()
        if loose is None:
            return dossier
        return replace(dossier, problems=direct.in_order([*dossier.problems, *loose]))

    def changes(self, since: datetime | None = None, story: int | None = None) -> tuple[Noted, ...]:
        """Return what was told of all stories, or of the one of that handle, from a time on, oldest first."""
        return changes.listed(self.database, since=_utc(since) if since else "", story=story)

    def unread_changes(self, story: int | None = None) -> tuple[Noted, ...]:
        """Return what was told since the bookmark, which `mark_read` places."""
        return changes.listed(self.database, after=changes.bookmark(self.database), story=story)

    def mark_read(self, found: Sequence[Noted]) -> None:
        """Place the bookmark behind the last of these changes."""
        last = max((one.number for one in found), default=0)
        if last > changes.bookmark(self.database):
            changes.place_bookmark(self.database, last)

    def loose_problems(self) -> tuple[Problem, ...] | None:
        """Return what could not be read and is of no story; None where several stories could show it."""
        if self.database.value("live_stories") > 1:
            return None
        return (*reports.problems_outside(self.database), *self._silent())

    def search(
        self, wanted: str, *, by: By = By.BOTH, filters: Filters | None = None, limit: int = 10
    ) -> tuple[Hit, ...]:
        """Return the sentences that fit what is looked for, the best first; copies of one sentence are one.

        `wanted` are words, phrases in quotation marks, and either with a minus before it for what must not be
        there. Raises `UsageError` where nothing is looked for.
        """
        return self._searching.search(wanted, by, filters, limit)

    def decide(
        self, made: Sequence[Decision], progress: direct.Progress | None = None
    ) -> tuple[Decision, ...]:
        """Add decisions of reviewers to the log, and relate the stories that they are about anew; return
        those that the log did not have."""
        new = deciding.decide(self.database, made)
        self.settle(progress)
        return new

    def decisions(self) -> tuple[Decision, ...]:
        """Return the log of decisions, in order of time."""
        return decisions.log(self.database)

    def last_decided(self) -> str | None:
        """Return when the latest decision was made, None where there is none."""
        return decisions.last(self.database)

    def holding(self, beginning: str) -> dict[str, list[Dossier]]:
        """Return the ids of things to decide on that begin so, each with the dossiers that it stands in."""
        return deciding.holding(self.database, beginning)

    def naming(self, name: str) -> list[Dossier]:
        """Return the dossiers with an entity of that name."""
        return deciding.naming(self.database, name)

    def decided(self) -> tuple[Decision, ...]:
        """Return the decisions as they stand in the dossiers that they are about."""
        return deciding.decided(self.database)

    def revisions(self, document: str) -> tuple[Revision, ...]:
        """Return the revisions of the documents of a URL or file name, each document's in the order in which
        they were met."""
        found = reports.documents(self.database, document)
        return tuple(one for number in found for one in reports.revisions(self.database, number))

    def why(self, wanted: str) -> tuple[Answer, ...]:
        """Return the claims that `wanted` means, by story, as `api.why` does: a number, words, or an id or
        its beginning. Raises `UsageError` when nothing is asked for."""
        if not wanted.strip():
            raise UsageError("nothing asked for: name a number, words, or an id")
        answers = (Answer(one, find(one, wanted), story) for story, one in self._asked(wanted))
        return tuple(answer for answer in answers if answer.claims)

    def rejected(self, wanted: str) -> tuple[Problem, ...]:
        """Return a problem for each fact that `wanted` means by its id and that a reviewer rejected."""
        return tuple(told for _, one in self._asked(wanted) for told in rejected(one, wanted))

    def _asked(self, wanted: str) -> list[tuple[int, Dossier]]:
        """The stories that may hold what somebody asks for."""
        found = ((story, dossiers.read(self.database, story)) for story in ask(self.database, wanted))
        return [(story, one) for story, one in found if one is not None]

    def meant(self, which: str) -> tuple[Revision, ...]:
        """Return what `forget` would remove."""
        documents = forgetting.meant(self.database, which)
        return tuple(one for number in documents for one in reports.revisions(self.database, number))

    def forget(self, which: str, *, progress: direct.Progress | None = None) -> Forgotten:
        """Remove an article by its URL, file name or id (or its beginning): all its revisions, and what rests
        on them alone. Raises `NoSuchInput` when there is none, `UsageError` when that may mean several."""
        documents = forgetting.meant(self.database, which)
        gone = forgetting.forget(self.database, self._gathering, documents, self._time())
        self._relating.leave(gone)
        touched = self.settle(progress)
        self.database.purge()
        return Forgotten(gone, touched)

    def refresh(self, *, progress: direct.Progress | None = None) -> Added:
        """Read and relate anew what other versions of sayso, its pipeline or its lexicon have made."""
        tell = progress or direct.quiet
        versions = dossiers.versions(stages.made_with())
        with in_force(settings.house(self.database)):
            names = refresh(self.database, self._gathering, versions, self._time(), tell)
        self._relating.forget()
        return Added((), names, (), (), self.settle(progress))

    def _add(
        self, item: Received, met: Mapping[str | None, Sequence[Problem]], until: date | None
    ) -> tuple[Fate | None, list[Problem]]:
        identity = bytes_id(item.url or item.name, item.raw)
        now = self._time()
        if reports.held(self.database, identity) is not None:
            with self.database.transaction():
                held = reports.held(self.database, identity)
                if held is not None:
                    adding.meet(self.database, self._gathering, held, now)
                    return Fate.KNOWN, []
        cleaned = clean(item)
        report = cleaned.report
        if report is None:
            self._keep(cleaned.problems)
            return None, list(cleaned.problems)
        if until is not None and direct.later(report, until):
            return None, [direct.left_out(report, until)]
        facts = next(iter(stages.facts([report])))
        own = [one for one in met.get(identity, ()) if one.rule not in PASSING]
        made_with = dossiers.versions(stages.made_with())
        arrival = adding.arrival(facts, [*own, *cleaned.problems], made_with)
        return adding.add(self.database, self._gathering, arrival, now), list(arrival.problems)

    def _keep(self, problems: Sequence[Problem]) -> None:
        kept = [one for one in problems if one.rule not in PASSING]
        if kept:
            with self.database.transaction():
                reports.put_problems(self.database, kept, self._time())

    def _silent(self) -> list[Problem]:
        """A problem for each report that states nothing and that no other problem speaks of."""
        explained = {one.report for one in reports.problems_outside(self.database)}
        rows = self.database.rows("silent_reports")
        return [direct.no_facts(row["id"], row["name"]) for row in rows if row["id"] not in explained]

    def why_none(self, story: int) -> str:
        """Return in words why a story has no dossier."""
        state = stories.state(self.database, story)
        if state is None:
            return f"there is no story {story}; see: sayso stories"
        if state.ended and state.went_to:
            return f"story {story} is no more; its articles went to story {state.went_to}"
        if state.ended:
            return f"story {story} is no more: its articles were removed"
        return (
            f"story {story} has no dossier yet: an add was stopped, or is at work; sayso add goes on with it"
        )

    def _time(self) -> str:
        return _utc(self._clock())


def open_desk(path: str | Path, *, create: bool = True, hooks: Sequence[Hook] = ()) -> Desk:
    """Open the database at `path`, or make it."""
    return Desk(Path(path), create=create, hooks=hooks)


def _utc(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _now() -> datetime:
    return datetime.now(UTC)


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
