"""The sentences of a report from which facts are taken, those outside headers, datelines and boilerplate;
and the tokens of its Doc."""

from collections.abc import Iterator, Sequence, Set
from functools import lru_cache
from typing import TYPE_CHECKING, TypeAlias

from sayso.model.blocks import MUTED, role
from sayso.model.report import Report

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

Tokens: TypeAlias = "Sequence[Token]"
"""All tokens of a Doc by number, as `tokens` keeps them: indexing a Doc makes a new Token each time."""


DASHES = frozenset({"-", "–", "—", "--"})
"""Tokens that are dashes, or a hyphen typed for one."""

LEAST_BOX = 12
"""Characters of the shortest blank that stands for a box and is no indentation: a full name and "MORE"."""


@lru_cache(maxsize=1)
def tokens(doc: "Doc") -> tuple["Token", ...]:
    """Return the tokens of a Doc, by number; those of the last Doc are kept.

    A Doc makes a new Token each time it is asked for one, and a Span is slower still; a part of this tuple
    costs next to nothing.
    """
    return tuple(doc)


def tokens_of(sentence: "Span") -> tuple["Token", ...]:
    """Return the tokens of a sentence, from those kept of its Doc."""
    return tokens(sentence.doc)[sentence.start : sentence.end]


def tokens_in(doc: "Doc", start: int, end: int) -> tuple["Token", ...]:
    """Return the tokens that the characters from `start` to `end` touch."""
    found = doc.char_span(start, end, alignment_mode="expand")
    return tokens(doc)[found.start : found.end] if found is not None else ()


def lower_at(words: Tokens, index: int) -> str:
    """Return the word at a place in small letters, empty beyond either end."""
    return words[index].lower_ if 0 <= index < len(words) else ""


def begin_before(token: "Token") -> int:
    """Return the first token of the sentence before that of a token; of its own where none is."""
    first, _ = bounds(token)
    return bounds(token.doc[first - 1])[0] if first else 0


def is_box(token: "Token") -> bool:
    """Tell whether a token is what is left of a box that stood in the middle of a sentence."""
    return token.is_space and len(token) >= LEAST_BOX


def without_boxes(doc: "Doc", start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the stretches of characters that the boxes between two places leave."""
    for box in filter(is_box, tokens_in(doc, start, end)):
        if start < box.idx:
            yield start, box.idx - 1
        start = box.idx + len(box)
    if start < end:
        yield start, end


def text_of(part: Tokens) -> str:
    """Return the text of tokens that stand together, without the space behind."""
    return "".join([token.text_with_ws for token in part]).rstrip()


@lru_cache(maxsize=1)
def text(doc: "Doc") -> str:
    """Return the text of a Doc, which puts it together anew each time; that of the last Doc is kept."""
    return "".join([token.text_with_ws for token in tokens(doc)])


@lru_cache(maxsize=1)
def texts(doc: "Doc") -> tuple[str, ...]:
    """Return the words of a Doc as they stand, by number; those of the last Doc are kept."""
    return tuple([token.text for token in tokens(doc)])


def capitalised(doc: "Doc", sentence: "Span") -> list[int]:
    """Return the numbers of the words of a sentence that begin with a capital."""
    said = texts(doc)
    return [at for at in range(sentence.start, sentence.end) if said[at][0].isupper()]


@lru_cache(maxsize=1)
def lowered(doc: "Doc") -> tuple[str, ...]:
    """Return the words of a Doc in small letters, by number; those of the last Doc are kept."""
    return tuple([token.lower_ for token in tokens(doc)])


@lru_cache(maxsize=1)
def lemmas(doc: "Doc") -> tuple[str, ...]:
    """Return the lemmas of a Doc in small letters, by number; those of the last Doc are kept."""
    return tuple([token.lemma_.lower() for token in tokens(doc)])


def worded(sentence: "Span", listed: Set[str]) -> Sequence["Token"]:
    """Return the tokens of a sentence that are one of the words listed (in small letters)."""
    return _listed(sentence, lowered(sentence.doc), listed)


def of_lemma(sentence: "Span", listed: Set[str]) -> Sequence["Token"]:
    """Return the tokens of a sentence whose lemma is one of those listed (in small letters)."""
    return _listed(sentence, lemmas(sentence.doc), listed)


def _listed(sentence: "Span", forms: Sequence[str], listed: Set[str]) -> Sequence["Token"]:
    """Most sentences hold no word of a list, which is told at once."""
    first, last = sentence.start, sentence.end
    if listed.isdisjoint(forms[first:last]):
        return ()
    return [token for token in tokens(sentence.doc)[first:last] if forms[token.i] in listed]


@lru_cache(maxsize=1)
def all_sentences(doc: "Doc") -> tuple["Span", ...]:
    """Return the sentences of a Doc as spaCy has them; those of the last Doc are kept."""
    return tuple(doc.sents)


def bounds(token: "Token") -> tuple[int, int]:
    """Return the token range (half open) of the sentence of a token, which spaCy looks for anew each time."""
    return _bounds(token.doc)[token.i]


@lru_cache(maxsize=1)
def _bounds(doc: "Doc") -> tuple[tuple[int, int], ...]:
    return tuple([(one.start, one.end) for one in all_sentences(doc) for _ in range(one.start, one.end)])


@lru_cache(maxsize=1)
def sentences(report: Report, doc: "Doc") -> tuple["Span", ...]:
    """Return the spaCy sentences of `doc` that stand in a block that states something, in order;
    blank ones are left out. Those of the last report are kept, for every file of `extract` asks for them."""
    found = (_trimmed(sentence) for sentence in all_sentences(doc))
    return tuple(span for span in found if span is not None and role(report, span.start_char) not in MUTED)


def _trimmed(sentence: "Span") -> "Span | None":
    doc, start, end = sentence.doc, sentence.start, sentence.end
    words = tokens(doc)
    while start < end and words[start].is_space:
        start += 1
    while end > start and words[end - 1].is_space:
        end -= 1
    if (start, end) == (sentence.start, sentence.end):
        return sentence
    return doc[start:end] if start < end else None
