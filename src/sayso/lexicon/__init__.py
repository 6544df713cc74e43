"""Rule data: word lists and tables by language, one slot a file. Words live here,
policy and code elsewhere."""

import hashlib
import re
import tomllib
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib import resources
from typing import Any

from sayso.lexicon import house

LANGUAGES = ("en",)
"""Languages that have a lexicon folder."""


@cache
def table(slot: str, language: str = "en") -> Mapping[str, Any]:
    """Return the table `lexicon/<language>/<slot>.toml`, read once and kept."""
    text = resources.files(__name__).joinpath(language, f"{slot}.toml").read_text("utf-8")
    return tomllib.loads(text)


@cache
def words(slot: str, key: str, language: str = "en") -> frozenset[str]:
    """Return the list under `key` of a slot as a set; `silence.verbs` is the list `verbs` of its table
    `silence`."""
    found: Any = table(slot, language)
    for part in key.split("."):
        found = found[part]
    return frozenset(found)


@cache
def choice(slot: str, key: str) -> str:
    """Return the list under `key` of a slot as alternatives of a pattern, the longest first."""
    return "|".join(map(re.escape, sorted(words(slot, key), key=lambda word: (-len(word), word))))


def vague() -> Mapping[str, Any]:
    """Return the bounds of vague numbers: those of `vague.toml`, and before them the house rules in force."""
    rules = house.current()
    return _ruled(rules) if rules.rows else table("vague")


@lru_cache(maxsize=8)
def _ruled(rules: house.House) -> Mapping[str, Any]:
    return rules.applied(table("vague"))


def version() -> str:
    """Return a hash of all rule data, recorded in every dossier as `made_with.lexicon`; house rules in force
    add their own."""
    rules = house.current()
    if not rules.rows:
        return _shipped()
    return f"{_shipped()}+vague-{hashlib.sha256(repr(rules.rows).encode()).hexdigest()[:8]}"


@cache
def _shipped() -> str:
    digest = hashlib.sha256()
    root = resources.files(__name__)
    for folder in sorted(
        item.name for item in root.iterdir() if item.is_dir() and not item.name.startswith("_")
    ):
        for item in sorted(root.joinpath(folder).iterdir(), key=lambda entry: entry.name):
            if item.name.endswith((".toml", ".tsv")):
                digest.update(item.name.encode())
                digest.update(item.read_bytes())
    return digest.hexdigest()[:12]
