"""Stories whose reports changed get their dossiers anew, each in one transaction."""

from collections import OrderedDict
from collections.abc import Callable, Iterable, Sequence

from sayso import kept
from sayso.embed import embed
from sayso.heap import unswept
from sayso.model.choices import Choices
from sayso.model.dossier import Dossier
from sayso.model.report import Facts
from sayso.run import stages
from sayso.store import decisions, dossiers, reports, stories
from sayso.store.bodies import unpacked
from sayso.store.database import Database
from sayso.store.dossiers import Related
from sayso.store.reports import Revision

Hook = Callable[[Database, Related], None]
"""Told of each story that was related, inside the transaction that writes its dossier."""

REMEMBERED = 100
"""Reports whose facts are kept at hand between two stories; each takes 0.4 MB."""

DOSSIERS = 100
"""Reports of all dossiers at hand: a story that grows is compared with what it was. Each takes 0.2 MB."""


class Relating:
    """Makes the dossiers of a database follow its stories."""

    def __init__(self, database: Database, hooks: Sequence[Hook] = ()) -> None:
        self._database = database
        self._hooks = tuple(hooks)
        self._facts: OrderedDict[int, Facts] = OrderedDict()
        self._dossiers: OrderedDict[int, tuple[bytes, Dossier]] = OrderedDict()
        self._seen = 0

    def forget(self) -> None:
        """Forget what is kept at hand."""
        self._facts.clear()
        self._dossiers.clear()
        kept.forget()

    def leave(self, gone: Iterable[Revision]) -> None:
        """Forget what is kept at hand of revisions that were removed, and all dossiers: those may hold it."""
        for one in gone:
            self._facts.pop(one.number, None)
            kept.leave(one.id)
        self._dossiers.clear()

    def remember(self, number: int, facts: Facts) -> None:
        """Keep facts at hand."""
        self._facts[number] = facts
        if len(self._facts) > REMEMBERED:
            self._facts.popitem(last=False)

    def settle(self, choices: Choices, now: str, tell: Callable[[str, int, int], None]) -> list[int]:
        """Relate all stories that are marked; return the handles of those that this process wrote."""
        written: list[int] = []
        while marked := stories.dirty(self._database):
            for place, story in enumerate(marked):
                tell("relating", len(written), len(written) + len(marked) - place)
                with unswept():
                    if self._relate(story, choices, now):
                        written.append(story)
        return written

    def _relate(self, story: int, choices: Choices, now: str) -> bool:
        """Relate one story; False where another process changed or wrote it meanwhile."""
        with self._database.snapshot():
            if self._seen != (seen := self._database.foreign_writes):
                self._seen = seen
                self._facts.clear()
            before = stories.state(self._database, story)
            members = stories.members(self._database, story)
            old = self._before(story)
            found = [self._read(number) for _, number in members]
            problems = [one for id_, _ in members for one in reports.problems_of(self._database, id_)]
            log = decisions.of_story(self._database, story)
        if before is None or not before.dirty or not found:
            return False
        new = None
        if not all(map(reports.silent, found)):
            new = stages.dossier(stages.whole(found), found, stages.made_with(), problems, choices, log)
        with self._database.transaction():
            if stories.state(self._database, story) != before:
                return False
            self._write(story, old, new, now)
        return True

    def _before(self, story: int) -> Dossier | None:
        """The dossier as it stands: the one at hand where the database has the same bytes still."""
        body = dossiers.stored(self._database, story)
        known = self._dossiers.pop(story, None)
        if body is None:
            return None
        return known[1] if known and known[0] == body else unpacked(Dossier, body)

    def _write(self, story: int, old: Dossier | None, new: Dossier | None, now: str) -> None:
        if new is None:
            dossiers.hush(self._database, story, now)
            return
        related = dossiers.write(self._database, story, old, new, embed, now)
        for hook in self._hooks:
            hook(self._database, related)
        self._keep(story, related.body, new)

    def _keep(self, story: int, body: bytes, dossier: Dossier) -> None:
        """Keep a dossier at hand; the last one, however large."""
        self._dossiers[story] = body, dossier
        while len(self._dossiers) > 1 and self._reports() > DOSSIERS:
            self._dossiers.popitem(last=False)

    def _reports(self) -> int:
        return sum(len(dossier.reports) for _, dossier in self._dossiers.values())

    def _read(self, number: int) -> Facts:
        if number not in self._facts:
            self.remember(number, reports.facts_of(self._database, number))
        self._facts.move_to_end(number)
        return self._facts[number]
