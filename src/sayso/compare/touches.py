"""Which facts an edit of a document touched, and which of its facts are the same in both revisions."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sayso.compare.alignment import EDITED, Alignment, differing, likeness
from sayso.compare.documents import Document
from sayso.model.change import Touch, TouchKind
from sayso.model.plain import plain
from sayso.model.relation import Ref, RefKind
from sayso.model.report import Figure, Pair, Span, Statement

Fact = Statement | Figure
Pairs = list[tuple[Fact, Fact]]
Numbers = dict[Pair, list[tuple[Figure, Figure]]]

_HEDGES = frozenset({TouchKind.HEDGE_GONE, TouchKind.HEDGE_NEW})

MANY = 40
"""Facts of one sentence beyond which they are paired by their words alone; none of an article has so many."""

REWORDED = 0.8
"""Share of words from which a statement that was edited still says the same; below it, it is told as changed
and is another member of its claim. Above the half that pairs sentences, since one word can turn a meaning."""


@dataclass(frozen=True, slots=True)
class Touched:
    """What an edit did: the facts it touched, in order of the text; the earlier facts that still stand, each
    with its later one; the later facts that are new, and the earlier ones that are gone.

    A fact read otherwise from a sentence that did not change is in none of them: the article did not change.
    """

    touches: tuple[Touch, ...]
    same: dict[str, str]
    fresh: frozenset[str]
    gone: frozenset[str]


def touched(before: Document, after: Document, alignment: Alignment) -> Touched:
    """Return what an edit did to the facts of a document."""
    here, there = _by_sentence(before), _by_sentence(after)
    same = {one.id: other.id for i, j in alignment.kept for one, other in _twins(here[i], there[j])}
    edited = [pair for i, j in alignment.edited for pair in _matched(here[i], there[j])]
    gone, came = _left_over(alignment, here, there, edited)
    again = _told_elsewhere(gone, [fact for facts in there.values() for fact in facts])
    known = _told_elsewhere(came, [fact for facts in here.values() for fact in facts])
    gone = [one for one in gone if one.id not in again]
    came = [one for one in came if one.id not in known]
    numbers = _numbers(edited)
    touches = [*_changes(edited, numbers), *map(_lost, gone), *map(_gained, came)]
    still = {one.id: other.id for one, other in edited if _still(one, other, numbers)}
    replaced = [(one, other) for one, other in edited if one.id not in still]
    return Touched(
        tuple(_ordered(touches, here, there)),
        again | same | still,
        frozenset(one.id for one in (*came, *(other for _, other in replaced))),
        frozenset(one.id for one in (*gone, *(one for one, _ in replaced))),
    )


def _by_sentence(document: Document) -> dict[int, list[Fact]]:
    """The stated facts by the place of their sentence, in order of the text; sums by sayso are left out."""
    starts = [start for start, _ in document.sentences]
    found: dict[int, list[Fact]] = defaultdict(list)
    stated: list[Fact] = [*document.statements, *(one for one in document.figures if not one.derived_from)]
    for fact in sorted(stated, key=lambda one: (one.start, one.end, one.id)):
        found[bisect_right(starts, fact.sentence[0]) - 1].append(fact)
    return found


def _twins(here: Sequence[Fact], there: Sequence[Fact]) -> Pairs:
    """Pair the facts of a sentence that did not change: alike in kind and words, in order."""
    left: dict[object, list[Fact]] = defaultdict(list)
    for fact in reversed(there):
        left[_look(fact)].append(fact)
    return [(fact, found.pop()) for fact in here if (found := left.get(_look(fact)))]


def _look(fact: Fact) -> tuple[str, ...]:
    return type(fact).__name__, fact.measure if isinstance(fact, Figure) else "", _text(fact)


def _text(fact: Fact) -> str:
    return " ".join(plain(fact.text).split())


def _matched(here: Sequence[Fact], there: Sequence[Fact]) -> Pairs:
    """Pair the facts of a sentence that was edited, the likest first, each once."""
    if max(len(here), len(there)) > MANY:
        return _twins(here, there)
    scored = sorted(
        (-score, i, j)
        for i, one in enumerate(here)
        for j, other in enumerate(there)
        if (score := _likeness(one, other)) >= EDITED
    )
    pairs: dict[int, int] = {}
    for _, i, j in scored:
        if i not in pairs and j not in pairs.values():
            pairs[i] = j
    found = [(here[i], there[j]) for i, j in sorted(pairs.items())]
    left = [one for i, one in enumerate(here) if i not in pairs]
    return found + _of_one_voice(left, [one for j, one in enumerate(there) if j not in pairs.values()])


def _of_one_voice(here: Sequence[Fact], there: Sequence[Fact]) -> Pairs:
    """Pair what one source, named in one way, is said to say in a sentence, where each side has one such
    statement: it is put in other words."""
    pairs: Pairs = []
    for one in here:
        twins = [other for other in there if _voice(one) == _voice(other)]
        if _voice(one) and len(twins) == 1 and sum(_voice(one) == _voice(other) for other in here) == 1:
            pairs.append((one, twins[0]))
    return pairs


def _voice(fact: Fact) -> str:
    source = fact.source if isinstance(fact, Statement) else None
    return " ".join(plain(source.text).casefold().split()) if source else ""


def _likeness(one: Fact, other: Fact) -> float:
    """How likely a fact is the other one edited: figures of one measure, most so of one number; statements by
    their words."""
    if isinstance(one, Figure) and isinstance(other, Figure):
        if (one.measure, one.unit) != (other.measure, other.unit):
            return 0.0
        return 1.0 if _value(one) == _value(other) else EDITED + likeness(one.text, other.text) / 4
    if isinstance(one, Statement) and isinstance(other, Statement):
        return likeness(one.text, other.text)
    return 0.0


def _value(figure: Figure) -> tuple[object, ...]:
    return figure.measure, figure.unit, figure.low, figure.high, figure.change, figure.approximate


def _left_over(
    alignment: Alignment, here: dict[int, list[Fact]], there: dict[int, list[Fact]], edited: Pairs
) -> tuple[list[Fact], list[Fact]]:
    """The facts of sentences that went or were edited, and of those that came or were, without a partner."""
    paired = {fact.id for pair in edited for fact in pair}
    gone = [*alignment.removed, *(i for i, _ in alignment.edited)]
    came = [*alignment.added, *(j for _, j in alignment.edited)]
    return (
        [fact for place in gone for fact in here.get(place, ()) if fact.id not in paired],
        [fact for place in came for fact in there.get(place, ()) if fact.id not in paired],
    )


def _told_elsewhere(left: Iterable[Fact], others: Sequence[Fact]) -> dict[str, str]:
    """Facts that the other revision tells in another sentence: the same number, or much the same words."""
    values = {_value(one): one.id for one in reversed(others) if isinstance(one, Figure)}
    said = [one for one in others if isinstance(one, Statement)]
    holders: dict[str, list[Statement]] = defaultdict(list)
    for one in said:
        for word in set(_text(one).casefold().split()):
            holders[word].append(one)
    found = {}
    for fact in left:
        twin = values.get(_value(fact)) if isinstance(fact, Figure) else _likest(fact, holders)
        if twin:
            found[fact.id] = twin
    return found


def _likest(fact: Statement, holders: dict[str, list[Statement]]) -> str | None:
    rarest = sorted(set(_text(fact).casefold().split()) & holders.keys(), key=lambda word: len(holders[word]))
    candidates = {one.id: one for word in rarest[:3] for one in holders[word][:10]}
    scored = sorted((-likeness(fact.text, one.text), id_) for id_, one in candidates.items())
    return scored[0][1] if scored and -scored[0][0] >= REWORDED else None


def _numbers(edited: Pairs) -> Numbers:
    """The numbers that an edit changed, by the sentence in which they stood."""
    found: Numbers = defaultdict(list)
    for one, other in edited:
        if isinstance(one, Figure) and isinstance(other, Figure) and _value(one) != _value(other):
            found[one.sentence].append((one, other))
    return found


def _still(one: Fact, other: Fact, numbers: Numbers) -> bool:
    """Say whether a fact of an edited sentence is still the same one."""
    if isinstance(one, Figure) or isinstance(other, Figure):
        return isinstance(one, Figure) and isinstance(other, Figure) and _value(one) == _value(other)
    return one.stance is other.stance and not _holds(one, numbers) and _reworded(one, other)


def _reworded(one: Statement, other: Statement) -> bool:
    return likeness(one.text, other.text) >= REWORDED


def _holds(statement: Statement, numbers: Numbers) -> bool:
    """Say whether a statement holds a number that the edit changed."""
    return any(statement.start <= old.start < statement.end for old, _ in numbers.get(statement.sentence, ()))


def _changes(edited: Pairs, numbers: Numbers) -> Iterator[Touch]:
    """Yield what became of the statements and numbers of edited sentences; a hedge of a statement and of one
    within it once."""
    hedged: set[tuple[Pair, str, str]] = set()
    for one, other in edited:
        if isinstance(one, Statement) and isinstance(other, Statement):
            found = list(_said_otherwise(one, other))
            hedges = {(one.sentence, touch.was, touch.now) for touch in found if touch.kind in _HEDGES}
            yield from (touch for touch in found if touch.kind not in _HEDGES or not hedges <= hedged)
            hedged |= hedges
            if not found and not _explained(one, other, numbers.get(one.sentence, ())):
                yield Touch(TouchKind.STATEMENT_CHANGED, _ref(one), _ref(other), one.text, other.text)
    for pairs in numbers.values():
        for old, new in pairs:
            yield Touch(TouchKind.FIGURE_CHANGED, _ref(old), _ref(new), old.text, new.text)


def _said_otherwise(one: Statement, other: Statement) -> Iterator[Touch]:
    """Yield what became of a statement's stance, hedges and source."""
    refs = _ref(one), _ref(other)
    if one.stance is not other.stance:
        yield Touch(TouchKind.STANCE_CHANGED, *refs, one.stance.value, other.stance.value)
    if one.hedges and not other.hedges:
        yield Touch(TouchKind.HEDGE_GONE, *refs, _words(one.hedges), "")
    if other.hedges and not one.hedges:
        yield Touch(TouchKind.HEDGE_NEW, *refs, "", _words(other.hedges))
    was, now = (_words(filter(None, [said.source])) for said in (one, other))
    if plain(was).casefold() != plain(now).casefold():
        yield Touch(TouchKind.SOURCE_CHANGED, *refs, was, now)


