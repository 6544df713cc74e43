"""What the parts of a personal name tell: whether "he" or "she" can mean its bearer, and whether the family
name stands first."""

import re
from functools import cache, lru_cache
from importlib import resources

from sayso.lexicon import table, words
from sayso.model.names import bare, fold

_PINYIN = re.compile(
    r"(?:(?:[zcs]h|[bpmfdtnlgkhjqxrzcsyw])?"
    r"(?:[iu]ang|iong|[aeio]ng|i?an|i?ao|uai|uan|ai|ei|en|er|ia|ie|in|iu|ou|ua|ue|ui|un|uo|[aeiou])){1,2}"
)
"""One or two syllables of Chinese in its official romanisation."""
_SYLLABLE = re.compile(r"[bcdfghjklmnpqrstwxyz]{0,2}[aeiouy]{1,3}(?:n|ng|nh|k|l|m|p|w)?")
"""One syllable of Chinese or Korean in any romanisation."""


def gender(name: str) -> str | None:
    """Return "f" or "m" for a given name that is nearly always a woman's or a man's, else None."""
    return _names().get(name.lower())


def roots(word: str) -> frozenset[int]:
    """Return the numbers of the groups of `given_names.toml` that hold a given name: one name in several
    languages or in short."""
    return _groups().get(word.lower()) or _groups().get(fold(word.lower())) or frozenset()


@cache
def _groups() -> dict[str, frozenset[int]]:
    found: dict[str, frozenset[int]] = {}
    for number, group in enumerate(table("given_names")["groups"]):
        for name in group:
            for form in (name.lower(), fold(name.lower())):
                found[form] = found.get(form, frozenset()) | {number}
    return found


@cache
def _names() -> dict[str, str]:
    text = resources.files("sayso.lexicon").joinpath("given", "names.tsv").read_text("utf-8")
    return dict(line.split("\t") for line in text.splitlines())


@lru_cache(maxsize=16384)
def family_first(name: str) -> bool:
    """Say whether a full name is Chinese or Korean, its family name first: "Kim Jong-un", "Xi Jinping"."""
    family, *given = name.split() or [""]
    parts = " ".join(given).replace("-", " ").lower().split()
    listed = words("given_names", "families_first")
    if len(parts) == 1:
        return family in listed and _PINYIN.fullmatch(parts[0]) is not None
    pair = len(parts) == 2 and all(map(_SYLLABLE.fullmatch, parts))
    return pair and (family in listed or family in words("given_names", "families_first_of_two"))


def goes_by(name: str, alone: str) -> bool:
    """Say whether a lone word is the family name that a full name begins with: "Kim" for "Kim Jong-un"."""
    return " " not in alone.strip() and family_first(name) and bare(alone) == name.split()[0]
