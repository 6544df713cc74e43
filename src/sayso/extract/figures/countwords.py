"""What the counting files share: a counted noun phrase, a measure with its giver, and the word lists of
`measures.toml`."""

from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from sayso.lexicon import table, words

if TYPE_CHECKING:
    from spacy.tokens import Token

SLOT = "measures"
REMEMBERED = 16384
"""Nouns of which it is kept at hand whether they mean a person."""

_STEM = 5
"""Letters of a word that only looks as if it ended like one for a person: "human", "gist"."""


@dataclass(frozen=True, slots=True)
class Counted:
    """The noun phrase that a number counts, as tokens: `start` to `end` without the number, `head` its
    noun."""

    start: int
    end: int
    head: int


@dataclass(frozen=True, slots=True)
class Governed:
    """A measure and the token that gives it."""

    measure: str
    by: int


@cache
def slot(key: str) -> dict[str, str]:
    """Return the measure of each word or phrase listed under `[key]`."""
    return {word: measure for measure, members in table(SLOT)[key].items() for word in members}


def words_of(key: str) -> frozenset[str]:
    """Return a list of `measures.toml` under `[words]`."""
    return _word_sets()[key]


@cache
def _word_sets() -> dict[str, frozenset[str]]:
    return {key: frozenset(members) for key, members in table(SLOT)["words"].items()}


def combined(found: list[str]) -> str | None:
    """Return the measure of several joined ones: killed and injured are casualties; others are not mixed."""
    kinds = set(found)
    if len(kinds) == 1:
        return found[0]
    return next(
        (whole for whole, parts in table(SLOT)["combined"].items() if kinds and kinds <= set(parts)), None
    )


@lru_cache(maxsize=REMEMBERED)
def is_one_person(lemma: str) -> bool:
    """Tell whether a noun in the singular means one person, so that "a" before it counts one."""
    if lemma in words(SLOT, "persons_one"):
        return True
    return _has_role(lemma) or (len(lemma) > _STEM and lemma.endswith(tuple(words_of("person_endings"))))


def is_person(token: "Token") -> bool:
    """Tell whether a noun means people: "two nuns", "16 Catholics"."""
    persons = words(SLOT, "persons")
    # The pipeline leaves names in the plural: "two U.S. Senators".
    named = token.tag_ == "NNPS" and token.lower_.removesuffix("s") in persons
    if named or token.lemma_.lower() in persons or token.lower_ in persons or token.ent_type_ == "NORP":
        return True
    return token.tag_ == "NNS" and _has_role(token.lemma_.lower())


def _has_role(lemma: str) -> bool:
    return lemma in words("offices", "people") and lemma not in words_of("not_one")


def is_deed(token: "Token") -> bool:
    """Tell whether a word that the pipeline takes for a noun is what those counted did, as in headlines: "9
    die, 30 hurt"."""
    if token.tag_ != "NN" or slot("subject").get(token.lower_) != "killed" or token.i == 0:
        return False
    named = token.i + 1 < len(token.doc) and token.nbor(1).tag_ in ("NN", "NNS")  # "12 die casts"
    return token.nbor(-1).like_num and token.nbor(-1).lower_ not in ("1", "one") and not named


def is_victim(token: "Token", measure: str) -> bool:
    """Tell whether a noun that is not listed means people because of what befell them: "two maids killed"."""
    return measure in words_of("befalls_people") and token.lemma_.lower() not in words_of("not_people")
