"""What a number is about: whose share, whose price, what is so long or so heavy."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from sayso.extract.figures.numberwords import currency
from sayso.extract.figures.periods import verb_above
from sayso.extract.figures.readings import Reading
from sayso.extract.sentences import Tokens
from sayso.lexicon import words

if TYPE_CHECKING:
    from spacy.tokens import Token

_INSIDE = frozenset(
    {"nummod", "quantmod", "compound", "nmod", "amod", "npadvmod", "advmod", "det", "punct", "appos", "dep"}
)
"""How the words of a quantity hang on the noun that it stands with: "an $800 stone oven"."""

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})

_DOWN = frozenset({"xcomp", "conj", "ccomp", "advcl", "aux", "auxpass", "acl", "relcl", "pcomp", "prep"})
"""How a verb without a subject of its own hangs on the one whose subject it shares."""

_PLACING = frozenset({"in", "at", "near", "across", "around", "outside"})

_PARTS = frozenset({"compound", "amod", "nmod", "poss", "nummod", "case", "punct", "quantmod"})

LONGEST_CHAIN = 12
"""Steps up a tree, at most: a parse of hostile text may be one long chain."""

LONGEST_NAME = 4
"""Words of a name before a share, at most."""

NAMING = frozenset({"name", "labelled", "formation", "address", "year"})
"""Rules of numbers that belong to a name: "the S&P 500"."""

Span = tuple[int, int]


def about(
    doc: Tokens, told: Sequence[Reading], busy: frozenset[int] = frozenset()
) -> tuple[tuple[Span, ...], ...]:
    """Return for each number of a sentence the noun phrases that it is about, as tokens, the nearest first;
    none where the sentence does not say. `busy` are the tokens of time expressions, which no number is
    about."""
    counting = (one for one in told if one.why not in NAMING)
    taken = frozenset(index for one in counting for index in range(*measured(doc, one)))
    found: list[tuple[Span, ...]] = []
    for before, one in zip([None, *told], told, strict=False):
        phrases = () if one.why == "idiom" else _phrases(doc, one, taken)
        own = tuple(span for span in phrases if busy.isdisjoint(range(*span)))
        same = before is not None and _goes_on(doc, before, one)
        bearer = _bearer(doc, before, one) if before is not None else None
        if before is not None and found and _is_duel(doc, before, one):
            found[-1], own = _sides(doc, before, one, found[-1])
        found.append((bearer,) if bearer is not None else found[-1] if same and found[-1] else own)
    return tuple(found)


def _bearer(doc: Tokens, before: Reading, one: Reading) -> Span | None:
    """Return the name that stands right before a share in a list of shares: "Kovar has 45 percent, Brand 39
    percent and Feeley 12"; not a place, "45 percent in Oslo and 39 percent in Lima"."""
    if not (_is_share(before) and _is_share(one)):
        return None
    floor, last = extent(doc, before)[1], extent(doc, one)[0] - 1
    while last > floor and doc[last].lower_ in words("changes", "contests.held_by"):
        last -= 1
    first = last
    while first >= floor and doc[first].pos_ == "PROPN" and last - first < LONGEST_NAME:
        first -= 1
    led = floor <= first < last and doc[first].lower_ in words("changes", "contests.listing")
    return (first + 1, last + 1) if led else None


def _is_duel(doc: Tokens, before: Reading, one: Reading) -> bool:
    """Tell whether two shares are what two sides have: "won, 50 percent to 24 percent"; not "rose 5 percent
    to 9 percent"."""
    if not (_is_share(before) and _is_share(one)) or before.former:
        return False
    between = doc[extent(doc, before)[1] : extent(doc, one)[0]]
    verb = verb_above(doc[before.number.core]) if [token.lower_ for token in between] == ["to"] else None
    return verb is not None and verb.lemma_.lower() in words("changes", "contests.verbs")


def _sides(
    doc: Tokens, before: Reading, one: Reading, own: tuple[Span, ...]
) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """Return whose the two shares of a duel are, none where the sentence does not say: "Kovar leads Brand, 50
    percent to 24 percent", "Kovar won, 50 percent to 24 percent for Brand", "women back Kovar, 50 percent to
    24 percent"."""
    verb = verb_above(doc[before.number.core])
    if verb is None:
        return own, ()
    taken = frozenset((*range(*measured(doc, before)), *range(*measured(doc, one))))
    end = extent(doc, one)[1]
    others = doc[end].children if end < len(doc) and doc[end].lower_ == "for" else ()
    objects = [child for child in verb.children if child.dep_ == "dobj"]
    chosen = verb.lemma_.lower() in words("changes", "contests.chosen")
    beaten = verb.lemma_.lower() in words("changes", "contests.over") and not others
    first = objects if chosen else filter(None, [_subject(verb)])
    second = objects if beaten else (child for child in others if child.dep_ == "pobj")
    sides = ((phrase(token, taken) for token in side) for side in (first, second))
    mine, theirs = (tuple(filter(None, side)) for side in sides)
    return mine, theirs


def _is_share(one: Reading) -> bool:
    return one.unit is not None and one.unit.measure == "share"


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
    """Yield the noun after "of": "60 % of its revenue"; a place is only where it is so: "60 % in Oslo"."""
    for token in doc[start:end]:
        for child in token.children:
            if child.dep_ == "prep" and child.i >= end:
                whole = (one for one in child.children if one.dep_ == "pobj")
                yield from (one for one in whole if child.lower_ not in _PLACING or one.pos_ != "PROPN")


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
