"""Whether two personal names are one person's, and why: spelling, word order, articles, given names of one
root."""

from collections.abc import Sequence
from functools import lru_cache

from sayso.lexicon import words
from sayso.lexicon.given_names import family_first, goes_by, roots
from sayso.model.names import TWO_SURNAMES, bare, fold, key, same_person
from sayso.model.names import tokens as words_of
from sayso.model.spelling import alike, skeleton

REMEMBERED = 65536
"""Pairs of names whose verdict is kept: a story compares the same few names over and over."""

ROMANISED = "the same name in another romanisation"
"""The reason where the names are not equal under the spelling key, and yet alike word by word."""

SHORTEST_ALONE = 5
"""Letters below which a lone surname is met as it is spelt only."""

SURNAME = "same surname"
"""The reason that is too little by itself where a story has several bearers."""


@lru_cache(maxsize=REMEMBERED)
def same(a: str, b: str) -> str | None:
    """Return why two names can be one person's, or None where they cannot.

    A lone surname agrees with any full name that ends in it: `SURNAME`.
    """
    found = same_person(a, b)
    if found:
        return SURNAME if found == "same name" and len(key(a)) == 1 else found
    x, y = _parts(a), _parts(b)
    if not x or not y:
        return None
    if len(x) == 1 or len(y) == 1:
        return SURNAME if _one_surname(x[-1], y[-1]) or goes_by(a, b) or goes_by(b, a) else None
    if any(_all_agree(x, order) for order in _orders(y)) or _joined(x, y):
        return ROMANISED
    return None


def clash(a: str, b: str) -> bool:
    """Say whether two names are full names with one surname that are not the same person: father and son."""
    x, y = _parts(a), _parts(b)
    return len(x) > 1 and len(y) > 1 and _agree(x[-1], y[-1]) and same(a, b) is None


def blocks(name: str) -> set[str]:
    """Return the keys under which a name meets those that may be the same person's: the consonants of its
    surname, of the first of two, of its words in any order, and of all its words run together."""
    parts = _parts(name)
    if not parts:
        return set()
    bones = [skeleton(part) for part in parts]
    family = {bones[0]} if family_first(bare(name)) else set()
    first_surname = {bones[-2]} if len(parts) >= TWO_SURNAMES else set()
    return first_surname | {bones[-1], " ".join(sorted(bones)), skeleton("".join(parts)), *family}


def given(name: str) -> set[str]:
    """Return keys that full names of one person share, whatever their surname: how the first word begins, and
    its roots; nothing for a lone surname."""
    first = _parts(name)[:-1][:1]
    grouped = {f"root {root}" for word in first for root in roots(word)}
    return {skeleton(word)[:2] for word in first} | grouped


@lru_cache(maxsize=REMEMBERED)
def _parts(name: str) -> tuple[str, ...]:
    """Return the words of a name, hyphens apart, without Arabic articles; the first word is none: Al Gore.
    What somebody is "of" is no part of it."""
    said = tuple(word for word in words_of(bare(name).replace("-", " ")) if word)
    found = said[: said.index("of")] if "of" in said[1:] else said
    return found[:1] + tuple(word for word in found[1:] if word not in words("given_names", "articles"))


def _one_surname(x: str, y: str) -> bool:
    """Say whether a surname that stands alone is another: nothing else tells that it is, so that one of few
    letters must be spelt alike ("Phil" is not "Weil")."""
    return fold(x) == fold(y) or (min(len(x), len(y)) >= SHORTEST_ALONE and alike(x, y))


def _agree(x: str, y: str) -> bool:
    return fold(x) == fold(y) or alike(x, y)


def _all_agree(x: Sequence[str], y: Sequence[str]) -> bool:
    """Say whether surnames agree and given names do as far as both are given, by initial or by root too."""
    return _agree(x[-1], y[-1]) and all(
        _given(one, other) for one, other in zip(x[:-1], y[:-1], strict=False)
    )


def _given(x: str, y: str) -> bool:
    initial = min(len(x), len(y)) == 1 and x[:1] == y[:1]
    return initial or _agree(x, y) or bool(roots(x) & roots(y))


def _orders(parts: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """Return the words as they stand, and with the family name moved from one end to the other."""
    return parts, (*parts[1:], parts[0]), (parts[-1], *parts[:-1])


def _joined(x: tuple[str, ...], y: tuple[str, ...]) -> bool:
    """Say whether the names are one when words are run together: "Jong-un" and "Jongun", "Abd Rabbuh" and
    "Abdrabbuh"; one word at an end agrees by itself."""
    ends = _agree(x[0], y[0]) or _agree(x[-1], y[-1])
    return ends and len(x) != len(y) and _agree("".join(x), "".join(y))
