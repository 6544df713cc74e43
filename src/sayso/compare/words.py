"""Whether much of a claim was told before: claims in other words are often not joined, and are not news."""

import re
from collections import defaultdict
from functools import cached_property
from math import fsum

from sayso.compare.matching import Side
from sayso.lexicon import idf
from sayso.model.relation import Claim
from sayso.model.report import Statement

SHARE = 0.6
"""Share of a claim's words, weighed by how rare they are, that one earlier claim must hold for it to be told
before. Below it pairs of other news of one story begin; read off the example stories."""

WHOLE = 0.9
"""Share from which a claim is not new at all, only not joined with the earlier one: a copy, or one word's
difference."""

CANDIDATES = 8
"""Earlier claims with the rarest words in common that a claim is compared with."""

_WORD = re.compile(r"\w+")


class Told:
    """The words of the earlier claims, found when they are first asked for."""

    def __init__(self, side: Side) -> None:
        self._side = side

    @cached_property
    def _claims(self) -> dict[str, tuple[Claim, frozenset[str]]]:
        found = sorted(self._side.dossier.claims, key=lambda one: one.id)
        return {one.id: (one, _words(one, self._side)) for one in found}

    @cached_property
    def _holders(self) -> dict[str, list[str]]:
        """The claims that hold a word, by id, in order."""
        holders: dict[str, list[str]] = defaultdict(list)
        for id_, (_, words) in self._claims.items():
            for word in words:
                holders[word].append(id_)
        return dict(holders)

    def like(self, claim: Claim, side: Side) -> tuple[float, Claim | None]:
        """Return how much of a claim's words the earlier claim holds that holds most of them, and that claim.

        Numbers must all be among them; no share and no claim where none holds enough.
        """
        words = _words(claim, side)
        total = fsum(map(idf.weight, words))
        numbers = {word for word in words if word.isdigit()}
        rarest = sorted(words & self._holders.keys(), key=lambda word: (len(self._holders[word]), word))
        near = dict.fromkeys(id_ for word in rarest for id_ in self._holders[word][:CANDIDATES])
        scored = [
            (-fsum(map(idf.weight, words & self._claims[id_][1])), id_)
            for id_ in list(near)[: CANDIDATES * CANDIDATES]
            if numbers <= self._claims[id_][1]
        ]
        best, id_ = min(scored, default=(0.0, ""))
        share = -best / total if total else 0.0
        return (share, self._claims[id_][0]) if share >= SHARE else (0.0, None)


def _words(claim: Claim, side: Side) -> frozenset[str]:
    """The words of what is said, not of who says it; the whole text where a claim is but a number."""
    facts = [side.facts[one.id] for one in claim.members if one.id in side.facts]
    texts = [one.text for one in facts if isinstance(one, Statement)] or [claim.text]
    return frozenset(word for text in texts for word in _WORD.findall(text.casefold()))
