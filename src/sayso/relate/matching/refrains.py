"""What many sentences of a report begin with: the title of a gallery, which stands before each of its
captions and makes no two of them alike."""

import re
from collections import defaultdict
from collections.abc import Sequence

from sayso.model.report import Facts, Pair

SHORTEST, OFTEN = 5, 3
"""Words of the shortest refrain, and sentences that must begin with it: a speaker seldom begins three
sentences with five words."""

_WORD = re.compile(r"\S+")


def refrains(facts: Facts) -> dict[int, int]:
    """Return where the sentences that begin with a refrain begin, and where the refrain ends in each."""
    text = facts.report.text
    alike: dict[tuple[str, ...], list[list[Pair]]] = defaultdict(list)
    for start, end in facts.sentences:
        found = [match.span() for match in _WORD.finditer(text, start, end)]
        if len(found) > SHORTEST:
            alike[_said(text, found[:SHORTEST])].append(found)
    return {
        one[0][0]: one[_common(text, group) - 1][1]
        for group in alike.values()
        if len({_said(text, one) for one in group}) >= OFTEN
        for one in group
    }


def _said(text: str, places: Sequence[Pair]) -> tuple[str, ...]:
    return tuple(text[start:end] for start, end in places)


def _common(text: str, group: Sequence[Sequence[Pair]]) -> int:
    """How many words all sentences of a group begin with, short of a whole sentence."""
    said = [_said(text, one) for one in group]
    shortest = min(map(len, said)) - 1
    return next((n for n in range(shortest) if len({one[n] for one in said}) > 1), shortest)
