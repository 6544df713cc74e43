"""Text all in capitals, as old wires and shouting headlines have it, in the letters that a parser expects.

Only the parser reads the result, character for character as long as the text; the report keeps its capitals.
"""

import re
from collections.abc import Callable, Iterator
from itertools import islice

from sayso.lexicon import gazetteer, given_names, words

_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]{1,2}(?![^\W\d_]))?")
_SHOUTED = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_ARTICLES = frozenset({"A", "AN", "THE"})
_OPENING = re.compile(r"(?:^|[.!?:]['\")\]]*\s|\n)[\s'\"(\[]*$")
_SENTENCE_REACH = 8
"""Characters before a word in which the end of the sentence before it stands."""

CAPITAL_SHARE = 0.95
"""Share of a stretch's letters that are capitals where it is shouted; "McCOY" has a small one."""

FEWEST_WORDS = 4
"""Words of the shortest stretch that is read anew: fewer may well be a row of acronyms."""

PLACE_WORDS = 3
"""Words of the longest name of a place that is looked up."""

LONGEST_OPENING = 4
"""Words at most, articles too, that a lead is looked at for shouting: "A FURIOUS union boss"."""

SHORTEST_SHOUTED = 5
"""Letters below which a word of capitals that opens a lead may be an acronym: "WHO", "AIDS"."""

ACRONYM = 5
"""Letters of the longest unknown word in brackets that is taken for an acronym: "[FMLN]"."""

Known = Callable[[str], str | None]
"""Says of a word in small letters what it is in English: "name" for a noun that can be a name as well, "word"
for any other, None for one that English does not have."""


def truecase(text: str, known: Known) -> str:
    """Return `text` in small letters with capitals where names and sentences begin; other text as it is.

    Capitals get the first words of sentences, names of places and peoples, months, given names, titles
    before a name, and what is no English word. Short unknown words in brackets stay as they are.
    """
    if not shouted(text):
        return text
    found = list(_WORD.finditer(text))
    plain = [match.group().lower() for match in found]
    raised = set(places(text, found)) | {at for at, word in enumerate(plain) if is_name(word, known(word))}
    raised |= set(after_names(plain, raised, known)) | set(_months(text, found, plain))
    raised |= set(_before_names(plain, raised, known))
    letters = list(text)
    for at, match in enumerate(found):
        start, end = match.span()
        if _is_initial(plain[at]) or (at in raised and _is_acronym(text, start, end, known(plain[at]))):
            continue
        first = start + (at in raised or opens(text, start))
        letters[first:end] = map(small, text[first:end])
    return "".join(letters)


def opened(text: str, known: Known) -> str:
    """Return `text` with the words of English that shout at its beginning in small letters, as tabloids do in
    a lead: "A FURIOUS union boss said …"; up to the first word that is none, or can be a name."""
    letters = list(text)
    for match in islice(_SHOUTED.finditer(text), LONGEST_OPENING):
        if text[: match.start()].strip() and text[match.start() - 1] != " ":
            break
        word, start = match.group(), match.start()
        if not word.isupper():
            break
        if len(word) < SHORTEST_SHOUTED:
            if word not in _ARTICLES:
                break
            continue
        parts = word.lower().split("-")
        if given_names.gender(parts[0]) is not None or not any(known(part) == "word" for part in parts):
            break
        first = start + opens(text, start)
        letters[first : match.end()] = map(small, text[first : match.end()])
    return "".join(letters)


def begins_shouting(text: str) -> bool:
    """Tell whether a word in capitals, no short one, is among the first two of a text that has small letters
    too."""
    first = text[:60].split(maxsplit=2)[:2]
    return any(len(word) >= SHORTEST_SHOUTED and word.isupper() for word in first) and not text.isupper()


def shouted(text: str) -> bool:
    """Tell whether a stretch of text is all in capitals."""
    if text[:200].islower() or len(text.split(maxsplit=FEWEST_WORDS)) < FEWEST_WORDS:
        return False
    capitals = sum(map(str.isupper, text))
    return capitals >= CAPITAL_SHARE * (capitals + sum(map(str.islower, text))) > 0


def small(letter: str) -> str:
    """Return a letter made small, where that is one character as well."""
    lowered = letter.lower()
    return lowered if len(lowered) == 1 else letter


def opens(text: str, start: int) -> bool:
    """Tell whether a sentence begins at `start`."""
    return _OPENING.search(text[max(0, start - _SENTENCE_REACH) : start]) is not None or start == 0


def is_name(word: str, kind: str | None) -> bool:
    """Tell whether a word in small letters is a name, from what English makes of it (`Known`)."""
    if kind is None or word in words("truecase", "always"):
        return True
    return kind == "name" and (
        given_names.gender(word) is not None or gazetteer.demonym(word.upper()) is not None
    )


def places(text: str, found: list[re.Match[str]]) -> Iterator[int]:
    """Yield the numbers of the words of places' names, the longest name first."""
    at = 0
    while at < len(found):
        length = next(
            (size for size in range(PLACE_WORDS, 0, -1) if _is_place(text, found[at : at + size], size)), 0
        )
        yield from range(at, at + length)
        at += max(length, 1)


def _is_place(text: str, found: list[re.Match[str]], size: int) -> bool:
    if len(found) < size:
        return False
    name = text[found[0].start() : found[-1].end()]
    if gazetteer.find(name) is None:
        return gazetteer.demonym(name) is not None
    return size > 1 or not (gazetteer.ambiguous(name) or name.lower() in words("truecase", "never"))


def after_names(plain: list[str], raised: set[int], known: Known) -> Iterator[int]:
    """Yield the numbers of the nouns right after a given name, which are the surname: "ANNA MASON"."""
    for at in sorted(raised):
        named = at + 1 < len(plain) and given_names.gender(plain[at]) is not None
        if named and known(plain[at + 1]) == "name":
            yield at + 1


def _months(text: str, found: list[re.Match[str]], plain: list[str]) -> Iterator[int]:
    """Yield the months that are verbs too, where a number stands beside them: "19 MARCH", "MAY 1989"."""
    for at, word in enumerate(plain):
        start, end = found[at].span()
        beside = text[max(0, start - 2) : start - 1] + text[end + 1 : end + 2]
        if word in words("truecase", "verbal_months") and any(map(str.isdecimal, beside)):
            yield at


def _before_names(plain: list[str], raised: set[int], known: Known) -> Iterator[int]:
    """Yield titles and given names right before a name: "VICE PRESIDENT ROSSI", "HECTOR ROSSI"."""
    titles = words("truecase", "titles")
    for at in range(len(plain) - 2, -1, -1):
        given = given_names.gender(plain[at]) is not None and known(plain[at + 1]) is None
        if at + 1 in raised and (plain[at] in titles or given):
            raised.add(at)
            yield at


def _is_initial(word: str) -> bool:
    return len(word) == 1 and word != "a"


def _is_acronym(text: str, start: int, end: int, kind: str | None) -> bool:
    bracketed = text[start - 1 : start] in ("(", "[") and text[end : end + 1] in (")", "]")
    word = text[start:end]
    return (
        kind is None
        and len(word) > 1
        and ((bracketed and len(word) <= ACRONYM) or not re.search("[AEIOUY]", word))
    )
