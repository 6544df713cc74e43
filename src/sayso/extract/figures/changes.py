"""By how much something moved: "rose 5 %", "was down 12", "fell by 3", and from where ("from 12 to 19")."""

from functools import cache
from typing import TYPE_CHECKING

from sayso.extract.figures.countwords import Counted
from sayso.extract.figures.numberwords import Number, currency
from sayso.extract.figures.units import Unit
from sayso.extract.sentences import Tokens
from sayso.lexicon import table
from sayso.model.report import Change

if TYPE_CHECKING:
    from spacy.tokens import Token

_SLOT = "changes"

_STEPPED_OVER = frozenset({"by", "just", "only", "another", "a", "an", "further", "as", "the"})
"""Words between a verb and by how much it moved: "rose by just 3 %"."""

MOVE_REACH = 8
"""Tokens before "from" among which the verb of moving stands: "dropped in the summer from 12 to 9"."""


def change(
    doc: Tokens, number: Number, measured: Unit | None, noun: Counted | None, start: int
) -> Change | None:
    """Return which way something moved by a number whose sentence starts at token `start`; None where the
    number says how much there is."""
    at = _before(doc, number, start)
    if doc[number.first].lower_ in table(_SLOT)["levels"]["words"]:
        return None  # "climbed above 5 million" is where to
    if at is None or not (measured or doc[at + 1].lower_ == "by" or _is_points(doc, noun)):
        return _after(doc, measured)
    way = _listed("particles", doc[at].lower_)
    if way is not None and _is_carried(doc, at, start):
        return way
    return _of_verb(doc, at, number, measured, noun) or _after(doc, measured)


@cache
def _words(group: str) -> dict[str, Change]:
    rows = table(_SLOT)[group]
    return {word: way for way in Change for word in rows[way.value]}


def _listed(group: str, word: str) -> Change | None:
    return _words(group).get(word)


def _before(doc: Tokens, number: Number, start: int) -> int | None:
    """Return the token that leads to a number, over its sign and small words."""
    at = min(number.first, number.core if currency(doc, number) is None else number.core - 1) - 1
    while at > start and doc[at].lower_ in _STEPPED_OVER:
        at -= 1
    return at if at >= start else None


def _of_verb(
    doc: Tokens, at: int, number: Number, measured: Unit | None, noun: Counted | None
) -> Change | None:
    token = doc[at]
    if at + 1 < len(doc) and doc[at + 1].lower_ == "by" and token.pos_ != "VERB":
        token = doc[at + 1].head
    if token.pos_ not in ("VERB", "NOUN", "ADJ", "AUX") or (token.tag_ == "VBN" and _is_attribute(token)):
        return None
    lemma = token.lemma_.lower()
    if at + 1 < len(doc) and doc[at + 1].lower_ == "by" and lemma in table(_SLOT)["contests"]["by_so_much"]:
        return None  # "lost the state by 8 points"
    gains = number.low is not None and _is_scale(doc, measured, noun)
    return _listed("verbs", lemma) or (_listed("gains", lemma) if gains else None)


def _is_attribute(token: "Token") -> bool:
    return token.dep_ == "amod"


def _is_scale(doc: Tokens, measured: Unit | None, noun: Counted | None) -> bool:
    """Tell whether a number is a share, small coins or points: what prices gain and lose."""
    if measured is not None:
        return measured.measure == "share" or (measured.measure == "money" and measured.factor != 1)
    return _is_points(doc, noun)


def _is_points(doc: Tokens, noun: Counted | None) -> bool:
    return noun is not None and doc[noun.head].lemma_.lower() in points_of()


def _is_carried(doc: Tokens, at: int, start: int) -> bool:
    """Tell whether "up" says which way ("shares up 3 %"), not what a verb does ("gave up 3")."""
    if at == start:
        return True
    before = doc[at - 1]
    if before.pos_ in ("VERB", "AUX"):
        lemma = before.lemma_.lower()
        return lemma in table(_SLOT)["particles"]["carriers"] or lemma in _words("verbs")
    return before.pos_ != "ADP"


def _after(doc: Tokens, measured: Unit | None) -> Change | None:
    """Read the word after a share: "closed 3 % higher"."""
    if measured is None or measured.measure != "share" or measured.end >= len(doc):
        return None
    return _listed("particles", doc[measured.end].lower_)


@cache
def points_of() -> frozenset[str]:
    """Return the nouns for what an index stands at and moves by: points."""
    return frozenset(table(_SLOT)["gains"]["points"])


def is_former(doc: Tokens, number: Number, later: Number | None, start: int) -> bool:
    """Tell whether a number is what something moved from: the 12 of "rose from 12 to 19", of which 19 is
    `later`."""
    first = _led(doc, number)
    if (
        later is None
        or number.ranged
        or later.ranged
        or first < start
        or doc[first].lower_ != "from"
        or doc[_led(doc, later)].lower_ != "to"
    ):
        return False
    falls = number.low is not None and later.low is not None and number.low > later.low
    return falls or any(is_move(token) for token in doc[max(start, first - MOVE_REACH) : first])


def is_move(token: "Token") -> bool:
    """Tell whether a word is one of moving: "rose", "an increase"."""
    stems = table("approximators")["moves"]["stems"]
    return any(token.lower_.startswith(stem) for stem in stems)


def _led(doc: Tokens, number: Number) -> int:
    sign = currency(doc, number)
    return min(number.first, number.core if sign is None else sign) - 1
