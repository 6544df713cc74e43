"""Everything on the page of one story."""

from dataclasses import dataclass

from sayso.present.views.articles import ArticleView
from sayso.present.views.claims import ClaimView, OwnWords
from sayso.present.views.conflicts import ConflictView
from sayso.present.views.figures import TrackView
from sayso.present.views.missing import MissingView, ProblemView
from sayso.present.views.opening import Opening
from sayso.present.views.origins import Graph
from sayso.present.views.parties import PartyView
from sayso.present.views.reviewed import DecisionView
from sayso.present.views.timeline import EventView


@dataclass(frozen=True, slots=True)
class Page:
    """Everything on the page of one story."""

    opening: Opening
    made_with: tuple[str, ...]
    claims: tuple[ClaimView, ...] = ()
    minor_claims: tuple[ClaimView, ...] = ()
    tracks: tuple[TrackView, ...] = ()
    conflicts: tuple[ConflictView, ...] = ()
    moves: tuple[ConflictView, ...] = ()
    events: tuple[EventView, ...] = ()
    articles: tuple[ArticleView, ...] = ()
    parties: tuple[PartyView, ...] = ()
    missing: tuple[MissingView, ...] = ()
    problems: tuple[ProblemView, ...] = ()
    graph: Graph | None = None
    routes: tuple[tuple[str, Graph], ...] = ()
    decisions: tuple[DecisionView, ...] = ()
    own_words: tuple[OwnWords, ...] = ()
