"""Comparing names: a spelling key under which transliterations of one name fall together,
and a comparison with a reason.

The folding follows what differs between the usual English romanisations of Cyrillic, Arabic, Persian,
Devanagari and Greek (BGN/PCGN, ISO 9, Library of Congress, national systems): doubled letters,
`yy`/`iy`/`y`/`i`, `kh`/`h`, `w`/`v`, `ou`/`u`, `q`/`k`, the flap of Indic `-garh`/`-gadh`.
It never touches the first letter's class beyond those, so that unlike names stay apart.
"""

import re
from functools import lru_cache

_ENDINGS = re.compile(r"(?:yy|iy|ij|yi|ii|iyy|ey|ei|y|i)$")
_PAIRS = (
    ("kh", "h"),
    ("gh", "g"),
    ("ph", "f"),
    ("ck", "k"),
    ("ou", "u"),
    ("oo", "u"),
    ("ee", "i"),
    ("q", "k"),
    ("w", "v"),
    ("ts", "c"),
    ("tz", "c"),
    ("dj", "j"),
    ("yo", "o"),
    ("io", "o"),
    ("ya", "a"),
    ("ia", "a"),
    ("ye", "e"),
    ("ie", "e"),
    ("aa", "a"),
    ("dh", "d"),
    ("bh", "b"),
    ("th", "t"),
)
ALIKE_NAMES = 75.0
"""Likeness of two spellings (0 to 100) from which they may be one name that was not brought together."""

REMEMBERED = 65536
"""Names whose forms are kept: a story says the same few names over and over."""

TWO_SURNAMES = 4
"""Words from which a full name has two surnames, as in Spanish; three may be two given names and one."""

_GENERATIONS = frozenset({"jr", "sr"})
_PARTICLES = frozenset(
    {"da", "das", "de", "del", "dela", "den", "der", "di", "do", "dos", "du", "el", "la", "le", "van", "von"}
)
"""Keys of the words that a surname may begin with."""

_POSSESSIVE = re.compile(r"['’ʼ]s?$")
_GENERATION = re.compile(r",? (?:II|III|IV)\b")
_DOMAIN = re.compile(r"(?P<host>[\w-]+(?:\.[\w-]+)*\.[a-z]{2,7})(?:/\S*)?$")
_LESSER = re.compile(r"[A-Z]+[a-z]{1,2}[A-Z]+")
"""An acronym with small letters for small words: "DoJ"."""
_NUMBER = re.compile(r"\d+")
_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ-][^\W\d_]+)*", re.UNICODE)


@lru_cache(maxsize=REMEMBERED)
def bare(name: str) -> str:
    """Return `name` without a leading article, a possessive ending and outer white space."""
    name = _POSSESSIVE.sub("", " ".join(name.split())).strip()
    return name[4:] if name[:4].lower() == "the " else name


def tokens(name: str) -> tuple[str, ...]:
    """Return the words of a name in lower-case ASCII, hyphens and apostrophes dropped."""
    return _tokens(bare(name))


@lru_cache(maxsize=REMEMBERED)
def _tokens(name: str) -> tuple[str, ...]:
    from anyascii import anyascii

    return tuple(re.sub(r"[^a-z]", "", anyascii(word).lower()) for word in _WORD.findall(name))


@lru_cache(maxsize=REMEMBERED)
def fold(word: str) -> str:
    """Return the spelling key of one lower-case ASCII word: `zelenskyy`,
    `zelensky` and `zelenskiy` share one."""
    word = ("k" + word[1:] if word.startswith("q") else word).replace("garh", "gad")
    for pair, single in _PAIRS:
        word = word[0:1] + word[1:].replace(pair, single) if len(word) > len(pair) else word
    word = re.sub(r"(.)\1+", r"\1", word)
    return _ENDINGS.sub("i", word) if len(word) > 3 else word


@lru_cache(maxsize=REMEMBERED)
def key(name: str) -> tuple[str, ...]:
    """Return the folded words of a name, in order, then its numbers: "Brodel 747" is not "Brodel 737"."""
    return (*(fold(word) for word in tokens(name) if word), *_NUMBER.findall(name))


