"""One count that moved: later states of a track, along one source and across the story's sources."""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import combinations, pairwise, permutations

from sayso.lexicon import table, words
from sayso.model.relation import Certainty, Conflict, ConflictType, Ref, RefKind, When
from sayso.model.report import Extent, Figure, Moment
from sayso.relate.bounds import compared, meet, of_two_sides, same_place, same_value, single
from sayso.relate.contradictions.borrowed import borrowed
from sayso.relate.contradictions.standing import (
    TIMES,
    far,
    few,
    figures_conflict,
    grows,
    is_toll,
    same_pair,
    same_time,
    standing,
    values,
)
from sayso.relate.contradictions.verdicts import timing
from sayso.relate.moments import before, day, key, known
from sayso.relate.parties import one_name
from sayso.relate.roots import roots
from sayso.relate.states import called_earlier
from sayso.relate.tracks import when
from sayso.relate.view import View

STEP = 14
"""Days within which another's count is taken to carry one on: a toll that nobody told for longer is of
another event, or of all of them."""


def relate(story: View, figures: Sequence[Figure], voices: Iterable[Sequence[Figure]]) -> Iterable[Conflict]:
    """Yield the updates of one track, each two numbers once: those told as a movement, those along one voice,
    and the steps of a count of the event that its later figures carry on."""
    alongs = [one for own in voices for one in along(story, own)]
    kept = [one for one in alongs if one.type is not ConflictType.UPDATE]
    yield from kept
    line = list(_steps(story, figures))
    told = [*_told_as_moved(story, figures), *_told_as_older(story, figures)]
    moved = [
        one
        for one in alongs
        if one.type is ConflictType.UPDATE
        and not _leaps(story, one, line)
        and not any(_comes_from_elsewhere(story, one, other) for other in told)
    ]
    numbers: list[tuple[Figure, Figure]] = []
    for one in [*told, *moved, *line]:
        pair = story.figures[one.a.id], story.figures[one.b.id]
        if not any(same_pair(pair, other) for other in numbers):
            numbers.append(pair)
            yield one


def _leaps(story: View, one: Conflict, line: Sequence[Conflict]) -> bool:
    """Say whether an update jumps over a state of the line that lies between its two numbers."""
    a, b = story.figures[one.a.id], story.figures[one.b.id]
    starts = [step for step in line if same_value(story.figures[step.a.id], a)]
    ends = [step for step in line if same_value(story.figures[step.b.id], b)]
    if any(_point(a) < _point(story.figures[step.a.id]) < _point(b) for step in ends):
        return True
    return bool(starts and ends) and not {step.id for step in starts} & {step.id for step in ends}


def _comes_from_elsewhere(story: View, one: Conflict, told: Conflict) -> bool:
    """Say whether a report tells from which other number the later one of an update moved."""
    ends = story.figures[one.b.id], story.figures[told.b.id]
    starts = story.figures[one.a.id], story.figures[told.a.id]
    return same_value(*ends) and not same_value(*starts)


def _steps(story: View, figures: Sequence[Figure]) -> Iterable[Conflict]:
    """Yield the steps of one event's count from day to day, whoever gives it (DESIGN §4.7).

    A number that is vague, or that one outlet alone gives in its own words, is no state to count from.
    """
    if not figures or not is_toll(figures[0]):
        return
    last: Figure | None = None
    for own in _by_day(story, _firm(story, figures)):
        state, settled = _state(story, own)
        rises = state is not None and last is not None and grows(state) and _exceeds(state, last)
        if state is not None and last is not None and (rises or not settled):
            if grows(state) and not rises:
                continue
            if _moves_on(story, last, state):
                yield _update(story, last, state, "a later count of the same event")
        last = state


def _state(story: View, own: Sequence[Figure]) -> tuple[Figure | None, bool]:
    """What a count stands at on one day, and whether it is told as brought there ("cut to 19").

    The highest number where a count only grows; where it does not, the last one, if all agree.
    """
    told = [one for one in own if _after(story, one, "moved_to")]
    if told:
        return told[0], True
    if grows(own[0]):
        return max(own, key=_point), False
    agreed = all(meet(own[0], other) for other in own)
    return (max(own, key=lambda one: key(known(story.report(one.report)))) if agreed else None), False


