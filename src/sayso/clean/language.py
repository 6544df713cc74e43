"""Which language a report is written in."""

from sayso.lexicon import LANGUAGES

MIN_LETTERS = 40
"""A shorter text says too little about its language; the caller treats it as English."""

_SURE_LETTERS = 200
"""From here on the text is believed over what its metadata declares, which is often a site's default."""

_LOOKED_AT = 5_000
"""Characters that the language is told from; more say nothing new."""

_NONE = frozenset({"zxx", "und"})
"""Codes for "no language" and "undetermined" (ISO 639-3)."""


def detect(text: str, declared: str | None = None) -> str | None:
    """Return the ISO 639-1 code of the language of `text`, or of its `declared` tag (`en-GB`); None if too
    short."""
    letters = sum(character.isalpha() for character in text)
    tag = (declared or "").replace("_", "-").split("-")[0].strip().lower()
    known = tag if len(tag) in {2, 3} and tag.isalpha() else None
    if letters < MIN_LETTERS or (known and letters < _SURE_LETTERS):
        return known
    from py3langid.langid import classify

    code, _ = classify(text[:_LOOKED_AT])  # type: ignore[no-untyped-call]
    return known if code in _NONE else str(code)


def has_lexicon(language: str | None) -> bool:
    """Say whether extraction knows the language; None counts as English."""
    return language is None or language in LANGUAGES
