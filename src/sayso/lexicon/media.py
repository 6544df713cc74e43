"""Names and descriptions of agencies and outlets, which pass on what others say."""

from functools import cache, lru_cache

from sayso.lexicon import table, words
from sayso.model.names import bare


@lru_cache(maxsize=16384)
def names_outlet(name: str) -> bool:
    """Say whether a name or description is that of an agency or outlet: a known one, one that ends like
    one ("The Brod Courier"), or one that says what it is ("state radio"); "Human Rights Monitor" watches over
    something else than news."""
    plain = bare(name)
    if plain in words("media", "names"):
        return True
    *before, last = plain.replace("-", " ").split() or [""]
    if before and last in words("media", "name_endings"):
        return not (last in words("media", "watching") and before[-1] in words("media", "watched"))
    lowered = f" {plain.lower()} "
    return any(f" {head}{end} " in lowered for head in table("media")["heads"] for end in ("", "s"))


def is_short_name(name: str) -> bool:
    """Say whether a name is the noun alone that outlets' names end in: "Courier"."""
    return bare(name) in words("media", "name_endings")


def without_article(name: str) -> str:
    """Return the name of an outlet without "The" before it."""
    plain = name.strip()
    return plain[4:] if plain[:4].lower() == "the " else plain


def short_names(name: str) -> tuple[str, ...]:
    """Return what an outlet calls itself for short: the noun that its name ends in ("the Courier" for "Brod
    Courier"), and the acronym that it begins with ("RPH" for "RPH News")."""
    parts = without_article(name).split()
    if len(parts) < 2:
        return ()
    last = (parts[-1],) if parts[-1] in words("media", "name_endings") else ()
    return (*last, *(part for part in parts[:1] if part.isupper() and part.isalpha() and len(part) > 1))


@cache
def channel_names() -> frozenset[str]:
    """Return the names of channels: who uses one is not the channel."""
    return frozenset(channel["name"] for channel in table("channels")["channels"])


def is_agency(name: str) -> bool:
    """Say whether an outlet is a wire service, which "the agency" can mean: a known one, an acronym, or one
    whose name says so; not a newspaper."""
    plain = bare(name)
    known = plain in _agencies() or (plain.isupper() and plain.isalpha())
    lowered = f" {plain.lower()} "
    said = any(f" {word} " in lowered for word in words("agencies", "words"))
    return said or (known and plain not in words("media", "aired"))


def is_aired(name: str) -> bool:
    """Say whether an outlet is on the air by a word of its name, and so no newspaper."""
    return not words("media", "aired").isdisjoint(bare(name).split())


def is_known_agency(name: str) -> bool:
    """Say whether an outlet is one of the wire services that are known by name."""
    return bare(name) in _agencies()


@cache
def _agencies() -> frozenset[str]:
    forms = table("agencies")["forms"]
    return frozenset(forms) | {form for others in forms.values() for form in others}
