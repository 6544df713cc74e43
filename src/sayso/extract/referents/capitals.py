"""Where a capital's name means the government that sits there, though nobody is quoted: "Norborg sent
troops", "Norborg's offer", "taken by Norborg"."""

from typing import TYPE_CHECKING

from sayso.extract.names.kinds import Name
from sayso.lexicon import gazetteer, words

if TYPE_CHECKING:
    from spacy.tokens import Doc


def governed(doc: "Doc", name: Name) -> str | None:
    """Return the gazetteer key of the country whose government a capital's name stands for here; None where
    it may be the place."""
    place = gazetteer.get(name.place) if name.place else None
    country = gazetteer.capital_of(place) if place is not None else None
    return country.key if country is not None and _acts(doc, name) else None


def _acts(doc: "Doc", name: Name) -> bool:
    """It does or says what governments do, or that is theirs, or done by it."""
    before = doc[name.first - 1] if name.first else None
    after = doc[name.last] if name.last < len(doc) else None
    if before is not None and before.lower_ == "by":
        return True
    token = doc[name.last - 1]
    if after is not None and after.tag_ == "POS":
        return token.head.lemma_.lower() in words("capitals", "acts")
    while token.dep_ == "conj" and token.head.i != token.i:
        token = token.head
    return token.dep_ == "nsubj" and token.head.lemma_.lower() in words("capitals", "deeds")
