"""Names of bodies: the function that one tells, and what is short for it."""

import re
from functools import cache, lru_cache

from sayso.lexicon import gazetteer, table, words
from sayso.model.names import bare

LONGEST_PLACE = 3
"""Words in the longest place that a body's name is taken to begin with."""


@lru_cache(maxsize=16384)
def function_of(name: str) -> str | None:
    """Return the public function that a body's name tells ("military intelligence"), or None.

    A phrase of `bodies.toml` counts where only a country's name or a word such as "national" stands before
    it, and nothing but "of …" or a noun that completes it after:
    the special forces of an army are not the army.
    """
    plain = bare(name)
    lowered = plain.lower()
    found = [
        (len(match[1]), function)
        for phrase, function in _by_phrase().items()
        if phrase in lowered
        for match in _pattern(phrase).finditer(lowered)
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
def _pattern(phrase: str) -> re.Pattern[str]:
    followers = "|".join(table("bodies")["followers"])
    return re.compile(rf"(?<!\w)({re.escape(phrase)})(?=$| (?:{followers})\b)")


@lru_cache(maxsize=16384)
def core(name: str) -> str:
    """Return a body's name without the words around it that say what sort of body it is: "Talcamar Group",
    "Agencia Talcamar"."""
    parts = bare(name).split()
    if len(parts) > 1 and parts[0] in words("bodies", "beginnings"):
        parts = parts[1:]
    while len(parts) > 1 and (
        parts[-1].rstrip(".,") in words("bodies", "endings")
        or (parts[-2].lower() == "police" and parts[-1].lower() in words("bodies", "of_police"))
    ):
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


@lru_cache(maxsize=16384)
def without_trade(name: str) -> str | None:
    """Return a firm's name without its trade: "Talcamar" of "Talcamar Amusements"; None where that is no
    name by itself, or a place or people that has such a trade ("Lyon Ferries")."""
    *before, last = bare(name).split() or [""]
    plain = " ".join(before)
    if last not in words("bodies", "trades") or len(before) != 1:
        return None
    return None if gazetteer.find(plain) or gazetteer.demonym(plain) else plain


@lru_cache(maxsize=16384)
def opening(name: str) -> str | None:
    """Return what a body's name has before "of" or "for", where that is two words or more and ends in a noun
    for a body: "Brod Arts Foundation" of "Brod Arts Foundation for the Blind"."""
    parts = bare(name).split()
    head = next((at for at, word in enumerate(parts) if word in {"of", "for"}), 0)
    return " ".join(parts[:head]) if head > 1 and is_body_noun(parts[head - 1]) else None


@lru_cache(maxsize=16384)
def without_place(name: str) -> str | None:
    """Return a body's name without the place or people that it begins with: "Red Foxes" of "Brod City Red
    Foxes", "Transport Board" of "U.S. Transport Board"; None where that is no name by itself ("Brod Police"),
    or the same body of a larger place may be meant ("Florida Supreme Court")."""
    parts = bare(name).split()
    for head in range(min(len(parts) - 1, LONGEST_PLACE), 0, -1):
        text, rest = " ".join(parts[:head]), parts[head:]
        place = gazetteer.find(text) or gazetteer.demonym(text)
        if place is not None:
            named = any(word.lower() not in words("offices", "bodies") for word in rest)
            state = all(one.kind is gazetteer.PlaceKind.country for one in gazetteer.candidates(text))
            whole = state or rest[-1].lower() not in words("offices", "bodies")
            return " ".join(rest) if named and whole and rest[0][0].isupper() else None
    return None


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


@lru_cache(maxsize=16384)
def is_firm_name(name: str) -> bool:
    """Say whether a name ends in a word that only the names of firms end in: "Talcamar Shipping", "Brodel
    plc"."""
    parts = bare(name).split()
    firms = (words("bodies", "endings") | words("bodies", "trades")) - words("bodies", "others")
    return len(parts) > 1 and parts[-1] in firms


@lru_cache(maxsize=16384)
def police_force(name: str) -> str | None:
    """Return which police a name or description is of, in small letters: "brod police" of "Brod Police
    Department", "police" where it does not say; None for what is no police of a place."""
    plain = core(name).lower()
    before, _, last = plain.rpartition(" ")
    if last != "police":
        return f"police {plain}" if plain.startswith("police in ") else None
    return "police" if before in {"", "local"} else plain
