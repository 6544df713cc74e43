"""Score a dossier against a hand-written gold file whose facts are named by anchors (short strings inside
their spans).

The rules are those of the Kursk sample: a statement is found when its content span covers the anchor and one
of its sources has a name that contains one of the listed strings; a figure when its span overlaps the anchor
and its bounds agree (`vague: n` accepts any bounds that contain n).
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bench.folders import AbsentData
from sayso.model.dossier import Dossier
from sayso.model.relation import Claim, Entity
from sayso.model.report import Figure, Report, Statement

Gold = Mapping[str, Any]


def rates(right: float, found: float, gold: float) -> dict[str, float]:
    """Return precision, recall and F1 of `right` ones among those found and those in the gold; nought where
    there are none."""
    precision, recall = right / found if found else 0.0, right / gold if gold else 0.0
    return {"precision": precision, "recall": recall, "f1": harmonic(precision, recall)}


def harmonic(precision: float, recall: float) -> float:
    """Return the F1 of a precision and a recall; nought where both are."""
    both = precision + recall
    return 2 * precision * recall / both if both else 0.0


def rounded(scores: Mapping[str, float]) -> dict[str, float]:
    """Return scores to four places."""
    return {name: round(score, 4) for name, score in scores.items()}


@dataclass
class Score:
    """How many gold facts were found, and which were not; precision counts are None where the gold is not
    exhaustive."""

    found: int = 0
    total: int = 0
    missed: list[str] = field(default_factory=list)

    @property
    def recall(self) -> float:
        """Share of gold facts found."""
        return self.found / self.total if self.total else 0.0

    def count(self, hit: bool, what: str) -> None:
        """Count one gold fact."""
        self.total += 1
        self.found += hit
        if not hit:
            self.missed.append(what)

    def plain(self) -> dict[str, Any]:
        """Return the score as plain values."""
        return {
            "found": self.found,
            "total": self.total,
            "recall": round(self.recall, 3),
            "missed": self.missed,
        }


@dataclass(frozen=True)
class Index:
    """A dossier's facts by report number (the leading digits of the file name)."""

    dossier: Dossier
    reports: Mapping[str, Report]
    entities: Mapping[str, Entity]

    @staticmethod
    def of(dossier: Dossier, digits: int) -> "Index":
        """Index a dossier by the first `digits` characters of its reports' names."""
        return Index(
            dossier,
            {one.name[:digits]: one for one in dossier.reports},
            {one.id: one for one in dossier.entities},
        )

    @staticmethod
    def read(folder: Path, digits: int) -> "Index":
        """Run the program on a folder of reports and index the largest story; raise `AbsentData` for none."""
        from sayso import api

        found = api.dossiers([str(folder)]).dossiers
        if not found:
            raise AbsentData(f"{folder} holds no report")
        return Index.of(found[0], digits)

    def anchor(self, number: str, anchor: str, nth: int = 0) -> tuple[int, int] | None:
        """Return the span of the nth occurrence of an anchor in a report, or None when the report lacks
        it."""
        report = self.reports.get(number)
        start = -1
        for _ in range(nth + 1):
            start = report.text.find(anchor, start + 1) if report is not None else -1
            if start < 0:
                return None
        return start, start + len(anchor)

    def statements(self, number: str) -> list[Statement]:
        """Return the statements of a report."""
        return [one for one in self.dossier.statements if self.reports[number].id == one.report]

    def figures(self, number: str) -> list[Figure]:
        """Return the stated figures of a report; sums made for comparison stand apart."""
        return [
            one
            for one in self.dossier.figures
            if self.reports[number].id == one.report and not one.derived_from
        ]

    def names(self, entities: Iterable[str]) -> list[str]:
        """Return all names of entities, in lower case; an authority's own names stand for a body that has
        none."""
        return [
            name.lower() for id_ in entities for name in (*self.entities[id_].names, self.entities[id_].name)
        ]


