"""Figures that sum up a long time: "in nine years", "a ten-year war", "the conflict has killed"."""

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from sayso.extract.figures.countwords import words_of
from sayso.extract.figures.periods import FAR, clause_verbs, led_by, ranks_over, root_of, verbs_of_time
from sayso.model.report import TimeExpression, TimeType

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

_LONG = re.compile(r"P(?:\d+|X)(?:M|Y|DE|CE)")
"""Values of durations of months, years, decades, centuries."""


def is_total(doc: "Doc", anchor: int, sentence: "Span", times: tuple[TimeExpression, ...]) -> bool:
    """Tell whether the clause of token `anchor` counts over months or years, or what a war did."""
    clause = clause_verbs(doc[anchor], FAR)
    deeds = [at for at in clause if at == anchor or doc[at].lemma_.lower() in words_of("causing")]
    return _over_time(doc, sentence, times, clause) or any(map(_is_long_event, _causes(doc, deeds)))


def is_long(expression: TimeExpression) -> bool:
    """Tell whether an expression is a length of months or years: "the past nine years"."""
    return expression.type is TimeType.DURATION and bool(_LONG.fullmatch(expression.value or ""))


def _over_time(
    doc: "Doc", sentence: "Span", times: tuple[TimeExpression, ...], clause: frozenset[int]
) -> bool:
    """Tell whether a long duration says in how long: "over the past nine years"."""
    for expression in times:
        token = root_of(doc, sentence, expression) if is_long(expression) else None
        if token is not None and token.dep_ in ("compound", "amod", "nmod", "nummod"):
            token = token.head  # "over a nine-year period"
        if token is None or led_by(doc, token) not in words_of("in_how_long") or ranks_over(token):
            continue
        if any(verb.i in clause for verb in verbs_of_time(doc, token)):
            return True
    return False


def _causes(doc: "Doc", deeds: Iterable[int]) -> Iterator["Token"]:
    """Yield what verbs say it happened through or in: subject, agent, "in the war"."""
    for at in deeds:
        for child in doc[at].children:
            if child.dep_ == "nsubj":
                yield doc[at].head if child.tag_ == "WDT" else child
            elif child.dep_ in ("agent", "prep") and child.lower_ in words_of("through"):
                nouns = (noun for noun in child.children if noun.dep_ == "pobj")
                yield from (doc[at].head if noun.tag_ == "WDT" else noun for noun in nouns)


def _is_long_event(noun: "Token") -> bool:
    return noun.lemma_.lower() in words_of("long_events")
