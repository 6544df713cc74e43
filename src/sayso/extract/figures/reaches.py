"""Over what a figure counts, and as of when: extent, the period it covers, and the day it holds for."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

from sayso.extract.figures.counting import PERSON, THING, Place, Quantity
from sayso.extract.figures.countwords import words_of
from sayso.extract.figures.doings import deed_of
from sayso.extract.figures.levels import level_at, without_former
from sayso.extract.figures.numberwords import is_sign
from sayso.extract.figures.periods import (
    EVENTS,
    NEAR,
    Said,
    as_of,
    clause_verbs,
    led_by,
    period,
    ranks_over,
    root_of,
    since,
    start_of,
    stated_as_of,
    verb_above,
    verbs_of_time,
)
from sayso.extract.figures.tolls import toll_noun
from sayso.extract.figures.totals import is_long, is_total
from sayso.extract.sentences import tokens
from sayso.model.report import Basis, Change, Extent, Figure, Moment, Report, TimeType

if TYPE_CHECKING:
    from spacy.tokens import Token

MONEY = "money"

FLOWS = frozenset({MONEY, "share"})
"""Measures other than things that a period can bound."""

RECALLED = 40
"""Figures before a sentence to which one in it may add."""

COMPARED_REACH = 14
"""Tokens behind a number among which "than" tells that it is a difference."""

UNIT_REACH = 3
"""Tokens behind a number among which its unit stands."""

STATES = frozenset({"missing", "trapped", "displaced"})
"""Measures that tell how things stand where they are said with "be" or "remain"."""

SETTLED = timedelta(days=30)
"""How long before its report an event lies whose count is over. A nearer one is still counted, so that its
day is not the day of the count; a house rule."""


def timed(place: Place, figure: Figure, quantity: Quantity, figures: Sequence[Figure]) -> Figure:
    """Set the extent, the period and the day that a figure holds for; `figures` are those before it in the
    sentence."""
    former = _lead(place, quantity) == "from"
    place = place if former else replace(place, times=tuple(without_former(place)))
    said = None if former else _said(place, figure, quantity)
    toll = _toll_word(place, quantity)
    if said is not None and toll is None and not said.own and not _is_over(place.report, said):
        said = None
    if said is not None and _is_state(place, figure, quantity):
        return _stands(figure, said)
    if (held := _level(place, figure, quantity) or _held(place, figure, quantity)) is not None:
        return replace(figure, as_of=held)
    reach = _extent(place, figure, quantity, said, toll)
    if reach is Extent.CUMULATIVE and _moves(place, figure, quantity):
        return _moved(place, figure)
    if quantity.number.more and figure.measure in EVENTS:
        if _is_difference(place, quantity):
            figure = replace(figure, change=Change.UP)
        elif not _goes_on(place, figure, figures):
            reach = Extent.NEW_SINCE
    elif reach is Extent.LEVEL and _is_anew(place, quantity):
        reach = Extent.NEW_SINCE
    told = said.expression.moment if said else None
    stated = (
        level_at(place, quantity, "from")
        if former
        else stated_as_of(place.doc, quantity.anchor, place.sentence, place.times)
    )
    return replace(
        figure,
        extent=reach,
        during=told if reach in (Extent.IN_PERIOD, Extent.NEW_SINCE) else None,
        as_of=stated or as_of(place.report, told, dated=said is not None),
    )


def _is_anew(place: Place, quantity: Quantity) -> bool:
    """Tell whether what is counted came on top of what there was: "143 new cases"; "three new wards" did
    not."""
    noun = quantity.noun
    if noun is None or place.doc[noun.head].lemma_.lower() not in words_of("anew"):
        return False
    return quantity.number.more or any(
        place.doc[at].lower_ in words_of("new") for at in range(noun.start, noun.head)
    )


def _is_state(place: Place, figure: Figure, quantity: Quantity) -> bool:
    """Tell whether the verb says how things stand: "26 were missing", "40 remained homeless"."""
    anchor = place.doc[quantity.anchor]
    # The pipeline takes "were missing" for a verb with its auxiliary.
    verbs = [anchor.head, *(child for child in anchor.children if anchor.tag_ == "VBG")]
    return figure.measure in STATES and any(verb.lemma_.lower() in words_of("standing") for verb in verbs)


def _stands(figure: Figure, said: Said) -> Figure:
    """Return a state as of the day said with it, when that is one day; it counts nothing in a period."""
    moment = said.expression.moment if said.own else None
    if moment is None or moment.from_ is None or moment.from_ != moment.to:
        return figure
    return replace(figure, as_of=Moment(moment.from_, moment.to, moment.precision, Basis.EXPRESSION))


def _level(place: Place, figure: Figure, quantity: Quantity) -> Moment | None:
    """Return the time that a level of money, a share or things holds at, as its clause says."""
    if figure.measure in EVENTS or (figure.measure not in FLOWS and figure.unit not in (THING, PERSON)):
        return None
    return level_at(place, quantity, _lead(place, quantity))


def _held(place: Place, figure: Figure, quantity: Quantity) -> Moment | None:
    """Return the time at the head or end of a clause that says how much something was then, or how many: "In
    2014, the budget was $3 trillion", "40,000 homes were without power on Tuesday", "in 2016 the mill had 300
    workers"."""
    verb = verb_above(place.doc[quantity.anchor]) if place.times else None
    if figure.measure in EVENTS or verb is None or not _is_so(place, figure, quantity, verb):
        return None
    said = period(place.doc, quantity.anchor, place.sentence, place.times)
    if said is None or not said.own or not _is_of(place, verb, said) or _is_led(place, quantity, verb):
        return None
    moment, published = said.expression.moment, place.report.published
    over = moment is not None and (published is None or (moment.to or "") <= (published.to or ""))
    return moment if over else None