def covers(one: Statement, span: tuple[int, int]) -> bool:
    """Say whether a statement covers an anchor: its content does, in the body or where it is repeated.

    An anchor that takes in the cue as well ("declined to comment") is covered by content and cue together.
    """
    places = [(one.start, one.end), *one.also]
    if one.cue is not None and one.cue.start < span[1] and span[0] < one.cue.end:
        places.append((min(one.start, one.cue.start), max(one.end, one.cue.end)))
    return any(start <= span[0] and span[1] <= end for start, end in places)


def statement_at(index: Index, number: str, gold: Gold, wanted: Sequence[str]) -> Statement | None:
    """Return the statement found for a gold one: content over the anchor, source among `wanted`; where the
    gold names none (narration, hearsay), one that names none."""
    span = index.anchor(number, gold["at"], gold.get("nth", 0))
    if span is None:
        return None
    for one in sorted(index.statements(number), key=lambda item: item.end - item.start):
        named = index.names(one.sources)
        right = any(text.lower() in name for text in wanted for name in named) if wanted else not one.sources
        if covers(one, span) and right:
            return one
    return None


def figure_at(index: Index, number: str, gold: Gold) -> Figure | None:
    """Return the figure found for a gold one: overlap with the anchor and the same bounds."""
    span = index.anchor(number, gold["at"], gold.get("nth", 0))
    if span is None:
        return None
    near = [one for one in index.figures(number) if one.start < span[1] and span[0] < one.end]
    return next((one for one in near if same_bounds(one, gold)), None)


def same_bounds(one: Figure, gold: Gold) -> bool:
    """Say whether bounds agree: exactly, or around the number when the gold is vague."""
    if "vague" in gold and gold["vague"] is not None:
        low = one.low if one.low is not None else float("-inf")
        high = one.high if one.high is not None else float("inf")
        return bool(low <= gold["vague"] <= high)
    return bool(one.low == gold.get("low") and one.high == gold.get("high"))


def listed(value: Any) -> list[str]:
    """Return a gold value as a list of strings: a single one, a list, or nothing."""
    if value is None:
        return []
    return [str(item) for item in value] if isinstance(value, list) else [str(value)]


def entity_names(gold: Gold, name: Any) -> list[str]:
    """Return the names of a gold entity, leading articles aside."""
    names = [alias for one in gold["entities"] if one["name"] in listed(name) for alias in one["names"]]
    return [
        alias.removeprefix("The ")
        .removeprefix("the ")
        .removeprefix("A ")
        .removeprefix("a ")
        .removeprefix("an ")
        for alias in [*names, *listed(name)]
    ]


def facts_at(index: Index, member: Sequence[Any]) -> set[str]:
    """Return the ids of the statements and figures that overlap an anchor: report number, words, nth."""
    number, anchor, *nth = member
    span = index.anchor(number, anchor, nth[0] if nth else 0)
    if span is None:
        return set()
    facts: list[Statement | Figure] = [*index.statements(number), *index.figures(number)]
    return {one.id for one in facts if one.start < span[1] and span[0] < one.end}


def together(index: Index, members: Iterable[Sequence[Any]]) -> bool:
    """Say whether one claim holds a fact at each of some anchors."""
    anchors = list(members)
    return any(all(holds(index, claim, one) for one in anchors) for claim in index.dossier.claims)


def holds(index: Index, claim: Claim, anchor: Sequence[Any]) -> bool:
    """Say whether a claim holds a fact at an anchor; a statement that tells it in one clause, only there."""
    number, words, *nth = anchor
    span, facts = index.anchor(number, words, nth[0] if nth else 0), facts_at(index, anchor)
    return any(
        one.id in facts
        and (not one.parts or any(part[0] < span[1] and span[0] < part[1] for part in one.parts))
        for one in claim.members
        if span is not None
    )


def fullest(index: Index, item: Gold) -> Claim | None:
    """Return the claim that holds most members of a gold claim; None when none holds any."""

    def held(claim: Claim) -> int:
        return sum(holds(index, claim, member["at"]) for member in item["members"])

    best = max(index.dossier.claims, key=held, default=None)
    return best if best and held(best) else None
