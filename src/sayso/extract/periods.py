"""Over what a figure counts, and as of when: extent, the period it covers, and the day it holds for."""

from functools import cache
from typing import TYPE_CHECKING

from sayso.extract.measures import is_patient
from sayso.extract.numberwords import Number
from sayso.lexicon import table
from sayso.model.report import Basis, Extent, Moment, Precision, Report, TimeExpression, TimeType

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

_BOUNDED = frozenset(Precision) - {Precision.DECADE}
EVENTS = frozenset(
    {
        "killed", "injured", "casualties", "missing", "captured", "arrested", "abducted", "rescued",
        "evacuated", "displaced", "infected", "damaged", "destroyed", "executed", "freed",
    }
)  # fmt: skip
"""Measures of what happens: a day said with them is the day it happened."""

RECKONING_REACH = 4
"""Tokens before a time among which "as of" makes it the day of a count: "as of noon on Friday"."""

CUMULATIVE_REACH = 6
"""Tokens before a number that are read for "so far" and the like; after it the sentence is read to its
end."""


def period(
    doc: "Doc", anchor: int, sentence: "Span", times: tuple[TimeExpression, ...]
) -> TimeExpression | None:
    """Return the time said with the clause of token `anchor` ("on 14 and 15 December"), resolved or not; None
    for none.

    A time belongs to the clause when its nearest verb is the clause's, one joined to it, or that of a "when"
    clause under it, and no "since", "until" or "by" leads it.
    """
    clause = _verbs(doc[anchor])
    found = [item for item in times if _is_bounded(item) and _is_said_with(doc, sentence, item, clause)]
    return min(found, key=lambda item: abs(item.start - doc[anchor].idx), default=None)


def _is_said_with(doc: "Doc", sentence: "Span", expression: TimeExpression, clause: frozenset[int]) -> bool:
    token = _token(doc, sentence, expression)
    if token is None or _led(doc, token) in UNBOUNDED or _is_reckoning(doc, token):
        return False
    return _hangs_on(token, clause)


UNBOUNDED = frozenset({"since", "until", "by", "before", "after", "till", "of"})
"""Words before a time that make it a start, an end or a description, not a period."""


def _is_bounded(expression: TimeExpression) -> bool:
    if expression.type not in (TimeType.DATE, TimeType.TIME):
        return False
    if expression.moment is None:
        return not (expression.value or "").endswith("_REF")
    return expression.moment.precision in _BOUNDED


def _hangs_on(token: "Token", clause: frozenset[int]) -> bool:
    verb = _verb_above(token)
    if verb is None:
        return False
    told = verb.dep_ == "advcl" and any(child.lower_ in ("when", "as", "after") for child in verb.children)
    return verb.i in clause or (told and verb.head.i in clause)


def since(doc: "Doc", number: Number, sentence: "Span") -> bool:
    """Tell whether the sentence counts from a start on: "since October", "so far", "already", "in total"."""
    start = max(sentence.start, number.first - CUMULATIVE_REACH)
    text = f" {doc[start : sentence.end].text.lower()} ".replace(".", " ").replace(",", " ")
    return any(phrase in text for phrase in _phrases("cumulative"))


def part_phrases() -> tuple[str, ...]:
    """Return the words before a part of a figure, each with a blank on both sides."""
    return _phrases("part")


@cache
def _phrases(key: str) -> tuple[str, ...]:
    return tuple(f" {phrase} " for phrase in table("measures")["extent"][key])


def stated_as_of(
    doc: "Doc", anchor: int, sentence: "Span", times: tuple[TimeExpression, ...]
) -> Moment | None:
    """Return the moment said with "by Tuesday", "as of noon on Monday" in the clause of token `anchor`, or
    None."""
    clause = _verbs(doc[anchor])
    for expression in times:
        token = _token(doc, sentence, expression)
        moment = expression.moment
        if token is None or moment is None or moment.to is None or not _is_reckoning(doc, token):
            continue
        if _hangs_on(token, clause):
            return Moment(moment.to, moment.to, moment.precision, Basis.EXPRESSION)
    return None


def _is_reckoning(doc: "Doc", token: "Token") -> bool:
    """Tell whether "by" or "as of" leads a time: the day of a count, not of what happened."""
    start = token.left_edge.i
    before = f" {doc[max(0, start - RECKONING_REACH) : start].text.lower()} "
    return " as of " in before or before.endswith(" by ")


def as_of(report: Report, during: Moment | None, dated: bool) -> Moment | None:
    """Return the moment that a figure holds for: the end of its period when said, else no later than its
    report.

    The day of publication is never given as if stated: then `from_` is None and the basis `inferred`. None
    where the report has no date, or the figure has a day of its own (`dated`) that could not be resolved.
    """
    if during is not None and during.to is not None:
        return Moment(during.to, during.to, during.precision, Basis.EXPRESSION)
    published = report.published
    if dated or published is None or published.to is None:
        return None
    return Moment(None, published.to, Precision.DAY, Basis.INFERRED)


def extent(dated: bool, cumulative: bool) -> Extent:
    """Return over what a figure counts when it is neither a part nor an addition."""
    if cumulative:
        return Extent.CUMULATIVE
    return Extent.IN_PERIOD if dated else Extent.LEVEL


def _verbs(token: "Token") -> frozenset[int]:
    """Return the verbs of a token's clause: its own, those joined to it, and those it hangs on as a
    participle."""
    verb = token if token.pos_ in ("VERB", "AUX") else _verb_above(token)
    found: set[int] = set()
    while verb is not None and verb.i not in found:
        found.add(verb.i)
        found.update(
            child.i for child in verb.children if child.dep_ == "conj" and child.pos_ in ("VERB", "AUX")
        )
        verb = _joined_above(verb)
    return frozenset(found)


def _verb_above(token: "Token") -> "Token | None":
    return next((up for up in token.ancestors if up.pos_ in ("VERB", "AUX")), None)


def _joined_above(verb: "Token") -> "Token | None":
    """Return the verb that shares its clause with `verb`: "lost" of "lost 30 soldiers killed", else None."""
    head = verb.head
    if verb.dep_ == "acl" and head.dep_ == "dobj":
        head = head.head
    elif verb.dep_ not in ("conj", "advcl", "xcomp") and not _is_participle(verb):
        return None
    return head if head.pos_ in ("VERB", "AUX") else None


def _is_participle(verb: "Token") -> bool:
    """Tell whether the parse took a participle for a clause: the "killed" of "lost 30 soldiers killed and
    wounded"."""
    bare = not any(child.dep_ in ("aux", "auxpass", "dobj", "mark") for child in verb.children)
    return verb.dep_ == "ccomp" and verb.tag_ in ("VBN", "VBD") and bare and is_patient(verb.lemma_.lower())


def _token(doc: "Doc", sentence: "Span", expression: TimeExpression) -> "Token | None":
    if not sentence.start_char <= expression.start < sentence.end_char:
        return None
    span = doc.char_span(expression.start, expression.end, alignment_mode="expand")
    return span.root if span is not None else None


def _led(doc: "Doc", token: "Token") -> str:
    start = token.left_edge.i
    return doc[start - 1].lower_ if start else ""
