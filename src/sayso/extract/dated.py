"""What a time expression dates: the verb that it stands with, and the words that tell of that deed.

A date that only bounds ("since Easter", "until Monday", "by 6 February") dates nothing, and neither does one
that belongs to a noun ("Monday's attack"): the sentence tells of something else.
"""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from sayso.lexicon import words
from sayso.model.report import Deed, Pair, Report, TimeExpression, TimeType

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})
_OF_NOUNS = frozenset({"relcl", "acl"})
_LINKS = frozenset({"mark", "cc"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
_VERBAL = frozenset({"VERB", "AUX"})

NOUNS = 1
"""Nouns between a time and a verb, names aside: "killed in an attack on Monday" has one; more is a guess."""


def extract(report: Report, doc: "Doc", times: Sequence[TimeExpression]) -> tuple[Deed, ...]:
    """Return the deeds that the dates and times of day of a report date, in order of text."""
    return tuple(deed for one in times for deed in _dated(report, doc, one))


def _dated(report: Report, doc: "Doc", time: TimeExpression) -> Iterator[Deed]:
    place = doc.char_span(time.start, time.end, alignment_mode="expand")
    if place is None or time.moment is None or time.type not in {TimeType.DATE, TimeType.TIME}:
        return
    verb = _verb(place)
    if verb is not None and _happens(verb):
        start, end = _telling(verb)
        yield Deed(
            report=report.id,
            time=time.id,
            start=verb.idx,
            end=verb.idx + len(verb),
            lemma=verb.lemma_.lower(),
            clause=_trimmed(report, start, end),
            moment=time.moment,
            own=_has_subject(verb),
        )


def _verb(time: "Span") -> "Token | None":
    """The verb that a time hangs on, None where a word before it bounds, or it is a noun's own."""
    token, nouns = time.root, 0
    before = time.doc[time.start - 1] if time.start else None
    if before is not None and before.lower_ in words("circumstances", "bounding"):
        return None
    while token.pos_ not in _VERBAL:
        head = token.head
        if head.i == token.i or (token.dep_ == "prep" and token.lower_ in words("circumstances", "bounding")):
            return None
        if head.pos_ in _NOMINAL and not time.start <= head.i < time.end:
            nouns += head.pos_ == "NOUN"
            if nouns > NOUNS or time.root.i < head.i:
                return None
        token = head
    while token.dep_ in {"aux", "auxpass"} and token.head.pos_ in _VERBAL:
        token = token.head
    return token


def _happens(verb: "Token") -> bool:
    """Tell a deed from a state ("was under control"), from a wish, and from what did not happen."""
    wished = verb.dep_ == "xcomp" and verb.head.lemma_.lower() != "be" and _is_state(verb.head)
    return not (wished or _is_state(verb)) and not any(child.dep_ == "neg" for child in verb.children)


def _is_state(verb: "Token") -> bool:
    return verb.lemma_.lower() in words("circumstances", "states") and not _passive(verb)


def _passive(verb: "Token") -> bool:
    return any(child.dep_ == "auxpass" for child in verb.children)


def _telling(verb: "Token") -> Pair:
    """The clause of a verb with its own subject, else of the verb that it hangs on; what is told of a noun
    alone ("the man arrested on Monday") is told with that noun."""
    while not _has_subject(verb):
        if verb.dep_ in _OF_NOUNS:
            return _reach(verb.head)
        if verb.head.i == verb.i:
            break
        verb = verb.head
        if verb.pos_ in _NOMINAL:
            return _reach(verb)
    return _reach(verb)


def _has_subject(verb: "Token") -> bool:
    """Tell whether a verb has a subject of its own, which is more than a pronoun that points back at a
    noun."""
    subjects = (child for child in verb.children if child.dep_ in _SUBJECTS)
    return any(child.tag_ not in {"WDT", "WP"} for child in subjects)


def _reach(token: "Token") -> Pair:
    """What hangs on a word, without the link that ties a clause to another ("after", "when", "and")."""
    doc, last = token.doc, token.doc[token.right_edge.i]
    first = next(one for one in doc[token.left_edge.i : token.i + 1] if one.i == token.i or not _ties(one))
    return first.idx, last.idx + len(last)


def _ties(token: "Token") -> bool:
    return token.dep_ in _LINKS or token.tag_ == "WRB" or (token.is_punct and not token.is_quote)


def _trimmed(report: Report, start: int, end: int) -> Pair:
    """Shed blanks and stops at both ends."""
    text = report.text[start:end]
    shed = " \n,;:.–—-"
    start += len(text) - len(text.lstrip(shed))
    return start, max(start, end - (len(text) - len(text.rstrip(shed))))