def same_person(a: str, b: str) -> str | None:
    """Return why two personal names can be one person, or None where they cannot.

    The surnames (last words) must share a key, unless one name leaves out the second of two. Given names must
    agree as far as both are given: equal under the key, or an initial of the other. A lone surname agrees
    with any full name; whether that is enough is the caller's policy, which knows if another bearer of the
    surname is about.
    """
    words_a, words_b = key(a), key(b)
    if not words_a or not words_b or words_a[-1] != words_b[-1]:
        return _reordered(words_a, words_b) or _second_surname(*sorted((words_a, words_b), key=len))
    if words_a != words_b and (_ends_in_family(words_a, words_b) or _ends_in_family(words_b, words_a)):
        return "same surname"
    given_a, given_b = words_a[:-1], words_b[:-1]
    if not given_a or not given_b:
        return "same surname" if given_a != given_b else "same name"
    if all(_given_agree(one, other) for one, other in zip(given_a, given_b, strict=False)):
        return "same surname and given name"
    return None


def _ends_in_family(full: tuple[str, ...], alone: tuple[str, ...]) -> bool:
    """Say whether a surname of several words stands alone: "Van der Brod" for "Ana van der Brod"."""
    return alone[0] in _PARTICLES and len(full) > len(alone) > 1 and full[-len(alone) :] == alone


def without_number(name: str) -> str:
    """Return a personal name without the number of its bearer's generation: "Jon Kovar III"; "Jr." stays, for
    father and son are told of together."""
    return _GENERATION.sub("", name)


def group_rank(name: str) -> tuple[bool, int, str]:
    """Rank the names of a group, the best first: one that says whose ("DPRK army") before "troops", then
    short ones."""
    return name.islower(), len(name), name


@lru_cache(maxsize=REMEMBERED)
def one_house(name: str, outlet: str) -> bool:
    """Say whether `outlet` is the house of a name: the same letters, or its domain ("CNN" and "cnn.com")."""
    ours = _letters(name)
    labels = [_letters(label) for label in _domain_labels(outlet)]
    if ours == _letters(outlet) or (len(ours) > 2 and ours in labels) or [ours] == labels:
        return True
    return bool(labels) and len(labels[-1]) > 5 and labels[-1] in ours


def _domain_labels(outlet: str) -> list[str]:
    """The parts of a domain that can name its owner: `edition`, `cnn` of "edition.cnn.com"."""
    match = _DOMAIN.match(outlet.strip().lower())
    parts = match["host"].split(".")[:-1] if match else []
    return [part for part in parts if part not in {"www", "co", "com", "org", "net", "gov", "ac"}]


@lru_cache(maxsize=REMEMBERED)
def _letters(text: str) -> str:
    return "".join(character for character in bare(text).lower() if character.isalnum()).removeprefix("the")


def acronym_of(short: str, name: str) -> bool:
    """Say whether `short` (two letters or more, all capitals but those of small words: "DoJ") is made of the
    initials of `name`, small words left out or not."""
    short = bare(short).replace(".", "")
    if not (2 <= len(short) <= 8 and (short.isupper() or _LESSER.fullmatch(short))):
        return False
    return short in initials(name) and short not in bare(name).replace(".", "").split()


@lru_cache(maxsize=REMEMBERED)
def initials(name: str) -> frozenset[str]:
    """Return the acronyms that a name of several words can have: its initials with small words or without; a
    word all in capitals gives all its letters, for an acronym has them already."""
    words = [word for word in re.split(r"[\s-]+", bare(name).replace(".", "")) if word]
    if len(words) < 2:
        return frozenset()
    parts = [word if word.isupper() else word[0] for word in words]
    whole = "".join(parts)
    return frozenset({whole, whole.upper(), "".join(part for part in parts if part[0].isupper())})


def _given_agree(one: str, other: str) -> bool:
    return (
        one == other
        or (len(one) == 1 and other.startswith(one))
        or (len(other) == 1 and one.startswith(other))
    )


def _second_surname(short: tuple[str, ...], full: tuple[str, ...]) -> str | None:
    """One name without the last word of the other, which has two surnames: "Ana Luz Kovar", and "Kovar"
    alone, for "Ana Luz Kovar Brod"; son and father, of whom one is "Jr.", are two, and initials go with one
    surname."""
    initials = any(len(word) == 1 for word in full)
    if len(full) < TWO_SURNAMES or initials or full[-1] in _GENERATIONS:
        return None
    return "same name, a second surname left out" if short in {full[:-1], full[-2:-1]} else None


def _reordered(words_a: tuple[str, ...], words_b: tuple[str, ...]) -> str | None:
    """Family name first or last: the same two or three words in another order."""
    if len(words_a) == len(words_b) > 1 and sorted(words_a) == sorted(words_b):
        return "same words in another order"
    return None
