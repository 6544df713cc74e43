"""Whether much of a claim was told before: claims in other words are often not joined, and are not news."""

import re
from collections import defaultdict
from dataclasses import dataclass
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


@dataclass(frozen=True)
class Told:
    """The words of the earlier claims."""

    claims: dict[str, tuple[Claim, frozenset[str]]]
    holders: dict[str, tuple[str, ...]]

    @staticmethod
    def of(side: Side) -> "Told":
        """Return the words of all claims of a dossier."""
        found = sorted(side.dossier.claims, key=lambda one: one.id)
        claims = {one.id: (one, _words(one, side)) for one in found}
        holders: dict[str, list[str]] = defaultdict(list)
        for id_, (_, words) in claims.items():
            for word in words:
                holders[word].append(id_)
        return Told(claims, {word: tuple(ids) for word, ids in holders.items()})

    def like(self, claim: Claim, side: Side) -> tuple[float, Claim | None]:
        """Return how much of a claim's words the earlier claim holds that holds most of them, and that claim.

        Numbers must all be among them; no share and no claim where none holds enough.
        """
        words = _words(claim, side)
        total = fsum(map(idf.weight, words))
        numbers = {word for word in words if word.isdigit()}
        rarest = sorted(words & self.holders.keys(), key=lambda word: (len(self.holders[word]), word))
        near = dict.fromkeys(id_ for word in rarest for id_ in self.holders[word][:CANDIDATES])
        scored = [
            (-fsum(map(idf.weight, words & self.claims[id_][1])), id_)
            for id_ in list(near)[: CANDIDATES * CANDIDATES]
            if numbers <= self.claims[id_][1]
        ]
        best, id_ = min(scored, default=(0.0, ""))
        share = -best / total if total else 0.0
        return (share, self.claims[id_][0]) if share >= SHARE else (0.0, None)


def _words(claim: Claim, side: Side) -> frozenset[str]:
    """The words of what is said, not of who says it; the whole text where a claim is but a number."""
    facts = [side.facts[one.id] for one in claim.members if one.id in side.facts]
    texts = [one.text for one in facts if isinstance(one, Statement)] or [claim.text]
    return frozenset(word for text in texts for word in _WORD.findall(text.casefold()))
