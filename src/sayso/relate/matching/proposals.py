"""Pairs of units to ask the rules of `sameness` about: near in vectors or with one figure, and with what a
rule that joins needs.

Of a large story nearly half of all pairs are near in vectors. What each rule needs at least is reckoned here
for one unit against all others at a time, so that the rules are asked about a hundredth of them. Nothing is
decided here: a pair left out is one that every rule would refuse.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from itertools import combinations, product
from typing import TYPE_CHECKING

from sayso.embed import Embed
from sayso.model.relation import RefKind
from sayso.model.report import StatementKind
from sayso.relate.bounds import value_keys
from sayso.relate.matching.counts import measures
from sayso.relate.matching.nearness import Pair, cosines
from sayso.relate.matching.pointers import counted
from sayso.relate.matching.quotations import is_quote
from sayso.relate.matching.sameness import LEAST_CONTAINED, LEAST_JOINT
from sayso.relate.matching.units import PROPOSE, Unit
from sayso.relate.view import View

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.int64]
    Mask = NDArray[np.bool_]

ROWS = 512
"""Units compared with all others at a time, so that memory grows with a story and not with its square."""

SLACK = 1e-6
"""By how much sums of a few dozen weights may be off when they are added in another order."""


def proposed(story: View, found: Sequence[Unit], embed: Embed) -> dict[Pair, float]:
    """Return the pairs of units that may be the same, with their cosine, in order."""
    rows = embed([_context(story, unit) for unit in found]).astype("f8")
    equal = sorted(_equal_figures(story, found) | _quoted_above(found))
    pairs = dict(zip(equal, cosines(rows, equal), strict=True))
    needs = _Needs(found)
    for begin in range(0, len(found), ROWS):
        block = range(begin, min(begin + ROWS, len(found)))
        some = [(number, other) for number in block for other in needs.met(number)]
        alike = zip(some, cosines(rows, some), strict=True)
        pairs |= {pair: cosine for pair, cosine in alike if cosine >= PROPOSE}
    return {pair: round(pairs[pair], 4) for pair in sorted(pairs)}


def _context(story: View, unit: Unit) -> str:
    """What a unit's vector is made of: a statement's own words, a figure's sentence."""
    if unit.ref.kind is RefKind.STATEMENT:
        return unit.text
    start, end = story.figures[unit.ref.id].sentence
    return story.report(unit.report).text[start:end]


def _equal_figures(story: View, found: Sequence[Unit]) -> set[Pair]:
    blocks: dict[tuple[str, float | None], list[int]] = defaultdict(list)
    for number, unit in enumerate(found):
        figure = counted(story, unit)
        if figure:
            for value, measure in product({figure.low, figure.high} - {None}, measures(figure)):
                blocks[measure, value].append(number)
    return {pair for numbers in blocks.values() for pair in combinations(numbers, 2)}


def _quoted_above(found: Sequence[Unit]) -> set[Pair]:
    """Headings that quote, with what has some of the same words between quotation marks: what else stands in
    a heading leads its vector astray."""
    places = _places([run for said in unit.quoted for run in said.runs] for unit in found)
    heads = (number for number, unit in enumerate(found) if unit.quoted and _told_by_outlet(unit))
    return {
        (min(number, other), max(number, other))
        for number in heads
        for said in found[number].quoted
        for run in said.runs
        for other in places[run].tolist()
        if other != number
    }


def _told_by_outlet(unit: Unit) -> bool:
    return unit.statement is not None and unit.statement.kind is StatementKind.NARRATED


class _Needs:
    """What the rules that join need at least, reckoned for one unit against many: words shared, a speaker who
    is quoted in both, a run of quoted words, one number of one measure, or several figures."""

    def __init__(self, found: Sequence[Unit]) -> None:
        import numpy as np

        self._found = found
        self._weights = np.array([unit.weight for unit in found])
        self._statements = np.array([unit.ref.kind is RefKind.STATEMENT for unit in found], bool)
        self._several = self._statements & np.array([len(unit.figures) > 1 for unit in found], bool)
        self._lemmas = _places(_told(unit) for unit in found)
        self._keys = _places(_keys(unit) for unit in found)

    def met(self, number: int) -> list[int]:
        """Return the later units that a rule could join with a unit."""
        met = self._words(number)
        for key in _keys(self._found[number]):
            met[self._keys[key]] = True
        if self._several[number]:
            met |= self._several
        return (met[number + 1 :].nonzero()[0] + (number + 1)).tolist()

    def _words(self, number: int) -> "Mask":
        """The containment and overlap that `sameness.overlap` gives, no lower than any rule on words asks."""
        import numpy as np

        lemmas = _told(self._found[number])
        if not lemmas:
            return np.zeros(len(self._found), bool)
        places = [self._lemmas[lemma] for lemma in lemmas]
        weights = np.repeat(list(lemmas.values()), [len(one) for one in places])
        shared = np.bincount(np.concatenate(places), weights, minlength=len(self._found)) + SLACK
        own, theirs = self._weights[number], self._weights
        contained = shared >= LEAST_CONTAINED * np.minimum(own, theirs)
        joint = shared >= LEAST_JOINT * (own + theirs - shared)
        met: Mask = self._statements & contained & joint
        return met


def _told(unit: Unit) -> Mapping[str, float]:
    """The weighed lemmas of a statement: those of a figure join nothing."""
    return unit.lemmas if unit.ref.kind is RefKind.STATEMENT else {}


def _keys(unit: Unit) -> Iterator[Hashable]:
    """What two units share when a rule on one figure or on quotations could join them."""
    if unit.alone:
        yield from product(measures(unit.alone), value_keys(unit.alone))
    for said in unit.quoted:
        yield from said.runs
    if unit.statement and is_quote(unit):
        yield from (("speaker", source) for source in unit.statement.sources)


def _places(keys: Iterable[Iterable[Hashable]]) -> dict[Hashable, "Numbers"]:
    """The numbers of the units that have each key."""
    import numpy as np

    found: dict[Hashable, dict[int, None]] = defaultdict(dict)
    for number, own in enumerate(keys):
        for key in own:
            found[key][number] = None
    return {key: np.array(list(numbers)) for key, numbers in found.items()}
