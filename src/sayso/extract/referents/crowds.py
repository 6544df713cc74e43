"""Whom "they" may mean though nothing names them: "Harbour pilots grew wary. They asked for a second tug"."""

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from sayso.extract.sayings.voices import known
from sayso.extract.sentences import tokens_of
from sayso.lexicon import words
from sayso.model.report import Pair

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

NEAR = 1
"""Sentences that begin between a plural and the "they" that takes it up."""

_NOBODY = frozenset({"no", "few", "neither", "which", "what"})


def crowds(shown: Sequence["Span"], named: Collection[int], told: Collection[Pair]) -> tuple["Token", ...]:
    """Return, in order, the plurals for people and bodies that main clauses are about; none of the tokens
    `named`, and none within what somebody is `told` to say (code points)."""
    inside = sorted(told)
    found = (token for sentence in shown for token in tokens_of(sentence) if _is_crowd(token))
    return tuple(one for one in found if one.i not in named and not _is_told(one.idx, inside))


def _is_crowd(token: "Token") -> bool:
    """Whether a plural is who a main clause is about, or one that leads up to it: "Harbour pilots grew wary",
    "When pilots asked for a tug, …"."""
    if token.tag_ != "NNS" or token.dep_ != "nsubj" or not known(token):
        return False
    if not (_is_main(token.head) or _leads_up(token.head)):
        return False
    forms = {token.lower_, token.lemma_.lower()}
    people = forms.isdisjoint(words("offices", "documents")) and forms.isdisjoint(words("offices", "shares"))
    return people and all(child.lower_ not in _NOBODY for child in token.lefts)


def _is_main(verb: "Token") -> bool:
    return verb.dep_ == "ROOT" or (verb.dep_ == "conj" and verb.head.dep_ == "ROOT")


def _leads_up(verb: "Token") -> bool:
    """Whether a clause stands before the main one that it hangs on: "When pilots asked for a tug, …"."""
    return verb.dep_ == "advcl" and _is_main(verb.head) and verb.i < verb.head.i


def _is_told(at: int, inside: Sequence[Pair]) -> bool:
    return any(start <= at < end for start, end in inside)


def taken_up(pronoun: "Token", plurals: Sequence["Token"]) -> "Token | None":
    """Return the last of some plurals that "they" may take up: in its sentence, or in the one before, where
    its clause is a main one."""
    before = (one for one in reversed(plurals) if one.i < pronoun.i)
    begun = ((one, _begun(one, pronoun)) for one in before)
    last, sentences = next(((one, n) for one, n in begun if n == 0 or _is_main(one.head)), (None, 0))
    return last if sentences <= NEAR else None


def _begun(plural: "Token", pronoun: "Token") -> int:
    """How many sentences begin between a plural and a pronoun."""
    return sum(token.is_sent_start is True for token in pronoun.doc[plural.i + 1 : pronoun.i + 1])
