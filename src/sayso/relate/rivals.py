"""Figures of one track that are apart: a dispute, an update, a number moved to another speaker, another
definition.
"""

from collections.abc import Iterable, Sequence
from itertools import combinations, pairwise, permutations

from sayso.lexicon import table, words
from sayso.model.blocks import role
from sayso.model.relation import About, Certainty, Conflict, ConflictType, Ref, RefKind, Track, When
from sayso.model.report import BlockRole, Extent, Figure
from sayso.relate.bounds import (
    FEW,
    compared,
    head,
    is_harm,
    light,
    loose_group,
    meet,
    of_two_sides,
    same_value,
)
from sayso.relate.moments import apart, before, key, stated
from sayso.relate.moments import known as published
from sayso.relate.parties import known, one_name, unplaced
from sayso.relate.roots import outlet, roots
from sayso.relate.tracks import when
from sayso.relate.verdicts import conflict, timing
from sayso.relate.view import View

_LOUD = frozenset({BlockRole.HEADLINE, BlockRole.SUBHEAD, BlockRole.CAPTION})
"""Where a report repeats its own body."""

MANY_TIMES = 5.0
"""What may be told of single cases (`FEW`) is no rival of a number this many times as high."""


def relate(story: View, tracks: Sequence[Track]) -> Iterable[Conflict]:
    """Yield, for each track, the updates along each voice, the disputes between voices, and what is told as
    movement.
    """
    for track in tracks:
        figures = _bodies(story, [story.figures[id_] for id_ in track.figures])
        voices = _voices(story, figures)
        moved = list(_told_as_moved(story, figures))
        along = [found for own in voices.values() for found in _along(story, own)]
        yield from along
        misquoted = {one.a.id for one in along if one.type is ConflictType.MISQUOTE}
        voices = {
            voice: kept
            for voice, own in voices.items()
            if (kept := [one for one in own if one.id not in misquoted])
        }
        pairs = combinations(sorted(voices), 2)
        apart = [found for one, other in pairs for found in _between(story, voices[one], voices[other])]
        inside = [found for own in voices.values() for found in _inside(story, own)]
        yield from moved
        yield from _told_once(story, [*apart, *inside])


def _bodies(story: View, figures: Sequence[Figure]) -> list[Figure]:
    """Leave out headlines and the like that only repeat a number which a body of the story states."""
    loud = {one.id for one in figures if role(story.report(one.report), one.start) in _LOUD}
    return [
        one
        for one in figures
        if one.id not in loud or not any(other.id not in loud and same_value(one, other) for other in figures)
    ]


def _told_as_moved(story: View, figures: Sequence[Figure]) -> Iterable[Conflict]:
    """Yield an update for "from 26 to 19" in one sentence: the older number where it is first stated."""
    by_sentence: dict[object, list[Figure]] = {}
    for figure in figures:
        by_sentence.setdefault((figure.report, figure.sentence), []).append(figure)
    seen: list[tuple[Figure, Figure]] = []
    for told in sorted(by_sentence.values(), key=lambda told: _standing(story, told[0])[1:]):
        for old, new in permutations(told, 2):
            if not (_after(story, old, "moved_from") and _after(story, new, "moved_to")) or meet(old, new):
                continue
            if any(_same_pair((old, new), pair) for pair in seen):
                continue
            seen.append((old, new))
            first = min(
                (one for one in figures if same_value(one, old)), key=lambda one: _standing(story, one)
            )
            yield _conflict(story, ConflictType.UPDATE, When.LATER, first, new, "told as a movement")


def _after(story: View, figure: Figure, slot: str) -> bool:
    before = story.report(figure.report).text[max(0, figure.start - 20) : figure.start].split()
    return bool(before) and before[-1].lower() in words("relate", slot)


def _standing(story: View, figure: Figure) -> tuple[bool, tuple[bool, str, str], str, int]:
    """Which of several figures of one number stands for it: one with a source, of the earliest report."""
    return not figure.sources, key(published(story.report(figure.report))), figure.report, figure.start


