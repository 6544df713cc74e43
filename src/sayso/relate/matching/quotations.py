"""When two units assert the same because they quote the same words."""

import re
from collections.abc import Sequence

from sayso.model.plain import plain
from sayso.model.report import StatementKind
from sayso.relate.matching.units import Same, Unit, once_of_itself, one_speaker
from sayso.relate.quoted import one_wording
from sayso.relate.view import View

QUOTED = 4
"""Words in a row that one speaker's quotation must have in common with a longer one of the same speaker."""

QUOTED_ALIKE = 0.85
"""Share of its words, in order: papers word one utterance a little differently."""


def quote_join(story: View, a: Unit, b: Unit) -> Same | None:
    """Of one speaker's two quotations, one stands inside the other."""
    if not (is_quote(a) and is_quote(b) and one_speaker(a, b)):
        return None
    short, long = sorted((_spoken(story, a), _spoken(story, b)), key=lambda words: (len(words), words))
    if len(short) < QUOTED or _within(short, long) < QUOTED_ALIKE:
        return None
    return Same(0.9, "one quotation holds the other")


def quoted_alike(a: Unit, b: Unit) -> Same | None:
    """The same words stand between quotation marks in both, whoever is said to have spoken."""
    if not (a.quoted and b.quoted):
        return None
    few, many = sorted((a.quoted, b.quoted), key=len)
    if not all(any(one_wording(one, other) for other in many) for one in few):
        return None
    return Same(0.9, "the same quoted words")


def _within(short: Sequence[str], long: Sequence[str]) -> float:
    """The share of the words of the shorter quotation that stand in the longer one, in one stretch."""
    from rapidfuzz import fuzz

    return fuzz.partial_ratio(list(short), list(long)) / 100


def is_quote(unit: Unit) -> bool:
    """Say whether a unit is a statement that stands between quotation marks."""
    one = unit.statement
    return bool(unit.ref.kind == "statement" and one and one.kind is StatementKind.DIRECT)


@once_of_itself
def _spoken(_: View, unit: Unit) -> list[str]:
    """The words of a quotation, lower case, contractions written out."""
    lower = plain(unit.text).lower().replace("n't", " not")
    return re.findall(r"\w+", lower)
