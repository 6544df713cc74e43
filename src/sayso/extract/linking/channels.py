"""Where something was said: the words around a cue that name a channel, if they tell of the saying.

"The tweet was deleted after he said so" says nothing of where he said it; "he said so in a tweet" does.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING

from sayso.extract.sayings.drafts import Attribution
from sayso.extract.sentences import tokens_in
from sayso.lexicon import table, words
from sayso.model.plain import plain
from sayso.model.report import Report

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_PHRASE = frozenset({"compound", "amod", "nmod", "poss", "nummod", "appos", "conj", "flat", "quantmod"})
"""What parts of a noun phrase hang on its noun by."""

_WORD = re.compile(r"\w+")

_PASSED = frozenset({"xcomp", "conj", "acl", "advcl", "pcomp"})
"""What a verb hangs on the verb of its own clause by, where it has no subject of its own."""


def channel(report: Report, doc: "Doc", one: Attribution) -> str | None:
    """Return where it was said, by the setting or the words around the cue, or None."""
    if one.channel is not None:
        return one.channel
    start, end = one.sentence
    around = _outside(plain(report.text[start:end]), one)
    if _telling().isdisjoint(_WORD.findall(around.lower())) or _any_channel().search(around) is None:
        return None
    for name, pattern in _channels():
        for found in pattern.finditer(around):
            named = tokens_in(doc, start + found.start(), start + found.end())
            if named and _tells(named[0], named[-1], one, doc):
                return name
    return None


def _outside(sentence: str, one: Attribution) -> str:
    """The words of a sentence that are not the statement's content, which is blanked out."""
    characters = list(sentence)
    start, end = one.sentence
    for first, last in one.parts:
        for index in range(max(first, start), min(last, end)):
            characters[index - start] = " "
    return "".join(characters)


def _tells(first: "Token", last: "Token", one: Attribution, doc: "Doc") -> bool:
    """Tell whether the words from `first` to `last` belong to the saying."""
    if one.cue is None or one.cue_token is None or one.cue[0] <= first.idx < one.cue[1]:
        return True
    cue = doc[one.cue_token]
    if one.source is not None and one.source[0] <= first.idx < one.source[1]:
        return (first.pos_ == "ADP" or _is_means(last)) and not _of_another_deed(first, one)
    if first.pos_ in {"VERB", "AUX"} and first.dep_ != "amod":
        # "She tweeted a map, claiming …"; not "to address the drought".
        # Nor is "ordered a ban and tweeted his thanks" an order by tweet.
        above = any(token.i == first.i for token in _clause(cue))
        return above and first.lemma_.lower() in words("channels", "verbs")
    if _is_where(_noun(last), cue):
        return True
    return (first.pos_ == "ADP" or _is_place(last, cue)) and _in_clause(last, cue)


def _of_another_deed(word: "Token", one: Attribution) -> bool:
    """Whether a word tells of what else the one who speaks has done: "Kovar, who had attacked it in a tweet,
    said"."""
    assert one.source is not None
    first, last = one.source
    clauses = (token for token in word.ancestors if token.dep_ == "relcl" and token.i != one.cue_token)
    return any(first <= clause.head.idx < last for clause in clauses)


def _is_means(word: "Token") -> bool:
    """A channel in the words for who speaks: "a letter", "Telegram channels", not "Facebook's founder"."""
    return any(token.lemma_.lower() in words("channels", "means") for token in _phrase(word))


def _is_place(word: "Token", cue: "Token") -> bool:
    """ "In an interview", "told the parliament", "posted a letter": not "answered the letter"."""
    noun = _noun(word)
    if noun.dep_ == "pobj":
        if noun.head.lower_ in words("channels", "topics") | words("channels", "apart"):
            return False
        return noun.head.lower_ in words("channels", "prepositions") or noun.head.head.i == cue.i
    if noun.dep_ in {"dobj", "dative"}:
        return noun.head.i == cue.i or noun.head.lemma_.lower() in words("channels", "giving")
    return noun.dep_ not in {"nsubj", "nsubjpass", "attr"}


def _is_where(noun: "Token", cue: "Token") -> bool:
    """ "A tweet in which he said so": the relative clause of a cue tells that it was said there."""
    told = any(verb.dep_ == "relcl" and verb.head.i == noun.i for verb in _clause(cue))
    return told and noun.doc[noun.i + 1 : cue.i].text.removeprefix(", ").startswith("in which ")


def _noun(word: "Token") -> "Token":
    *_, last = _phrase(word)
    return last


def _phrase(word: "Token") -> Iterator["Token"]:
    """A word and those it hangs on up to the head of its phrase; of "a series of tweets" the series."""
    yield word
    while word.head.i != word.i:
        if word.dep_ in _PHRASE and word.head.pos_ in {"NOUN", "PROPN"}:
            word = word.head
        elif word.dep_ == "pobj" and word.head.lower_ == "of" and word.head.head.pos_ == "NOUN":
            word = word.head.head
        else:
            return
        yield word


def _in_clause(word: "Token", cue: "Token") -> bool:
    """Whether a word stands in the clause of a cue, or hangs on the cue from within what it says."""
    own = {token.i for token in _clause(cue)}
    return any(token.i in own for token in _clause(word))


def _clause(word: "Token") -> Iterator["Token"]:
    """The verbs above a word up to the head of its clause, itself included where it is one; participles and
    joined verbs stand in the clause of the verb they hang on."""
    while True:
        verb = word.pos_ in {"VERB", "AUX"}
        if verb or word.head.i == word.i:
            yield word
        if word.head.i == word.i:
            return
        if verb and not _passes(word):
            return
        word = word.head


def _passes(verb: "Token") -> bool:
    return verb.dep_ in _PASSED and not any(child.dep_ in {"nsubj", "nsubjpass"} for child in verb.children)


@cache
def _channels() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple(
        (entry["name"], _phrases(entry["phrases"], as_written=entry.get("as_written", False)))
        for entry in table("channels")["channels"]
    )


@cache
def _telling() -> frozenset[str]:
    """The longest word of each phrase for a channel, "X" of "on X": a sentence with none is not searched."""
    phrases = (phrase for entry in table("channels")["channels"] for phrase in entry["phrases"])
    said = ([word for word in _WORD.findall(phrase.lower()) if word != "on"] for phrase in phrases)
    return frozenset(max(words_of, key=len) for words_of in said)


@cache
def _any_channel() -> re.Pattern[str]:
    """What finds a phrase of any channel in one go: around most cues there is none."""
    return _phrases([phrase for entry in table("channels")["channels"] for phrase in entry["phrases"]])


def _phrases(phrases: Iterable[str], *, as_written: bool = False) -> re.Pattern[str]:
    choice = "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in phrases)
    return re.compile(rf"(?<!\w)(?:{choice})(?!\w)", 0 if as_written else re.IGNORECASE)