def _voices(story: View, figures: Sequence[Figure]) -> dict[str, list[Figure]]:
    """Figures by the authority they go back to, in time order; parts of a joint voice are left out."""
    voices: dict[str, list[Figure]] = {}
    for figure in figures:
        found = roots(story, Ref(RefKind.FIGURE, figure.id))
        if len(found) == 1:
            voices.setdefault(found[0].key, []).append(figure)
    return _joined(story, voices)


def _joined(story: View, voices: dict[str, list[Figure]]) -> dict[str, list[Figure]]:
    """A source whose name holds another's, or that has no name and another's number, joins that voice: it
    may be one party.
    """
    for voice in [one for one in voices if one in story.entities]:
        for other in voices:
            alike = not story.named(voice) and any(
                same_value(a, b) for a in voices[voice] for b in voices[other]
            )
            if other != voice and (alike or one_name(story, voice, other)):
                both = [*voices[other], *voices.pop(voice)]
                voices[other] = sorted(both, key=lambda one: (key(when(story, one)), one.report, one.start))
                break
    return voices


def _values(story: View, figures: Sequence[Figure]) -> list[Figure]:
    """One figure for each value, in time order."""
    kept: list[Figure] = []
    for figure in sorted(figures, key=lambda one: _standing(story, one)):
        if not any(same_value(figure, other) for other in kept):
            kept.append(figure)
    return sorted(kept, key=lambda one: (key(when(story, one)), one.low or 0.0, one.id))


def _along(story: View, own: Sequence[Figure]) -> Iterable[Conflict]:
    """One authority's figures in time order: neighbours that are apart are an update, or a number that is
    not its own.

    Where the order is not shown, only one and the same source's count that grows is taken for movement.
    """
    if roots(story, Ref(RefKind.FIGURE, own[0].id))[0].certainty is Certainty.UNKNOWN or not _counts(own[0]):
        return
    figures = _values(story, own)
    moved = [found for a, b in combinations(figures, 2) if _apart(a, b) and (found := _borrowed(story, a, b))]
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
    if not _apart(a, b) or not _one_count(a, b, time):
        return
    falls = _grows(a) and compared(b)[0] < compared(a)[0]
    if later and not falls:  # a toll that falls is told as a movement, or is another count
        yield _conflict(story, ConflictType.UPDATE, time, a, b, "a later figure of the same source")
    elif not later and _grows(a) and _one_source(story, a, b) and a.report != b.report:
        first, second = (b, a) if falls else (a, b)
        note = "one source's count, which only grows"
        yield _conflict(story, ConflictType.UPDATE, time, first, second, note)


def _grows(figure: Figure) -> bool:
    return figure.measure in table("comparison")["measures"]["growing"]


def _one_source(story: View, a: Figure, b: Figure) -> bool:
    """One entity, or two under one name; descriptions that read alike ("officials") are not one source."""
    pairs = [(one, other) for one in a.sources for other in b.sources]
    return any(
        one == other or (_both_named(story, one, other) and one_name(story, one, other))
        for one, other in pairs
    )


def _both_named(story: View, a: str, b: str) -> bool:
    return story.named(a) and story.named(b)


def _inside(story: View, own: Sequence[Figure]) -> Iterable[Conflict]:
    """Two bodies of one authority whose numbers one report sets side by side as of one time."""
    for a, b in combinations(own, 2):
        if a.report != b.report or not (a.sources and b.sources) or _one_source(story, a, b):
            continue
        time = timing(when(story, a), when(story, b))
        if time is When.SAME and _apart(a, b) and _disputable(a, b):
            yield _conflict(story, ConflictType.FIGURE, time, a, b, "side by side in one report")


def _one_count(a: Figure, b: Figure, time: When) -> bool:
    """Say whether two figures of one source are two states of one count, rather than two cases or a loose
    retelling.
    """
    if b.vague and not a.vague:
        return False
    return not _few(a, b) or (time is When.LATER and _toll(a))


def _toll(figure: Figure) -> bool:
    return figure.measure in table("comparison")["measures"]["tolls"]


