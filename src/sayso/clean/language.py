"""Which language a report is written in."""

import re
from itertools import islice

from sayso.lexicon import LANGUAGES, words

MIN_LETTERS = 40
"""A shorter text says too little about its language; the caller treats it as English."""

_SURE_LETTERS = 200
"""From here on the text is believed over what its metadata declares, which is often a site's default."""

_LOOKED_AT = 5_000
"""Characters that the language is told from; more say nothing new."""

_NONE = frozenset({"zxx", "und"})
"""Codes for "no language" and "undetermined" (ISO 639-3)."""


_PLAIN_SHARE = 0.12
"""From this share of common words on, in each part of a text, the language is clear, and the model that tells
a hundred apart need not be asked, nor loaded. Over whole articles of news the share is .16 to .30."""

_PLAIN_WORDS = 4
"""So many different common words are wanted in each part, lest one that is said again and again decide."""

_PARTS = 3
"""Parts looked at one by one, lest an English frame decide for a text that is told in another language."""

_PLAIN_LETTERS = 0.98
"""And so much of the letters within ASCII: a word in another script counts but once, however long it is."""


def detect(text: str, declared: str | None = None) -> str | None:
    """Return the ISO 639-1 code of the language of `text`, or of its `declared` tag (`en-GB`); None if too
    short."""
    letters = sum(1 for _ in islice(filter(str.isalpha, text), _SURE_LETTERS))
    tag = (declared or "").replace("_", "-").split("-")[0].strip().lower()
    known = tag if len(tag) in {2, 3} and tag.isalpha() else None
    if letters < MIN_LETTERS or (known and letters < _SURE_LETTERS):
        return known
    if plain := _plainly(text[:_LOOKED_AT]):
        return plain
    from py3langid.langid import classify

    code, _ = classify(text[:_LOOKED_AT])  # type: ignore[no-untyped-call]
    return known if code in _NONE else str(code)


def _plainly(text: str) -> str | None:
    """Return the language that the common words of a text show beyond doubt, None where they do not."""
    letters = sum(map(str.isalpha, text))
    if len(re.findall("[A-Za-z]", text)) < _PLAIN_LETTERS * letters:
        return None
    said = re.findall(r"[^\W\d_]+", text.lower())
    parts = [said[at * len(said) // _PARTS : (at + 1) * len(said) // _PARTS] for at in range(_PARTS)]
    return next((one for one in LANGUAGES if all(_common(part, one) for part in parts)), None)


def _common(said: list[str], language: str) -> bool:
    found = [word for word in said if word in words("language", "common", language)]
    return len(found) >= _PLAIN_SHARE * len(said) and len(set(found)) >= _PLAIN_WORDS


def has_lexicon(language: str | None) -> bool:
    """Say whether extraction knows the language; None counts as English."""
    return language is None or language in LANGUAGES
