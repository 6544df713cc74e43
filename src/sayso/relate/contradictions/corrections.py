"""Corrections: an outlet takes back that somebody gave a number, and says who did."""

import re
from collections.abc import Iterable

from sayso.lexicon import words
from sayso.model.relation import About, Conflict, ConflictType, Ref, RefKind, When
from sayso.model.report import Figure, Statement
from sayso.relate.bounds import same_value
from sayso.relate.contradictions.verdicts import conflict
from sayso.relate.moments import before, known
from sayso.relate.roots import outlet
from sayso.relate.view import View

_WORD = re.compile(r"[^\W\d_]+")


def relate(story: View) -> Iterable[Conflict]:
    """Yield one conflict for each number that an outlet gave to somebody and a later article of its own takes
    back: "An article said that Duro had put it at 171. That figure was given by the police." """
    for told in story.statements.values():
        if told.sources and _is_the_figure(told) and _corrects(story, told):
            for taken in _taken_back(story, told):
                whose = f"{outlet(story.report(told.report))} takes back that {story.name(taken.sources[0])}"
                why = f"{whose} gave “{taken.text}”: {story.name(told.sources[0])} did"
                refs = Ref(RefKind.FIGURE, taken.id), Ref(RefKind.STATEMENT, told.id)
                yield conflict(ConflictType.MISQUOTE, About.SAYING, When.SAME, *refs, why)


def _is_the_figure(one: Statement) -> bool:
    """Say whether a content only points at a number told right before: "That figure", "this total"."""
    said = set(_WORD.findall(one.text.lower()))
    return bool(said & words("relate", "number_words")) and said <= (
        words("relate", "number_words") | words("relate", "known_again")
    )


def _corrects(story: View, one: Statement) -> bool:
    """Say whether a statement stands in the paragraph of a correction."""
    report = story.report(one.report)
    block = next((each for each in report.blocks if each.start <= one.start < each.end), None)
    said = report.text[block.start : block.end].lower() if block else ""
    return any(mark in said for mark in words("relate", "correcting"))


def _taken_back(story: View, told: Statement) -> list[Figure]:
    """The number that the sentence before gives to somebody else, in what the outlet wrote before."""
    theirs = {story.authority(source) for source in told.sources}
    last = max((end for _, end in story.facts[told.report].sentences if end <= told.sentence[0]), default=0)
    given = [
        one
        for one in story.facts[told.report].figures
        if one.sentence[1] == last
        and one.sources
        and theirs.isdisjoint(story.authority(source) for source in one.sources)
    ]
    return [
        one
        for one in story.figures.values()
        if _by_the_same_outlet(story, one, told)
        and any(same_value(one, wrong) and set(one.sources) == set(wrong.sources) for wrong in given)
    ]


def _by_the_same_outlet(story: View, one: Figure, told: Statement) -> bool:
    first, later = story.report(one.report), story.report(told.report)
    same = first.outlet is not None and first.outlet == later.outlet
    return same and first.id != later.id and not before(known(later), known(first))
