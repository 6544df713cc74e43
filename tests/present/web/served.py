"""A real server on loopback over desks that are made up, for the tests of this folder."""

import socket
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

import httpx
from tests.present.crowd import make_crowd
from tests.present.make import HOSTILE, make_dossier

from sayso.errors import NoSuchInput
from sayso.model.change import ChangeKind
from sayso.model.codec import to_plain
from sayso.model.decision import Decision
from sayso.model.dossier import Dossier
from sayso.model.search import By, Filters, Hit, HitKind, Place
from sayso.present.views.changes import ChangeView, Said
from sayso.present.views.desk import ArticlePlace, ClaimPlace, RevisionLine, Standing, StoryLine
from sayso.present.views.review import Wanted
from sayso.present.web.app import app
from sayso.present.web.server import server
from sayso.present.web.settings import Settings
from sayso.run.reviewing import made

SMALL, CROWD = 1, 2
MANY = 300


@dataclass(frozen=True, slots=True)
class Noted:
    """A change as the log of a desk has it."""

    number: int
    at: str
    story: int
    title: str | None
    shown: Any


class MadeDesk:
    """A desk in memory: story 1 holds every kind of thing; story 2, if there is one, has many articles."""

    def __init__(self, articles: int = 0) -> None:
        self.dossiers: dict[int, Dossier] = {SMALL: make_dossier()}
        if articles:
            self.dossiers[CROWD] = make_crowd(articles)
        self.mark = "1"
        self.replaced = {"d4-before": "d4"}
        self.log = [
            _noted(1, "2031-03-05T09:00:00Z", ChangeKind.FIGURE_MOVED, "3 killed, then 4", weight=0.9),
            _noted(2, "2031-03-05T10:00:00Z", ChangeKind.REPORT_NEW, HOSTILE, minor=True),
        ]
        self.hits = [
            _hit(HitKind.FIGURE, "“Four people are dead,” she said.", SMALL * 1000),
            _hit(HitKind.ARTICLE, f"People {HOSTILE} here.", None),
        ]
        self.delay = self.settling = 0.0
        self.decisions = 0
        self.decoded = 0

    def stories(self, since: date | None, until: date | None) -> Sequence[StoryLine]:
        lines = [_line(number, dossier) for number, dossier in self.dossiers.items()]
        return [
            one
            for one in lines
            if (not since or (one.ends or "9") >= since.isoformat())
            and (not until or (one.begins or "") <= until.isoformat())
        ]

    def standing(self, story: int) -> Standing:
        time.sleep(self.delay)
        if story not in self.dossiers:
            raise NoSuchInput(f"there is no story {story}")
        return Standing(story, self.mark, self.mark == "2")

    def dossier(self, story: int) -> Dossier:
        self.decoded += 1
        return self.dossiers[story]

    def claim_numbers(self, story: int) -> Mapping[str, int]:
        return {claim.id: story * 1000 + n for n, claim in enumerate(self.dossiers[story].claims)}

    def claim(self, number: int) -> ClaimPlace:
        for story in self.dossiers:
            for claim, found in self.claim_numbers(story).items():
                if found == number:
                    return ClaimPlace(story, claim)
        raise NoSuchInput(f"there is no claim {number}")

    def article(self, report: str) -> ArticlePlace:
        report = self.replaced.get(report, report)
        for number, dossier in self.dossiers.items():
            if any(one.id == report for one in dossier.reports):
                return ArticlePlace(number, report)
        raise NoSuchInput("no story has this article now")

    def revisions(self, report: str) -> Sequence[RevisionLine]:
        return (RevisionLine(report, "2031-03-05T10:00:00Z", True, self.article(report).story),)

    def changes(self, since: datetime | None, story: int | None) -> Sequence[Noted]:
        wanted = since.strftime("%Y-%m-%dT%H:%M:%SZ") if since else ""
        return [one for one in self.log if one.at >= wanted and story in {None, one.story}]

    def search(self, wanted: str, by: By, filters: Filters, limit: int) -> Sequence[Hit]:
        found = [one for one in self.hits if by is not By.MEANING and filters.kind in {None, one.kind}]
        return [one for one in found if wanted.casefold() in one.sentence.casefold()][:limit]

    def decide(self, dossier: Dossier, wanted: Wanted) -> Decision:
        self.decisions += 1
        decision = made(dossier, wanted, f"2031-03-06T08:00:00.{self.decisions:03}Z")
        story = next(number for number, one in self.dossiers.items() if one.reports == dossier.reports)
        self.dossiers[story] = replace(dossier, decisions=(*dossier.decisions, decision))
        return decision

    def settle(self) -> None:
        time.sleep(self.settling)
        self.mark = f"1.{self.decisions}"

    def close(self) -> None:
        pass


def _noted(
    number: int, at: str, kind: ChangeKind, text: str, weight: float = 0.1, minor: bool = False
) -> Noted:
    said = (Said("-", text, "The Voice, 4 Mar"), Said("+", text))
    view = ChangeView(f"change{number}", kind, "moved", text, said, ("The Voice",), weight, minor)
    return Noted(number, at, SMALL, "Tolm", to_plain(view))


def _hit(kind: HitKind, sentence: str, claim: int | None) -> Hit:
    return Hit(
        kind=kind,
        sentence=sentence,
        marks=((1, 5),),
        sources=("Ines Dahl",) if claim else (),
        stance="asserts",
        amount="4 killed" if claim else "",
        claim=claim,
        origins_low=1 if claim else None,
        origins_high=2 if claim else None,
        support="one-origin",
        score=1.0,
        why="words",
        places=(
            Place("d1", SMALL, HOSTILE, "A title", None, "2031-03-05"),
            Place("d4", None, "", None, None, None),
        ),
    )


def _line(number: int, dossier: Dossier) -> StoryLine:
    span = dossier.span
    return StoryLine(
        number=number,
        title=dossier.title,
        articles=len(dossier.reports),
        outlets=3,
        begins=span.from_ if span else None,
        ends=span.to if span else None,
        claims=len(dossier.claims),
        conflicts=len(dossier.conflicts),
        first_claim=dossier.claims[0].text,
        origins_low=1,
        origins_high=2,
        changed="2031-03-06T08:00:00Z",
        at_work=False,
    )


@contextmanager
def serving(desk: MadeDesk, settings: Settings | None = None) -> Iterator[httpx.Client]:
    """Serve a desk on a free port; give a client that asks it."""
    settings = settings or Settings()
    listening = socket.create_server((settings.host, 0))
    port = listening.getsockname()[1]
    running = server(app(lambda: desk, settings), settings)
    thread = threading.Thread(target=running.run, kwargs={"sockets": [listening]})
    thread.start()
    try:
        while not running.started and thread.is_alive():
            time.sleep(0.01)
        with httpx.Client(base_url=f"http://127.0.0.1:{port}", timeout=30) as client:
            yield client
    finally:
        running.should_exit = True
        thread.join(20)
        listening.close()
    assert not thread.is_alive()
