"""The office of a country or region that somebody is said to hold: "Welsh economy minister"."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from sayso.lexicon import gazetteer, words
from sayso.model.names import bare

if TYPE_CHECKING:
    from spacy.tokens import Token

_INSIDE = frozenset({"NOUN", "ADJ", "PROPN"})


def post_in(phrase: Sequence["Token"], role: "Token") -> str | None:
    """Return whose office, as a gazetteer key, and which: the words right before `role` and itself; None
    where one person does not hold it, or no country or region stands before it."""
    said = {token.lower_ for token in phrase}
    if role.lemma_.lower() not in words("offices", "singular") or said & words("offices", "not_now"):
        return None
    at = next((number for number, token in enumerate(phrase) if token.i == role.i), 0)
    places = {place for token in phrase[:at] if (place := _place(token)) is not None}
    if len(places) != 1:
        return None
    first = at
    while first and phrase[first - 1].pos_ in _INSIDE and _place(phrase[first - 1]) is None:
        first -= 1
    office = " ".join(token.lower_ for token in (*phrase[first:at], role))
    return f"{min(places)} {office}"


def _place(token: "Token") -> str | None:
    """The gazetteer key of a country or region that a word names, or whose people."""
    if not token.text[0].isupper():
        return None
    text = bare(token.text)
    place = gazetteer.demonym(text) or gazetteer.find(text)
    known = {gazetteer.PlaceKind.country, gazetteer.PlaceKind.region}
    return place.key if place is not None and place.kind in known else None
