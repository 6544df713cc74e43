"""Where those counted are: the place that the words around a figure give."""

from collections.abc import Iterator, Set
from typing import TYPE_CHECKING

from sayso.extract.referents.register import Register
from sayso.lexicon import gazetteer, words
from sayso.lexicon.media import names_outlet
from sayso.model.report import EntityKind, Pair

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_PLACING = frozenset({"in", "at", "near", "around", "off", "outside", "across"})
_VERBAL = frozenset({"VERB", "AUX"})

_APART = frozenset({"advcl", "appos", "pcomp", "relcl", "acl"})

NEAR = 4
"""Tokens before the preposition of a place among which a figure stands with it: "seven people in"."""

_INNER = frozenset({"compound", "poss", "nmod", "amod"})
_CLAUSES = frozenset({"conj", "advcl", "relcl", "ccomp", "pcomp", "acl", "parataxis"})


def where(
    book: Register,
    span: "Span",
    others: Set[int],
    inside: tuple[Pair, ...] | None,
    *,
    shared: bool = True,
    happened: bool = True,
) -> str | None:
    """Return the register key of the first place that a preposition ties to the clause of the figure `span`;
    within a country, the finer place; None for none.

    Where a participle counts ("…, killing four"), the clause it hangs on is read as well. `others` are the
    first tokens of all figures: a clause with one of its own has places of its own. `inside` are the pieces
    of the statement that the figure stands in, whose places alone count. The place of a later figure is
    that of the one before too ("killed 12 and hurt 40 in Lima") where that is `shared`: money goes apart.
    What describes somebody or something else ("the truce signed in Lima was broken 12 times") says where it
    was for what `happened` alone.
    """
    if _is_everywhere(span) or _are_those(span):
        return None
    beside = _right_behind(book, span)
    if beside is not None and _is_inside(beside, inside):
        return book.by_token[beside.i][1]
    verb = _verb_over(span[-1])
    for clause in (verb, *_above(verb)):
        placed = [
            token
            for token in _clause(clause, span, others, happened=happened)
            if _is_place(book, token) and _placed_by(token) and _is_inside(token, inside)
            if not _is_beside_another(token, span, others)
        ]
        if placed:
            nearest = [token for token in placed if _is_between(token, span.start, others)]
            nearest = nearest or [token for token in placed if shared or token.i < span.start]
            if nearest and _is_one_of_several(book, nearest[0]):
                return None
            found = [book.by_token[token.i][1] for token in nearest]
            coarse = found[0] if found else None
            return next((entity for entity in found if not _is_country(book, entity)), coarse)
    return None


def _is_everywhere(span: "Span") -> bool:
    """Tell whether a word right behind a figure says that it is no single place's: "38 percent nationally, 47
    percent in Brod"."""
    return span.end < len(span.doc) and span.doc[span.end].lower_ in words("circumstances", "everywhere")


def _are_those(span: "Span") -> bool:
    """Tell whether those counted are countries told of before, which are nowhere: "talks between the two
    countries in Brod"."""
    led = span.start > 0 and span.doc[span.start - 1].lower_ in ("the", "both", "these", "those")
    return led and span[-1].lower_ in words("circumstances", "countries")


def _is_one_of_several(book: Register, token: "Token") -> bool:
    """Tell whether a place is the first of some that are joined: "12 died in Brod and Lima"."""
    return any(child.dep_ == "conj" and _is_place(book, child) for child in token.children)


def _right_behind(book: Register, span: "Span") -> "Token | None":
    """Return the place that a preposition right behind a figure leads to: "60% in Rostal and 50% in Kelm"."""
    if span.end >= len(span.doc) or span.doc[span.end].lower_ not in _PLACING:
        return None
    nouns = (token for token in span.doc[span.end].children if token.dep_ == "pobj")
    return next((token for token in nouns if _is_place(book, token) and _placed_by(token)), None)


def _is_between(place: "Token", figure: int, others: Set[int]) -> bool:
    """Tell whether a place stands behind a figure and before the next: "$5m on a pier in Lima, $7m …"."""
    return figure < place.i and not any(figure < other < place.i for other in others)


def _is_beside_another(place: "Token", figure: "Span", others: Set[int]) -> bool:
    """Tell whether a place stands with another figure: the Lima of "12 in Brod and seven in Lima" and of "12,
    including seven in Lima" says nothing of the twelve."""
    doc, lead = place.doc, place.head.i
    near = [at for at in range(max(0, lead - NEAR), lead) if at in others]
    if not near or near[-1] == figure.start or any(token.pos_ in _VERBAL for token in doc[near[-1] : lead]):
        return False
    placed = figure.end < len(doc) and doc[figure.end].lower_ in _PLACING
    return placed or (near[-1] > 0 and doc[near[-1] - 1].lower_ == "including")


