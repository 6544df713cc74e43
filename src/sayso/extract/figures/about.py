"""What a number is about: whose share, whose price, what is so long or so heavy."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from sayso.extract.figures.numberwords import currency
from sayso.extract.figures.readings import Reading
from sayso.extract.sentences import Tokens

if TYPE_CHECKING:
    from spacy.tokens import Token

_INSIDE = frozenset(
    {"nummod", "quantmod", "compound", "nmod", "amod", "npadvmod", "advmod", "det", "punct", "appos", "dep"}
)
"""How the words of a quantity hang on the noun that it stands with: "an $800 stone oven"."""

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})

_DOWN = frozenset({"xcomp", "conj", "ccomp", "advcl", "aux", "auxpass", "acl", "relcl", "pcomp", "prep"})
"""How a verb without a subject of its own hangs on the one whose subject it shares."""

_PARTS = frozenset({"compound", "amod", "nmod", "poss", "nummod", "case", "punct", "quantmod"})

LONGEST_CHAIN = 12
"""Steps up a tree, at most: a parse of hostile text may be one long chain."""

NAMING = frozenset({"name", "labelled", "formation", "address", "year"})
"""Rules of numbers that belong to a name: "the S&P 500"."""

Span = tuple[int, int]


def about(doc: Tokens, told: Sequence[Reading]) -> tuple[tuple[Span, ...], ...]:
    """Return for each number of a sentence the noun phrases that it is about, as tokens, the nearest first;
    none where the sentence does not say."""
    counting = (one for one in told if one.why not in NAMING)
    taken = frozenset(index for one in counting for index in range(*measured(doc, one)))
    found: list[tuple[Span, ...]] = []
    for before, one in zip([None, *told], told, strict=False):
        own = () if one.why == "idiom" else _phrases(doc, one, taken)
        same = before is not None and _goes_on(doc, before, one)
        found.append(found[-1] if same and found[-1] else own)
    return tuple(found)


def _goes_on(doc: Tokens, before: Reading, one: Reading) -> bool:
    """Tell whether a number says the one before in another unit: "8 miles (13 km)", "9 points, or 6%"."""
    between = [token.text.lower() for token in doc[extent(doc, before)[1] : extent(doc, one)[0]]]
    return between in (["("], ["/"], [",", "or"], ["or"])


def _phrases(doc: Tokens, one: Reading, taken: frozenset[int]) -> tuple[Span, ...]:
    found: list[Span] = []
    start, end = extent(doc, one)
    for token in _nouns(doc, start, end):
        span = phrase(token, taken | frozenset(range(start, end)))
        if span is not None and span not in found:
            found.append(span)
    return tuple(found)


def measured(doc: Tokens, reading: Reading) -> Span:
    """Return the tokens of a number with its unit, or its sign and years of age, without the noun that it
    counts."""
    end = reading.unit.end if reading.unit else reading.number.end
    while reading.why == "years-old" and end < len(doc) and doc[end].lower_ in ("-", "old"):
        end += 1
    sign = currency(doc, reading.number)
    return min(reading.number.first, reading.number.first if sign is None else sign), end


def extent(doc: Tokens, reading: Reading) -> Span:
    """Return the tokens of a number with its sign, and its unit or the noun that it counts."""
    start, end = measured(doc, reading)
    return start, max(end, reading.noun.end) if reading.noun and not reading.unit else end


def _nouns(doc: Tokens, start: int, end: int) -> Iterator["Token"]:
    top = _top(doc, start, end)
    if start > 1 and doc[start - 1].text == "(":
        yield doc[start - 2]
    yield top
    yield from _whole(doc, start, end)
    for step, token in enumerate(_ancestors(top)):
        if step > LONGEST_CHAIN:
            return
        if token.pos_ in ("NOUN", "PROPN"):
            yield token
        elif token.pos_ in ("VERB", "AUX"):
            yield from (child for child in token.children if child.dep_ == "dobj" and child is not top)
            yield from _target(doc, end)
            subject = _subject(token)
            if subject is not None:
                yield subject
                return


def _target(doc: Tokens, end: int) -> Iterator["Token"]:
    """Yield what a sum goes to or comes from: "wiped $5 million from the value", "$80 off a phone"."""
    if end < len(doc) and doc[end].lower_ in ("from", "to", "off", "for"):
        yield from (child for child in doc[end].children if child.dep_ == "pobj")


def _top(doc: Tokens, start: int, end: int) -> "Token":
    token = doc[end - 1]
    for _ in range(LONGEST_CHAIN):
        head = token.head
        inside = start <= head.i < end
        if head is token or not (inside or (token.dep_ in _INSIDE and head.pos_ in ("NOUN", "PROPN"))):
            break
        token = head
    return token


def _whole(doc: Tokens, start: int, end: int) -> Iterator["Token"]:
    """Yield the noun after "of": "60 % of its revenue"."""
    for token in doc[start:end]:
        for child in token.children:
            if child.dep_ == "prep" and child.i >= end:
                yield from (one for one in child.children if one.dep_ == "pobj")


def _ancestors(token: "Token") -> Iterator["Token"]:
    while token.head is not token:
        token = token.head
        yield token


def _subject(verb: "Token") -> "Token | None":
    """Return who or what does a verb: its subject, that of the verb over it, or what a relative clause is
    about; pronouns are passed over."""
    token = verb
    for _ in range(LONGEST_CHAIN):
        found = next((child for child in token.children if child.dep_ in _SUBJECTS), None)
        if found is not None and found.pos_ not in ("PRON", "DET", "SCONJ"):
            return found
        before = _antecedent(found)
        if before is not None:
            return before
        silent = found is not None and found.lower_ in ("i", "we", "you", "there")
        if silent or token.head is token or not (token.dep_ in _DOWN or found is not None):
            return None
        token = token.head
        if token.pos_ in ("NOUN", "PROPN"):
            return token
    return None


def _antecedent(pronoun: "Token | None") -> "Token | None":
    """Return the noun that a relative pronoun stands right behind: "the ridge that is 90 miles wide"."""
    if pronoun is None or pronoun.tag_ not in ("WDT", "WP") or pronoun.i == 0:
        return None
    before = pronoun.nbor(-1)
    if before.text == "," and before.i:
        before = before.nbor(-1)
    return before if before.pos_ in ("NOUN", "PROPN") else None


def phrase(token: "Token", taken: frozenset[int]) -> Span | None:
    """Return the words that belong to a noun, as tokens, without those of numbers and their units."""
    if token.i in taken:
        token = next(
            (child for child in token.children if child.i not in taken and child.pos_ == "PROPN"), token
        )
    if token.i in taken or token.pos_ not in ("NOUN", "PROPN", "X"):
        return None
    first = min([child.left_edge.i for child in token.lefts if child.dep_ in _PARTS], default=token.i)
    first = max((index + 1 for index in range(first, token.i) if index in taken), default=first)
    while first < token.i and (token.doc[first].is_punct or token.doc[first].pos_ == "CCONJ"):
        first += 1
    return (first, token.i + 1)