def _moves_on(story: View, a: Figure, b: Figure) -> bool:
    if a.derived_from and b.derived_from:
        return False  # their parts tell it
    moved = _exceeds(b, a) if grows(b) else far(a, b)
    if _days_between(when(story, a), when(story, b)) > STEP and not (moved_to(story, b) and grew(story, b)):
        return False
    return moved and same_time(story, a, b) and same_place(story, a, b) and not of_two_sides(a, b)


def _days_between(a: Moment | None, b: Moment | None) -> int:
    """Days from the end of one moment to the beginning of another; none where either is open."""
    if a is None or b is None or not a.to or not b.from_:
        return 0
    return (date.fromisoformat(day(b.from_)) - date.fromisoformat(day(a.to))).days


def _by_day(story: View, figures: Sequence[Figure]) -> list[list[Figure]]:
    days: dict[str, list[Figure]] = {}
    for one in sorted(figures, key=lambda one: standing(story, one)):
        moment = when(story, one)
        if moment and moment.to:
            days.setdefault(day(moment.to), []).append(one)
    return [days[one] for one in sorted(days)]


def _firm(story: View, figures: Sequence[Figure]) -> list[Figure]:
    """Leave those that are a state of a count: somebody gives the number, or two reports do, as of now, or
    one tells that the count has come to it."""
    reports: dict[float, set[str]] = {}
    for one in figures:
        reports.setdefault(_point(one), set()).add(one.report)
    return [
        one
        for one in figures
        if (one.sources or len(reports[_point(one)]) > 1 or (moved_to(story, one) and grew(story, one)))
        and not one.vague
        and _present(story, one)
    ]


def _present(story: View, one: Figure) -> bool:
    return not (single(one) or _after(story, one, "moved_from") or called_earlier(story, one))


def _point(figure: Figure) -> float:
    return (figure.low if figure.low is not None else figure.high) or 0.0


def _exceeds(later: Figure, earlier: Figure) -> bool:
    """Say whether a count is above an earlier one: above its stated end, and apart where one is rough."""
    rough = later.approximate or earlier.approximate
    top = earlier.high if earlier.high is not None else earlier.low or 0.0
    near = _point(later) <= TIMES * _point(earlier)
    return _point(later) > top and near and not (rough and meet(later, earlier))


def _told_as_older(story: View, figures: Sequence[Figure]) -> Iterable[Conflict]:
    """Yield an update for a number that its report calls an earlier one: "up from 17", "17 a day earlier"; to
    the later one of its sentence, where there is one."""
    for old in figures:
        if not grows(old) or not called_earlier(story, old):
            continue
        rest = [
            one
            for one in figures
            if one.report == old.report and not called_earlier(story, one) and _exceeds(one, old)
        ]
        if rest:
            beside = [one for one in rest if one.sentence == old.sentence]
            new = min(beside or rest, key=lambda one: standing(story, one))
            yield _update(story, old, new, "told as an earlier count")


def taken_up(story: View, figure: Figure) -> bool:
    """Say whether a number is told only as what a count was before: "from 26 to 19", "17 a day earlier"."""
    return _after(story, figure, "moved_from") or called_earlier(story, figure)


def moved_to(story: View, figure: Figure) -> bool:
    """Say whether a number is told as what a count came to: "risen to 17", "cut to 19"."""
    return _after(story, figure, "moved_to")


def grew(story: View, figure: Figure) -> bool:
    """Say whether the sentence of a count that only grows says that it did: "the toll climbed overnight"."""
    verbs = {word.lemma for word in story.words(figure.report, figure.sentence) if word.pos == "VERB"}
    return grows(figure) and figure.extent is Extent.CUMULATIVE and bool(verbs & words("changes", "verbs.up"))


def _update(story: View, a: Figure, b: Figure, note: str) -> Conflict:
    return figures_conflict(story, ConflictType.UPDATE, When.LATER, a, b, note)


def _told_as_moved(story: View, figures: Sequence[Figure]) -> Iterable[Conflict]:
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
            yield _update(story, _first_told(story, figures, old), new, "told as a movement")


def _first_told(story: View, figures: Sequence[Figure], old: Figure) -> Figure:
    """The figure that stands for the number which a report tells a movement from: the first that states it,
    of a report that is not known to be later, if there is one; who tells it only afterwards looks back."""
    told = [one for one in figures if same_value(one, old)]
    in_time = [one for one in told if not _told_later(story, old, one)]
    return min(in_time or told, key=lambda one: standing(story, one))


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
    kept = [figure for figure in figures if figure.id not in doubted]
    pairs = [pair for pair in pairwise(kept) if not _goes_on_elsewhere(story, own, *pair)]
    for a, b in dict.fromkeys((*pairs, *_neighbours(story, kept))):
        yield from _moved(story, a, b)


