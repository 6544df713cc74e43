"""Who is named between a quotation and the verb that tells whose it is, whatever the parser makes of the two:
"“Never,” Kovar tweeted Monday morning", "“…,” Odran, a clerk of 26 in the port, told the Lunde Post".

A quotation that ends in a comma goes on with its tag. So the first finite verb behind it that takes
quotations is its cue, and what stands between is who speaks, though the parser may tie the name to the words
quoted.
"""

from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import TYPE_CHECKING

from sayso.extract.sayings import cues, sources, voices
from sayso.extract.sayings.quotes import Quote
from sayso.extract.sentences import tokens_in
from sayso.lexicon import words

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

LONGEST = 30
"""Words at most between a quotation and its cue: a name with its office and age."""

_ENDS = frozenset({",", "!", "?"})
"""What stands before the closing mark of a quotation whose sentence goes on."""

_BEGINS = frozenset({"DET", "PROPN", "NOUN", "ADJ", "NUM"})
"""Parts of speech with which a phrase for who speaks begins."""

_NAMING = frozenset({"DET", "ADJ", "PROPN", "NOUN"})
"""Parts of speech of a name or noun with what stands before it."""

_CLAUSAL = frozenset({"VBD", "VBZ", "VBP", "MD", "WDT", "WP", "WP$", "WRB"})
"""Tags of words that a noun phrase does not have: a finite verb, "which", "what"."""

_WHO = frozenset({"who", "whose", "which"})


def tagged(sentence: "Span", marks: Sequence[Quote]) -> Iterator[tuple[sources.Source, "Token"]]:
    """Yield who speaks, and the cue, for quotations near a sentence whose tag is in it."""
    for mark in marks:
        if not mark.utterance:
            continue
        behind = tokens_in(sentence.doc, mark.end, max(mark.end, sentence.end_char))[: LONGEST + 1]
        if mark.text[-2:-1] not in _ENDS:
            # "“…”, said Kovar": the comma may stand behind the mark.
            behind = behind[1:] if behind and behind[0].text == "," else ()
        told = _of_who(behind)
        before = _up_to_cue(behind, told)
        cue = behind[len(before)] if len(before) < len(behind) else None
        if cue is None or cue.i < sentence.start:
            continue
        speaker = _before(before, told) if before else _behind(behind[1:])
        if speaker is not None:
            yield speaker, cue


def _of_who(tokens: Sequence["Token"]) -> range:
    """The places of what stands between commas of who speaks: "Kovar, | who chairs the board |, said"."""
    opens = next((at for at, token in enumerate(tokens) if token.lower_ in _WHO and at), None)
    if opens is None or tokens[opens - 1].text != ",":
        return range(0)
    closes = next((token.i for token in tokens[opens:] if token.text == ","), tokens[opens].i)
    return range(tokens[opens].i, closes)


def _before(tokens: list["Token"], told: range) -> sources.Source | None:
    """Who is named from a quotation up to its cue; the places `told` tell of who that is."""
    phrase = _without_adverbs(tokens)
    head = _head(phrase)
    if head is None or any(token.tag_ in _CLAUSAL and token.i not in told for token in phrase):
        return None
    last = phrase[-2] if phrase[-1].text == "," else phrase[-1]
    return sources.Source(phrase[0].idx, last.idx + len(last), (head.i,))


def _behind(tokens: Sequence["Token"]) -> sources.Source | None:
    """Who is named right behind a cue that is right behind its quotation: "“…,” said Mirela Kovar (left) of",
    "“…,” said an August report published by"."""
    name = list(takewhile(lambda token: token.pos_ in _NAMING, tokens))
    if not name or not voices.can_speak(name[-1]):
        return None
    if name[0].pos_ == "PROPN" and name[0].ent_type_ in voices.TIMES:
        return None  # "said Tuesday the mayor"
    return sources.Source(name[0].idx, name[-1].idx + len(name[-1]), (name[-1].i,))


def _up_to_cue(tokens: Sequence["Token"], told: range) -> list["Token"]:
    return list(takewhile(lambda token: token.i in told or not _takes_quotes(token), tokens))


def _takes_quotes(token: "Token") -> bool:
    """Whether a token is a finite verb that takes a quotation, as any does that ends its sentence ("“…,”
    Kovar barked."); a passive names who speaks behind it, and "never said" tells nothing."""
    if _noun_of_saying(token):
        return True
    if token.pos_ != "VERB" or token.tag_ not in {"VBD", "VBN", "VBZ"} or _untold(token):
        return False
    frame = cues.verb_frames().get(cues.lemma(token))
    ends = token.tag_ == "VBD" and token.doc[token.i + 1 : token.i + 2].text == "."
    return ends or (frame is not None and "quote" in frame.frames)


def _noun_of_saying(token: "Token") -> bool:
    """ "“…,” Kovar notes, “…”": the parser makes one name of it."""
    named = token.tag_ == "NNS" and token.lower_ in words("cues", "parenthetical.ending")
    return named and _is_name(token.nbor(-1)) and token.doc[token.i + 1 : token.i + 2].text in {",", "."}


def _untold(verb: "Token") -> bool:
    by = any(child.lower_ == "by" for child in verb.rights)
    return by or any(child.dep_ in {"aux", "auxpass", "neg"} for child in verb.lefts)


def _without_adverbs(phrase: list["Token"]) -> list["Token"]:
    """The words before a cue without "recently" or "also"; a name that is taken for an adverb stays."""
    while len(phrase) > 1 and phrase[-1].pos_ == "ADV" and not phrase[-1].text[0].isupper():
        phrase = phrase[:-1]
    return phrase


def _head(phrase: Sequence["Token"]) -> "Token | None":
    """Who speaks in a phrase that is one noun phrase, closed where it has a comma: the last word of its first
    run of nouns and names, or None."""
    if not phrase or not _begins(phrase[0]):
        return None
    commas = [token for token in phrase if token.text == ","]
    if commas and phrase[-1].text != "," and not any(token.lower_ == "and" for token in phrase):
        return None
    run = list(takewhile(lambda token: token.text != "," and token.pos_ != "ADP", phrase))
    head = run[-1]
    if head.lower_ == "old" and run[0].lower_ == "the":
        return head  # "“…,” the 21-year-old said"
    if head.ent_type_ in voices.TIMES or not (_is_name(head) or head.pos_ in {"NOUN", "ADJ"}):
        return None
    return head if _is_name(head) or voices.can_speak(head) else None


def _begins(token: "Token") -> bool:
    return token.pos_ in _BEGINS or _is_name(token)


def _is_name(token: "Token") -> bool:
    capital = token.text[:1].isupper() and token.pos_ in {"ADV", "NOUN", "ADJ", "INTJ", "X"}
    return token.pos_ == "PROPN" or capital
