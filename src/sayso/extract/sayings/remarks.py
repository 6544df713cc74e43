"""What an outlet remarks behind what somebody says: "…, marking the first time that the dam was closed", "…,
making her the third mayor to resign", "…, a figure that the port called too low". Which one in a row
something is, the outlet has counted, and what others hold of it, the outlet has asked."""

from itertools import chain
from typing import TYPE_CHECKING

from sayso.extract.sayings.cues import infinitive, telling
from sayso.extract.sayings.quotes import MARKS
from sayso.extract.sentences import tokens, worded
from sayso.lexicon import words

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

NEAR = 4
"""Words behind the participle among which its rank stands: "making her the third"."""

_HUNG = frozenset({"advcl", "acl", "conj"})
_OF_NOUN = _HUNG | {"relcl"}
_ARTICLES = frozenset({"a", "an"})
_THAT = frozenset({"that", "which"})
_MOST = frozenset({"JJS", "RBS"})


def remark(sentence: "Span") -> "Token | None":
    """Return the word that begins the remark which ends a sentence, behind a comma and outside quotation
    marks; None where there is none."""
    held = (one.nbor(-1) for one in worded(sentence, words("cues", "remarks.nouns")) if _held(one))
    return counting(sentence) or next(held, None)


def counting(sentence: "Span") -> "Token | None":
    """Return the participle that begins a remark which the outlet itself asserts: on which in a row something
    is, or on whom it brought to say what; None where there is none."""
    counts = (one for one in worded(sentence, words("cues", "remarks.forms")) if _counts(one))
    brings = (one for one in worded(sentence, words("cues", "remarks.bringing")) if _brings(one))
    return next(chain(counts, brings), None)


def _brings(token: "Token") -> bool:
    """ "…, prompting lawyers to accuse him of stalling": whom a saying brought to say something tells the
    outlet."""
    if token.i == token.sent.start or token.nbor(-1).text != "," or token.dep_ not in _HUNG:
        return False
    return any(one.dep_ == "xcomp" and infinitive(one) and telling(one) for one in token.rights)


def _held(noun: "Token") -> bool:
    """Say whether a noun for something told begins what another holds of it: ", a figure that the port called
    too low"; not ", a claim he made in May"."""
    doc, at = noun.doc, noun.i
    if at - noun.sent.start < 3 or doc[at - 1].lower_ not in _ARTICLES or doc[at - 2].text != ",":
        return False
    if any(one.text in MARKS for one in doc[noun.sent.start : at]) or at + 2 >= noun.sent.end:
        return False
    behind = [one for one in doc[at + 1 : noun.sent.end] if {one.dep_, one.head.dep_} & _OF_NOUN]
    other = any(one.dep_ == "nsubj" and one.pos_ in {"NOUN", "PROPN"} for one in behind)
    return doc[at + 1].lower_ in _THAT and other and any(map(telling, behind))


def _counts(token: "Token") -> bool:
    """Say whether a participle behind a comma tells at once which in a row something is, to the end of the
    sentence."""
    rest = tokens(token.doc)[token.i : token.sent.end]
    if token.i == token.sent.start or token.nbor(-1).text != "," or token.dep_ not in _HUNG:
        return False
    ranked = any(
        one.tag_ in _MOST or one.lower_ in words("cues", "remarks.ranks") for one in rest[1 : 1 + NEAR]
    )
    return ranked and not any(one.text in {'"', ","} for one in rest)
