"""Time expressions of a report: where they stand, their TIMEX3 values, and the days they mean."""

from datetime import date
from typing import TYPE_CHECKING

from sayso.extract.reckoning import READERS
from sayso.extract.sentences import sentences, tokens
from sayso.extract.stretches import Stretch
from sayso.extract.timegrammar import Match, letter, matches
from sayso.extract.timewords import Anchors, Reading, Words
from sayso.lexicon import table
from sayso.model.ids import content_id
from sayso.model.report import Basis, Moment, Precision, Report, TimeExpression, TimeType

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

HISTORY_DATES = 3
"""A dated report that states at least so many years, most of them long past, tells history: there a date
without a year means the year told last, not the year of publication. News with some background is none: the
long past must outnumber the words that are reckoned from today, `NOW_RULES`."""

NOW_RULES = frozenset({"deictic", "reference", "unit", "ago", "weekday"})
"""Rules of the grammar whose expressions are said from the day of publication."""

HISTORY_YEARS = 2
"""How many years before publication count as long past."""


def extract(report: Report, doc: "Doc") -> tuple[TimeExpression, ...]:
    """Return the time expressions of `report` in order of text, none overlapping.

    A relative expression is resolved against the day of publication (`anchor` "published") or a date told in
    the same sentence ("text"). Its `value` and `moment` are None where that day is unknown: an undated
    report, or an antecedent elsewhere. A day and month without a year in an undated report keep the value
    `XXXX-12-17`.
    """
    found = [
        (sentence, match)
        for sentence in sentences(report, doc)
        for match in matches(tokens(doc)[sentence.start : sentence.end])
    ]
    found = [(sentence, match) for sentence, match in found if _accepted(match)]
    published = _published(report)
    history = _tells_history(doc, [match for _, match in found], published)
    told, last_sentence = None, None
    expressions: list[TimeExpression] = []
    for sentence, match in found:
        same = last_sentence == sentence.start
        anchors = Anchors(published, told, same, history, _is_future(doc, match))
        reading = READERS[match.rule](Words(doc, match, anchors))
        if reading is None:
            continue
        expressions.append(_expression(report, doc, match, reading))
        if reading.stretch and reading.type in (TimeType.DATE, TimeType.TIME):
            told, last_sentence = reading.stretch, sentence.start
    return tuple(expressions)


def _published(report: Report) -> date | None:
    moment = report.published
    if moment is None or moment.from_ is None or moment.precision not in (Precision.DAY, Precision.MINUTE):
        return None
    return date.fromisoformat(moment.from_[:10])


def _tells_history(doc: "Doc", found: list[Match], published: date | None) -> bool:
    if published is None:
        return False
    years = [
        int(doc[i].text) for match in found for i in range(match.first, match.end) if letter(doc[i]) == "Y"
    ]
    ancient = sum("B" in match.letters for match in found)
    past = sum(number <= published.year - HISTORY_YEARS for number in years) + ancient
    now = sum(match.rule in NOW_RULES for match in found)
    return past >= HISTORY_DATES and past * 2 > len(years) + ancient and past > now


def _is_future(doc: "Doc", match: Match) -> bool:
    """Tell whether the clause of an expression speaks of the future: "will meet", "due to meet", "closed
    until Monday"."""
    closed = table("times")["closed"]
    led = " ".join(token.lower_ for token in doc[max(0, match.first - 3) : match.first])
    verb = next((token for token in doc[match.first].ancestors if token.pos_ in ("VERB", "AUX")), None)
    if led in closed["soonest"] or verb is None:
        return verb is not None
    return _is_ahead(verb) or (led.endswith(tuple(closed["until"])) and _is_present(verb))


def _is_ahead(verb: "Token") -> bool:
    """Tell whether a verb is one of what is to come: "will", "would" and the like, a plan, a forecast."""
    closed = table("times")["closed"]
    marks = {child.lower_ for child in verb.children if child.dep_ in ("aux", "neg")}
    sure, open_ = marks & set(closed["will"]), marks & set(closed["would"])
    if sure or (open_ and "have" not in marks) or (verb.lemma_ in closed["foreseen"] and verb.tag_ == "VBN"):
        return True
    if any(child.dep_ == "acomp" and child.lower_ in closed["foreseen"] for child in verb.children):
        return True
    if verb.dep_ == "xcomp" and verb.tag_ == "VBG":
        return _is_ahead(verb.head)
    planned = verb.head.lemma_ in (*closed["planned"], "be") and verb.dep_ in ("xcomp", "acl", "ccomp")
    return planned and verb.tag_ == "VB"


def _is_present(verb: "Token") -> bool:
    return any(token.tag_ in ("VBZ", "VBP", "MD") for token in (verb, *verb.children) if token.pos_ == "AUX")


def _accepted(match: Match) -> bool:
    """Tell whether a match is a time: "34-year-old" is an age."""
    return not match.letters.endswith("u")


def _expression(report: Report, doc: "Doc", match: Match, reading: Reading) -> TimeExpression:
    start, end = doc[match.first].idx, doc[match.end - 1].idx + len(doc[match.end - 1])
    return TimeExpression(
        id=content_id("time", report.id, start, end, reading.type),
        report=report.id,
        start=start,
        end=end,
        text=report.text[start:end],
        type=reading.type,
        value=reading.value,
        moment=_moment(reading.stretch),
        anchor=reading.anchor,
    )


def _moment(stretch: Stretch | None) -> Moment | None:
    if stretch is None:
        return None
    return Moment(stretch.first.isoformat(), stretch.last.isoformat(), stretch.precision, Basis.EXPRESSION)
