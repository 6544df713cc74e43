"""Origins and conflicts: the three shipped stories' claims, and what a careful reader would want of the five
Kursk reports (`gold/kursk.yaml`, sections `claims` and `conflicts`: the rows of a hand-written dossier).

The claim compared with a gold one is the one that holds most of its members, as in `examples`. Its sides are
right when each has a name of a side that the gold gives, or of somebody who answers to it, and none is
missing; a state goes by its country's name as well ("Chile", "the Chilean state").

A Kursk row has several anchors; it is right when all that it asks for holds: a claim around each of `members`
has `origins_low` of at most `low_max`, one around any of them at least `low_min`, and the names in `shown`
are shown in one of them. A row that no claim touches is wrong. A row of `conflicts` is right when some
conflict of one of the listed types (none, for `type: none`) stands between a member of `a` and one of `b`.
"""

from collections.abc import Mapping, Sequence
from importlib.resources import files
from pathlib import Path
from typing import Any

from bench.conflicts import between
from bench.examples import DIGITS as STORY_DIGITS
from bench.examples import STORIES
from bench.folders import find
from bench.kursk import DIGITS
from bench.scoring import Gold, Index, Score, entity_names, facts_at, fullest, listed, together
from sayso.model.relation import Certainty, Claim

NONE = "none"
"""Type of a row between whose members no conflict may stand."""


def run(data: Path | None) -> dict[str, Any]:
    """Return scores of the three stories and, where `data` is given, of the Kursk rows."""
    gold = Path(__file__).parent / "gold"
    result = {story: _story(story, gold) for story in STORIES}
    if data is not None:
        result["kursk"] = _kursk(find(data, "kursk", "gold-sample.yaml"), gold)
    return result


def table(result: dict[str, Any]) -> str:
    """Return one row a measure and story, and what is wrong below."""
    lines = []
    for story, scores in result.items():
        for name, one in scores.items():
            lines.append(f"{story:8} {name:16} {one['found']:3} of {one['total']:3}  {one['recall']:.3f}")
            lines += [f"    {item}" for item in one["missed"]]
    return "\n".join(lines)


def _story(story: str, folder: Path) -> dict[str, Any]:
    import srsly

    gold: Any = srsly.read_yaml(folder / f"{story}.yaml")
    index = Index.read(Path(str(files("sayso.examples").joinpath(story))), STORY_DIGITS)
    names = ("origins_low", "origins_high", "sides", "all three", "not too high")
    scores = {name: Score() for name in names}
    for item in gold["claims"]:
        claim = fullest(index, item)
        for name, right in zip(names, _right(index, gold, item, claim), strict=True):
            scores[name].count(right, f"{item['text'][:90]}: {_told(index, claim)}, wanted {_wanted(item)}")
    return {name: score.plain() for name, score in scores.items()}


def _right(index: Index, gold: Gold, item: Gold, claim: Claim | None) -> tuple[bool, ...]:
    if claim is None:
        return False, False, False, False, True
    low = claim.origins_low == item["origins_low"]
    high = claim.origins_high == item["origins_high"]
    sides = _same_sides(index, gold, claim, item["sides"])
    return low, high, sides, low and high and sides, claim.origins_low <= item["origins_low"]


def _same_sides(index: Index, gold: Gold, claim: Claim, wanted: Sequence[str]) -> bool:
    """Each side given answers to a wanted one, and each wanted one is given."""
    pairs = [(side, name, _one_side(index, gold, side, name)) for side in claim.sides for name in wanted]
    return all(any(same for one, _, same in pairs if one == side) for side in claim.sides) and all(
        any(same for _, one, same in pairs if one == name) for name in wanted
    )


def _one_side(index: Index, gold: Gold, given: str, wanted: str) -> bool:
    """Whether a side has a name that the gold has for the wanted one, or is the country in its name."""
    names = set(index.names([given]))
    state = index.entities[given].government and any(name in wanted.lower() for name in names)
    return state or bool(names & _accepted(gold, wanted))


def _accepted(gold: Gold, side: str) -> set[str]:
    """Names of a side and of all that answers to it, lower case."""
    bearers = [one["name"] for one in gold["entities"] if side in (one["name"], one.get("authority"))]
    return {name.lower() for bearer in bearers for name in entity_names(gold, bearer)}


def _told(index: Index, claim: Claim | None) -> str:
    if claim is None:
        return "none"
    sides = ", ".join(index.entities[side].name for side in claim.sides)
    return f"({claim.origins_low}, {claim.origins_high}; {sides})"


def _wanted(item: Gold) -> str:
    return f"({item['origins_low']}, {item['origins_high']}; {', '.join(item['sides'])})"


def _kursk(data: Path, folder: Path) -> dict[str, Any]:
    import srsly

    gold: Any = srsly.read_yaml(folder / "kursk.yaml")
    index = Index.read(data / "reports", DIGITS)
    claims, conflicts = Score(), Score()
    for row in gold["claims"]:
        wrong = _wrong(index, row)
        claims.count(not wrong, f"{row['row']}: {wrong}")
    for row in gold["conflicts"]:
        right, told = _conflicting(index, row)
        conflicts.count(right, f"{row['row']}: {told}")
    return {"claims": claims.plain(), "conflicts": conflicts.plain()}


def _wrong(index: Index, row: Gold) -> str:
    """What is wrong with a row of claims; empty for nothing."""
    ids = [facts_at(index, member) for member in row["members"]]
    claims = [one for one in index.dossier.claims if any(m.id in group for group in ids for m in one.members)]
    if not claims:
        return "no claim"
    most = max(claim.origins_low for claim in claims)
    if most > row["low_max"]:
        return f"origins_low {most}, at most {row['low_max']}"
    if most < row.get("low_min", 0):
        return f"origins_low {most}, at least {row['low_min']}"
    shown = {
        name
        for claim in claims
        for origin in claim.origins
        if origin.entity and origin.certainty is Certainty.SHOWN
        for name in index.names([origin.entity, *filter(None, [origin.authority])])
    }
    missing = [name for name in listed(row.get("shown")) if not any(name in one for one in shown)]
    if missing:
        return f"not shown: {', '.join(missing)}"
    members = row.get("together") or []
    joined = together(index, members)
    return "" if joined else f"not one claim: {' | '.join(str(member[1]) for member in members)}"


def _conflicting(index: Index, row: Mapping[str, Any]) -> tuple[bool, str]:
    a, b = (_with_sums(index, row[end]) for end in "ab")
    found = sorted({str(one.type) for one in index.dossier.conflicts if between(one, a, b)})
    wanted = listed(row["type"])
    right = not found if wanted == [NONE] else bool(set(found) & set(wanted))
    return right, f"{', '.join(found) or NONE}, wanted {' or '.join(wanted)}"


def _with_sums(index: Index, places: Sequence[Sequence[Any]]) -> set[str]:
    """What stands at some places, and the sums made of it."""
    ids = {id_ for place in places for id_ in facts_at(index, place)}
    return ids | {one.id for one in index.dossier.figures if ids & set(one.derived_from)}
