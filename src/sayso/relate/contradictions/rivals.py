"""Figures of one track that are apart: disputes between sources, and within one authority.

Figures are compared inside one track only; `updates` follows what moved.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from itertools import combinations

from sayso.lexicon import words
from sayso.model.relation import Conflict, ConflictType, Ref, RefKind, Track, When
from sayso.model.report import Figure, Pair
from sayso.relate.bounds import FEW, compared, group, head, is_harm, meet, same_value
from sayso.relate.contradictions import updates
from sayso.relate.contradictions.standing import bodies, far, few, figures_conflict, preference, same_pair
from sayso.relate.contradictions.updates import grew, moved_to, one_source
from sayso.relate.contradictions.verdicts import timing
from sayso.relate.matching.senses import meaning
from sayso.relate.media import is_media
from sayso.relate.moments import apart, key, stated
from sayso.relate.parties import one_name
from sayso.relate.roots import roots
from sayso.relate.states import called_earlier, grave
from sayso.relate.tracks import ON_THE_LINE, when
from sayso.relate.view import View

_AND = re.compile(r"\band\b")

NEAR = 1.5
"""Of two numbers one of which may be told of single cases, the other is at most so many times as high."""

RIVALS = 3
"""So many numbers of one thing one report may set against each other."""


def relate(story: View, tracks: Sequence[Track]) -> Iterable[Conflict]:
    """Yield, for each track, the updates along each voice, the disputes between voices, and what is told as
    movement.
    """
    counts = _by_kind(story)
    for track in tracks:
        figures = bodies(story, [story.figures[id_] for id_ in track.figures])
        alike = [one for kind in sorted({*map(_kind, figures)}) for one in counts.get(kind, ())]
        voices = _voices(story, figures)
        along = list(updates.relate(story, figures, voices.values()))
        yield from along
        misquoted = {one.a.id for one in along if one.type is ConflictType.MISQUOTE}
        yield from _disputes(story, _as_of_now(story, voices, alike, misquoted))


def _disputes(story: View, voices: Mapping[str, Sequence[Figure]]) -> Iterable[Conflict]:
    pairs = combinations(sorted(voices), 2)
    apart = [found for one, other in pairs for found in _between(story, voices[one], voices[other])]
    inside = [found for own in voices.values() for found in _inside(story, own)]
    yield from _told_once(story, [*apart, *inside])


def _as_of_now(
    story: View, voices: Mapping[str, Sequence[Figure]], alike: Sequence[Figure], misquoted: Set[str]
) -> dict[str, list[Figure]]:
    """The numbers of each voice that can stand against another's: its own, as of now, of one thing, and from
    no report of several. `alike` are all counts of what they count, on the track or off it."""
    kept: dict[str, list[Figure]] = {}
    mixed, listed = _mixed(alike), _listed(story, alike)
    for voice, own in voices.items():
        left_out = misquoted | listed | _of_several(story, own)
        said = [
            one for one in own if one.sources and one.report not in mixed
        ]  # an outlet's own is no party's
        now = [one for one in said if not called_earlier(story, one)]
        if standing := [one for one in now if one.id not in left_out]:
            kept[voice] = standing
    return kept


def _of_several(story: View, own: Sequence[Figure]) -> frozenset[str]:
    """Numbers of one source in a report that gives it several far apart: they are of several things."""
    pairs = [
        (a, b)
        for a, b in combinations(own, 2)
        if a.report == b.report and far(a, b) and one_source(story, a, b)
    ]
    return frozenset(one.id for pair in pairs for one in pair)


def _listed(story: View, figures: Sequence[Figure]) -> frozenset[str]:
    """Numbers of one source of which a sentence gives two, joined by "and", and no count that grew from one
    to the other: they are of two things, "10 died at the port and 20 at the station"."""
    by_sentence: dict[tuple[str, Pair], list[Figure]] = defaultdict(list)
    for figure in figures:
        if not figure.derived_from:
            by_sentence[figure.report, figure.sentence].append(figure)
    pairs = [
        (a, b)
        for some in by_sentence.values()
        for a, b in combinations(some, 2)
        if one_source(story, a, b)
        and not meet(a, b)
        and _AND.search(story.report(a.report).text, *sorted((a.end, b.start, b.end, a.start))[1:3])
        and not (grew(story, a) or grew(story, b))
    ]
    return frozenset(one.id for pair in pairs for one in pair)


def _kind(figure: Figure) -> tuple[str, str, str]:
    return figure.measure, figure.unit, group(figure)


def _by_kind(story: View) -> Mapping[tuple[str, str, str], list[Figure]]:
    """Every count by what it counts, also those that are no state of it and stand on no track."""
    found: dict[tuple[str, str, str], list[Figure]] = defaultdict(list)
    for one in story.figures.values():
        if one.extent in ON_THE_LINE and one.change is None:
            found[_kind(one)].append(one)
    return found


def _mixed(figures: Sequence[Figure]) -> frozenset[str]:
    """Reports that give many numbers of one measure far from each other: they tell of several events, or of
    parts, and say in words that only a reader follows which number is of what."""
    by_report: dict[str, list[Figure]] = {}
    for figure in figures:
        kept = by_report.setdefault(figure.report, [])
        if len(kept) <= RIVALS and not figure.vague and not any(meet(figure, one) for one in kept):
            kept.append(figure)
    return frozenset(report for report, kept in by_report.items() if len(kept) > RIVALS)


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


def _inside(story: View, own: Sequence[Figure]) -> Iterable[Conflict]:
    """Two bodies of one authority whose numbers one report sets side by side as of one time."""
    for a, b in combinations(own, 2):
        if a.report != b.report or not (a.sources and b.sources) or one_source(story, a, b):
            continue
        time = timing(when(story, a), when(story, b))
        if time is not When.SAME or not far(a, b) or not _disputable(story, a, b):
            continue
        yield _apart(story, a, b, time, "side by side in one report")


def _apart(story: View, a: Figure, b: Figure, time: When, note: str) -> Conflict:
    """A dispute; of a count that a report tells as growing, a movement, unless the lower number is what it is
    told to have come to: "risen to 17", and somebody else puts it at 19."""
    first, second = sorted((a, b), key=lambda one: compared(one)[1])
    if a.report == b.report and (grew(story, a) or grew(story, b)) and not moved_to(story, first):
        return figures_conflict(story, ConflictType.UPDATE, time, first, second, "told as a count that grew")
    return figures_conflict(story, ConflictType.FIGURE, time, a, b, note)


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
        if far(a, b) and _disputable(story, a, b) and _side_by_side(story, a, b, [*ours, *theirs])
    ]
    if not pairs:
        return
    a, b = min(pairs, key=lambda pair: preference(story, *pair))
    first, second = sorted((a, b), key=lambda figure: (key(when(story, figure)), figure.id))
    time = timing(when(story, first), when(story, second))
    if time is not When.LATER:
        note = "apart; may be timing" * (time is When.UNKNOWN)
        yield _apart(story, first, second, time, note)


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
    for a, b, one in sorted(pairs, key=lambda item: preference(story, item[0], item[1])):
        if not any(same_pair((a, b), pair) or same_pair((b, a), pair) for pair in kept):
            kept.append((a, b))
            yield one


def _disputable(story: View, a: Figure, b: Figure) -> bool:
    """Say whether two parties state both of something done to the counted, in one place, and not of a few
    cases each."""
    told = _by_a_party(story, a) and _by_a_party(story, b) and a.measure != head(a)
    less, more = sorted((compared(a)[1], compared(b)[1]))
    both = a.report == b.report and (more <= FEW or more <= NEAR * less)
    placed = a.where is None or b.where is None or a.where == b.where
    alike = grave(story, a) == grave(story, b) and not (a.derived_from and b.derived_from)
    return told and placed and alike and (both or not few(a, b)) and _of_one_deed(story, a, b)


def _of_one_deed(story: View, a: Figure, b: Figure) -> bool:
    """Say whether two counts of things are told by one verb: "signed up 106,000 Norlanders" is no rival of
    "priced millions of Norlanders out". What is done to people is told by many verbs."""
    ours, theirs = ({meaning(verb, verb=True) for verb in _verbs(story, one)} for one in (a, b))
    return is_harm(a) or a.measure in words("comparison", "measures.followed") or bool(ours & theirs)


def _verbs(story: View, figure: Figure) -> Iterable[str]:
    """The verbs of which a figure fills a part."""
    for frame in story.frames(figure.report, figure.sentence):
        if any(figure.start < part.end and part.start < figure.end for part in frame.parts):
            yield frame.lemma


def _by_a_party(story: View, figure: Figure) -> bool:
    """Say whether a party states a number as it stands: an outlet or agency only passes one on, and "from
    three to four" tells a movement."""
    passed_on = any(is_media(story, source) for source in figure.sources)
    return (
        bool(figure.sources)
        and not passed_on
        and figure.text.split()[0].lower() not in words("relate", "moved_from")
    )


def _speakers(figures: Sequence[Figure]) -> list[list[Figure]]:
    groups: dict[tuple[str, ...], list[Figure]] = {}
    for figure in figures:
        groups.setdefault(figure.sources, []).append(figure)
    return list(groups.values())
