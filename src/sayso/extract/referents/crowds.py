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
    """Whether a plural is who a main clause is about: "Harbour pilots grew wary"."""
    if token.tag_ != "NNS" or token.dep_ != "nsubj" or not (_is_main(token.head) and known(token)):
        return False
    forms = {token.lower_, token.lemma_.lower()}
    people = forms.isdisjoint(words("offices", "documents")) and forms.isdisjoint(words("offices", "shares"))
    return people and all(child.lower_ not in _NOBODY for child in token.lefts)


def _is_main(verb: "Token") -> bool:
    return verb.dep_ == "ROOT" or (verb.dep_ == "conj" and verb.head.dep_ == "ROOT")


def _is_told(at: int, inside: Sequence[Pair]) -> bool:
    return any(start <= at < end for start, end in inside)


def taken_up(pronoun: "Token", plurals: Sequence["Token"]) -> "Token | None":
    """Return the last of some plurals that "they" may take up: in its sentence, or in the one before."""
    last = next((one for one in reversed(plurals) if one.i < pronoun.i), None)
    if last is None:
        return None
    begun = sum(token.is_sent_start is True for token in pronoun.doc[last.i + 1 : pronoun.i + 1])
    return last if begun <= NEAR else None
