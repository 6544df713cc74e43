"""What an outlet remarks behind what somebody says: "…, marking the first time that the dam was closed", "…,
making her the third mayor to resign". Which one in a row something is, the outlet has counted."""

from typing import TYPE_CHECKING

from sayso.extract.sentences import tokens, worded
from sayso.lexicon import words

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

NEAR = 4
"""Words behind the participle among which its rank stands: "making her the third"."""

_HUNG = frozenset({"advcl", "acl", "conj"})
_MOST = frozenset({"JJS", "RBS"})


def remark(sentence: "Span") -> "Token | None":
    """Return the participle that begins the remark which ends a sentence, behind a comma and outside
    quotation marks; None where there is none."""
    return next((one for one in worded(sentence, words("cues", "remarks.forms")) if _counts(one)), None)


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