def _is_so(place: Place, figure: Figure, quantity: Quantity, verb: "Token") -> bool:
    """Tell whether a verb says how much there is or somebody has: money or a share, or so many who are its
    subject or whom somebody has; not "there were 20 fires", "carried 3,000 people", "had £3m in sales"."""
    lemma, counted = verb.lemma_.lower(), place.doc[quantity.anchor]
    if figure.measure in FLOWS:
        holds = lemma == "be" or lemma in words_of("having") or lemma in words_of("having_money")
        return holds and not _flows(place, figure, quantity) and _past_flow(place, quantity) is None
    if lemma == "be":
        return _is_subject(counted, verb)
    return lemma in words_of("having") and counted.dep_ == "dobj" and counted.head == verb


def _is_subject(token: "Token", verb: "Token") -> bool:
    return token.dep_ == "nsubj" and token.head == verb


def _is_of(place: Place, verb: "Token", said: Said) -> bool:
    """Tell whether a time hangs on a verb by "in" or "on", or by itself: not "the highest since March"."""
    token = root_of(place.doc, place.sentence, said.expression)
    if token is not None and token.dep_ == "pobj" and token.head.lower_ in ("in", "on", "during"):
        token = token.head
    if token is None or token.head != verb or token.dep_ not in ("prep", "npadvmod"):
        return False
    return token.i > verb.i or token.left_edge.i == place.sentence.start


def _is_led(place: Place, quantity: Quantity, verb: "Token") -> bool:
    """Tell whether a quantity is no subject or complement of a verb: "was high, up 14 percent"."""
    inside = quantity.anchor == quantity.number.first
    token = place.doc[quantity.number.core if inside else quantity.anchor]
    while token != verb and token.head != token and token.pos_ not in ("ADP", "ADV", "SCONJ"):
        token = token.head
    return token != verb


def _moved(place: Place, figure: Figure) -> Figure:
    """Return a change since a day as one in the time from then on: "has risen 38 percent since 2021"."""
    start = start_of(place.doc, place.sentence, place.times)
    return replace(
        figure, extent=Extent.IN_PERIOD, during=start, as_of=as_of(place.report, None, dated=False)
    )


def _said(place: Place, figure: Figure, quantity: Quantity) -> Said | None:
    """Return the time said with a count of what happened; that of its event, too, which bounds the count only
    when it is long over. Money, shares and things are counted in a time when they come or go in it."""
    if not place.times:
        return None
    if figure.measure == MONEY and (near := _said_of_noun(place, quantity)) is not None:
        return near
    event = figure.measure in EVENTS
    if not event and not _flows(place, figure, quantity) and deed_of(place, figure, quantity) is None:
        return None
    times = tuple(one for one in place.times if not (event and is_long(one)))
    said = period(place.doc, quantity.anchor, place.sentence, times)
    if event or said is None:
        return said
    return said if said.own and _is_beside(place, quantity, said) else None


