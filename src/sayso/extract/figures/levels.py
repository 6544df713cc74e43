"""As of when a level holds, by words of its own clause: "had $3m at the end of June", "ended July with $3m",
"fell to $1tn last year", "last year's deficit was $1tn"."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sayso.extract.figures.changes import is_move
from sayso.extract.figures.counting import Place, Quantity
from sayso.extract.figures.countwords import words_of
from sayso.extract.figures.periods import led_by, root_of, verb_above
from sayso.extract.sentences import lower_at, tokens, tokens_in
from sayso.model.report import Basis, Moment, TimeExpression, TimeType

if TYPE_CHECKING:
    from spacy.tokens import Token


def level_at(place: Place, quantity: Quantity, lead: str) -> Moment | None:
    """Return the time that a level is said to hold at, None where none is said or it is still to come; `lead`
    is the word before the quantity."""
    if lead == "from" or (lead == "of" and _is_extreme(place, quantity)):
        return _over(place, _right_behind(place, quantity))
    verb = verb_above(place.doc[quantity.anchor])
    for one in place.times:
        token = root_of(place.doc, place.sentence, one)
        if token is None or one.moment is None or one.type not in (TimeType.DATE, TimeType.TIME):
            continue
        moment = _at_edge(place, one, token, verb) or _bounded(one, token, verb, quantity)
        if (
            moment is None
            and verb is not None
            and (_is_reached(place, token, verb, quantity, lead) or _owns_subject(token, verb))
        ):
            moment = one.moment
        if (over := _over(place, moment)) is not None:
            return over
    return None


def _over(place: Place, moment: Moment | None) -> Moment | None:
    """Return a moment that is over by the day of the report, as far as that is known."""
    published = place.report.published
    if moment is None or moment.to is None:
        return None
    late = published is not None and moment.to[:10] > (published.to or "")[:10]
    return None if late else moment


def _day_of(moment: Moment, *, opening: bool) -> Moment:
    """Return the first or the last day of a moment."""
    on = moment.from_ if opening else moment.to
    return Moment(on, on, moment.precision, Basis.EXPRESSION)


def _at_edge(place: Place, one: TimeExpression, token: "Token", verb: "Token | None") -> Moment | None:
    """Read "at the end of June", "at the start of 2023", in the clause of the number."""
    said = one.text.lower().split()
    edge = next((word for word in said[:2] if word in words_of("ends") | words_of("openings")), None)
    if edge is None or led_by(place.doc, token) != "at" or verb is None or verb_above(token) != verb:
        return None
    return _day_of(one.moment, opening=edge in words_of("openings")) if one.moment else None


def _bounded(one: TimeExpression, token: "Token", verb: "Token | None", quantity: Quantity) -> Moment | None:
    """Read "ended July with $3m", "began the year with 40 beds"."""
    if verb is None or one.moment is None or token.head != verb or token.dep_ not in ("dobj", "npadvmod"):
        return None
    opening = verb.lemma_.lower() in words_of("opening")
    if not (opening or verb.lemma_.lower() in words_of("ending")) or token.left_edge.i != verb.i + 1:
        return None
    held = next((child for child in verb.children if child.lower_ == "with" and child.i > token.i), None)
    inside = held is not None and held.i < quantity.number.first <= held.right_edge.i
    return _day_of(one.moment, opening=opening) if inside else None


def _is_reached(place: Place, token: "Token", verb: "Token", quantity: Quantity, lead: str) -> bool:
    """Tell whether a number is what something came to in a time: "fell to $1tn last year", "peaked at 9
    percent in 2009"; not the 8 of "rose to 8 from 7 in April"."""
    came = (lead == "to" and is_move(verb)) or (lead == "at" and verb.lemma_.lower() in words_of("peaking"))
    if not came or token.left_edge.i < quantity.end or verb_above(token) != verb:
        return False
    led = token if token.dep_ == "npadvmod" else token.head if token.head.lower_ in ("in", "on") else None
    between = tokens(place.doc)[quantity.end : token.left_edge.i]
    return led is not None and not any(word.like_num or word.lower_ in ("from", "than") for word in between)


def _owns_subject(token: "Token", verb: "Token") -> bool:
    """Tell whether a time says of when the subject of "be" is: "last year's deficit was $1tn"."""
    noun = token.head
    return token.dep_ == "poss" and noun.dep_ == "nsubj" and noun.head == verb and verb.lemma_ == "be"


def _is_extreme(place: Place, quantity: Quantity) -> bool:
    """Tell whether a number is how high or low something went: "a record high of 14,253 on Tuesday"."""
    at = quantity.number.first - 2
    return at >= place.sentence.start and place.doc[at].lower_ in words_of("extremes")


def _right_behind(place: Place, quantity: Quantity) -> Moment | None:
    """Return the time right behind what something came from: "up from 7.5% in April"."""
    last = place.doc[quantity.end - 1]
    behind = last.idx + len(last)
    for one in place.times:
        if one.moment is None or one.start < behind:
            continue
        led = place.report.text[behind : one.start].lower().split()
        return one.moment if led in ([], ["in"], ["on"]) else _of_edge(one) if led == ["at"] else None
    return None


def without_former(place: Place) -> Iterator[TimeExpression]:
    """Yield the times of a sentence that are not those of what a count was before: "19, up from 13 on
    Monday"."""
    doc = tokens(place.doc)
    for one in place.times:
        at = tokens_in(place.doc, one.start, one.end)[0].i - 1
        for skipped in (("in", "on"), ("%",)):
            at -= lower_at(doc, at) in skipped
        if lower_at(doc, at - 1) != "from" or not doc[at].like_num or at <= place.sentence.start:
            yield one


def _of_edge(one: TimeExpression) -> Moment | None:
    opening = not words_of("openings").isdisjoint(one.text.lower().split())
    return _day_of(one.moment, opening=opening) if one.moment is not None else None
