"""Figures whose day a later sentence tells: "He said the figures were as of noon on Tuesday"."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.extract.figures.countwords import words_of
from sayso.extract.figures.periods import EVENTS, is_as_of, root_of, verb_above
from sayso.extract.sentences import lowered
from sayso.model.blocks import HEADINGS, role
from sayso.model.report import Basis, Extent, Figure, Moment, Report, TimeExpression

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

TOLL = "killed"
"""What a toll counts."""


def reckoned(
    report: Report, doc: "Doc", sentence: "Span", times: Sequence[TimeExpression], told: Sequence[Figure]
) -> list[Figure]:
    """Return the figures told so far with the day that this sentence says they are as of, where they have no
    other; `times` are those of the sentence."""
    small = lowered(doc)[sentence.start : sentence.end]
    if not told or "as" not in small or "of" not in small:
        return list(told)
    for one in times:
        token = root_of(doc, sentence, one) if one.moment is not None and one.moment.to else None
        noun = _of_counts(token) if token is not None and is_as_of(doc, token) else None
        if noun is not None and one.moment is not None:
            moment = Moment(one.moment.to, one.moment.to, one.moment.precision, Basis.EXPRESSION)
            return [replace(item, as_of=moment) if _is_meant(report, item, noun) else item for item in told]
    return list(told)


def _of_counts(token: "Token") -> "Token | None":
    """Return the noun for counts that a time says the day of, "the figures were as of noon"; None where it
    says that of anything else, or of a count that stands in the sentence itself."""
    verb = verb_above(token)
    if verb is None or verb.lemma_ != "be":
        return None
    noun = next((child for child in verb.lefts if child.dep_ == "nsubj"), None)
    if noun is None or noun.lemma_.lower() not in words_of("count") or noun.head.i != verb.i:
        return None
    inside = verb.doc[noun.left_edge.i : verb.right_edge.i + 1]
    counted = any(other.like_num and other.ent_type_ not in ("DATE", "TIME") for other in inside)
    return None if counted else noun


def _is_meant(report: Report, one: Figure, noun: "Token") -> bool:
    """Tell whether a figure is one of "the figures", or of "the toll", and has no day of its own; a headline
    has none of them."""
    fresh = one.as_of is None or one.as_of.basis is Basis.INFERRED
    over = one.extent in (Extent.IN_PERIOD, Extent.NEW_SINCE)
    counts = one.measure in EVENTS if noun.tag_ == "NNS" else one.measure == TOLL
    return fresh and counts and not over and one.during is None and role(report, one.start) not in HEADINGS
