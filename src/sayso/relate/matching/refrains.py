"""What many sentences of a report begin with: the title of a gallery, which stands before each of its
captions and makes no two of them alike."""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Sequence

from sayso.kept import of_words
from sayso.model.report import Facts, Pair

SHORTEST, OFTEN = 5, 3
"""Words of the shortest refrain, and sentences that must begin with it: a speaker seldom begins three
sentences with five words."""

_WORD = re.compile(r"\S+")

Said = tuple[str, ...]


@of_words
def refrains(facts: Facts) -> dict[int, int]:
    """Return where the sentences that begin with a refrain begin, and where the refrain ends in each."""
    text = facts.report.text
    alike: dict[Said, list[list[Pair]]] = defaultdict(list)
    for start, end in facts.sentences:
        found = [match.span() for match in _WORD.finditer(text, start, end)]
        if len(found) > SHORTEST:
            alike[_said(text, found[:SHORTEST])].append(found)
    titled = ((group, _title({_said(text, one) for one in group})) for group in alike.values())
    return {
        one[0][0]: one[len(title) - 1][1]
        for group, title in titled
        for one in group
        if title and _said(text, one)[: len(title)] == title and len(one) > len(title)
    }


def _said(text: str, places: Sequence[Pair]) -> Said:
    return tuple(text[start:end] for start, end in places)


def _title(sentences: Collection[Said]) -> Said:
    """The longest run of words that most of several sentences begin with and go on after; none of few."""
    if len(sentences) < OFTEN:
        return ()
    for length in range(max(map(len, sentences)) - 1, SHORTEST, -1):
        heads = Counter(one[:length] for one in sentences if len(one) > length)
        title, times = max(heads.items(), key=lambda item: (item[1], item[0]))
        if times > len(sentences) / 2:
            return title
    return next(iter(sentences))[:SHORTEST]
