"""Numbers told without what they count: "143 remains the only documented figure", "that figure"."""

import re
from functools import cache

from sayso.lexicon import choice, words
from sayso.model.report import Figure
from sayso.relate.bounds import generic, is_harm, same_figure
from sayso.relate.matching.units import Same, Unit, both_statements, once
from sayso.relate.view import View

LEAST = 10
"""From how many a bare number is taken for one of the story: smaller ones recur by chance."""

_NUMBER = re.compile(r"(?<![\w.,:$£€-])\d+(?:,\d{3})*(?:\.\d+)?(?!-?\w|[:%])")
"""A number that stands alone: no time of day, no share, no age ("a 19-year-old")."""


def pointed_join(story: View, a: Unit, b: Unit) -> Same | None:
    """One unit tells a number without what it counts, which the other, or what both mean, says."""
    if not (meant(story, a) or meant(story, b)):
        return None
    ours, theirs = counted(story, a), counted(story, b)
    if ours is None or theirs is None:
        return None
    if ours.id != theirs.id and same_figure(story, ours, theirs) is None:
        return None
    return Same(0.8, f"the number that “{theirs.text}” is")


def counted(story: View, unit: Unit) -> Figure | None:
    """Return the one figure that a unit states or means."""
    return unit.alone or meant(story, unit)


@once
def meant(story: View, unit: Unit) -> Figure | None:
    """Return the figure that a statement without figures means; None where it means none, or more than one
    could be meant."""
    if unit.figures or not both_statements(unit, unit) or unit.statement is None:
        return None
    if _pointing().fullmatch(unit.text.strip().lower()):
        return _told_before(story, unit)
    return _bare(story, unit) if _calls_it_a_number(unit) else None


@cache
def _pointing() -> re.Pattern[str]:
    return re.compile(rf"(?:that|this) (?:{choice('relate', 'number_words')})")


def _told_before(story: View, unit: Unit) -> Figure | None:
    """The only figure of the sentence before."""
    sentences = [span for span in story.facts[unit.report].sentences if span[1] <= unit.span[0]]
    last = max(sentences, default=None)
    figures = story.facts[unit.report].figures
    told = [one for one in figures if last and last[0] <= one.start < last[1] and not one.derived_from]
    toll = not unit.lemmas.keys().isdisjoint(words("relate", "toll_words"))
    return told[0] if len(told) == 1 and (is_harm(told[0]) or not toll) else None


def _calls_it_a_number(unit: Unit) -> bool:
    return not unit.lemmas.keys().isdisjoint(words("relate", "number_words"))


def _bare(story: View, unit: Unit) -> Figure | None:
    """A figure of the one number in a statement's words, where all of the story count one thing."""
    found = {float(match[0].replace(",", "")) for match in _NUMBER.finditer(unit.text)}
    if len(found) != 1 or min(found) < LEAST:
        return None
    told = [one for one in story.figures.values() if one.low == one.high and one.low in found]
    one_thing = len({one.measure for one in told}) == 1
    return min(told, key=lambda one: (generic(one), one.id)) if one_thing else None
