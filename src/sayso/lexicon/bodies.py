"""Names of bodies: the function that one tells, and what is short for it."""

import re
from functools import cache, lru_cache

from sayso.lexicon import gazetteer, table, words
from sayso.model.names import bare


@lru_cache(maxsize=16384)
def function_of(name: str) -> str | None:
    """Return the public function that a body's name tells ("military intelligence"), or None.

    A phrase of `bodies.toml` counts where only a country's name or a word such as "national" stands before
    it, and nothing but "of …" or a noun that completes it after:
    the special forces of an army are not the army.
    """
    plain = bare(name)
    found = [
        (len(match[1]), _by_phrase()[match[1]])
        for pattern in _patterns()
        for match in pattern.finditer(plain.lower())
        if _only_a_country(plain[: match.start()])
    ]
    return max(found)[1] if found else None


def _only_a_country(before: str) -> bool:
    words = [bare(word) for word in before.split()]
    kept = [word for word in words if word.lower() not in table("bodies")["openers"]]
    text = " ".join(kept)
    return not kept or gazetteer.demonym(text) is not None or gazetteer.find(text) is not None


@cache
def _by_phrase() -> dict[str, str]:
    return {
        phrase: function for function, phrases in table("bodies")["functions"].items() for phrase in phrases
    }


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    followers = "|".join(table("bodies")["followers"])
    return tuple(
        re.compile(rf"(?<!\w)({re.escape(phrase)})(?=$| (?:{followers})\b)") for phrase in _by_phrase()
    )


def core(name: str) -> str:
    """Return a body's name without the words around it that say what sort of body it is: "Talcamar Group",
    "Agencia Talcamar"."""
    parts = bare(name).split()
    if len(parts) > 1 and parts[0] in words("bodies", "beginnings"):
        parts = parts[1:]
    while len(parts) > 1 and parts[-1].rstrip(".,") in words("bodies", "endings"):
        parts.pop()
    return " ".join(parts).rstrip(",")


def shortened(short: str, name: str) -> bool:
    """Say whether `short` is what is left of a body's name without the words that say what sort of body it
    is; never a place or a people: "Lyon Airways" is not called Lyon."""
    plain = bare(short)
    return (
        plain != bare(name)
        and plain == core(name)
        and gazetteer.find(plain) is None
        and gazetteer.demonym(plain) is None
        and plain.lower() not in table("bodies")["openers"]
    )


def is_body_noun(name: str) -> bool:
    """Say whether a name is one capitalised noun for a body or outlet: "the Society", "the Courier"."""
    plain = bare(name)
    if plain.lower() in words("bodies", "of_a_state"):
        return False
    return plain.lower() in words("offices", "bodies") or plain in words("media", "name_endings")


def headed_by(short: str, name: str) -> bool:
    """Say whether `short` is the noun that a body's name ends in, or has before "of": "the Society" for "Brod
    Society of Friends"."""
    parts = bare(name).split()
    head = next((at for at, word in enumerate(parts) if word in {"of", "for"}), len(parts))
    return len(parts) > 1 and is_body_noun(short) and head > 0 and parts[head - 1] == bare(short)
