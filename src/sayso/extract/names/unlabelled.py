"""Names that the pipeline has no label for, and that the words beside them show: "Tarnby, a village of 90
households", "the Kolmar river", "Kolmar Khola", "the ferry Stella Brod"."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from sayso.extract.names.kinds import APPOSITION, Found, Name
from sayso.extract.sentences import Tokens, lower_at
from sayso.lexicon import gazetteer, given_names, idf, words
from sayso.model.report import EntityKind

if TYPE_CHECKING:
    from spacy.tokens import Token

LONGEST = 3
"""Words in the longest such name."""

_BEHIND = frozenset({"of", "in", "on", "near", "with", "where", "about", "outside", ",", "."})
"""What goes on or ends an apposition behind its noun."""


def unlabelled(tokens: Tokens, capital: Iterable[int], names: Sequence[Name]) -> Iterator[Found]:
    """Yield the names among the words with a capital (`capital`: their numbers, in order) that stand in none
    of `names`."""
    taken = {index for name in names for index in range(name.first, name.last)}
    stop = 0
    for first in capital:
        if first < stop or not _is_free(tokens[first], taken):
            continue
        stop = first + 1
        while stop < len(tokens) and stop - first < LONGEST and _is_free(tokens[stop], taken):
            stop += 1
        if stop not in taken and first - 1 not in taken:
            yield from _shown(tokens, first, stop)


def _is_free(token: "Token", taken: set[int]) -> bool:
    """A proper noun that is in no name, and no word for what somebody is."""
    return (
        token.i not in taken
        and token.pos_ == "PROPN"
        and token.text.istitle()
        and token.is_alpha
        and not token.ent_type_
        and not {token.lower_, token.lemma_.lower()} & (words("offices", "people") | words("mentions", "kin"))
        and token.text not in words("offices", "titles")
    )


def _shown(tokens: Tokens, first: int, last: int) -> Iterator[Found]:
    before, behind = lower_at(tokens, first - 1), lower_at(tokens, last)
    rare = _is_rare(tokens[first])
    water = last - first > 1 and tokens[last - 1].lower_ in words("mentions", "waters")
    if before in words("mentions", "things") and lower_at(tokens, first - 2) in {"the", "a"}:
        yield first, last, EntityKind.OTHER, None
    elif before == "the" and behind in words("mentions", "places_called") and rare:
        yield first, last + 1, EntityKind.PLACE, None
    elif water or (rare and _is_called_a_place(tokens, last)):
        yield first, last, EntityKind.PLACE, None


def _is_called_a_place(tokens: Tokens, last: int) -> bool:
    """Whether an apposition behind a name says that it is a place: ", a village of 90 households"."""
    if lower_at(tokens, last) != "," or lower_at(tokens, last + 1) not in {"a", "an", "the"}:
        return False
    for at in range(last + 2, min(last + 2 + APPOSITION, len(tokens) - 1)):
        if tokens[at].lower_ in words("mentions", "places_called"):
            return tokens[at + 1].lower_ in _BEHIND
        if tokens[at].pos_ not in {"ADJ", "NOUN"}:
            return False
    return False


def _is_rare(token: "Token") -> bool:
    """No word of English, no given name, no country's or people's."""
    return (
        idf.weight(token.lower_) >= idf.weight("")
        and given_names.gender(token.text) is None
        and gazetteer.demonym(token.text) is None
    )
