"""One figure followed through time and sources: same measure, group and place; parts, in-period counts
and changes ("rose by 12") stay off.
"""

from collections import defaultdict
from collections.abc import Sequence, Set

from sayso.lexicon import table
from sayso.model.ids import content_id, smallest
from sayso.model.relation import Resolved, Track
from sayso.model.report import Extent, Figure, Moment
from sayso.relate import moments
from sayso.relate.bounds import PEOPLE, compared, generic, group, head, same_value, sided, single
from sayso.relate.episodes import no_count, of_another, of_the_event
from sayso.relate.states import states
from sayso.relate.view import View, view

ON_THE_LINE = frozenset({Extent.LEVEL, Extent.CUMULATIVE})
"""Extents of counts that say how things stood: a part or a count of one period does not."""


Groups = dict[tuple[str, ...], list[Figure]]
"""Figures by measure, unit, whom they count and country."""


def relate(resolved: Resolved) -> tuple[Track, ...]:
    """Return the tracks of a story, by id; a figure is on one track at most, and one report alone makes
    none.
    """
    story = view(resolved)
    apart, own = of_another(story) | no_count(story), of_the_event(story)
    groups: Groups = defaultdict(list)
    days: Groups = defaultdict(list)
    for figure in story.figures.values():
        if figure.change is None and figure.id not in apart and _followed(figure):
            key = figure.measure, figure.unit, _group(story, figure), _country(story, figure)
            if figure.extent in ON_THE_LINE:
                groups[key].append(figure)
            elif figure.id in own:
                days[key].append(figure)
    _place_the_placeless(groups)
    _with_own_day(groups, days)
    counts = {key: states(story, figures) for key, figures in groups.items()}
    _told_as_people(counts)
    tracks = [_track(story, figures) for figures in _without_sums(counts, groups) if _moves(figures)]
    return tuple(sorted(tracks, key=lambda track: track.id))


def when(story: View, figure: Figure) -> Moment | None:
    """Return when a figure holds: its stated day or period, when it was said, or the day of its report."""
    statement = story.statements.get(figure.statement or "")
    said = statement.said if statement else None
    own = moments.stated(figure.as_of) or moments.stated(figure.during) or moments.stated(said)
    return own or moments.known(story.report(figure.report))


def _place(story: View, figure: Figure) -> tuple[bool, str, str]:
    """By the last day on which a figure can hold; where that is open it comes last."""
    moment = when(story, figure)
    return moments.key(moment if moment and moment.to else None)


def _followed(figure: Figure) -> bool:
    """Counts of people are followed whoever they are; anything else needs to say what is counted, and
    soldiers whose.
    """
    if sided(figure) or _of_a_whole(figure):
        return False
    return figure.measure in table("comparison")["measures"]["followed"] or (
        bool(head(figure)) and not generic(figure)
    )


def _of_a_whole(figure: Figure) -> bool:
    """Say whether the words make it a part ("60 of the people"), though nothing says of which figure."""
    return any(
        f" {words} " in f" {figure.text.lower()} " for words in table("comparison")["groups"]["partitive"]
    )


def _group(story: View, figure: Figure) -> str:
    """Whom it counts; where it says only "people", the group that a figure of the same measure and sentence
    counts.
    """
    if not generic(figure):
        return group(figure)
    beside = (
        one
        for one in story.facts[figure.report].figures
        if one.sentence == figure.sentence and one.extent is not Extent.PART
    )
    named = {one.who_entity for one in beside if one.measure == figure.measure and one.who_entity}
    return next(iter(named)) if len(named) == 1 else group(figure)


def _without_sums(counts: Groups, groups: Groups) -> list[list[Figure]]:
    """Return the counts without the sums of which a part was left out as no state of its count."""
    kept, known = ({one.id for some in them.values() for one in some} for them in (counts, groups))
    left = known - kept
    return [[one for one in some if not left.intersection(one.derived_from)] for some in counts.values()]


def _moves(figures: Sequence[Figure]) -> bool:
    return len({figure.report for figure in figures}) > 1


def _country(story: View, figure: Figure) -> str:
    entity = story.entities.get(figure.where or "")
    return entity.place.country if entity and entity.place else ""


def _place_the_placeless(groups: Groups) -> None:
    """A figure without a place joins its group's only placed track; where there are several it stays by
    itself.
    """
    for key in sorted(key for key in groups if not key[-1]):
        placed = [other for other in groups if other[:-1] == key[:-1] and other[-1]]
        if len(placed) == 1:
            groups[placed[0]] += groups.pop(key)


def _told_as_people(groups: Groups) -> None:
    """Counts of a group ("three bank workers") join those of people where they are the same: some report
    tells both, and every number of the group is told of people, too."""
    for key in sorted(key for key in groups if key[2] != PEOPLE):
        lines = [one for one in groups if (*one[:2], one[3]) == (*key[:2], key[3]) and one[2] == PEOPLE]
        people = groups[lines[0]] if lines else []
        both = {one.report for one in people} & {one.report for one in groups[key]}
        if both and all(_told(one, people, both) for one in groups[key]):
            people += groups.pop(key)


def _told(figure: Figure, people: Sequence[Figure], both: Set[str]) -> bool:
    """Say whether a number is told of people, too: by its own report, where that tells of both."""
    told = [one for one in people if one.report == figure.report or figure.report not in both]
    return not single(figure) and any(same_value(figure, one) for one in told)


def _with_own_day(groups: Groups, days: Groups) -> None:
    """Counts of the event's own day join the line they are of the size of: what a fight cost on one day is
    far below what it cost in all."""
    for key, figures in days.items():
        line = groups.get(key) or next((groups[one] for one in sorted(groups) if one[:-1] == key[:-1]), [])
        least = min((compared(one)[0] for one in line if not single(one)), default=None)
        if least is not None:
            line += [one for one in figures if compared(one)[1] >= least]


def _track(story: View, figures: Sequence[Figure]) -> Track:
    ordered = sorted(figures, key=lambda one: (_place(story, one), one.report, one.start, one.id))
    wheres = {figure.where for figure in figures if figure.where}
    first = ordered[0]
    return Track(
        id=content_id("track", smallest(figure.id for figure in figures), first.measure),
        measure=first.measure,
        who_entity=first.who_entity,
        where=min(wheres) if len(wheres) == 1 else None,
        figures=tuple(figure.id for figure in ordered),
        who=next((figure.who for figure in ordered if figure.who), None),
    )
