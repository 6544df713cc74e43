"""Which claims may be one with a claim: those that share its words and figures, or that are looked for."""

import re

from sayso.model.relation import Claim
from sayso.model.report import Figure
from sayso.present.index import Index

LISTED = 8
FOUND = 20
"""How many are offered unasked, and of those that are looked for."""

SHARED = 0.25
"""The least share of words that two claims have in common to be offered; below it, nearly all are others."""

COUNTED = 0.2
"""What it adds that both count the same thing: as much as a few words of a headline."""

SHORTEST = 4
"""Letters of a word that tells claims apart; shorter ones are mostly grammar. Numbers always do."""

_WORD = re.compile(r"\d[\d.,]*|[^\W\d_]+")


def claims(index: Index, claim: Claim, find: str = "") -> tuple[Claim, ...]:
    """Return claims that may be one with a claim, the likeliest first; with `find`, those that have all its
    words, the weightiest first."""
    others = [one for one in index.ranked if one.id != claim.id]
    if wanted := find.casefold().split():
        return tuple(one for one in others if all(word in one.text.casefold() for word in wanted))[:FOUND]
    own, measures = _words(claim), _measures(index, claim)
    scored = []
    for one in others:
        counted = COUNTED if measures & _measures(index, one) else 0.0
        scored.append((_alike(own, _words(one)) + counted, one))
    scored.sort(key=lambda pair: -pair[0])
    return tuple(one for score, one in scored[:LISTED] if score >= SHARED)


def _alike(left: frozenset[str], right: frozenset[str]) -> float:
    return len(left & right) / max(len(left | right), 1)


def _words(claim: Claim) -> frozenset[str]:
    found = _WORD.findall(claim.text.casefold())
    return frozenset(word for word in found if word[0].isdigit() or len(word) >= SHORTEST)


def _measures(index: Index, claim: Claim) -> frozenset[str]:
    facts = (index.facts.get(member.id) for member in claim.members)
    return frozenset(fact.measure for fact in facts if isinstance(fact, Figure))