def _said_of_noun(place: Place, quantity: Quantity) -> Said | None:
    """Return the time right behind a noun of what came or went: "a £27m loss last year", "$3bn in sales in
    2022", "a profit of £8m in 2022"."""
    end = _past_flow(place, quantity)
    if end is None:
        return None
    behind = place.doc[end - 1].idx + len(place.doc[end - 1])
    for expression in place.times:
        if expression.moment is None or expression.start < behind:
            continue
        led = place.report.text[behind : expression.start].lower().split()
        if not led or (len(led) == 1 and led[0] in words_of("flow_leads")):
            return Said(expression, own=True, beside=True)
    return None


def _past_flow(place: Place, quantity: Quantity) -> int | None:
    """Return where the phrase of an amount with such a noun ends, None where it has none."""
    doc, end = place.doc, quantity.end
    nouns = words_of("flow_nouns")
    at = end + (end < len(doc) and doc[end].lower_ == "in")
    found = next((i for i in range(at, min(at + 2, len(doc))) if doc[i].lemma_.lower() in nouns), None)
    if found is not None:
        return found + 1
    led = range(max(place.sentence.start + 1, quantity.number.first - UNIT_REACH), quantity.number.first)
    ruled = any(doc[i].lower_ == "of" and doc[i - 1].lemma_.lower() in nouns for i in led)
    return end if ruled else None


def _counted_over(place: Place, figure: Figure, quantity: Quantity) -> bool:
    """Tell whether something was counted over a time whose days are not told: "kills hundreds every year",
    "killed 12 people in three days", "put £90m into it in 12 years"."""
    event = figure.measure in EVENTS
    if not event and not _flows(place, figure, quantity):
        return False
    clause = clause_verbs(place.doc[quantity.anchor], NEAR)
    end = quantity.noun.end if quantity.noun else quantity.end
    own = range(quantity.number.first, end)
    for one in place.times:
        again = one.type is TimeType.SET
        lasts = one.type is TimeType.DURATION and one.moment is None
        token = root_of(place.doc, place.sentence, one) if again or lasts else None
        if token is None or token.i in own:
            continue  # "paid in eight annual rates", "$30 a month"
        within = led_by(place.doc, token) in words_of("in_how_long") and not (event and is_long(one))
        if lasts and not (within or _is_rate(token)):
            continue
        if lasts and ranks_over(token):
            continue
        if any(verb.i in clause for verb in verbs_of_time(place.doc, token)):
            return True
    return False


def _is_rate(time: "Token") -> bool:
    """Tell whether a time says in how long again and again: "kills 40,000 people a year"."""
    by_one = any(child.lower_ in ("a", "an") for child in time.lefts)
    return by_one and time.dep_ == "npadvmod" and time.tag_ == "NN"


def _flows(place: Place, figure: Figure, quantity: Quantity) -> bool:
    """Tell whether the verb says that the counted comes or goes: "lost 27 million pounds last year"; what it
    rose or fell "to" is a level."""
    if figure.measure in EVENTS or _lead(place, quantity) in words_of("levelling"):
        return False
    verb = verb_above(place.doc[quantity.anchor])
    if verb is None:
        return False
    counted = figure.measure in FLOWS or figure.unit == THING
    return (counted and verb.lemma_.lower() in words_of("flowing")) or (
        not counted and figure.unit == PERSON and verb.lemma_.lower() in words_of("receiving")
    )


def _is_beside(place: Place, quantity: Quantity, said: Said) -> bool:
    """Tell whether a time stands with the verb or the number itself, not with another noun ("the 2016
    budget")."""
    token = root_of(place.doc, place.sentence, said.expression)
    own = verb_above(place.doc[quantity.anchor])
    while token is not None and token.dep_ in ("pobj", "prep"):
        token = token.head
    if token is None or token.dep_ in ("poss", "compound", "nmod", "amod", "nummod"):
        return token is not None and token.dep_ != "poss" and _is_of_occasion(token.head, own)
    near = range(quantity.number.first, quantity.number.end + UNIT_REACH)
    return token == own or (token.dep_ == "npadvmod" and token.head == own) or token.i in near


def _is_of_occasion(noun: "Token", verb: "Token | None") -> bool:
    """Tell whether something was done at what a time names: "gave $40 at the July 2018 fair", "lost by 8
    points in the 2016 election"."""
    led = noun.head
    occasion = led.lower_ in ("at", "during") or noun.lemma_.lower() in words_of("contested")
    return noun.dep_ == "pobj" and led.head == verb and occasion


def _lead(place: Place, quantity: Quantity) -> str:
    """Return the word before a quantity, over a sign of money; empty for none."""
    at = quantity.number.first - 1
    if at > place.sentence.start and is_sign(place.doc[at].text):
        at -= 1
    return place.doc[at].lower_ if at >= place.sentence.start else ""


