"""Two numbers of one report against each other that no track holds: a heading above its own text, and a
number that the next speaker puts otherwise ("it had been barely 40 million")."""

import re
from collections.abc import Iterable, Sequence
from functools import cache

from sayso.lexicon import choice
from sayso.model.blocks import HEADINGS, role
from sayso.model.relation import Conflict, ConflictType, When
from sayso.model.report import BlockRole, Extent, Figure, Report
from sayso.relate.bounds import compared, generic, meet
from sayso.relate.contradictions.standing import figures_conflict
from sayso.relate.view import View, in_order

NEAR = 400
"""Characters after a number within which the next speaker puts it otherwise."""

_ADDS_UP = ("killed", "missing")
"""What a heading may count together as lost."""


def relate(story: View) -> Iterable[Conflict]:
    """Yield the conflicts of both sorts, report by report."""
    for facts in story.facts.values():
        figures = [one for one in in_order(facts.figures) if not one.derived_from]
        yield from _overstated(story, figures)
        yield from _put_otherwise(story, figures)


def _overstated(story: View, figures: Sequence[Figure]) -> Iterable[Conflict]:
    """A heading that counts more dead than its report has dead and missing in all."""
    people = [one for one in figures if one.unit == "person" and generic(one) and _whole(one)]
    headings = [one for one in people if role(story.report(one.report), one.start) in HEADINGS]
    heads = {one.id for one in headings if _above_text(story.report(one.report), one.start)}
    body = [one for one in people if one not in headings]
    told = [one for one in body if one.measure == _ADDS_UP[0]]
    most = sum(_most([one for one in body if one.measure == measure]) for measure in _ADDS_UP)
    for one in people:
        if one.id not in heads or one.measure != _ADDS_UP[0] or any(meet(one, other) for other in told):
            continue
        if told and compared(one)[0] > most:
            note = "a heading above all that its own report tells"
            nearest = max(told, key=lambda other: (compared(other)[1], -other.start))
            yield figures_conflict(story, ConflictType.FIGURE, When.SAME, one, nearest, note)


def _above_text(report: Report, offset: int) -> bool:
    """Say whether a heading stands above text of its report: before all of it, or right before a paragraph.
    What stands among other headings is an entry of a list, or leads to another report."""
    after = [block.role for block in report.blocks if block.start > offset]
    first = all(offset < block.start for block in report.blocks if block.role is BlockRole.PARAGRAPH)
    return first or after[:1] == [BlockRole.PARAGRAPH]


def _whole(figure: Figure) -> bool:
    return figure.change is None and figure.extent is not Extent.PART


def _most(figures: Sequence[Figure]) -> float:
    """The highest of some numbers; one that is only a size ("dozens") counts where there is no other."""
    exact = [one for one in figures if not one.vague] or figures
    return max((compared(one)[1] for one in exact), default=0.0)


def _put_otherwise(story: View, figures: Sequence[Figure]) -> Iterable[Conflict]:
    """A number that another party, right after it, says was really another."""
    for place, later in enumerate(figures):
        text = story.report(later.report).text
        if not later.sources or not _otherwise().search(_before(text, later)):
            continue
        for one in reversed(figures[:place]):
            if later.start - one.end > NEAR:
                break
            if _rivals(story, one, later):
                note = "put otherwise right after it"
                yield figures_conflict(story, ConflictType.FIGURE, When.SAME, one, later, note)
                break


@cache
def _otherwise() -> re.Pattern[str]:
    """How a sentence goes up to the number that it puts in the place of another."""
    taken_up, put_at, rather = (choice("relate", key) for key in ("taken_up", "put_at", "rather"))
    real, nouns = choice("relate", "real"), choice("relate", "number_nouns")
    really = rf"the (?:{real}) (?:{nouns})(?: of(?: \w+){{1,3}})?"
    return re.compile(rf"\b(?:{taken_up}|{really}) (?:{put_at}) (?:{rather})? ?$")


def _before(text: str, figure: Figure) -> str:
    """The words of a figure's sentence before its number, and those that begin it ("barely £40m")."""
    number = re.search(r"[£$€¥₹\d]", figure.text)
    end = figure.start + (number.start() if number else 0)
    return " ".join(text[max(figure.sentence[0], end - 60) : end].split()).lower() + " "


def _rivals(story: View, a: Figure, b: Figure) -> bool:
    parties = ({story.authority(source) for source in one.sources} for one in (a, b))
    ours, theirs = parties
    return (
        a.sentence != b.sentence
        and bool(ours)
        and ours.isdisjoint(theirs)
        and (a.measure, a.unit) == (b.measure, b.unit)
        and not meet(a, b)
    )
