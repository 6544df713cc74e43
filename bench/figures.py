"""Figures against gold that gives each of them with bounds, measure, source, extent and days.

A figure is found when one overlaps the gold one's anchor with its bounds, an accepted measure and an accepted
source; a figure of the program is right when it is so for some gold one, an optional one too. Extent, period,
as-of, whole, who, side and place are scored over the figures found by their bounds, each where the gold asks
for it. A day counts as stated only when the figure gives its start: "no later than" (an open start) is right
where the gold states no day, and wrong where it states one. Years and months are as good as their days.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from bench.scoring import Gold, Index, Score, listed, same_bounds
from sayso.model.report import Extent, Figure, Moment

NONE = "none"
"""What gold writes where leaving it open is right."""

DAY = len("2024-12-17")

ANY = "any"
"""A measure that gold does not ask for."""

Checked = tuple[bool, str, Sequence[str]]
"""Whether it is right, what the program gives, what the gold accepts."""

Check = Callable[[Index, str, Gold, Figure], Checked | None]
"""Judges one attribute of a figure; None where the gold does not ask for it."""


def score(index: Index, gold: Mapping[str, Sequence[Gold]]) -> dict[str, Score]:
    """Return a score a measure: bounds, measure and source step by step, then each attribute.

    `gold` holds the figures of each report as `kursk.yaml` describes them.
    """
    names = ("bounds", "with measure", "with source", "precision", *ATTRIBUTES)
    scores = {name: Score() for name in names}
    for number, items in gold.items():
        for item in items if number in index.reports else []:
            found = _best(index, number, item)
            if not item.get("optional"):
                _recall(index, number, item, found, scores)
                if found is not None:
                    _attributes(index, number, item, found, scores)
    for number in index.reports:
        for one in index.figures(number):
            right = any(
                _overlaps(index, number, item, one) and all(_fits(index, item, one))
                for item in gold.get(number) or []
            )
            scores["precision"].count(right, shown(index, number, one))
    return scores


def shown(index: Index, number: str, one: Figure) -> str:
    """Return a figure with its measure and sources, as misses are listed."""
    names = ", ".join(index.entities[source].name for source in one.sources) or NONE
    return f"{number} {one.text} ({one.measure} [{one.low}, {one.high}] ← {names})"


def _recall(index: Index, number: str, item: Gold, found: Figure | None, scores: dict[str, Score]) -> None:
    what = f"{number} {item['at']}"
    measure, source = _fits(index, item, found)[1:] if found is not None else (False, False)
    scores["bounds"].count(found is not None, what)
    given = f"{what}: {shown(index, number, found)}" if found is not None else what
    scores["with measure"].count(measure, f"{given}, wanted {' or '.join(listed(item['measure']))}")
    owners = " or ".join(listed(item["source"])[:2])
    scores["with source"].count(measure and source, f"{given}, wanted {owners}")


def _best(index: Index, number: str, item: Gold) -> Figure | None:
    """The figure at the anchor with the gold bounds that fits best otherwise."""
    near = [one for one in index.figures(number) if _overlaps(index, number, item, one)]
    fits = [one for one in near if same_bounds(one, item)]
    return max(fits, key=lambda one: (sum(_fits(index, item, one)), one.id), default=None)


def _overlaps(index: Index, number: str, item: Gold, one: Figure) -> bool:
    span = index.anchor(number, item["at"], item.get("nth", 0))
    return span is not None and one.start < span[1] and span[0] < one.end


def _fits(index: Index, item: Gold, one: Figure) -> tuple[bool, bool, bool]:
    """Whether bounds, measure and source of a figure are those of a gold one."""
    measures = {singular(measure) for measure in listed(item["measure"])}
    return (
        same_bounds(one, item),
        ANY in measures or singular(one.measure) in measures,
        _sourced(index, listed(item["source"]), one),
    )


def _sourced(index: Index, wanted: Sequence[str], one: Figure) -> bool:
    if not one.sources:
        return NONE in wanted
    return any(text in name for text in wanted for name in index.names(one.sources))


def singular(measure: str) -> str:
    """Return a measure in the singular: gold may name one under its own noun in either number."""
    if measure.endswith("men"):
        return measure[:-2] + "an"
    return measure[:-3] + "y" if measure.endswith("ies") else measure.removesuffix("s")


def _attributes(index: Index, number: str, item: Gold, found: Figure, scores: dict[str, Score]) -> None:
    for name, check in ATTRIBUTES.items():
        checked = check(index, number, item, found)
        if checked is not None:
            right, given, wanted = checked
            what = f"{number} {item['at']}: {given or NONE}, wanted {' or '.join(wanted) or NONE}"
            scores[name].count(right, what)


def _who(_: Index, __: str, item: Gold, found: Figure) -> Checked | None:
    wanted = listed(item.get("who"))
    given = (found.who or NONE).lower()
    return (any(text.lower() in given for text in wanted), given, wanted) if wanted else None


def _side(index: Index, _: str, item: Gold, found: Figure) -> Checked | None:
    return _named(index, listed(item.get("side")), found.who_side)


def _place(index: Index, _: str, item: Gold, found: Figure) -> Checked | None:
    return _named(index, listed(item.get("where")), found.where)


def _named(index: Index, wanted: Sequence[str], entity: str | None) -> Checked | None:
    if not wanted:
        return None
    names = index.names([entity]) if entity else [NONE]
    return any(text in name for text in wanted for name in names), names[-1], wanted


def _extent(_: Index, __: str, item: Gold, found: Figure) -> Checked | None:
    wanted = listed(item.get("extent", Extent.LEVEL))
    return found.extent in wanted, found.extent, wanted


def _during(_: Index, __: str, item: Gold, found: Figure) -> Checked | None:
    wanted = listed(item.get("during"))
    given = _days(found.during)
    right = len(given) == len(wanted) and all(
        day.startswith(end) for day, end in zip(given, wanted, strict=True)
    )
    return right, " to ".join(given), wanted


def _as_of(_: Index, __: str, item: Gold, found: Figure) -> Checked | None:
    """An open start states no day; a count in a period may be as of its last day."""
    wanted = [*(listed(item.get("as_of")) or [NONE]), *listed(item.get("during"))[-1:]]
    stated = found.as_of is not None and found.as_of.from_ is not None
    given = (found.as_of.to or "")[:DAY] if stated and found.as_of is not None else NONE
    return any(given.startswith(day) for day in wanted), given, wanted


def _days(moment: Moment | None) -> list[str]:
    return [str(end)[:DAY] for end in (moment.from_, moment.to)] if moment is not None else []


def _part_of(index: Index, number: str, item: Gold, found: Figure) -> Checked | None:
    if "part_of" not in item or (found.part_of is None and item["part_of"] is None):
        return None
    whole = next((one for one in index.figures(number) if one.id == found.part_of), None)
    span = index.anchor(number, item["part_of"]) if item["part_of"] else None
    right = bool(span and whole and whole.start < span[1] and span[0] < whole.end)
    return right, whole.text if whole else NONE, listed(item["part_of"])


ATTRIBUTES: Mapping[str, Check] = {
    "who": _who,
    "side": _side,
    "where": _place,
    "extent": _extent,
    "during": _during,
    "as of": _as_of,
    "part of": _part_of,
}
"""Each attribute and its check, in the order of the table."""


def taken(index: Index, gold: Mapping[str, Sequence[Any]]) -> list[str]:
    """Return the numbers that count nothing and were taken for figures; `gold` gives their anchors, each
    alone or with its nth."""
    found = []
    for number, anchors in gold.items():
        for anchor, nth in (one if isinstance(one, list) else (str(one), 0) for one in anchors):
            item = {"at": anchor, "nth": nth}
            if number in index.reports and any(
                _overlaps(index, number, item, one) for one in index.figures(number)
            ):
                found.append(f"{number} {anchor}")
    return found


def rows(result: Mapping[str, Any]) -> list[str]:
    """Return scores as lines of text, a row a measure, what was missed or wrong under it."""
    lines = []
    for name, value in result.items():
        if isinstance(value, list):
            lines.append(f"  {name:22} {value}")
        else:
            lines.append(f"  {name:22} {value['found']:3} of {value['total']:3}  {value['recall']:.3f}")
            lines += [f"    wrong  {item}" for item in value["missed"]]
    return lines
