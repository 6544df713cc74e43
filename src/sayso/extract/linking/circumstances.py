"""What stands around and inside a statement: time of saying, event time, hedges, own reporting."""

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from sayso.extract.sayings.cues import agentless
from sayso.extract.sayings.drafts import Attribution
from sayso.extract.sentences import lemmas, lowered, tokens_in
from sayso.lexicon import table, words
from sayso.model.plain import plain
from sayso.model.report import Moment, Pair, Precision, Report, Span, TimeExpression, TimeType

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

REMEMBERED = 256
"""Sentences for which it is kept what was found in them; several statements of one come close together."""

_FINE = frozenset({Precision.MINUTE, Precision.DAY})


def span(report: Report, start: int, end: int) -> Span:
    """Return a span of the report's own characters."""
    return Span(start, end, report.text[start:end])


def said(doc: "Doc", one: Attribution, times: Sequence[TimeExpression]) -> Moment | None:
    """Return when it was said: a time expression outside the content that hangs on the cue, or that stands in
    the signature of a post."""
    if one.cue_token is None:
        return None
    for time in times:
        inside_sentence = one.sentence[0] <= time.start < one.sentence[1]
        inside_content = any(start <= time.start < end for start, end in one.parts)
        if (
            inside_sentence
            and not inside_content
            and time.moment is not None
            and time.type in {TimeType.DATE, TimeType.TIME}
            and not _is_a_bound(doc, time)
        ):
            verb = None if one.is_post else _verb_over(doc, time)
            if one.is_post or (
                verb is not None and verb.i == one.cue_token and not _tells_who(doc, time, one)
            ):
                return time.moment
    return None


def _tells_who(doc: "Doc", time: TimeExpression, one: Attribution) -> bool:
    """ "The 2018 winner said so": a year that tells who it is; a "2018 report" said so then."""
    if one.source is None or not one.source[0] <= time.start < one.source[1]:
        return False
    year = next(iter(tokens_in(doc, time.start, time.end)))
    return year.dep_ == "nummod" and year.head.lemma_.lower() not in words("offices", "documents")


def _verb_over(doc: "Doc", time: TimeExpression) -> "Token | None":
    found = doc.char_span(time.start, time.end, alignment_mode="expand")
    if found is None:
        return None
    token = found.root
    while token.head.i != token.i and token.pos_ not in {"VERB", "AUX"}:
        token = token.head
    return token if token.pos_ in {"VERB", "AUX"} else None


def event(doc: "Doc", parts: Sequence[Pair], times: Sequence[TimeExpression]) -> Moment | None:
    """Return the one day that a content names; None when it names none, or several. The day of "the worst
    since 12 May 1959" is none of what is told, nor is that of what may never be ("if the vote is moved to 6
    March")."""
    days = {
        (time.moment.from_, time.moment.to): time.moment
        for time in times
        if time.moment is not None
        and time.type is TimeType.DATE
        and time.moment.precision in _FINE
        and time.moment.from_ is not None
        and time.moment.to is not None
        and any(start <= time.start and time.end <= end for start, end in parts)
        and not _is_a_bound(doc, time)
        and not _is_conditional(doc, time)
    }
    return next(iter(days.values())) if len(days) == 1 else None


_BOUNDS = frozenset({"since", "until", "till"})
_CONDITIONS = frozenset({"if", "unless"})


def _is_a_bound(doc: "Doc", time: TimeExpression) -> bool:
    """Tell whether a day only says from when or until when something holds."""
    at = doc.char_span(time.start, time.end, alignment_mode="expand")
    return at is not None and at.start > 0 and doc[at.start - 1].lower_ in _BOUNDS


def _is_conditional(doc: "Doc", time: TimeExpression) -> bool:
    """Tell whether a day stands in a clause of what may be or not."""
    at = doc.char_span(time.start, time.end, alignment_mode="expand")
    over = (at.root, *at.root.ancestors) if at is not None else ()
    return any(child.dep_ == "mark" and child.lower_ in _CONDITIONS for verb in over for child in verb.lefts)


