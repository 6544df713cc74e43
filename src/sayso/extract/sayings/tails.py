"""Who says so behind a comma at the end of a sentence, where the parser found no cue: "…, reports Yonhap
news agency.", "…, the document states.", "Bridge unsafe, experts say"."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from sayso.extract.sayings import extents, sources, voices
from sayso.extract.sayings.drafts import Attribution, draft
from sayso.extract.sayings.quotes import Quote, quoted
from sayso.extract.sentences import tokens, tokens_of, worded
from sayso.lexicon import words
from sayso.model.report import Stance

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

SHORTEST_TOLD = 5
"""Words of the shortest sentence that ends in who says so."""

LONGEST_TAIL = 8
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
    yield from _amid(sentence, marks)


def _inverted(sentence: "Span", marks: Sequence[Quote]) -> Iterator[Attribution]:
    """ "…, reports Yonhap news agency.", "…, claim passengers": a reporting word after a comma and who says
    so to the end of the sentence."""
    doc = sentence.doc
    for cue in worded(sentence, words("cues", "parenthetical.forms")):
        if cue.i <= sentence.start + 3 or doc[cue.i - 1].text not in _BEFORE or quoted(cue, marks):
            continue
        named = _to_comma(sentence, cue)
        if not 0 < len(named) <= LONGEST_NAME or any(part.pos_ in {"VERB", "AUX", "ADP"} for part in named):
            continue
        if named[0].ent_type_ in voices.TIMES or named[-1].lower_ in words("offices", "voiceless"):
            continue
        plain = cue.lower_ in words("cues", "parenthetical.plain")
        if (not plain and (named[0].pos_ in {"PROPN", "DET"} or named[-1].pos_ == "PROPN")) or (
            voices.known(named[-1]) and named[-1].i == _last(sentence)
        ):
            yield _draft(sentence, cue, (named[0], named[-1]), cue.i - 1)


def _closing(sentence: "Span", marks: Sequence[Quote]) -> Iterator[Attribution]:
    """ "…, the document states.", "Bridge unsafe, experts say.", "…, the port said in a statement.": a name
    or a noun for who speaks between a comma and a cue, with nothing behind that but when and where; not a
    list ("…, the councils and the member states")."""
    for cue in worded(sentence, _closers()):
        first = _after_comma(sentence, cue)
        if first is None or quoted(cue, marks) or not _ends_with(sentence, cue):
            continue
        phrase, head = sentence.doc[first : cue.i], cue.nbor(-1)
        told = cue.tag_ == "NNS" or _tells(sentence, first - 1)
        if told and _names_who(cue, head) and not any(_no_part(part) for part in phrase):
            yield _draft(sentence, cue, (phrase[0], head), first - 1)


def _amid(sentence: "Span", marks: Sequence[Quote]) -> Iterator[Attribution]:
    """ "As Kovar notes, the dam is old", "Last year, Kovar notes, it leaked": the parser makes one name of
    the two."""
    doc = sentence.doc
    for cue in worded(sentence, words("cues", "parenthetical.ending")):
        name, first = cue.nbor(-1) if cue.i > sentence.start else cue, cue.left_edge.i
        if cue.tag_ != "NNS" or name.pos_ != "PROPN" or name.head != cue or quoted(cue, marks):
            continue
        opens = doc[first - 1] if first > sentence.start else name
        starts = opens.i == sentence.start and opens.lower_ == "as"
        if doc[cue.i + 1 : cue.i + 2].text != "," or not (starts or opens.text == ","):
            continue
        told = (*range(sentence.start, opens.i), *range(cue.i + 2, sentence.end))
        if any(doc[i].pos_ in {"VERB", "AUX"} for i in told if i > cue.i):
            yield _of(sentence, cue, (doc[first], name), told)


@cache
def _closers() -> frozenset[str]:
    return words("cues", "parenthetical.ending") | words("cues", "parenthetical.closing")


def _after_comma(sentence: "Span", cue: "Token") -> int | None:
    """Where the short phrase before a cue begins that a comma parts from enough words for a clause."""
    doc, farthest = sentence.doc, max(cue.i - LONGEST_TAIL, sentence.start + 2)
    if cue.i - sentence.start < SHORTEST_TOLD:
        return None
    return next((i for i in range(cue.i - 1, farthest - 1, -1) if doc[i - 1].text in _BEFORE), None)


def _ends_with(sentence: "Span", cue: "Token") -> bool:
    """Whether a cue, or when and where it was said, ends a sentence: "said", "said on Monday"."""
    rest = tokens(sentence.doc)[cue.i + 1 : _last(sentence) + 1]
    if not rest:
        return True
    opens = rest[0].lower_ in words("cues", "parenthetical.where") or rest[0].ent_type_ in voices.TIMES
    plain = not any(part.pos_ in {"VERB", "AUX"} or part.text in {",", '"', ":"} for part in rest)
    return opens and plain and len(rest) <= LONGEST_NAME


def _names_who(cue: "Token", head: "Token") -> bool:
    """Whether the word before a cue is who says it: of a cue that the parser takes for a noun only a name or
    a document."""
    if cue.tag_ == "NNS" and cue.lower_ in words("cues", "parenthetical.ending"):
        return head.pos_ == "PROPN" or head.lower_ in words("offices", "documents")
    closing = cue.lower_ in words("cues", "parenthetical.closing")
    return closing and (head.pos_ == "PROPN" or voices.known(head)) and head.ent_type_ not in voices.TIMES


def _no_part(token: "Token") -> bool:
    """A word that no phrase for who speaks has: "…, which Kovar said", "… and Kovar said"."""
    return token.pos_ in {"ADP", "CCONJ", "SCONJ", "VERB", "AUX"} or token.tag_ in {"WDT", "WP", "WRB"}


def _tells(sentence: "Span", stop: int) -> bool:
    """Whether more than when and where stands before the comma at `stop`; not in "In May, the paper says"."""
    told = tokens(sentence.doc)[sentence.start : stop]
    if told[0].pos_ not in _OPENERS:
        return True
    comma = next((one.i for one in told if one.text == ","), stop)
    return any(one.pos_ in {"VERB", "AUX"} for one in told if one.i > comma)


def _draft(sentence: "Span", cue: "Token", who: tuple["Token", "Token"], stop: int) -> Attribution:
    """What stands before `stop`, said by the words from the first to the last of `who`."""
    return _of(sentence, cue, who, range(sentence.start, stop))


def _of(sentence: "Span", cue: "Token", who: tuple["Token", "Token"], told: Iterable[int]) -> Attribution:
    """The words at the places `told`, said by the words from the first to the last of `who`."""
    first, last = who
    speaker = sources.Source(first.idx, last.idx + len(last), (last.i,))
    parts = extents.pieces(told, sentence, set(range(first.i, cue.i + 1)))
    return draft(sentence.doc, sentence, speaker, (cue.i, cue.i + 1), cue, parts, Stance.ASSERTS, True)


def _last(sentence: "Span") -> int:
    """The place of the last word of a sentence, marks and spaces aside."""
    return next(
        (one.i for one in reversed(tokens_of(sentence)) if not (one.is_punct or one.is_space)), sentence.start
    )


def _to_comma(sentence: "Span", token: "Token") -> list["Token"]:
    """The words after a token up to a comma, behind which stands who or what the name is."""
    rest = tokens(sentence.doc)[token.i + 1 : sentence.end]
    stop = next((inner.i for inner in rest if inner.text == ","), sentence.end)
    return [inner for inner in rest if inner.i < stop and not inner.is_punct]
