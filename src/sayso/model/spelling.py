"""Likeness of two words that may be one name in two romanisations.

What romanisations of one name share is the order of its consonants by class: which of `k`, `kh`, `q` or `h`,
of `zh` and `j`, of `d` and `t` is written, and which vowels, is the table's choice (BGN/PCGN, ISO 9, Library
of Congress, Wade-Giles and pinyin, national systems). So two words can be alike only when their consonant
skeletons are equal; how much else differs is then weighed.
"""

import re
from functools import lru_cache

REMEMBERED = 65536
"""Words whose form is kept: a story says the same few names over and over."""

SHORTEST = 4
"""Letters below which words must be spelt alike: "Un" and "In" are two names."""

TOLERANCE = 0.15
"""Cost a letter up to which two words of one skeleton are alike: one changed vowel in two syllables.
Judged by `tests/resolve/spellings.tsv`."""

STEP = 0.25
"""Cost of another vowel, of a vowel more or less inside, of another consonant of one class."""

_DIGRAPHS = (
    ("sch", "sj"), ("shch", "sj"), ("dzh", "j"), ("tch", "j"), ("zh", "j"), ("dj", "j"), ("ch", "j"),
    ("kh", "k"), ("gh", "g"), ("ph", "f"), ("th", "t"), ("dh", "d"), ("bh", "b"), ("sh", "s"), ("ck", "k"),
    ("ts", "z"), ("tz", "z"), ("dz", "z"), ("qu", "k"), ("x", "ks"), ("ce", "se"), ("ci", "si"), ("c", "k"),
    ("w", "v"),
)  # fmt: skip
"""Letters together that stand for one sound, and the letter kept for it; the longest first at each place."""

_BY_HEAD = {
    head: [pair for pair in _DIGRAPHS if pair[0][0] == head] for head in {pair[0][0] for pair in _DIGRAPHS}
}
_CLASSES = str.maketrans("pdgqhzv", "btkkksf")
"""Consonants that romanisations swap, to one of them: voiced and unvoiced, h and kh and g, v and f."""

_VOWELS = frozenset("aeiouy")


@lru_cache(maxsize=REMEMBERED)
def sounds(word: str) -> tuple[str, ...]:
    """Return a lower-case ASCII word as consonants and runs of vowels; doubled letters and a mute last h
    are taken off."""
    word = re.sub(r"(?<=[aeiou])h$", "", word)
    found: list[str] = []
    at = 0
    while at < len(word):
        step, letters = _sound(word, at)
        at += step
        for letter in letters:
            _append(found, letter)
    return tuple(found)


def _sound(word: str, at: int) -> tuple[int, str]:
    """Return how many letters stand for the sound at a place, and the letters kept for it."""
    for written, kept in sorted(_BY_HEAD.get(word[at], ()), key=lambda pair: -len(pair[0])):
        if word.startswith(written, at):
            silent = written in ("ce", "ci")
            return len(written) - silent, kept[0] if silent else kept
    return 1, word[at]


def _append(found: list[str], letter: str) -> None:
    if found and letter in _VOWELS and found[-1][-1] in _VOWELS:
        found[-1] += letter
    elif not found or found[-1] != letter:
        found.append(letter)


@lru_cache(maxsize=REMEMBERED)
def skeleton(word: str) -> str:
    """Return the consonant classes of a lower-case ASCII word in order, or its first letter where it has
    none."""
    consonants = "".join(sound for sound in sounds(word) if sound[0] not in _VOWELS).translate(_CLASSES)
    return consonants or word[:1]


@lru_cache(maxsize=REMEMBERED)
def alike(one: str, other: str) -> bool:
    """Say whether two lower-case ASCII words can be one name in two romanisations.

    Both begin with a vowel or neither does, and both end in one or neither: "Aleksandr" is not "Aleksandra",
    nor "Chao" "Ichiyo".
    """
    if one == other:
        return True
    if min(len(one), len(other)) < SHORTEST or skeleton(one) != skeleton(other):
        return False
    a, b = sounds(one), sounds(other)
    if any((a[end][0] in _VOWELS) is not (b[end][0] in _VOWELS) for end in (0, -1)):
        return False
    return _cost(a, b) <= TOLERANCE * max(len(one), len(other))


def one_step(one: str, other: str) -> bool:
    """Say whether two lower-case ASCII words differ in one sound at most, and in no sound's presence:
    Kunduz and Konduz, not Ramla and Ramallah."""
    a, b = sounds(one), sounds(other)
    return (
        skeleton(one) == skeleton(other)
        and len(a) == len(b)
        and sum(x != y for x, y in zip(a, b, strict=True)) <= 1
    )


def _cost(a: tuple[str, ...], b: tuple[str, ...]) -> float:
    """Add up what differs, walking over two words of one skeleton consonant by consonant."""
    i = j = 0
    cost = 0.0
    while i < len(a) or j < len(b):
        x, y = a[i] if i < len(a) else "", b[j] if j < len(b) else ""
        soft_x, soft_y = x[:1] in _VOWELS and x != "", y[:1] in _VOWELS and y != ""
        cost += STEP * (x != y)
        i += bool(x) and soft_x >= soft_y
        j += bool(y) and soft_y >= soft_x
    return cost
