"""Which of two reports that share text is the source, and whose copy both carry.

Signs, in this order: a credit of one to the other's outlet, an agency's copy in both, dates,
an agency's own report, an agency credit on one side alone, containment, unless the clock speaks against it.
When nothing settles it, the report of which less is aligned is named as the source, and the reason says that
the direction is unknown.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sayso.lexicon.media import is_known_agency
from sayso.model.report import Report
from sayso.relate.media import carries, credited, own_house, same_outlet
from sayso.relate.moments import before, known

CONTAINED = 0.8
"""Share of a report that stands in the other from which it is nearly all there."""


@dataclass(frozen=True, slots=True)
class Direction:
    """The id of the source, why, and the agency whose copy both carry,
    None for a copy of the one from the other."""

    source: str
    why: str
    agency: str | None = None


def direction(a: Report, b: Report, shares: Mapping[str, float], *, copied: bool) -> Direction:
    """Return which of two reports is the source.

    `shares` are the parts of each that stand in the other, `copied` says whether word for word.
    """
    found = next(_credit(a, b), None)
    if found:
        return found
    agency = common_agency(a, b) if copied else None
    found = next(_dates(a, b, agency, copied=copied), None) or next(_agency_copy(a, b, agency), None)
    return found or _contained(a, b, shares, agency)


def common_agency(a: Report, b: Report) -> str | None:
    """Return the agency whose copy two reports carry, None where none is shown or one of them is the agency's
    own.

    Both credit it, or one is its copy as a whole and the other credits nobody for the same words.
    """
    if _unsigned(a) != _unsigned(b):
        return None
    ours, theirs = credited(a), credited(b)
    for name in ours:
        if any(same_outlet(name, other) for other in theirs) and not (
            own_house(a, name) or own_house(b, name)
        ):
            return name
    if bool(ours) == bool(theirs):
        return None
    one, other, names = (a, b, ours) if ours else (b, a, theirs)
    whole = [name for name in names if carries(one, name) and not own_house(other, name)]
    return whole[0] if whole else None


def _unsigned(report: Report) -> bool:
    """An agency's copy with no outlet is what the agency sent out."""
    return bool(report.agencies) and report.outlet is None


def _credit(a: Report, b: Report) -> Iterator[Direction]:
    for one, other in ((a, b), (b, a)):
        if other.outlet and any(own_house(other, agency) for agency in credited(one)):
            yield Direction(other.id, f"it credits {other.outlet}")


def _dates(a: Report, b: Report, agency: str | None, *, copied: bool) -> Iterator[Direction]:
    for one, other in ((a, b), (b, a)):
        if before(known(one), known(other)):
            third = "" if agency or not copied else ", unless both draw on a third"
            why = f"{_whose(agency)}the other came out earlier ({_day(one)}){third}"
            yield Direction(one.id, why, agency)


def _agency_copy(a: Report, b: Report, agency: str | None) -> Iterator[Direction]:
    for one, other in ((a, b), (b, a)):
        whose = _own_copy(one)
        if whose and (one.outlet or other.outlet) and not _own_copy(other):
            yield Direction(one.id, f"the other is {whose}'s own copy")
    for one, other in ((a, b), (b, a)):
        if one.agencies and not other.agencies:
            yield Direction(one.id, f"{_whose(agency)}the other is credited to {one.agencies[0]}", agency)


def _own_copy(report: Report) -> str | None:
    """The agency whose own copy a report is: nobody else's name stands on it, or the agency is its outlet."""
    if _unsigned(report) or any(own_house(report, name) for name in report.agencies):
        return report.agencies[0]
    return report.outlet if report.outlet and is_known_agency(report.outlet) else None


def _contained(a: Report, b: Report, shares: Mapping[str, float], agency: str | None) -> Direction:
    low, high = sorted((a, b), key=lambda report: (shares[report.id], report.id))
    if shares[high.id] >= CONTAINED > shares[low.id] and not _by_clock(high, low):
        why = f"{_whose(agency)}nearly all of it stands in the other, direction otherwise unknown"
        return Direction(low.id, why, agency)
    return Direction(low.id, f"{_whose(agency)}direction unknown", agency)


def _by_clock(a: Report, b: Report) -> bool:
    """Say whether one report came out before another by the times of day that both give: whoever takes over a
    report whole sets lines of its own around it. Clocks of two zones show no more than that."""
    ours, theirs = ((moment.from_ or "") if (moment := known(one)) else "" for one in (a, b))
    return "T" in ours and "T" in theirs and ours < theirs


def _whose(agency: str | None) -> str:
    return f"both carry {agency}'s copy, so that neither is shown to draw on the other; " if agency else ""


def _day(report: Report) -> str:
    moment = known(report)
    return (moment.to or moment.from_ or "") if moment else ""
