"""Whose very words a quotation is: "in the words of the mayor, “…”", "a “dead letter,” in her words"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import TYPE_CHECKING

from sayso.extract.sayings import sources, voices
from sayso.extract.sayings.quotes import Quote, quoted
from sayso.extract.sentences import text, tokens_of, worded

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

LONGEST = 10
"""Words at most of who speaks, a name with its office."""

_WORDS = frozenset({"words"})
_TOUCHING = " ,:—–-"
"""Characters that may stand between such a phrase and its quotation."""

_CLAUSAL = frozenset({"VERB", "AUX", "SCONJ"})


@dataclass(frozen=True, slots=True)
class Wording:
    """The preposition of "in the words of X" or "in X's words", the end of the cue's token range, who speaks,
    and the quotation."""

    cue: "Token"
    end: int
    speaker: sources.Source
    mark: Quote


def wordings(sentence: "Span", marks: Sequence[Quote]) -> Iterator[Wording]:
    """Yield each such phrase of a sentence that stands right beside a quotation; `marks` are those near."""
    if not marks:
        return
    for noun in worded(sentence, _WORDS):
        of = next((child for child in noun.rights if child.lower_ == "of"), None)
        owner = voices.object_of(of) or next((child for child in noun.lefts if child.dep_ == "poss"), None)
        if noun.head.lower_ != "in" or owner is None or not voices.can_speak(owner) or quoted(noun, marks):
            continue
        named = _named(owner, sentence, marks) if of is not None else list(owner.subtree)
        last = named[-1] if of is not None else noun
        mark = _beside(sentence, marks, noun.head.idx, last.idx + len(last))
        if mark is not None and len(named) <= LONGEST:
            head = _name_behind(owner, named) or owner
            speaker = sources.Source(named[0].idx, named[-1].idx + len(named[-1]), (head.i,))
            yield Wording(noun.head, (of or noun).i + 1, speaker, mark)


def _named(owner: "Token", sentence: "Span", marks: Sequence[Quote]) -> list["Token"]:
    """Who speaks, with what stands beside the name up to a quotation or a verb."""
    rest = (token for token in tokens_of(sentence) if token.i > owner.i)
    plain = takewhile(lambda one: one.pos_ not in _CLAUSAL and not _opens(one, marks), rest)
    named = [*(token for token in owner.lefts for token in token.subtree), owner, *plain]
    while named[-1].is_punct:
        named.pop()
    return named


def _name_behind(owner: "Token", named: Sequence["Token"]) -> "Token | None":
    """The name set beside an office behind a comma: "the mayor, Mirela | Kovar"."""
    behind = [token for token in named if token.i > owner.i + 1]
    name = list(takewhile(lambda token: token.ent_type_ == "PERSON", behind))
    return name[-1] if name and name[0].nbor(-1).text == "," else None


def _opens(token: "Token", marks: Sequence[Quote]) -> bool:
    return any(mark.start == token.idx or mark.holds(token.idx) for mark in marks)


def _beside(sentence: "Span", marks: Sequence[Quote], start: int, end: int) -> Quote | None:
    """The quotation right behind a phrase, else the one right before it."""
    words = text(sentence.doc)
    inside = [mark for mark in marks if sentence.start_char <= mark.start < sentence.end_char]
    behind = (mark for mark in inside if mark.start >= end and not words[end : mark.start].strip(_TOUCHING))
    before = (mark for mark in inside if mark.end <= start and not words[mark.end : start].strip(_TOUCHING))
    return next(behind, None) or next(before, None)
