"""The first country that a run of words names, as demonym, name or capital."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from sayso.lexicon import gazetteer

if TYPE_CHECKING:
    from spacy.tokens import Token


def country_in(tokens: Sequence["Token"]) -> tuple[str, str] | None:
    """Return the gazetteer key and the words of the first country that tokens name, as demonym,
    name or capital."""
    return country_among([token.text for token in tokens])


def country_among(said: Sequence[str]) -> tuple[str, str] | None:
    """Return the gazetteer key and the words of the first country named in a run of words."""
    for index, word in enumerate(said):
        if word[:1].isupper():
            for width in (3, 2, 1):
                text = " ".join(said[index : index + width])
                country = gazetteer.country_named(text)
                if country is not None:
                    return country, text
    return None
