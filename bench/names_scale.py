"""What it costs to bring names together: 1,000, 10,000 and 100,000 generated reports of one story, six names
in each.

No data is needed. The growth is the exponent of the time in the number of names between two rows: 1 is
linear, 2 all pairs. People are many and more with every report, spelt in several ways.
"""

import random
import time
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from sayso.lexicon import gazetteer
from sayso.model.ids import content_id
from sayso.model.names import key
from sayso.model.report import EntityKind, LocalEntity
from sayso.resolve.entities import joined

SIZES = (1_000, 10_000, 100_000)
"""Reports in a story."""

_ONSETS = (
    "b",
    "d",
    "g",
    "k",
    "l",
    "m",
    "n",
    "p",
    "r",
    "s",
    "t",
    "v",
    "z",
    "kh",
    "sh",
    "zh",
    "gr",
    "st",
    "tr",
    "vl",
)
_VOWELS = ("a", "e", "i", "o", "u", "ya", "yo")
_CODAS = ("n", "v", "r", "k", "sky", "nko", "dze", "ian", "ov", "in", "ez", "sen")
_SWAPS = (("kh", "h"), ("zh", "j"), ("ya", "ia"), ("sky", "skiy"), ("v", "w"), ("yo", "io"))


def run(_: Path | None) -> dict[str, object]:
    """Return seconds and number of entities by number of reports, and the growth from row to row."""
    rows = [_timed(size) for size in SIZES]
    return {"rows": rows, "growth": [_growth(*pair) for pair in pairwise(rows)]}


def table(result: dict[str, object]) -> str:
    """Return the times as lines of text."""
    rows, growth = result["rows"], result["growth"]
    lines = [f"{'reports':>9}{'names':>9}{'entities':>10}{'seconds':>9}{'growth':>8}"]
    if isinstance(rows, list) and isinstance(growth, list):
        for row, grown in zip(rows, [None, *growth], strict=True):
            grew = f"{grown:8.2f}" if grown is not None else ""
            lines.append(
                f"{row['reports']:>9,}{row['names']:>9,}{row['entities']:>10,}{row['seconds']:>9.2f}{grew}"
            )
    return "\n".join(lines)


def _timed(size: int) -> dict[str, float]:
    local = list(_story(size, random.Random(size)))
    start = time.perf_counter()
    groups = joined(local)
    seconds = time.perf_counter() - start
    return {"reports": size, "names": len(local), "entities": len(groups), "seconds": round(seconds, 3)}


def _growth(one: dict[str, float], other: dict[str, float]) -> float:
    from math import log

    return log(other["seconds"] / one["seconds"]) / log(other["names"] / one["names"])


def _story(size: int, dice: random.Random) -> Iterator[LocalEntity]:
    people = [_person(dice) for _ in range(20 + size // 2)]
    bodies = [f"{_word(dice).capitalize()} {dice.choice(('Union', 'Bank', 'Council'))}" for _ in range(200)]
    places = sorted(gazetteer.names())
    for number in range(size):
        report = f"report{number}"
        for _ in range(3):
            yield _local(report, EntityKind.PERSON, _respelt(people[_often(len(people), dice)], dice))
        yield _local(report, EntityKind.ORGANISATION, bodies[_often(len(bodies), dice)])
        for _ in range(2):
            yield _local(report, EntityKind.PLACE, places[_often(len(places), dice)])


def _often(many: int, dice: random.Random) -> int:
    """Return an index, low ones far more often: as names are in the news."""
    return int(many * dice.random() ** 3)


def _word(dice: random.Random) -> str:
    return "".join(
        dice.choice(part) for part in (_ONSETS, _VOWELS, _ONSETS, _VOWELS, _CODAS)[dice.choice((0, 2)) :]
    )


def _person(dice: random.Random) -> str:
    return f"{_word(dice).capitalize()} {_word(dice).capitalize()}"


def _respelt(name: str, dice: random.Random) -> str:
    """Return a name as it is, in another romanisation, or its surname alone."""
    if dice.random() < 0.2:
        name = name.replace(*dice.choice(_SWAPS))
    return name.split()[-1] if dice.random() < 0.2 else name


def _local(report: str, kind: EntityKind, name: str) -> LocalEntity:
    place = gazetteer.find(name) if kind is EntityKind.PLACE else None
    known = f"place:{place.key}" if place else f"{kind}:" + " ".join(key(name))
    return LocalEntity(
        id=content_id("local", report, known), report=report, key=known, name=name, kind=kind, names=(name,),
        gazetteer=place.key if place else None,
    )  # fmt: skip