def _few(a: Figure, b: Figure) -> bool:
    return min(compared(a)[1], compared(b)[1]) <= FEW


def _borrowed(story: View, a: Figure, b: Figure) -> Conflict | None:
    """One source, two numbers, and one of them is another source's number elsewhere: moved to another
    speaker.
    """
    grows = a.measure in table("comparison")["measures"]["growing"]
    sources = (*a.sources, *b.sources)
    if any(unplaced(story, source) or not story.named(source) for source in sources):
        return None  # whoever they speak for may be the number's owner, and "officials" are not one voice
    if grows and timing(when(story, a), when(story, b)) is When.LATER:
        return None  # a count that grows may reach another's number
    for moved, kept in ((a, b), (b, a)):
        owner = next((one for one in story.figures.values() if _owns(story, one, moved, kept)), None)
        if owner:
            teller = outlet(story.report(moved.report))
            told = f"{teller} gives “{moved.text}” as said by {_speaker(story, moved)}"
            other = f"“{kept.text}” is theirs and “{owner.text}” is said by {_speaker(story, owner)}"
            why = f"{told}; elsewhere {other}"
            refs = Ref(RefKind.FIGURE, moved.id), Ref(RefKind.FIGURE, kept.id)
            return conflict(ConflictType.MISQUOTE, About.SAYING, When.UNKNOWN, *refs, why)
    return None


def _owns(story: View, one: Figure, moved: Figure, kept: Figure) -> bool:
    """A known source under another authority states the very number of the same group, in another report
    and alike.
    """
    if one.report == moved.report or not one.sources or not (is_harm(one) or one.measure == moved.measure):
        return False
    if not (same_value(one, moved) and loose_group(one, moved)) or same_value(one, kept):
        return False
    placed = all(known(story, source) for source in one.sources)
    apart = {story.authority(s) for s in one.sources}.isdisjoint(story.authority(s) for s in moved.sources)
    alike = one.measure == moved.measure or _verbs(story, one) & _verbs(story, moved)
    return placed and apart and bool(alike)


def _verbs(story: View, figure: Figure) -> set[str]:
    found = story.words(figure.report, figure.sentence)
    return {word.lemma for word in found if word.pos == "VERB" and word.lemma not in light()}


def _between(story: View, ours: Sequence[Figure], theirs: Sequence[Figure]) -> Iterable[Conflict]:
    """Two authorities: of the speakers none of whose figures meet the other's, the pair that shows it best.

    Numbers in an outlet's own words are no party's. Counts of different days are not rivals: a pair must be
    of one stated day, or some report must give both numbers side by side.
    """
    pairs = [
        (a, b)
        for one in _speakers(ours)
        for other in _speakers(theirs)
        if not any(meet(a, b) for a in one for b in other)
        for a in one
        for b in other
        if _apart(a, b) and _disputable(a, b) and _side_by_side(story, a, b, [*ours, *theirs])
    ]
    if not pairs:
        return
    a, b = min(pairs, key=lambda pair: _preference(story, *pair))
    first, second = sorted((a, b), key=lambda figure: (key(when(story, figure)), figure.id))
    time = timing(when(story, first), when(story, second))
    if time is not When.LATER:
        note = "apart; may be timing" * (time is When.UNKNOWN)
        yield _conflict(story, ConflictType.FIGURE, time, first, second, note)


def _side_by_side(story: View, a: Figure, b: Figure, figures: Sequence[Figure]) -> bool:
    if a.report == b.report or (when(story, a) is None and when(story, b) is None):
        return True
    days = stated(a.as_of), stated(b.as_of)
    if all(day and day.from_ for day in days) and not apart(*days):
        return True
    here = {one.report for one in figures if one.sources and same_value(one, a)}
    return any(one.report in here and one.sources and same_value(one, b) for one in figures)