def hedges(report: Report, doc: "Doc", parts: Sequence[Pair]) -> tuple[Span, ...]:
    """Return the words in a content that make it less than certain."""
    by_word, by_lemma = lowered(doc), lemmas(doc)
    return tuple(
        span(report, token.idx, token.idx + len(token))
        for start, end in parts
        for token in tokens_in(doc, start, end)
        if (by_word[token.i] in _hedge_words() or by_lemma[token.i] in _hedge_lemmas()) and _hedges(token)
    )


def doubts(report: Report, doc: "Doc", one: Attribution) -> tuple[Span, ...]:
    """Return the words in the cue of a named source that leave it open whether it was said: "may announce",
    "reportedly told"; of hearsay they are the cue."""
    inside = tokens_in(doc, *one.cue) if one.cue is not None and one.source is not None else ()
    hedging = (token for token in inside if token.lower_ in _hedge_words() and token.pos_ in {"ADV", "AUX"})
    return tuple(span(report, token.idx, token.idx + len(token)) for token in hedging if _hedges(token))


@cache
def _hedge_words() -> frozenset[str]:
    return words("hedges", "adverbs") | words("hedges", "modals")


@cache
def _hedge_lemmas() -> frozenset[str]:
    return words("hedges", "verbs") | words("cues", "hearsay.lemmas")


def _hedges(token: "Token") -> bool:
    """Tell whether one of the words listed hedges where it stands."""
    lower, lemma = token.lower_, token.lemma_.lower()
    if lower in words("hedges", "adverbs"):
        return (
            token.pos_ not in {"VERB", "AUX"}
            or _raised(token)
            or lower not in {"reported", "believed", "feared", "suspected"}
        )
    if lower in words("hedges", "modals"):
        return token.tag_ == "MD" and not (lower in words("hedges", "ability") and _denied(token))
    if lemma in words("hedges", "verbs"):
        return any(child.dep_ == "xcomp" for child in token.children)
    return lemma in words("cues", "hearsay.lemmas") and _raised(token)


def _denied(token: "Token") -> bool:
    return any(child.dep_ == "neg" for child in token.head.children)


def _raised(token: "Token") -> bool:
    """A passive with an infinitive and no agent: "are believed to have died"."""
    return agentless(token) and any(child.dep_ in {"xcomp", "ccomp"} for child in token.children)


def own_reporting(report: Report, start: int, end: int, parts: Sequence[Pair]) -> Span | None:
    """Return the words that show the outlet's own reporting in a sentence,
    outside the content of a statement."""
    sentence = plain(report.text[start:end])
    for pattern in _found_by("own_reporting", sentence):
        for match in pattern.finditer(sentence):
            if not any(first <= start + match.start() < last for first, last in parts):
                return span(report, start + match.start(), start + match.end())
    return None


def relied_on(report: Report, start: int, end: int) -> tuple[Pair, ...]:
    """Return the spans of the parties on whose word a sentence says that its source relies."""
    sentence = plain(report.text[start:end])
    found = (
        match.span(1) for pattern in _found_by("relies_on", sentence) for match in pattern.finditer(sentence)
    )
    spans = sorted({(start + first, start + last) for first, last in found})
    # Of "citing data from the hospital" the hospital is the party.
    return tuple(
        one for one in spans if not any(one != two and one[0] <= two[0] and two[1] <= one[1] for two in spans)
    )


@lru_cache(maxsize=REMEMBERED)
def _found_by(key: str, sentence: str) -> tuple[re.Pattern[str], ...]:
    """The patterns of a list, none where no pattern of it finds anything, which one search tells."""
    return _patterns(key) if _any_of(key).search(sentence) else ()


@cache
def _patterns(key: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern, re.IGNORECASE) for pattern in table("circumstances")[key])


@cache
def _any_of(key: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in table("circumstances")[key]), re.IGNORECASE)