def _words(spans: Iterable[Span]) -> str:
    return ", ".join(" ".join(span.text.split()) for span in spans)


def _explained(one: Statement, other: Statement, numbers: Iterable[tuple[Figure, Figure]]) -> bool:
    """Say whether all words of a statement that differ stand in numbers that are told as changed."""
    if likeness(one.text, other.text) == 1.0:
        return True
    removed, added = differing(one.text, other.text)
    numbers = list(numbers)
    was = [(old.start - one.start, old.end - one.start) for old, _ in numbers]
    now = [(new.start - other.start, new.end - other.start) for _, new in numbers]
    return _within(removed, was) and _within(added, now)


def _within(spans: Iterable[Pair], places: Sequence[Pair]) -> bool:
    return all(any(a <= start and end <= b for a, b in places) for start, end in spans)


def _lost(fact: Fact) -> Touch:
    kind = TouchKind.FIGURE_GONE if isinstance(fact, Figure) else TouchKind.STATEMENT_GONE
    return Touch(kind, _ref(fact), None, fact.text, "")


def _gained(fact: Fact) -> Touch:
    kind = TouchKind.FIGURE_NEW if isinstance(fact, Figure) else TouchKind.STATEMENT_NEW
    return Touch(kind, None, _ref(fact), "", fact.text)


def _ref(fact: Fact) -> Ref:
    return Ref(RefKind.FIGURE if isinstance(fact, Figure) else RefKind.STATEMENT, fact.id)


def _ordered(
    touches: Iterable[Touch], here: dict[int, list[Fact]], there: dict[int, list[Fact]]
) -> list[Touch]:
    """In order of the later text; what is gone stands where it was in the earlier one."""
    places = {
        fact.id: (fact.start, fact.end) for side in (here, there) for facts in side.values() for fact in facts
    }

    def order(touch: Touch) -> tuple[object, ...]:
        ref = touch.after or touch.before
        return places.get(ref.id if ref else "", (0, 0)), touch.kind, ref.id if ref else ""

    return sorted(touches, key=order)
