"""Which event a count belongs to: the one the story is about, or an older one that its reports recall."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from sayso.lexicon import words
from sayso.model.blocks import block_at
from sayso.model.report import Extent, Figure, Moment, Pair, Precision, Report, TimeExpression
from sayso.relate.bounds import is_harm
from sayso.relate.moments import day, known, long_before
from sayso.relate.view import View

NAMING = 1 / 3
"""Share of a story's reports that must name a day for it to be the day of the story's event."""

_ENDS = re.compile(r"[.!?…]['\"”’)\]]*\s*$")
_WORDS = re.compile(r"[^\W\d_]+")


def own_day(story: View) -> str | None:
    """Return the day that most reports of a story name, the first of several; None where too few agree."""
    named: Counter[str] = Counter()
    for facts in story.facts.values():
        named.update({value for time in facts.times if (value := _one_day(time.moment))})
    best = min(named, key=lambda value: (-named[value], value), default=None)
    enough = best is not None and named[best] >= max(2, NAMING * len(story.facts))
    return best if enough else None


def of_the_event(story: View) -> frozenset[str]:
    """Return the in-period counts of harm that are the event's own: "84 people were killed on Thursday", when
    all happened on that day. Where harm is counted over other days too, no day's count is the whole."""
    own = own_day(story)
    periods = [one for one in story.figures.values() if one.extent is Extent.IN_PERIOD and is_harm(one)]
    days = {(one.measure, _one_day(one.during)) for one in periods if not _old(story, one)}
    return frozenset(
        one.id
        for one in periods
        if own is not None
        and _one_day(one.during) == own
        and {period for measure, period in days if measure == one.measure} == {own}
    )


def of_another(story: View) -> frozenset[str]:
    """Return the counts of harm that stand in the account of an older event: a sentence that gives its date
    ("the Nov. 13 attacks that killed 130"), or a heading over such an account."""
    times = {id_: _by_sentence(facts.times, facts.sentences) for id_, facts in story.facts.items()}
    return frozenset(
        one.id
        for one in story.figures.values()
        if is_harm(one) and one.extent is not Extent.CUMULATIVE and _recalled(story, one, times[one.report])
    )


def _old(story: View, figure: Figure) -> bool:
    return long_before(figure.during, known(story.report(figure.report)))


def _one_day(moment: Moment | None) -> str | None:
    if moment is None or not (moment.from_ and moment.to):
        return None
    fine = moment.precision in {Precision.DAY, Precision.MINUTE} and day(moment.from_) == day(moment.to)
    return day(moment.from_) if fine else None


def _by_sentence(
    times: Sequence[TimeExpression], sentences: Sequence[Pair]
) -> Mapping[int, Sequence[TimeExpression]]:
    """Times by where their sentence begins."""
    found: dict[int, list[TimeExpression]] = {}
    for time in times:
        start = max((one[0] for one in sentences if one[0] <= time.start), default=0)
        found.setdefault(start, []).append(time)
    return found


def _recalled(story: View, figure: Figure, times: Mapping[int, Sequence[TimeExpression]]) -> bool:
    report = story.report(figure.report)
    start = figure.sentence[0]
    if _heads(report, figure):
        start = next(
            (one[0] for one in story.facts[report.id].sentences if one[0] >= figure.sentence[1]), start
        )
    here = times.get(start, ())
    return (
        bool(here)
        and all(not _recent(report, time) for time in here)
        and any(_past(report, time) for time in here)
    )


def _heads(report: Report, figure: Figure) -> bool:
    """Say whether a figure stands in a line of its own that is no sentence: "Texas restaurant: 22 dead"."""
    block = block_at(report, figure.start)
    return block is not None and _ENDS.search(report.text[block.start : block.end]) is None


def _recent(report: Report, time: TimeExpression) -> bool:
    """Say whether a time is near the report's day, or lasts until it."""
    return time.moment is not None and not long_before(time.moment, known(report))


def _past(report: Report, time: TimeExpression) -> bool:
    """Say whether a time lies long before its report, and is not the beginning of something that lasts."""
    before = _WORDS.findall(report.text[max(0, time.start - 40) : time.start].lower())[-4:]
    return long_before(time.moment, known(report)) and not set(before) & words("relate", "lasting")
