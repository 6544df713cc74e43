"""Low, best and high of a track under a named policy: always beside the set of figures that are stated, and
never a number of sayso's own.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sayso.model.relation import Track
from sayso.model.report import Extent, Figure, Stance, Statement
from sayso.present.index import Index
from sayso.present.overtaken import Reason, last_day, overtaken
from sayso.present.policies import Policy, Standing

_ON_THE_LINE = frozenset({Extent.LEVEL, Extent.CUMULATIVE})
_GIVES = frozenset({Stance.ASSERTS, Stance.CONFIRMS, Stance.ESTIMATES})


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A figure of the set that no policy may take, and why."""

    figure: Figure
    why: str


@dataclass(frozen=True, slots=True)
class Estimate:
    """The figures stated on a track, what was left out of them, and what the policy made of the others.

    `low` and `high` are the lowest and the highest number that still stands, None where that is open;
    `best` is the figure that the policy takes.
    """

    stated: tuple[Figure, ...]
    left_out: tuple[LeftOut, ...]
    standing: tuple[Standing, ...]
    policy: str
    low: float | None
    high: float | None
    best: Standing | None
    why: str


def estimate(index: Index, track: Track, policy: Policy) -> Estimate:
    """Return low, best and high of a track; sums by sayso are no part of what is stated."""
    on_track = [one for key in track.figures if isinstance(one := index.facts.get(key), Figure)]
    stated = tuple(one for one in on_track if not one.derived_from)
    left: list[LeftOut] = []
    kept = _kept(stated, left, lambda one: off_the_line(index, one))
    kept = _kept(kept, left, overtaken(index, kept))
    kept = _kept(kept, left, _filled(kept))
    standing = _traced([_standing(index, one) for one in kept], left)
    low, high = _ends(standing)
    best = policy.choose(standing) if standing else None
    why = policy.why if best else _nothing(standing, policy)
    return Estimate(stated, tuple(left), standing, policy.name, low, high, best, why)


def off_the_line(index: Index, figure: Figure) -> str | None:
    """Return why a figure is no state of a count that somebody gives, None for one that is."""
    if figure.change is not None:
        return "a change, no level"
    if figure.extent not in _ON_THE_LINE:
        return "counts a part" if figure.extent is Extent.PART else "counts one period only"
    return None if is_given(index, figure) else "its source does not say that it is so"


def is_given(index: Index, figure: Figure) -> bool:
    """Say whether whoever states a figure says that it is so; what no statement holds is told as so."""
    statement = index.facts.get(figure.statement or "")
    return not isinstance(statement, Statement) or statement.stance in _GIVES


def claimed(index: Index, fact: str) -> tuple[int, int] | None:
    """Return the origins, low and high, of the claim that a figure asserts: the best shown one of several."""
    found = [
        (claim.origins_low, claim.origins_high)
        for claim in index.claims_of.get(fact, ())
        if (claim.id, fact) in index.asserted
    ]
    return max(found, default=None)


def _kept(figures: Iterable[Figure], left: list[LeftOut], reason: Reason) -> list[Figure]:
    """Return the figures without a reason against them; the others go to `left` with it."""
    kept: list[Figure] = []
    for figure in figures:
        why = reason(figure)
        if why is None:
            kept.append(figure)
        else:
            left.append(LeftOut(figure, why))
    return kept


def _filled(figures: Sequence[Figure]) -> Reason:
    """Return what tells whether a vague word may mean a number that is counted: then it bounds nothing."""
    counted = [one for one in figures if not one.vague]

    def reason(figure: Figure) -> str | None:
        meant = next((one for one in counted if _meet(figure, one)), None) if figure.vague else None
        return f"a vague word, and {meant.text} is counted" if meant else None

    return reason


def _meet(a: Figure, b: Figure) -> bool:
    lows = [one for one in (a.low, b.low) if one is not None]
    highs = [one for one in (a.high, b.high) if one is not None]
    return not lows or not highs or max(lows) <= min(highs)


def _standing(index: Index, figure: Figure) -> Standing:
    low, high = claimed(index, figure.id) or (0, 0)
    official = any(is_official(index, entity) for entity in index.sources(figure))
    given = low > 0 or bool(index.sources(figure))
    return Standing(figure, low, high, last_day(index, figure), given, official)


def is_official(index: Index, entity: str) -> bool:
    """Say whether an entity is a government, or answers to one."""
    return any(one.government for one in index.answerable(entity))


def _traced(standing: Sequence[Standing], left: list[LeftOut]) -> tuple[Standing, ...]:
    """Keep those that somebody gives or that are traced to somebody, where any is."""
    traced = tuple(one for one in standing if one.given)
    if not traced:
        return tuple(standing)
    left += [LeftOut(one.figure, "not traced to anyone") for one in standing if not one.given]
    return traced


def _ends(standing: Sequence[Standing]) -> tuple[float | None, float | None]:
    """Return the low end of what states least and the high end of what states most; of equals the open
    one."""
    if not standing:
        return None, None
    first = min(standing, key=lambda one: (one.least, one.figure.low is not None, one.figure.id)).figure
    last = min(standing, key=lambda one: (-one.most, one.figure.high is not None, one.figure.id)).figure
    return first.low, last.high


def _nothing(standing: Sequence[Standing], policy: Policy) -> str:
    return f"nothing that stands is fit for this: {policy.why}" if standing else "no stated figure stands"
