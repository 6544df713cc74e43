"""Every statement of the five Kursk reports against `gold/kursk.yaml`, a full annotation of them.

A gold statement is found when the content of one covers its anchors and one of its sources has an accepted
name. A statement of the program is right when it covers the first anchor of some gold statement (where it
is printed again, too) with an accepted source; those on an optional one count neither way for recall, and
as right for precision.
"""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from bench.scoring import Gold, Index, Score, covers, listed
from sayso.model.report import Statement, StatementKind

NONE = "none"
"""What the gold writes where a statement needs no source, channel or day."""

DAY = len("2024-12-17")


def score(index: Index) -> dict[str, Any]:
    """Return content and source (recall, precision, missed, spurious) and the share right of each attribute.

    An attribute's `named` counts only those where the gold asks for one or the program gives one.
    """
    import srsly

    gold: Any = srsly.read_yaml(Path(__file__).parent / "gold" / "kursk.yaml")
    recall, precision = Score(), Score()
    shares = {name: (Score(), Score()) for name in ATTRIBUTES}
    for number, items in gold["statements"].items():
        for item in items:
            if not item.get("optional"):
                found = _found(index, number, item)
                recall.count(found is not None, f"{number} {item['at']} ← {listed(item['source'])[0]}")
                if found is not None:
                    _attributes(index, number, item, found, shares)
    for number in index.reports:
        for one in index.statements(number):
            if one.kind is not StatementKind.NARRATED:
                right = any(_on(index, number, item, one) for item in gold["statements"][number])
                precision.count(right, _shown(index, number, one, gold["narrated"][number]))
    return {
        "content_and_source": {
            "recall": round(recall.recall, 3),
            "precision": round(precision.recall, 3),
            "found": recall.found,
            "total": recall.total,
            "right": precision.found,
            "given": precision.total,
            "missed": recall.missed,
            "spurious": precision.missed,
        },
        **{
            name: {**every.plain(), "named": {"found": named.found, "total": named.total}}
            for name, (every, named) in shares.items()
        },
    }


def table(result: dict[str, Any]) -> str:
    """Return the result as lines of text: a row a measure; what was missed, spurious or wrong under it."""
    both = result["content_and_source"]
    lines = [
        f"{'  recall':24} {both['found']:3} of {both['total']:3}  {both['recall']:.3f}",
        *(f"    missed  {item}" for item in both["missed"]),
        f"{'  precision':24} {both['right']:3} of {both['given']:3}  {both['precision']:.3f}",
        *(f"    spurious  {item}" for item in both["spurious"]),
    ]
    for name in ATTRIBUTES:
        one, named = result[name], result[name]["named"]
        where = f"   where there is one: {named['found']} of {named['total']}"
        lines.append(
            f"  {name:22} {one['found']:3} of {one['total']:3}  {one['recall']:.3f}"
            + (where if named["total"] < one["total"] else "")
        )
        lines += [f"    wrong  {item}" for item in one["missed"]]
    return "\n".join(lines)


def _found(index: Index, number: str, item: Gold) -> Statement | None:
    """The shortest statement over both anchors with an accepted source."""
    near = [one for one in index.statements(number) if _on(index, number, item, one)]
    end = index.anchor(number, item["to"], item.get("to_nth", 0)) if "to" in item else None
    fit = [one for one in near if end is None or covers(one, end)]
    return min(fit, key=lambda one: one.end - one.start, default=None)


def _on(index: Index, number: str, item: Gold, one: Statement) -> bool:
    """Whether a statement stands on the first anchor, or a repetition of it, with an accepted source."""
    printed = (item, *item.get("also", []))
    places = [index.anchor(number, place["at"], place.get("nth", 0)) for place in printed]
    if one.kind is StatementKind.NARRATED or not any(place and covers(one, place) for place in places):
        return False
    wanted = listed(item["source"])
    named = index.names(one.sources)
    return NONE in wanted if not one.sources else any(text in name for text in wanted for name in named)


def _attributes(
    index: Index, number: str, item: Gold, found: Statement, shares: dict[str, tuple[Score, Score]]
) -> None:
    for name, check in ATTRIBUTES.items():
        right, given, wanted = check(index, item, found)
        every, named = shares[name]
        what = f"{number} {item['at']}: {given or NONE}, wanted {' or '.join(wanted) or NONE}"
        every.count(right, what)
        if given or (wanted and NONE not in wanted):
            named.count(right, what)


Checked = tuple[bool, str, Sequence[str]]
"""Whether the attribute is right, what the program gives, what the gold accepts."""


def _kind(_: Index, item: Gold, found: Statement) -> Checked:
    wanted = listed(item["kind"])
    return found.kind in wanted, found.kind, wanted


def _stance(_: Index, item: Gold, found: Statement) -> Checked:
    wanted = listed(item.get("stance", "asserts"))
    return found.stance in wanted, found.stance, wanted


def _channel(_: Index, item: Gold, found: Statement) -> Checked:
    given, wanted = (found.channel or "").lower(), listed(item.get("channel"))
    return (given or NONE) in (wanted or [NONE]), given, wanted


def _relay(index: Index, item: Gold, found: Statement) -> Checked:
    wanted, open_ = listed(item.get("relayed_by")), listed(item.get("may_relay"))
    chain = [index.names([one.entity]) for one in found.relays]
    left = [names for names in chain if not any(text in name for text in open_ for name in names)]
    right = len(left) == len(wanted) and all(
        any(text in name for name in names) for text, names in zip(wanted, left, strict=True)
    )
    return right, ", ".join(names[-1] for names in chain), wanted


def _said(_: Index, item: Gold, found: Statement) -> Checked:
    wanted = listed(item.get("said"))
    if found.said is None:
        return not wanted or NONE in wanted, "", wanted
    ends = [(end or "")[:DAY] for end in (found.said.from_, found.said.to)]
    return any(_within(ends, day) for day in wanted), " to ".join(dict.fromkeys(ends)), wanted


def _within(ends: Sequence[str], wanted: str) -> bool:
    """Whether a moment is the day wanted, or lies in the month wanted and claims no single day of it."""
    return all(end.startswith(wanted) for end in ends) and (len(wanted) == DAY or ends[0] != ends[1])


ATTRIBUTES: dict[str, Callable[[Index, Gold, Statement], Checked]] = {
    "kind": _kind,
    "stance": _stance,
    "channel": _channel,
    "relay": _relay,
    "said": _said,
}


def _shown(index: Index, number: str, one: Statement, narrated: Sequence[str]) -> str:
    places = [index.anchor(number, anchor) for anchor in narrated]
    own = any(place and covers(one, place) for place in places)
    source = one.source.text if one.source else None
    return f"{number} {source}: {one.text[:70]!r}{' (narrated)' if own else ''}"