def _verb_over(token: "Token") -> "Token":
    while token.head.i != token.i and token.pos_ not in {"VERB", "AUX"}:
        token = token.head
    return token


def _above(verb: "Token") -> "Iterator[Token]":
    """Yield what a participle or a relative clause hangs on: the verb of "…, killing four", the noun of "the
    blast that killed four"."""
    if verb.dep_ == "conj":
        verb = verb.head
    if verb.dep_ == "advcl" and verb.tag_ == "VBG":
        yield _verb_over(verb.head)
    elif verb.dep_ in ("relcl", "acl") and verb.head.pos_ in ("NOUN", "PROPN"):
        yield verb.head


def _clause(top: "Token", figure: "Span", others: Set[int], *, happened: bool) -> "Iterator[Token]":
    """Yield the tokens under `top` in order, without those of clauses that are about something else: joined
    ones with another subject and no figure, and subordinate ones with a figure."""
    found = []
    stack = [top]
    while stack:
        token = stack.pop()
        found.append(token)
        stack += [
            child
            for child in token.children
            if not _is_another(child, figure.start, others)
            and not _is_apart(child, figure, happened=happened)
        ]
    yield from sorted(found, key=lambda token: token.i)


def _is_another(child: "Token", figure: int, others: Set[int]) -> bool:
    verbal = child.pos_ in ("VERB", "AUX") and child.dep_ in _CLAUSES
    inside = range(child.left_edge.i, child.right_edge.i + 1)
    if not verbal or figure in inside:
        return False
    if child.tag_ == "VBG" and child.dep_ == "advcl" and child.i > child.head.i and _has_object(child):
        return True  # "12 died, sparking protests in Lima"
    counts = any(at in others for at in inside)
    if child.dep_ == "conj" and any(under.dep_ == "mark" and under.i < child.i for under in child.children):
        return True  # "said that 10 died in Oslo and that 20 died in Lima"
    if child.dep_ == "conj":
        return not counts and any(under.dep_ in ("nsubj", "nsubjpass", "expl") for under in child.children)
    return counts


def _is_apart(child: "Token", figure: "Span", *, happened: bool) -> bool:
    """Tell whether what hangs there tells of something else: "since the virus surfaced in Lima, 12 people …",
    "two men: a driver in Lima and …", "59 cases, with most linked to a park in Lima", "the truce signed in
    Lima was broken 12 times"; the "12 guns found in Lima" were there."""
    if child.dep_ not in _APART or child.left_edge.i <= figure.start <= child.right_edge.i:
        return False
    own = child.head.i in range(figure.start, figure.end)
    if child.dep_ == "appos":
        return own and any(under.lower_ in ("a", "an") for under in child.lefts)
    if child.dep_ in ("relcl", "acl"):
        return not (happened or own) and child.pos_ in _VERBAL
    told = any(under.dep_ in ("nsubj", "nsubjpass") for under in child.lefts)
    marks = words("circumstances", "apart")
    return told and (child.dep_ == "pcomp" or any(under.lower_ in marks for under in child.lefts))


def _has_object(verb: "Token") -> bool:
    led = verb.i > 0 and verb.doc[verb.left_edge.i - 1].text == ","
    return led and any(child.dep_ == "dobj" for child in verb.rights)


def _is_place(book: Register, token: "Token") -> bool:
    return token.i in book.by_token and book.by_token[token.i][0].kind is EntityKind.PLACE


def _is_inside(token: "Token", parts: tuple[Pair, ...] | None) -> bool:
    return parts is None or any(start <= token.idx < end for start, end in parts)


def _is_country(book: Register, entity: str) -> bool:
    place = gazetteer.get(book.records[entity].place or "")
    return place is not None and place.kind is gazetteer.PlaceKind.country


def _placed_by(token: "Token") -> bool:
    """Tell whether a preposition of place leads a name, which is not part of an outlet's ("in The Tarn
    Times")."""
    while token.dep_ in _INNER and token.head.i != token.i:
        if token.head.pos_ == "PROPN" and names_outlet(f"{token.text} {token.head.text}"):
            return False
        token = token.head
    return token.dep_ == "pobj" and token.head.lower_ in _PLACING
