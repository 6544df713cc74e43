"""A story at hand: its dossier with the views of its sections, each made when it is first asked for."""

from collections import Counter
from collections.abc import Collection, Mapping
from functools import cached_property

from sayso.model.dossier import Dossier
from sayso.model.relation import ConflictType, Entity
from sayso.present import (
    agenda,
    claims,
    conflicts,
    decided,
    graph,
    missing,
    opening,
    parties,
    timeline,
    tracks,
)
from sayso.present.index import Index
from sayso.present.pages import made_with
from sayso.present.policies import DEFAULT, POLICIES
from sayso.present.views.conflicts import ConflictView
from sayso.present.views.figures import TrackView
from sayso.present.views.missing import MissingView, ProblemView
from sayso.present.views.opening import Opening
from sayso.present.views.origins import Graph
from sayso.present.views.page import Page
from sayso.present.views.parties import PartyView
from sayso.present.views.review import AskView
from sayso.present.views.reviewed import DecisionView
from sayso.present.views.timeline import EventView

FACT = 4000
"""Bytes that a fact or mention takes with its views: 3 kB measured, rounded up."""

NAME = 80
"""Characters of a name that can stand in an address."""


class Case:
    """One dossier, and everything that pages tell of it. Read by several threads."""

    def __init__(
        self, number: int, dossier: Dossier, numbers: Mapping[str, int], *, reviews: bool = False
    ) -> None:
        self.number = number
        self.index = Index(dossier)
        self.numbers = numbers
        self.reviews = reviews

    @property
    def dossier(self) -> Dossier:
        """The dossier."""
        return self.index.dossier

    @property
    def review(self) -> str:
        """Where things of the story are decided on; empty where they cannot be."""
        return f"/stories/{self.number}/review" if self.reviews else ""

    @property
    def weight(self) -> int:
        """About how many bytes it takes."""
        texts = sum(len(report.text) for report in self.dossier.reports)
        return 4 * texts + FACT * (len(self.index.facts) + len(self.dossier.mentions))

    @cached_property
    def ids(self) -> dict[int, str]:
        """Ids of claims by their numbers."""
        return {number: claim for claim, number in self.numbers.items()}

    @cached_property
    def opening(self) -> Opening:
        """The first screen."""
        return opening.view(self.index)

    @cached_property
    def decisions(self) -> tuple[DecisionView, ...]:
        """What was decided in review."""
        return decided.view(self.index)

    @cached_property
    def asks(self) -> tuple[AskView, ...]:
        """What a reviewer should look at."""
        return agenda.view(self.index)

    @cached_property
    def tracks(self) -> tuple[TrackView, ...]:
        """Figures over time."""
        return tracks.view(self.index, POLICIES[DEFAULT])

    @cached_property
    def conflicts(self) -> tuple[ConflictView, ...]:
        """What stands apart."""
        return conflicts.view(self.index, moved=False)

    @cached_property
    def moves(self) -> tuple[ConflictView, ...]:
        """What moved."""
        return conflicts.view(self.index, moved=True)

    @cached_property
    def events(self) -> tuple[EventView, ...]:
        """The timeline."""
        return timeline.view(self.index)

    @cached_property
    def parties(self) -> tuple[PartyView, ...]:
        """Who speaks."""
        return parties.view(self.index)

    @cached_property
    def missing(self) -> tuple[MissingView, ...]:
        """What is missing."""
        return missing.view(self.index)

    @cached_property
    def problems(self) -> tuple[ProblemView, ...]:
        """What could not be read."""
        return missing.problems(self.index)

    @cached_property
    def graph(self) -> Graph | None:
        """Where it comes from."""
        return graph.view(self.index)

    @cached_property
    def moved(self) -> frozenset[str]:
        """Ids of the conflicts that are movement, not dispute."""
        return frozenset(one.id for one in self.dossier.conflicts if one.type is ConflictType.UPDATE)

    @cached_property
    def counts(self) -> dict[str, int]:
        """How much there is in each section, as far as that can be told without making it."""
        dossier = self.dossier
        return {
            "said": len(dossier.claims),
            "apart": len(dossier.conflicts) - len(self.moved),
            "moved": len(self.moved),
            "figures": len(dossier.figures),
            "timeline": len(dossier.timeline),
            "articles": len(dossier.reports),
            "parties": len(self.index.parties),
            "reviewed": len(dossier.decisions),
            "problems": len(dossier.problems),
        }

    def routes(self, anchors: Collection[str]) -> tuple[tuple[str, Graph], ...]:
        """Return the graphs of single claims, of those with one of these anchors."""
        chosen = (one for one in self.index.ranked if claims.anchor(one) in anchors)
        return tuple((claims.anchor(one), found) for one in chosen if (found := graph.route(self.index, one)))

    def page(self) -> Page:
        """Return the page of the story with nothing in it but its head."""
        return Page(opening=self.opening, made_with=made_with(self.dossier))

    @cached_property
    def _named(self) -> dict[str, str]:
        """Ids of parties by names that are one party's alone."""
        names = Counter(one.name.casefold() for one in self.index.parties)
        return {one.name.casefold(): one.id for one in self.index.parties if names[one.name.casefold()] == 1}

    def party_key(self, entity: str) -> str:
        """Return what an address calls a party by: its name, which outlives a change; its id where others
        have that name too."""
        known = self.index.entities.get(entity)
        if known is None or len(known.name) > NAME or self._named.get(known.name.casefold()) != entity:
            return entity
        return known.name

    def party(self, key: str) -> Entity | None:
        """Return the party that an address means: by name, by id, or by another of its names."""
        entity = self._named.get(key.casefold(), key)
        known = self.index.entities.get(entity)
        if known is not None:
            return known
        others = (one for one in self.index.parties if key.casefold() in map(str.casefold, one.names))
        return next(others, None)
