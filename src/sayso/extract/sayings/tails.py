"""Who says so behind a comma at the end of a sentence, where the parser found no cue: "…, reports Yonhap
news agency.", "…, the document states.", "Bridge unsafe, experts say"."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from sayso.extract.sayings import extents, sources, voices
from sayso.extract.sayings.drafts import Attribution, draft
from sayso.extract.sayings.quotes import Quote
from sayso.extract.sentences import tokens, tokens_of, worded
from sayso.lexicon import words
from sayso.model.report import Stance

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

SHORTEST_TOLD = 5
"""Words of the shortest sentence that ends in who says so."""

LONGEST_TAIL = 5
"""Words at most of the phrase before a cue that ends its sentence."""

LONGEST_NAME = 8
"""Words at most behind a cue that ends its sentence with who says so."""

_BEFORE = frozenset({",", '"'})
_OPENERS = frozenset({"ADP", "SCONJ"})
"""Parts of speech of a first word that shows no more than when or where: "In May, the paper says"."""


def tails(sentence: "Span", marks: Sequence[Quote]) -> Iterator[Attribution]:
    """Yield what the end of a sentence says of who said the rest of it; `marks` are the quotations near."""
    yield from _inverted(sentence, marks)
    yield from _closing(sentence, marks)


def _inverted(sentence: "Span", marks: Sequence[Quote]) -> Iterator[Attribution]:
    """ "…, reports Yonhap news agency.", "…, claim passengers": a reporting word after a comma and who says
    so to the end of the sentence."""
    doc = sentence.doc
    for cue in worded(sentence, words("cues", "parenthetical.forms")):
        if cue.i <= sentence.start + 3 or doc[cue.i - 1].text not in _BEFORE or _quoted(cue, marks):
            continue
        named = _to_comma(sentence, cue)
        if not 0 < len(named) <= LONGEST_NAME or any(part.pos_ in {"VERB", "AUX", "ADP"} for part in named):
            continue
        plain = cue.lower_ in words("cues", "parenthetical.plain")
        if (not plain and (named[0].pos_ in {"PROPN", "DET"} or named[-1].pos_ == "PROPN")) or (
            voices.known(named[-1]) and named[-1].i == _last(sentence)
        ):
            yield _draft(sentence, cue, (named[0], named[-1]), cue.i - 1)


def _closing(sentence: "Span", marks: Sequence[Quote]) -> Iterator[Attribution]:
    """ "…, the document states.", "Bridge unsafe, experts say.": a name or a noun for who speaks between a
    comma and the last word of a sentence; not a list ("…, the councils and the member states")."""
    at = _last(sentence)
    cue = tokens(sentence.doc)[at]
    nominal = cue.tag_ == "NNS" and cue.lower_ in words("cues", "parenthetical.ending")
    if not nominal and cue.lower_ not in words("cues", "parenthetical.closing"):
        return
    doc = sentence.doc
    first = next((i for i in range(at - 1, sentence.start, -1) if doc[i - 1].text in _BEFORE), None)
    if first is None or not 1 <= at - first <= LONGEST_TAIL or at - sentence.start < SHORTEST_TOLD:
        return
    head, phrase = doc[at - 1], doc[first:at]
    told = head.pos_ == "PROPN" or (
        head.lower_ in words("offices", "documents") if nominal else voices.known(head)
    )
    if (
        not told
        or _quoted(cue, marks)
        or any(part.pos_ in {"ADP", "CCONJ", "VERB", "AUX"} for part in phrase)
    ):
        return
    if nominal or doc[sentence.start].pos_ not in _OPENERS:
        yield _draft(sentence, cue, (doc[first], head), first - 1)


def _draft(sentence: "Span", cue: "Token", who: tuple["Token", "Token"], stop: int) -> Attribution:
    """What stands before `stop`, said by the words from the first to the last of `who`."""
    first, last = who
    speaker = sources.Source(first.idx, last.idx + len(last), (last.i,))
    parts = extents.pieces(range(sentence.start, stop), sentence, set())
    return draft(sentence.doc, sentence, speaker, (cue.i, cue.i + 1), cue, parts, Stance.ASSERTS, True)


def _last(sentence: "Span") -> int:
    """The place of the last word of a sentence, marks and spaces aside."""
    return next(
        (one.i for one in reversed(tokens_of(sentence)) if not (one.is_punct or one.is_space)), sentence.start
    )


def _quoted(token: "Token", marks: Sequence[Quote]) -> bool:
    return any(mark.holds(token.idx) for mark in marks)


def _to_comma(sentence: "Span", token: "Token") -> list["Token"]:
    """The words after a token up to a comma, behind which stands who or what the name is."""
    rest = tokens(sentence.doc)[token.i + 1 : sentence.end]
    stop = next((inner.i for inner in rest if inner.text == ","), sentence.end)
    return [inner for inner in rest if inner.i < stop and not inner.is_punct]
