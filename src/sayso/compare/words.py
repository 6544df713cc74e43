"""Whether much of a claim was told before: claims in other words are often not joined, and are not news."""

import re
from collections import defaultdict
from dataclasses import dataclass

from sayso.compare.matching import Side
from sayso.lexicon import idf
from sayso.model.relation import Claim
from sayso.model.report import Statement

SHARE = 0.6
"""Share of a claim's words, weighed by how rare they are, that one earlier claim must hold for it to be told
before. Below it pairs of other news of one story begin; read off the example stories."""

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
        claims = {one.id: (one, _words(one, side)) for one in side.dossier.claims}
        holders: dict[str, list[str]] = defaultdict(list)
        for id_, (_, words) in claims.items():
            for word in sorted(words):
                holders[word].append(id_)
        return Told(claims, {word: tuple(ids) for word, ids in holders.items()})

    def like(self, claim: Claim, side: Side) -> str:
        """Return the text of the earlier claim that holds most of a claim's words, numbers all among them;
        empty where none holds enough."""
        words = _words(claim, side)
        total = sum(map(_weight, words))
        numbers = {word for word in words if word.isdigit()}
        rarest = sorted(words & self.holders.keys(), key=lambda word: (len(self.holders[word]), word))
        near = {id_: None for word in rarest for id_ in self.holders[word][:CANDIDATES]}
        scored = [
            (-sum(map(_weight, words & self.claims[id_][1])), id_)
            for id_ in list(near)[: CANDIDATES * CANDIDATES]
            if numbers <= self.claims[id_][1]
        ]
        if not scored or not total or -min(scored)[0] < SHARE * total:
            return ""
        return self.claims[min(scored)[1]][0].text


def _words(claim: Claim, side: Side) -> frozenset[str]:
    """The words of what is said, without those of who says it; the whole text where a claim is but a number."""
    facts = [side.facts[one.id] for one in claim.members if one.id in side.facts]
    texts = [one.text for one in facts if isinstance(one, Statement)] or [claim.text]
    return frozenset(word for text in texts for word in _WORD.findall(text.casefold()))


def _weight(word: str) -> float:
    return idf.weight(word)
