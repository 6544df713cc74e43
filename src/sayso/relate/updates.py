"""One count that moved: later states of a track, along one source and across the story's sources."""

from collections.abc import Iterable, Sequence
from itertools import combinations, pairwise, permutations

from sayso.lexicon import table, words
from sayso.model.relation import Certainty, Conflict, ConflictType, Ref, RefKind, When
from sayso.model.report import Figure
from sayso.relate.borrowed import borrowed
from sayso.relate.bounds import compared, meet, same_value
from sayso.relate.parties import one_name
from sayso.relate.roots import roots
from sayso.relate.standing import far, few, figures_conflict, grows, is_toll, same_pair, standing, values
from sayso.relate.tracks import when
from sayso.relate.verdicts import timing
from sayso.relate.view import View


def told_as_moved(story: View, figures: Sequence[Figure]) -> Iterable[Conflict]:
    """Yield an update for "from 26 to 19" in one sentence: the older number where it is first stated."""
    by_sentence: dict[object, list[Figure]] = {}
    for figure in figures:
        by_sentence.setdefault((figure.report, figure.sentence), []).append(figure)
    seen: list[tuple[Figure, Figure]] = []
    for told in sorted(by_sentence.values(), key=lambda told: standing(story, told[0])[1:]):
        for old, new in permutations(told, 2):
            if not (_after(story, old, "moved_from") and _after(story, new, "moved_to")) or meet(old, new):
                continue
            if any(same_pair((old, new), pair) for pair in seen):
                continue
            seen.append((old, new))
            first = min(
                (one for one in figures if same_value(one, old)), key=lambda one: standing(story, one)
            )
            yield figures_conflict(story, ConflictType.UPDATE, When.LATER, first, new, "told as a movement")


def _after(story: View, figure: Figure, slot: str) -> bool:
    before = story.report(figure.report).text[max(0, figure.start - 20) : figure.start].split()
    return bool(before) and before[-1].lower() in words("relate", slot)


def along(story: View, own: Sequence[Figure]) -> Iterable[Conflict]:
    """One authority's figures in time order: neighbours that are apart are an update, or a number that is
    not its own.

    Where the order is not shown, only one and the same source's count that grows is taken for movement.
    """
    if roots(story, Ref(RefKind.FIGURE, own[0].id))[0].certainty is Certainty.UNKNOWN or not _counts(own[0]):
        return
    figures = values(story, own)
    moved = [found for a, b in combinations(figures, 2) if far(a, b) and (found := borrowed(story, a, b))]
    yield from moved
    doubted = {one.a.id for one in moved}
    for a, b in pairwise(figure for figure in figures if figure.id not in doubted):
        yield from _moved(story, a, b)


def _counts(figure: Figure) -> bool:
    """Say whether a measure is a running count of an event; of other things a source may tell of several."""
    rule = table("comparison")["measures"]
    return figure.measure in rule["followed"] or figure.measure in rule["growing"]


def _moved(story: View, a: Figure, b: Figure) -> Iterable[Conflict]:
    time = timing(when(story, a), when(story, b))
    later = time is When.LATER
    if not far(a, b) or not _one_count(a, b, time):
        return
    falls = grows(a) and compared(b)[0] < compared(a)[0]
    if later and not falls:  # a toll that falls is told as a movement, or is another count
        yield figures_conflict(story, ConflictType.UPDATE, time, a, b, "a later figure of the same source")
    elif not later and grows(a) and one_source(story, a, b) and a.report != b.report:
        first, second = (b, a) if falls else (a, b)
        note = "one source's count, which only grows"
        yield figures_conflict(story, ConflictType.UPDATE, time, first, second, note)


def _one_count(a: Figure, b: Figure, time: When) -> bool:
    """Say whether two figures of one source are two states of one count, rather than two cases or a loose
    retelling.
    """
    if b.vague and not a.vague:
        return False
    return not few(a, b) or (time is When.LATER and is_toll(a))


def one_source(story: View, a: Figure, b: Figure) -> bool:
    """One entity, or two under one name; descriptions that read alike ("officials") are not one source."""
    pairs = [(one, other) for one in a.sources for other in b.sources]
    return any(
        one == other or (_both_named(story, one, other) and one_name(story, one, other))
        for one, other in pairs
    )


def _both_named(story: View, a: str, b: str) -> bool:
    return story.named(a) and story.named(b)
