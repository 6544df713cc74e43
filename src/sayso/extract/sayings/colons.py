"""Speakers before a colon: "Mayor: no danger to the valley", "The mayor put it plainly:
“There is no danger.”"

Outside headlines and subheads a colon introduces speech only where a quotation follows it.
"""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from sayso.extract.names.roles import is_role
from sayso.extract.sayings.cues import lemma, verb_frames
from sayso.extract.sayings.quotes import Quote
from sayso.extract.sayings.sources import Source, source
from sayso.extract.sayings.subjects import subject
from sayso.extract.sayings.voices import can_speak, persons
from sayso.extract.sentences import tokens_of, worded
from sayso.lexicon import words

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_COLON = frozenset({":"})

NEXT = 4
"""Characters at most from a colon to the quotation it introduces: spaces, or the break to the next
paragraph."""

LONGEST_COUNT = 4
"""Tokens of a count by itself: "49 killed", "at least 12 dead"."""

_FINITE = frozenset({"VBZ", "VBP", "MD"})
"""Tags of verbs that make a clause of what follows, in any headline; a past tense may be a participle."""

_TELLING = _FINITE | {"VBD", "VBN"}
"""Tags of verbs in a headline that tells something."""

_ASKING = frozenset({"WP", "WRB", "WDT", "WP$"})
"""Tags of the words that open a question: who, what, why, how."""

LONGEST_TAIL = 3
"""Words that whoever says it may have behind the colon that ends a headline: "12 dead in mill fire: fire
chief"."""

LONGEST_LABEL = 6
"""Words that a speaker's name before a colon may have."""


def colons(sentence: "Span", marks: Sequence[Quote], headline: bool) -> Iterator[tuple["Token", Source]]:
    """Yield each colon of a sentence that introduces speech, and who speaks.

    `headline` says whether the sentence stands in a headline or subhead.
    """
    for colon in worded(sentence, _COLON):
        if colon.i == sentence.start or any(mark.holds(colon.idx) for mark in marks):
            continue
        quoted = any(mark.utterance and colon.idx < mark.start <= colon.idx + NEXT for mark in marks)
        speaker = _label(sentence, colon, headline, quoted) or (_subject(sentence, colon) if quoted else None)
        if speaker is not None:
            yield colon, speaker


def trailing(sentence: "Span", headline: bool) -> tuple["Token", Source] | None:
    """Return the colon of a headline behind which only stands who says so, and who that is: "12 dead in mill
    fire: police"; None for none, and where nothing is told before it ("The mill fire: witnesses")."""
    colon = next(iter(worded(sentence, _COLON)), None) if headline else None
    if colon is None:
        return None
    label, told = sentence.doc[colon.i + 1 : sentence.end], sentence.doc[sentence.start : colon.i]
    if not 0 < len(label) <= LONGEST_TAIL or any(
        token.pos_ in {"VERB", "AUX", "NUM", "PUNCT"} for token in label
    ):
        return None
    if not any(token.like_num or token.tag_ in _TELLING for token in told):
        return None
    head: Token = label.root
    who = {head.lower_, head.lemma_.lower()}
    known = bool(who & (words("offices", "people") | words("offices", "bodies"))) or _tells_headlines(head)
    return (colon, Source(label.start_char, label.end_char, (head.i,))) if known else None


def _tells_headlines(head: "Token") -> bool:
    """ "Poll: most voters back the dam", "12 dead in mill fire: report"."""
    return head.lower_ in words("cues", "headline_tails.words")


def _label(sentence: "Span", colon: "Token", headline: bool, quoted: bool) -> Source | None:
    """Nothing but a name or a noun for a person or body stands before the colon."""
    turned = quoted and _turned_round(sentence)
    label = sentence.doc[sentence.start + turned : _name_end(sentence) if turned else colon.i]
    if not 0 < len(label) <= LONGEST_LABEL or any(token.pos_ in {"VERB", "AUX"} for token in label):
        return None
    if label[0].lower_ in words("mentions", "storms"):
        return None  # "Cyclone Vera: toll climbs to 31"
    head: Token = label.root
    if not quoted and _bare_count(sentence, colon):
        known = is_role(head)
    else:
        described = {head.lower_, head.lemma_.lower()} & (
            words("offices", "people") | words("offices", "bodies")
        )
        known = (
            bool(described)
            or head.ent_type_ == "PERSON"
            or (headline and (head.lower_ in persons(head.doc) or _tells_headlines(head)))
        )
    if not known and not (quoted and head.pos_ == "PROPN"):
        return None
    if not quoted and _question(sentence, colon, head):
        return None
    return Source(label.start_char, label.end_char, (head.i,)) if headline or quoted else None


def _turned_round(sentence: "Span") -> bool:
    """ "Said Kovar: “…”": the verb stands before the name."""
    first = sentence[0]
    if first.lower_ in words("cues", "parenthetical.forms"):
        return len(sentence) > 1 and sentence[1].pos_ == "PROPN"
    return first.tag_ in {"VBD", "VBN"} and _cue(first) and "quote" in verb_frames()[lemma(first)].frames


def _name_end(sentence: "Span") -> int:
    """Where the name behind the first word of a sentence ends: "Added Kovar | of the ruling: “…”"."""
    return next((token.i for token in tokens_of(sentence)[1:] if token.pos_ != "PROPN"), sentence.end)


def _bare_count(sentence: "Span", colon: "Token") -> bool:
    """Say whether no more than a count follows, so that the label may be where it was: "Harrow club: 49
    killed" is an entry of a list, "Police: 49 killed" is not."""
    after = tokens_of(sentence)[colon.i + 1 - sentence.start :]
    return (
        0 < len(after) <= LONGEST_COUNT
        and any(token.like_num for token in after[:2])
        and not any(token.tag_ in _FINITE for token in after)
    )


def _question(sentence: "Span", colon: "Token", head: "Token") -> bool:
    """ "Kovar and the bridge: what we know", "Police: what they do": a headline that names what it explains,
    not who speaks."""
    inside = tokens_of(sentence)
    before, after = inside[: colon.i - sentence.start], inside[colon.i + 1 - sentence.start :]
    joined = any(token.lower_ == "and" for token in before)
    return (
        bool(after)
        and after[0].tag_ in _ASKING
        and (joined or after[-1].text == "?" or _tells_headlines(head))
    )


def _subject(sentence: "Span", colon: "Token") -> Source | None:
    """The subject of the clause before the colon, where its verb is no reporting verb that takes quotes
    itself."""
    verbs = [token for token in tokens_of(sentence) if token.i < colon.i and token.pos_ in {"VERB", "AUX"}]
    if not verbs or any("quote" in verb_frames()[lemma(verb)].frames for verb in verbs if _cue(verb)):
        return None
    heads = (subject(verb) for verb in verbs)
    return next((source(head) for head in heads if head is not None and can_speak(head)), None)


def _cue(verb: "Token") -> bool:
    return lemma(verb) in verb_frames()
