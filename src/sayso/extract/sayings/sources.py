"""The source of a cue: its span, and the heads of the parties that it names.

A source includes its title, appositive and modifiers (PARC, PolNeAR). A relative pronoun is a source by
itself ("who added that …"); the noun before it tells who that is.
"""

from collections.abc import Set
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.extract.sayings.cues import is_short_name
from sayso.extract.sayings.members import joined, members
from sayso.extract.sayings.subjects import charge, days_before, told_clause
from sayso.extract.sayings.voices import TIMES, meant
from sayso.extract.sentences import is_box, tokens_of
from sayso.lexicon import words

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_OUTSIDE = frozenset({"punct", "cc", "preconj", "advcl", "mark"})


@dataclass(frozen=True, slots=True)
class Source:
    """A source as it stands: span in code points, and the token indices of its heads (several when joined by
    "and")."""

    start: int
    end: int
    heads: tuple[int, ...]


def tokens_within(speaker: Source, sentence: "Span") -> set[int]:
    """Return the tokens of a sentence that stand in a source."""
    return {token.i for token in tokens_of(sentence) if speaker.start <= token.idx < speaker.end}


def source(head: "Token", cue: "Token | None" = None, unless: Set[int] = frozenset()) -> Source:
    """Return the whole source phrase around its head; of a relative pronoun, that word alone. What the parser
    ties to the head from beyond the cue is no part of it, nor are the tokens `unless`."""
    named = meant(head)
    if named.i != head.i:
        return Source(head.idx, head.idx + len(head), tuple(one.i for one in members(named)))
    row = joined(head)
    told = told_clause(cue) if cue is not None else None
    charged = charge(cue) if cue is not None else None
    outside = {token.i for one in (told, charged) if one is not None for token in one.subtree}
    outside |= {token.i for token in days_before(head)}
    outside |= _of_cue(cue, head) if cue is not None else set()
    kept = [
        token
        for member in row
        for token in _phrase(member)
        if _this_side(token, head, cue) and token.i not in outside and token.i not in unless
    ]
    kept = [one for one in _before_box(sorted(kept, key=lambda token: token.i), head) if not one.is_space]
    kept = without_day(kept)
    first, last = kept[0], _whole(so_many(kept[-1]))
    short = short_name(last, cue)
    if short is not None:
        return Source(first.idx, short.idx + len(short), (short.i,))
    end = last.idx + len(last)
    phrase = head.doc[first.i : last.i + 1].text
    follows = head.doc[last.i + 1].text if last.i + 1 < len(head.doc) else ""
    if phrase.count("(") > phrase.count(")") and follows == ")":
        end = head.doc[last.i + 1].idx + 1
    # "With pilots grumbling and a letter making the rounds": the letter grumbles of nothing.
    parties = (one for one in members(head) if _this_side(one, head, cue))
    return Source(first.idx, end, tuple(one.i for one in parties))


def _whole(last: "Token") -> "Token":
    """The last part of a name that is written with hyphens, of which the parser may leave one out: of "Moon
    Jae | -in" the "in"."""
    follows = last.doc[last.i + 1 : last.i + 3]
    hyphened = (
        len(follows) == 2 and follows[0].text == "-" and not (last.whitespace_ or follows[0].whitespace_)
    )
    return follows[1] if hyphened and last.pos_ == "PROPN" else last


def so_many(last: "Token") -> "Token":
    """Return the last token of a portion that begins with a number, "3 in 10", of which the parser may hang
    "in 10" on the verb behind; of anything else the token itself."""
    rest = last.doc[last.i + 1 : last.i + 3]
    portion = len(rest) == 2 and last.like_num and rest[0].lower_ == "in" and rest[1].like_num
    return rest[1] if portion and rest[1].ent_type_ not in TIMES else last


def short_name(last: "Token", cue: "Token | None") -> "Token | None":
    """Return the short name in capitals behind a noun, of which the parser made an adverb of the cue: "the
    British union AMMU has said"."""
    behind = last.doc[last.i + 1] if last.i + 1 < len(last.doc) else None
    if behind is None or cue is None or behind.head.i != cue.i or last.pos_ != "NOUN":
        return None
    return behind if is_short_name(behind) else None


def _of_cue(cue: "Token", head: "Token") -> set[int]:
    """The cue, and where it describes its source what else hangs on it: "a video allegedly | showing …", "a
    witness | as saying …"."""
    if cue.dep_ == "pcomp" and cue.head.head.i == head.i:
        return {token.i for token in cue.head.subtree}
    return {token.i for token in cue.subtree} if cue.dep_ == "acl" and cue.head.i == head.i else {cue.i}


def _this_side(token: "Token", head: "Token", cue: "Token | None") -> bool:
    return cue is None or (token.i < cue.i) == (head.i < cue.i)


def _before_box(phrase: "list[Token]", head: "Token") -> "list[Token]":
    """The words of a source phrase up to a box that stands behind its head, where the words behind are but an
    aside."""
    at = next((at for at, token in enumerate(phrase) if is_box(token) and token.i > head.i), None)
    return phrase if at is None else phrase[:at]


def without_day(phrase: "list[Token]") -> "list[Token]":
    """Return a source phrase without the day at its end, which is when it was said: "a judge on Friday
    ordered", "engineers in May warned", "a report last week said", "the ministry for months denied"; not "an
    article published on Monday", "the class of 2008"."""
    if len(phrase) > 2 and phrase[-2].lower_ == "for" and phrase[-1].lower_ in words("cues", "for_so_long"):
        return phrase[:-2]
    at = len(phrase)
    while at > 1 and phrase[at - 1].ent_type_ in TIMES:
        at -= 1
    before = phrase[at - 1]
    if at == len(phrase) or at <= 1:
        return phrase
    if before.pos_ == "ADP":
        when = before.lower_ in {"on", "in"} and before.head.pos_ != "VERB"
        return phrase[: at - 1] if when else phrase
    return phrase[:at] if before.pos_ in {"NOUN", "PROPN"} else phrase


def _set_off(child: "Token") -> bool:
    """ "Others, reacting to the delay, shouted": what somebody does meanwhile, set off by a comma; not "an
    official, speaking on condition of anonymity"."""
    first = child.left_edge.i
    doing = child.dep_ == "acl" and child.tag_ == "VBG" and first == child.i
    if not doing or first == 0 or child.doc[first - 1].text != ",":
        return False
    return all(token.lower_ not in words("cues", "anonymity.nouns") for token in child.subtree)


def _phrase(head: "Token") -> list["Token"]:
    """The head and what belongs to it, relative clauses as well."""
    kept, stack = [], [head]
    while stack:
        token = stack.pop()
        kept.append(token)
        stack += [
            child
            for child in token.children
            if child.dep_ not in _OUTSIDE
            and (child.dep_ != "conj" or token.i != head.i)
            and not _tells_when(child)
            and not _set_off(child)
        ]
    return kept


def _tells_when(clause: "Token") -> bool:
    """ "Said a clerk, when the mayor had left": a clause behind a comma that tells when it was said."""
    first = clause.left_edge
    return clause.dep_ == "relcl" and first.lower_ == "when" and first.i > 0 and first.nbor(-1).text == ","
