"""Who denies what the sentence has just told, at its end: "…, a charge Sarvia denies", "…, something she has
often disputed". What is denied stands before the comma; the parser hangs such an end on many words."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.extract.sayings.sources import Source
from sayso.extract.sentences import lower_at, of_lemma, tokens, worded
from sayso.lexicon import words

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

LONGEST_NAME = 8
"""Words at most of the phrase for who denies it."""

LONGEST_NAMING = 4
"""Words at most behind a verb of calling up to the one that says it is untrue: "as a complete lie"."""

LONGEST_END = 8
"""Words at most behind the verb, for when and where it was denied."""

_PARTED = frozenset({",", "-", "–", "—", "--"})
_STOPS = frozenset({",", '"', ":", ";"})
_BEFORE_VERB = frozenset({"AUX", "ADV", "PART"})
_NO_NAME = frozenset({"VERB", "AUX", "PUNCT", "SCONJ", "SPACE"})
_LINKS = frozenset({"that", "which"})
_PASSIVE = frozenset({"auxpass", "nsubjpass"})


@dataclass(frozen=True, slots=True)
class Rebuff:
    """An end that tells who denies what stands before it: the tokens from `first` to `noun` for that, who
    denies it, the verb, and the token range of the verb with what belongs to it, half open."""

    first: int
    noun: int
    who: Source
    cue: "Token"
    group: tuple[int, int]


def rebuff(sentence: "Span") -> Rebuff | None:
    """Return the end of a sentence that tells who denies the rest of it; None where there is none."""
    return next(_rebuffs(sentence), None)


def told_before(sentence: "Span", inside: set[int]) -> set[int]:
    """Return a content without the end that tells who denies it."""
    found = rebuff(sentence)
    if found is None or min(inside, default=found.first) >= found.first:
        return inside
    return {index for index in inside if index < found.first - 1}


def _rebuffs(sentence: "Span") -> Iterator[Rebuff]:
    kept = tokens(sentence.doc)
    for cue in worded(sentence, words("cues", "rebuffs.forms") | words("cues", "rebuffs.calling")):
        last = _last(sentence, cue)
        if last is None or not _ends(sentence, last):
            continue
        verb = cue.i
        while verb - 1 > sentence.start and kept[verb - 1].pos_ in _BEFORE_VERB:
            verb -= 1
        end = _before_aside(sentence, verb)
        noun = _noun(sentence, end)
        if noun is None:
            continue
        who = noun + 1 + (lower_at(kept, noun + 1) in _LINKS)
        first = noun - (lower_at(kept, noun - 1) in {"a", "an"})
        if who < verb and kept[first - 1].text in _PARTED:
            told = _accused(sentence, kept[who], first) if who + 1 == verb else None
            phrase = kept[who : verb - (end < verb)]
            yield Rebuff(first, noun, _named(phrase, told), cue, (verb, last.i + 1))


def _last(sentence: "Span", cue: "Token") -> "Token | None":
    """The last word of a cue: a verb of denying, or what a verb of calling calls it, where that is untrue
    ("called | a lie", "dismissed as | baseless"); None where it calls it anything else."""
    if cue.lower_ in words("cues", "rebuffs.forms"):
        return cue
    behind = tokens(sentence.doc)[cue.i + 1 : min(cue.i + 1 + LONGEST_NAMING, sentence.end)]
    return next((one for one in behind if one.lower_ in words("cues", "rebuffs.untrue")), None)


def _before_aside(sentence: "Span", verb: int) -> int:
    """The place of the comma before a name between commas that ends before the verb ("a charge the mayor,
    Ana Kovar, | denied"); that of the verb where there is none."""
    kept = tokens(sentence.doc)
    if kept[verb - 1].text != ",":
        return verb
    first = verb - 2
    while first > sentence.start and kept[first].pos_ == "PROPN":
        first -= 1
    return first if kept[first].text == "," and first < verb - 2 else verb


def _ends(sentence: "Span", cue: "Token") -> bool:
    """Say whether nothing but when and where stands behind a verb."""
    rest = tokens(sentence.doc)[cue.i + 1 : sentence.end]
    return len(rest) <= LONGEST_END and not any(
        one.pos_ in {"VERB", "AUX"} or one.text in _STOPS for one in rest
    )


def _noun(sentence: "Span", stop: int) -> int | None:
    """The place of the nearest noun before `stop` for something told: "charge", "claims", "something"."""
    kept = tokens(sentence.doc)
    for at in range(stop - 1, max(stop - LONGEST_NAME - 2, sentence.start + 1), -1):
        if lower_at(kept, at) in words("cues", "rebuffs.nouns"):
            return at
        if kept[at].pos_ in _NO_NAME and lower_at(kept, at) not in _LINKS:
            return None
    return None


def _accused(sentence: "Span", pronoun: "Token", stop: int) -> "Token | None":
    """ "The firm was accused of fraud, a charge it rejects", "they accused the firm of fraud, a charge it
    rejects": whom a pronoun means that rejects what the words before token `stop` charge somebody with; the
    word for it alone, None where no such is meant."""
    if pronoun.pos_ != "PRON":
        return None
    charging = of_lemma(sentence, words("cues", "hearsay.charging"))
    verb = next((one for one in charging if one.i < stop and one.pos_ == "VERB"), None)
    if verb is None:
        return None
    role = "nsubjpass" if any(one.dep_ in _PASSIVE for one in verb.lefts) else "dobj"
    accused = next((one for one in verb.children if one.dep_ == role), None)
    if accused is None or accused.pos_ == "PRON":
        return None
    # Of a name the tag does not tell: "Tarvo Foods" is one firm.
    fits = accused.tag_ == "NNPS" or (accused.tag_ == "NNS") == (pronoun.lower_ == "they")
    return accused if fits else None


def _named(phrase: "tuple[Token, ...]", accused: "Token | None") -> Source:
    """Who denies it: the phrase between the noun and the verb, headed by the word that hangs outside it; of a
    pronoun that means the accused, by the word for them."""
    inside = {one.i for one in phrase}
    heads = [one for one in phrase if one.head.i not in inside and one.pos_ in {"NOUN", "PROPN", "PRON"}]
    named = phrase[-1] if any(one.text == "," for one in phrase) else None
    head = accused or named or (heads[0] if heads else phrase[-1])
    return Source(phrase[0].idx, phrase[-1].idx + len(phrase[-1]), (head.i,))
