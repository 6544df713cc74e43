"""Which of the figures that stand on a track a policy takes: named, short, each replaceable by another of its
form. A policy chooses among numbers that somebody states; none makes a number of its own."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from sayso.model.report import Figure


@dataclass(frozen=True, slots=True)
class Standing:
    """A figure that a policy may take: the origins of its claim, the last day on which it can hold (None: no
    date), whether somebody gives it or is shown to be its root, and whether one who answers to a state does.
    """

    figure: Figure
    origins_low: int
    origins_high: int
    day: str | None
    given: bool
    official: bool

    @property
    def least(self) -> float:
        """Return the lowest number that the figure states."""
        return _number(self.figure.low, self.figure.high)

    @property
    def most(self) -> float:
        """Return the highest number that the figure states; a vague word states no more than its least."""
        return self.least if self.figure.vague else _number(self.figure.high, self.figure.low)


Choose = Callable[[Sequence[Standing]], Standing | None]
"""Takes the figures that stand, at least one, and returns the best of them, or None where none is fit."""


@dataclass(frozen=True, slots=True)
class Policy:
    """A way to take the best figure of a track, and what it goes by, in plain words."""

    name: str
    why: str
    choose: Choose


def lowest(standing: Sequence[Standing]) -> Standing | None:
    """Return the lowest."""
    return min(standing, key=_by_least)


def most_origins(standing: Sequence[Standing]) -> Standing | None:
    """Return the one whose claim has most origins shown to be apart; of several the latest."""
    most = max(one.origins_low for one in standing)
    return latest([one for one in standing if one.origins_low == most]) if most else None


def latest(standing: Sequence[Standing]) -> Standing | None:
    """Return the one that holds last, the lowest of several of one day; without any date the lowest."""
    last = max(one.day or "" for one in standing)
    return lowest([one for one in standing if (one.day or "") == last])


def latest_official(standing: Sequence[Standing]) -> Standing | None:
    """Return the latest that somebody gives who answers to a state."""
    official = [one for one in standing if one.official and one.day]
    return latest(official) if official else None


POLICIES: Mapping[str, Policy] = {
    policy.name: policy
    for policy in (
        Policy("lowest", "the lowest figure that still stands", lowest),
        Policy("most-origins", "the figure with most independent origins, the latest of those", most_origins),
        Policy("latest", "the figure that holds last", latest),
        Policy("latest-official", "the last figure from somebody who answers to a state", latest_official),
    )
}
"""The policies by name. `lowest` comes first: coders of conflict events take the most conservative number
(ACLED codebook, fatalities)."""

DEFAULT = "lowest"
"""The policy of whoever names none."""


def _by_least(one: Standing) -> tuple[float, int, bool, str]:
    """Of equals, the one with most origins comes first, then one that has a source."""
    return one.least, -one.origins_low, not one.figure.sources, one.figure.id


def _number(first: float | None, second: float | None) -> float:
    known = first if first is not None else second
    return known if known is not None else 0.0
