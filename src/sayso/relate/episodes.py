"""Which event a count belongs to: the one the story is about, or an older one that its reports recall."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from itertools import pairwise

from sayso.lexicon import table, words
from sayso.model.blocks import block_at
from sayso.model.report import Extent, Figure, Moment, Pair, Precision, Report, TimeExpression
from sayso.relate.bounds import generic, is_harm
from sayso.relate.moments import day, known, long_before
from sayso.relate.view import View

NAMING = 1 / 3
"""Share of a story's reports that must name a day for it to be the day of the story's event."""

MOSTLY = 0.5
"""Share from which what is dated days before that day is another event."""

LIST = 3
"""From how many numbers of one measure, a line each, a list is one of several events or places."""

_ENDS = re.compile(r"[.!?…]['\"”’)\]]*\s*$")
_WORDS = re.compile(r"[^\W\d_]+")
_WORST = re.compile(r" (?:deadliest|worst|bloodiest|biggest|first) .*since ")
_FOR_YEARS = re.compile(r"\b(since|in|for) (more than |over |nearly |\w+ )?(\d|decades|years)")


def own_day(story: View, share: float = NAMING) -> str | None:
    """Return the day that most reports of a story name, the first of several; None where less than a share of
    them do."""
    named: Counter[str] = Counter()
    for facts in story.facts.values():
        named.update({value for time in facts.times if (value := _one_day(time.moment))})
    best = min(named, key=lambda value: (-named[value], value), default=None)
    enough = best is not None and named[best] >= max(2, share * len(story.facts))
    return best if enough else None


def of_the_event(story: View) -> frozenset[str]:
    """Return the in-period counts of harm that are the event's own: "84 people were killed on Thursday", when
    all happened on that day. None where reports tell of harm before it: what goes on has days without end."""
    own = own_day(story)
    periods = [one for one in story.figures.values() if one.extent is Extent.IN_PERIOD and is_harm(one)]
    if own is None or any(_before(story, one, own) for one in periods if generic(one)):
        return frozenset()
    return frozenset(one.id for one in periods if _one_day(one.during) == own)


def no_count(story: View) -> frozenset[str]:
    """Return the figures that count nothing up to now: what could, would or is foreseen to be ("the toll
    could reach 200"), those told beside somebody named ("the envoy and three others"), what a word is
    defined by, and that nothing of the kind had been for years."""
    rules = _foreseen, _besides, _defines, _none_since
    return frozenset(one.id for one in story.figures.values() if any(rule(story, one) for rule in rules))


def _defines(story: View, figure: Figure) -> bool:
    """Say whether a sentence tells from how many on a thing is called so: "defined as four or more dead"."""
    verbs = {word.lemma for word in story.words(figure.report, figure.sentence) if word.pos == "VERB"}
    return bool(verbs & words("relate", "defining"))


def _none_since(story: View, figure: Figure) -> bool:
    """Say whether it is told that there had been none since a year: "no deaths on the line since 1959"."""
    if figure.high != 0:
        return False
    after = story.report(figure.report).text[figure.end : figure.sentence[1]].lower()
    return _FOR_YEARS.search(after) is not None


def _foreseen(story: View, figure: Figure) -> bool:
    """Say whether the clause before a number says that it is not yet so."""
    text = story.report(figure.report).text
    clause = re.split(r"[.;:!?\n]", text[max(figure.sentence[0], figure.start - 60) : figure.start].lower())[
        -1
    ]
    return any(f" {words_} " in f" {' '.join(clause.split())} " for words_ in table("relate")["foreseen"])


def _besides(story: View, figure: Figure) -> bool:
    """Say whether a number leaves out somebody told of right before it, or all but the newest cases."""
    said = set(_WORDS.findall(figure.text.lower()))
    if "new" in said:
        return True
    start = max(figure.sentence[0], figure.start - 12)
    before = _WORDS.findall(story.report(figure.report).text[start : figure.start].lower())
    return bool(said & words("relate", "besides")) and bool(before) and before[-1] == "and"


def _before(story: View, figure: Figure, own: str) -> bool:
    """Say whether a count is over days shortly before a day, in what may be one and the same event."""
    recent = figure.during is not None and not long_before(figure.during, known(story.report(figure.report)))
    return bool(recent and figure.during and figure.during.to and day(figure.during.to) < eve(own))


def eve(own: str) -> str:
    """Return the day before a day: "last night" of an early report."""
    return (date.fromisoformat(own) - timedelta(days=1)).isoformat()


def of_another(story: View) -> frozenset[str]:
    """Return the counts of harm that stand in the account of an older event: a sentence that gives its date
    ("the Nov. 13 attacks that killed 130") or takes up one that does ("It killed 130"), or a heading over
    such an account; those of what an event is set beside, and those of a list of events."""
    times = {id_: _by_sentence(facts.times, facts.sentences) for id_, facts in story.facts.items()}
    own = own_day(story, MOSTLY)
    edge = eve(own) if own else None
    return _listed(story) | frozenset(
        one.id
        for one in story.figures.values()
        if is_harm(one) and (_likened(story, one) or _dated(story, one, times[one.report], edge))
    )


def _likened(story: View, figure: Figure) -> bool:
    """Say whether a sentence tells a number of what the event answers, marks or is like, or of which it is
    the worst or first since: "in revenge for a raid that killed 30", "the first since 1959, when two died",
    "an earlier crash killed two"."""
    before = _WORDS.findall(story.report(figure.report).text[figure.sentence[0] : figure.start].lower())
    told = f" {' '.join(before)} "
    named = any(f" {cue} " in told for cue in table("relate")["recalling"]) or _WORST.search(told) is not None
    return named or any(
        one in words("relate", "older") and after.removesuffix("s") in words("relate", "calamities")
        for one, after in pairwise(before)
    )


def _dated(
    story: View, figure: Figure, times: Mapping[int, Sequence[TimeExpression]], edge: str | None
) -> bool:
    """Say whether a count of one time stands in the account of an event of an earlier date."""
    return figure.extent is not Extent.CUMULATIVE and _recalled(story, figure, times, edge)


def _listed(story: View) -> frozenset[str]:
    """Return the counts of lists of events or places, a line each: "Lunde school: 13 dead"."""
    lines: dict[tuple[str, str], list[Figure]] = {}
    for one in story.figures.values():
        report = story.report(one.report)
        block = block_at(report, one.start)
        if block is not None and _heads(report, one) and report.text[block.start : one.start].endswith(": "):
            lines.setdefault((one.report, one.measure), []).append(one)
    lists = (ones for ones in lines.values() if len({(one.low, one.high) for one in ones}) >= LIST)
    return frozenset(one.id for ones in lists for one in ones)


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


def _recalled(
    story: View, figure: Figure, times: Mapping[int, Sequence[TimeExpression]], edge: str | None
) -> bool:
    report = story.report(figure.report)
    start = figure.sentence[0]
    if _heads(report, figure):
        sentences = story.facts[report.id].sentences
        start = next((one[0] for one in sentences if one[0] >= figure.sentence[1]), start)
    here = [time for time in times.get(_taken_up(story, report, start, times), ()) if time.moment is not None]
    return bool(here) and all(_past(report, time, edge) for time in here)


def _taken_up(story: View, report: Report, start: int, times: Mapping[int, Sequence[TimeExpression]]) -> int:
    """Return where the sentence begins that gives a sentence its time: itself, or the one before, where it
    gives none and begins with "it" or the like."""
    first = _WORDS.search(report.text, start)
    if times.get(start) or first is None or first.group().lower() not in words("relate", "takes_up"):
        return start
    return max((one[0] for one in story.facts[report.id].sentences if one[0] < start), default=start)


def _heads(report: Report, figure: Figure) -> bool:
    """Say whether a figure stands in a line of its own that is no sentence: "Texas restaurant: 22 dead"."""
    block = block_at(report, figure.start)
    return block is not None and _ENDS.search(report.text[block.start : block.end]) is None


def _past(report: Report, time: TimeExpression, edge: str | None) -> bool:
    """Say whether a time ends long before its report, or before the eve of the event, and is not the
    beginning of something that lasts."""
    before = _WORDS.findall(report.text[max(0, time.start - 40) : time.start].lower())[-4:]
    end = time.moment.to if time.moment else None
    early = bool(edge and end and day(end) < edge)
    return (early or long_before(time.moment, known(report))) and not set(before) & words("relate", "lasting")