def _moves(place: Place, figure: Figure, quantity: Quantity) -> bool:
    """Tell whether a share is how far something rose or fell: "has risen 38 percent", "up 38 percent"."""
    went = _lead(place, quantity) in words_of("ways") or _flows(place, figure, quantity)
    return figure.measure == "share" and went


def _is_over(report: Report, said: Said) -> bool:
    """Tell whether a time lies well before the report: "A gunman opened fire in 2009, killing 13"."""
    moment = said.expression.moment
    published = report.published.to if report.published else None
    if moment is None or moment.to is None or published is None:
        return False
    return moment.to[:10] < (date.fromisoformat(published[:10]) - SETTLED).isoformat()


def _extent(place: Place, figure: Figure, quantity: Quantity, said: Said | None, toll: str | None) -> Extent:
    if said is not None and said.beside:
        return Extent.IN_PERIOD
    total = toll in words_of("tolls") or (toll is not None and figure.measure in words_of("totals"))
    happened = figure.measure in EVENTS or (
        _since_it_opens(place, quantity)
        and (_flows(place, figure, quantity) or deed_of(place, figure, quantity) is not None)
    )
    counts = since(place.doc, quantity.number, place.sentence, happened=happened)
    if total or (counts and not _is_since_of_clause(place, quantity)):
        return Extent.CUMULATIVE
    if said is None and _counted_over(place, figure, quantity):
        return Extent.IN_PERIOD
    one = figure.low == figure.high == 1
    summed = said is None and figure.measure in EVENTS and not one
    if summed and is_total(place.doc, quantity.anchor, place.sentence, place.times):
        return Extent.CUMULATIVE
    return Extent.IN_PERIOD if said is not None and toll is None else Extent.LEVEL


def _toll_word(place: Place, quantity: Quantity) -> str | None:
    """Return the lemma of the toll or number noun that gives a figure its measure, or None."""
    by = quantity.governed.by if quantity.governed else None
    if by is None:
        return None
    at = toll_noun(tokens(place.doc), quantity.number, quantity.noun, place.sentence.start)
    if at is None:
        return None
    lemma = place.doc[at].lemma_.lower()
    return lemma if by == at or lemma in words_of("tolls") else None


def _since_it_opens(place: Place, quantity: Quantity) -> bool:
    """Tell whether the "since" that opens a sentence is that of the verb of a quantity: "since May she has
    spent $5m"."""
    first = place.doc[place.sentence.start]
    clause = first.head if first.dep_ == "mark" else first
    return first.lower_ == "since" and clause.head == verb_above(place.doc[quantity.anchor])


def _is_since_of_clause(place: Place, quantity: Quantity) -> bool:
    """Tell whether "since" only tells of the counted what a clause of theirs says: "freed a man who had been
    in jail since 2003"."""
    noun = place.doc[quantity.noun.head] if quantity.noun is not None else None
    clauses = [child for child in noun.rights if child.dep_ == "relcl"] if noun is not None else []
    return any(
        token.lower_ == "since"
        for clause in clauses
        if not clause.left_edge.i <= quantity.anchor <= clause.right_edge.i
        for token in clause.subtree
    )


def _is_difference(place: Place, quantity: Quantity) -> bool:
    """Tell whether a number says how many more there were than at another time: "900 more people died in
    2018 than in 2016"."""
    clause = tokens(place.doc)[quantity.end : min(quantity.end + COMPARED_REACH, place.sentence.end)]
    return any(
        token.lower_ == "than" and before.lower_ not in words_of("than_what")
        for before, token in pairwise(clause)
    )


def _goes_on(place: Place, figure: Figure, figures: Sequence[Figure]) -> bool:
    """Tell whether "another" or "others" only goes on counting the same event: "100 killed and another 1,000
    wounded", "Two died. Dozens more were hurt".

    So it is where a count of people stands before it and none of its own measure: there is nothing to add to.
    """
    last = figures[-1] if figures else None
    if last is not None and last.measure == figure.measure and last.unit == PERSON:
        between = place.report.text[last.end : figure.start].lower().replace(",", " ").split()
        if between and words_of("joining").issuperset(between):
            return True  # "killed 14 fighters as well as another five people"
    before = [one for one in figures if one.unit == PERSON or one.unit == figure.unit] or [
        one for one in place.told[-RECALLED:] if one.unit == PERSON and one.measure in EVENTS
    ]
    return bool(before) and all(one.measure != figure.measure for one in before)
