"""Where a report means a person or body by a noun, source or not: "asked the company for it".

A noun means somebody named before, a body of a state ("the navy"), or nobody. Whom a description that is a
source stands for says `extract/referents/parties.py`, by the same rules.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from sayso.extract.names.roles import is_body, listed
from sayso.extract.referents.countries import country_in
from sayso.extract.referents.parties import Parties
from sayso.extract.sentences import lemmas, lowered, tokens_of
from sayso.lexicon import gazetteer, words
from sayso.lexicon.bodies import function_of
from sayso.model.report import OPEN, EntityKind, Pair

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

MOST = 2000
"""Nouns of one report that are looked at: each is held against all its names, and no article has so many."""

_SOME = frozenset({"a", "an", "another", "one", "each", "every"})

_DEFINITE = frozenset({"the", "this", "that", "its", "their"})

_PART_OF_ANOTHER = frozenset({"compound", "amod", "nmod", "attr", "appos", "oprd"})
"""What a noun that only modifies another one, or only says what somebody is, hangs by."""

_RESTRICTING = frozenset({"appos", "relcl", "prep", "acl"})
"""What tells which one is meant, so that it need not be one named before: "the company that runs it"."""


def described(
    doc: "Doc", shown: Sequence["Span"], parties: Parties, sources: Collection[int]
) -> Iterator[tuple[Pair, str]]:
    """Yield the place and the entity of each definite noun for somebody known; `sources` are the tokens that
    head a source, and are settled already."""
    nouns = (token for token in _nouns_for_one(doc, shown) if token.i not in sources)
    found = (token for token in nouns if _may_mean(doc, parties, token))
    many = _of_many(doc)
    for token in islice(found, MOST):
        entity = parties.before.known(token) or parties.public_body(token)
        entity = entity or _left_open(parties, token, many)
        if entity is not None:
            yield (_first(token), token.idx + len(token)), entity


def _left_open(parties: Parties, token: "Token", many: Mapping[str, int]) -> str | None:
    """ "The company", "the captain", of whom the report names none: another report may tell who is meant,
    unless one was spoken of as one of many ("a company … the company")."""
    lemma = token.lemma_.lower()
    firm = lemma in words("offices", "firms") and is_body(token)
    if not (firm or lemma in words("offices", "one_a_story")) or token.tag_ != "NN":
        return None
    determiner, *before = [*token.lefts] or [token]
    if determiner.lower_ != "the" or any(gazetteer.demonym(child.text) is None for child in before):
        return None
    if many.get(lemma, token.i) < token.i:
        return None
    text = token.doc[determiner.i + 1 : token.i + 1].text
    known = f"described:{text.lower()}"
    if known in parties.book.records:
        return known
    record = parties.book.add(
        OPEN + text.lower(), EntityKind.ORGANISATION if firm else EntityKind.PERSON, text
    )
    record.named = False
    record.office = None if firm else lemma
    return record.key


def _of_many(doc: "Doc") -> dict[str, int]:
    """The nouns that may be left open, with the first token where they tell of some such body or person that
    is not named: "a company", "three captains"."""
    nouns = words("offices", "firms") | words("offices", "one_a_story")
    found: dict[str, int] = {}
    for at, lemma in enumerate(lemmas(doc)):
        if lemma in nouns and lemma not in found and _is_one_of_many(doc[at]):
            found[lemma] = at
    return found


def _is_one_of_many(token: "Token") -> bool:
    return token.tag_ in {"NNS", "NNPS"} or any(child.lower_ in _SOME for child in token.lefts)


def introduce(doc: "Doc", shown: Sequence["Span"], parties: Parties) -> None:
    """Make the bodies of a state that the report describes in full ("the transport ministry"), so that "the
    ministry" finds them."""
    for token in _nouns_for_one(doc, shown):
        if token.is_lower and is_body(token) and _is_full(token) and _may_mean(doc, parties, token):
            parties.public_body(token)


def _nouns_for_one(doc: "Doc", shown: Sequence["Span"]) -> Iterator["Token"]:
    """The words that `_means_one` may hold for: of most sentences none, which their words tell at once."""
    by_word, by_lemma, nouns = lowered(doc), lemmas(doc), listed("bodies", "firms", "singular")
    for sentence in shown:
        first, last = sentence.start, sentence.end
        if nouns.isdisjoint(by_word[first:last]) and nouns.isdisjoint(by_lemma[first:last]):
            continue
        yield from (
            token for token in tokens_of(sentence) if by_word[token.i] in nouns or by_lemma[token.i] in nouns
        )


def _is_full(token: "Token") -> bool:
    return any(child.dep_ in {"compound", "amod", "poss"} for child in token.lefts)


def _may_mean(doc: "Doc", parties: Parties, token: "Token") -> bool:
    """A noun in the singular for a role or a body, behind "the" or the like, not beside the name it belongs
    to."""
    police = token.lower_ == "police"
    if (
        (token.tag_ not in {"NN", "NNP"} and not police)
        or not (token.is_lower or (police and token.is_sent_start))
        or token.i in parties.book.by_token
        or token.lower_ in words("offices", "loose_firms")
        or not _means_one(token)
    ):
        return False
    if (token.dep_ in _PART_OF_ANOTHER and not _behind_colon(token)) or not (
        _is_definite(token) or _needs_no_article(token)
    ):
        return False
    if any(child.dep_ in _RESTRICTING for child in token.rights) or parties.named_beside(token):
        return False
    ahead = doc[token.i + 1] if token.i + 1 < len(doc) else None
    return ahead is None or ahead.pos_ not in {"NOUN", "PROPN"}


def _is_definite(token: "Token") -> bool:
    return any(child.lower_ in _DEFINITE for child in token.lefts)


def _needs_no_article(token: "Token") -> bool:
    """Police, by themselves or with one word for whose before, and a body of a state behind its name:
    "district police", "Chile's navy"."""
    before = [child for child in token.lefts if child.dep_ != "punct"]
    if len(before) > 1 or any(child.dep_ == "det" or child.tag_ == "PRP$" for child in before):
        return False
    of_a_country = country_in(before) is not None
    if token.lower_ == "police":
        return not before or of_a_country or before[0].lower_ in words("bodies", "police_of")
    if not is_body(token) or token.tag_ != "NN":
        return False
    return of_a_country or (bool(before) and _is_headline(token) and _function(token) is not None)


def _behind_colon(token: "Token") -> bool:
    """Whether a colon opens what a noun begins: "Brod flood: police give a toll"."""
    return token.left_edge.i > 0 and token.doc[token.left_edge.i - 1].text == ":"


def _is_headline(token: "Token") -> bool:
    """Whether a sentence ends without a mark, as headlines do, in which articles are left out."""
    words_of = [one for one in token.sent if not one.is_space]
    return not words_of[-1].is_punct


def _function(token: "Token") -> str | None:
    return function_of(token.doc[token.left_edge.i : token.i + 1].text)


def _means_one(token: "Token") -> bool:
    """Whether a noun tells a body, or an office that one person holds: "the mayor", not "the pilot"."""
    return is_body(token) or token.lemma_.lower() in words("offices", "singular")


def _first(token: "Token") -> int:
    """Where the description begins, its article left out."""
    inner = [
        child
        for child in token.lefts
        if child.lower_ not in _DEFINITE and child.dep_ not in {"predet", "case"}
    ]
    return inner[0].left_edge.idx if inner else token.idx
