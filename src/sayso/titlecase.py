"""Headlines In Title Case, in the letters that a parser expects: "Kovar Weighs New Rules" is "Kovar weighs
new rules".

Only the parser reads the result, character for character as long as the text; the report keeps its capitals.
"""

import re
from collections import Counter
from collections.abc import Iterable, Set

from sayso.truecase import Known, after_names, is_name, opens, places, small

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]{1,2}(?![^\W\d_]))?")
_ARTICLES = frozenset({"A", "An", "The"})
_INSIDE = re.compile(r"(?<=[\w,;] )[^\W\d_]+")
"""A word that follows another one in its sentence."""

_JOINT = re.compile(r",? and |, ?| & ")
_NAME_WORDS = range(2, 5)
"""Words that a person's name has in a row of names."""

LONG = 4
"""Letters of a word that every style of headline gives a capital; shorter ones differ."""

FEWEST = 3
"""Long words of a headline from which its style is told."""

TITLED_SHARE = 0.85
"""Share of the long words with a capital from which a headline is in title case."""

ENOUGH_TEXT = 200
"""Characters of a body from which its own capitals are trusted to tell names from words."""


def titled(text: str) -> bool:
    """Tell whether a headline gives nearly every word a capital; not one all in capitals, nor a row of names
    ("Mirela Kovar, Odran Feeley and Ada Cole")."""
    if _is_row_of_names(text):
        return False
    long = [word for word in _WORD.findall(text) if len(word) >= LONG and not word.isupper()]
    capitals = sum(word[0].isupper() for word in long)
    return len(long) >= FEWEST and capitals >= TITLED_SHARE * len(long)


def _is_row_of_names(text: str) -> bool:
    parts = [part.split() for part in _JOINT.split(text.strip()) if part]
    return len(parts) > 1 and all(
        len(part) in _NAME_WORDS and all(word[0].isupper() for word in part) for part in parts
    )


def names_in(texts: Iterable[str]) -> frozenset[str] | None:
    """Return the words, in small letters, that a body writes with a capital inside its sentences, at least as
    often as small; None for a body too short to tell."""
    body = list(texts)
    if sum(map(len, body)) < ENOUGH_TEXT:
        return None
    inside = [word for text in body for word in _INSIDE.findall(text)]
    plain = Counter(word for word in inside if word.islower())
    capital = Counter(word.lower() for word in inside if word[0].isupper())
    return frozenset(word for word, count in capital.items() if count >= plain[word])


def sentence_case(text: str, known: Known, names: Set[str]) -> str:
    """Return a headline with capitals only where it begins, in `names`, and in what `known` has not as an
    English word, names of places and peoples, given names and what follows them, and acronyms."""
    found = list(_WORD.finditer(text))
    plain = [match.group().lower().replace("’", "'") for match in found]
    kept = {at for at, word in enumerate(plain) if word.partition("'")[0] in names}
    kept |= {at for at, word in enumerate(plain) if is_name(word, known(word))} | set(places(text, found))
    kept |= set(after_names(plain, kept, known))
    letters = list(text)
    for at, match in enumerate(found):
        word, start = match.group(), match.start()
        plainly = word in _ARTICLES or (at not in kept and word[1:].islower())
        if plainly and not opens(text, start):
            letters[start] = small(letters[start])
    return "".join(letters)