def _told_once(story: View, found: Sequence[Conflict]) -> Iterable[Conflict]:
    """Of conflicts between the same two numbers, the one whose speakers are named best."""
    kept: list[tuple[Figure, Figure]] = []
    pairs = [(story.figures[one.a.id], story.figures[one.b.id], one) for one in found]
    for a, b, one in sorted(pairs, key=lambda item: _preference(story, item[0], item[1])):
        if not any(_same_pair((a, b), pair) or _same_pair((b, a), pair) for pair in kept):
            kept.append((a, b))
            yield one


def _same_pair(one: tuple[Figure, Figure], other: tuple[Figure, Figure]) -> bool:
    return same_value(one[0], other[0]) and same_value(one[1], other[1])


def _disputable(a: Figure, b: Figure) -> bool:
    """Say whether two parties state both of something done to the counted, and not of a few cases each."""
    told = bool(a.sources and b.sources) and a.measure != head(a)
    both = max(compared(a)[1], compared(b)[1]) <= FEW and a.report == b.report
    return told and (both or not _few(a, b))


def _speakers(figures: Sequence[Figure]) -> list[list[Figure]]:
    groups: dict[tuple[str, ...], list[Figure]] = {}
    for figure in figures:
        groups.setdefault(figure.sources, []).append(figure)
    return list(groups.values())


def _preference(story: View, a: Figure, b: Figure) -> tuple[object, ...]:
    """Named speakers before unnamed ones and outlets, figures of one time before an older and a newer, near
    ones first.
    """
    named = sum(bool(one.sources) + any(story.named(source) for source in one.sources) for one in (a, b))
    times = when(story, a), when(story, b)
    dates = [story.report(one.report).published for one in (a, b)]
    early = sorted((day is None, key(day)) for day in dates)
    timely = before(*times) or before(times[1], times[0])
    return -named, timely, a.report != b.report, _distance(a, b), early, a.id, b.id


def _distance(a: Figure, b: Figure) -> float:
    (low_a, high_a), (low_b, high_b) = compared(a), compared(b)
    return max(low_a - high_b, low_b - high_a)


def _apart(a: Figure, b: Figure) -> bool:
    """Say whether two figures of a track cannot both hold for one moment."""
    if meet(a, b) or (a.report, a.sentence) == (b.report, b.sentence) or of_two_sides(a, b):
        return False
    less, more = sorted((compared(a), compared(b)), key=lambda bounds: (bounds[1], bounds[0]))
    return less[1] > FEW or more[0] <= MANY_TIMES * less[1]


def _speaker(story: View, figure: Figure) -> str:
    if figure.sources:
        return story.name(figure.sources[0])
    return f"{outlet(story.report(figure.report))} in its own words"


def _conflict(story: View, kind: ConflictType, time: When, a: Figure, b: Figure, said: str) -> Conflict:
    note = f" ({said})" if said else ""
    why = f"{a.measure}: “{a.text}” ({_speaker(story, a)}) against “{b.text}” ({_speaker(story, b)}){note}"
    return conflict(kind, About.FACT, time, Ref(RefKind.FIGURE, a.id), Ref(RefKind.FIGURE, b.id), why)


def definitions(story: View) -> Iterable[Conflict]:
    """Yield pairs that state one number of one group under two measures that are often taken for each
    other.
    """
    pairs = [set(pair) for pair in table("comparison")["measures"]["mistaken"]]
    seen: set[tuple[str, str, float | None]] = set()
    figures = [
        one
        for one in story.figures.values()
        if not one.derived_from and one.extent is not Extent.PART and one.change is None
    ]
    for a, b in combinations(figures, 2):
        if {a.measure, b.measure} not in pairs or a.report == b.report or not _one_number(a, b):
            continue
        mark = (min(a.measure, b.measure), max(a.measure, b.measure), a.low)
        if mark not in seen:
            seen.add(mark)
            yield _conflict(
                story,
                ConflictType.DEFINITION,
                timing(when(story, a), when(story, b)),
                a,
                b,
                "one number, two measures",
            )


def _one_number(a: Figure, b: Figure) -> bool:
    return same_value(a, b) and not a.vague and (a.low or a.high or 0.0) > FEW and loose_group(a, b)