def _goes_on_elsewhere(story: View, own: Sequence[Figure], a: Figure, b: Figure) -> bool:
    """Say whether none of those who gave a number gives the next, and one of them gives yet another by then:
    their own count moved on to that."""
    ours, theirs = ({source for one in own if same_value(one, n) for source in one.sources} for n in (a, b))
    if ours & theirs:
        return False
    return any(
        ours.intersection(one.sources)
        and not (same_value(one, a) or same_value(one, b) or one.vague)
        and _told_later(story, a, one)
        and not _told_later(story, b, one)
        for one in own
    )


def _neighbours(story: View, figures: Sequence[Figure]) -> Iterable[tuple[Figure, Figure]]:
    """Neighbours among the numbers of one and the same source, where no number between them was another's by
    then."""
    own: dict[tuple[str, ...], list[Figure]] = {}
    for figure in figures:
        if not figure.vague:
            own.setdefault(figure.sources, []).append(figure)
    for a, b in (pair for sources, said in own.items() if sources for pair in pairwise(said)):
        low, high = sorted((_point(a), _point(b)))
        between = (one for one in figures if low < _point(one) < high)
        if all(_told_later(story, b, one) for one in between):
            yield a, b


def _told_later(story: View, a: Figure, b: Figure) -> bool:
    """Say whether a number is told in a report that is known to be later than another's."""
    return before(*(known(story.report(one.report)) for one in (a, b)))


def _counts(figure: Figure) -> bool:
    """Say whether a measure is a running count of an event; of other things a source may tell of several."""
    rule = table("comparison")["measures"]
    return figure.measure in rule["followed"] or figure.measure in rule["growing"]


def _moved(story: View, a: Figure, b: Figure) -> Iterable[Conflict]:
    time = _time(story, a, b)
    later = time is When.LATER
    grown = later and grows(a) and _exceeds(b, a) and not b.vague and not of_two_sides(a, b)
    if a.derived_from and b.derived_from:
        return  # their parts tell it
    if not (grown or far(a, b)) or not _one_count(a, b, time) or not same_time(story, a, b):
        return
    falls = grows(a) and compared(b)[0] < compared(a)[0]
    if later and not falls:  # a toll that falls is told as a movement, or is another count
        yield figures_conflict(story, ConflictType.UPDATE, time, a, b, "a later figure of the same source")
    elif not later and grows(a) and a.report != b.report and (one_source(story, a, b) or _risen(story, a, b)):
        first, second = (b, a) if falls else (a, b)
        note = (
            "one source's count, which only grows" if one_source(story, a, b) else "told as a count that rose"
        )
        yield figures_conflict(story, ConflictType.UPDATE, time, first, second, note)


def _time(story: View, a: Figure, b: Figure) -> When:
    """How two numbers stand in time; where neither says, what one source tells in a later report is later."""
    time = timing(when(story, a), when(story, b))
    again = bool(set(a.sources) & set(b.sources)) and not taken_up(story, b)
    return When.LATER if time is When.UNKNOWN and again and _told_later(story, a, b) else time


def _risen(story: View, a: Figure, b: Figure) -> bool:
    """Say whether the higher of two numbers is told as what a count came to: "the toll had risen to 17"."""
    higher = max(a, b, key=_point)
    return moved_to(story, higher) and grew(story, higher)


def _one_count(a: Figure, b: Figure, time: When) -> bool:
    """Say whether two figures of one source are two states of one count, rather than two cases or a loose
    retelling.
    """
    if b.vague and not a.vague:
        return False
    later = time is When.LATER or (time is When.SAME and b.extent is Extent.CUMULATIVE)
    return not few(a, b) or (later and is_toll(a))


def one_source(story: View, a: Figure, b: Figure) -> bool:
    """One entity, two under one name, or a body and who speaks for it; descriptions that read alike
    ("officials") are not one source."""
    return any(_one_voice(story, one, other) for one in a.sources for other in b.sources)


def _one_voice(story: View, a: str, b: str) -> bool:
    if a == b:
        return True
    speaks = a == story.authority(b) or b == story.authority(a)
    return story.named(a) and story.named(b) and (speaks or one_name(story, a, b))
