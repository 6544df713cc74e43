"""When the figures of two units keep them apart."""

from sayso.lexicon import table
from sayso.model.report import Figure
from sayso.relate.bounds import generic, head, loose_group, same_place, same_value
from sayso.relate.matching.counts import of_work, other_group
from sayso.relate.matching.differences import other_extent, other_measure
from sayso.relate.matching.units import Unit
from sayso.relate.view import View


def figures_differ(story: View, a: Unit, b: Unit) -> bool:
    """Both state figures and none agrees, or one measure of one group has two values, or one value two
    measures.
    """
    if not (a.figures and b.figures):
        return False
    if not any(_agree(story, one, other) for one in a.figures for other in b.figures):
        return True
    if any(_mistaken(one, b) or _told_otherwise(story, one, b) for one in a.figures):
        return True
    ours, theirs = _only_in(story, a, b), _only_in(story, b, a)
    return any(one.measure == other.measure and loose_group(one, other) for one in ours for other in theirs)


def _only_in(story: View, a: Unit, b: Unit) -> list[Figure]:
    """The figures of one unit that none of the other's agrees with."""
    return [one for one in a.figures if not any(_agree(story, one, other) for other in b.figures)]


def _told_otherwise(story: View, one: Figure, b: Unit) -> bool:
    return any(other_measure(one, other) or other_extent(story, one, other) for other in b.figures)


def _agree(story: View, one: Figure, other: Figure) -> bool:
    group = loose_group(one, other) or _uncounted(one) or _uncounted(other) or of_work(one, other)
    return group and not other_group(one, other) and same_value(one, other) and same_place(story, one, other)


def _uncounted(figure: Figure) -> bool:
    """Say whether a number says nothing of what it counts ("60 of the 640"), or no more than "names"."""
    return figure.who_entity is None and (not head(figure) or generic(figure))


def _mistaken(one: Figure, b: Unit) -> bool:
    pairs = [set(pair) for pair in table("comparison")["measures"]["mistaken"]]
    return any({one.measure, other.measure} in pairs and same_value(one, other) for other in b.figures)
