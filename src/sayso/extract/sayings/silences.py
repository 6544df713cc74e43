"""Silence in other words than a verb of declining: "could not be reached for comment", "no reply from X"."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.extract.sayings import cues, stances
from sayso.extract.sayings.voices import object_of
from sayso.extract.sentences import of_lemma, worded
from sayso.lexicon import words

if TYPE_CHECKING:
    from spacy.tokens import Span, Token


@dataclass(frozen=True, slots=True)
class Silence:
    """Who gave no word (`head`), the cue with its token range, and the word for what was not given."""

    head: "Token"
    cue: "Token"
    group: tuple[int, int]
    wanted: "Token"


def silences(sentence: "Span") -> Iterator[Silence]:
    """Yield who could not be reached and who gave no comment, as the sentence tells it."""
    unreached = (_unreached(verb) for verb in of_lemma(sentence, words("cues", "silence.verbs")))
    no_word = (_no_word(noun) for noun in worded(sentence, words("cues", "silence.nouns")))
    away = (_away(word) for word in worded(sentence, words("cues", "silence.away")))
    yield from (found for found in (*unreached, *no_word, *away) if found is not None)


def _away(word: "Token") -> Silence | None:
    """ "The firm was not immediately available for comment"."""
    verb = word.head
    head = next((child for child in verb.lefts if child.dep_ == "nsubj"), None)
    asked = next((child for child in word.rights if child.dep_ == "prep" and child.lower_ == "for"), None)
    wanted = object_of(asked)
    if head is None or wanted is None or wanted.lower_ not in words("cues", "silence.nouns"):
        return None
    without = word.lower_.startswith("un") or any(child.dep_ == "neg" for child in verb.rights)
    return Silence(head, word, (cues.group(verb)[0], word.i + 1), wanted) if without else None


def _unreached(verb: "Token") -> Silence | None:
    """ "The navy could not be reached for comment"."""
    if not stances.negated(verb):
        return None
    head = next((child for child in verb.children if child.dep_ == "nsubjpass"), None)
    asked = next((child for child in verb.children if child.dep_ == "prep" and child.lower_ == "for"), None)
    wanted = object_of(asked)
    return Silence(head, verb, cues.group(verb), wanted) if head is not None and wanted is not None else None


def _no_word(noun: "Token") -> Silence | None:
    """ "There was no comment from the navy"."""
    no = next((child for child in noun.children if child.lower_ == "no"), None)
    source = next(
        (child for child in noun.children if child.dep_ == "prep" and child.lower_ in {"from", "by"}), None
    )
    head = object_of(source)
    return Silence(head, no, (no.i, no.i + 1), noun) if no is not None and head is not None else None
