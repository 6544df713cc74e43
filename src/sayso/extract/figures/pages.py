"""Numbers that a page has and that count nothing: where one is in a gallery, addresses, items of lists, words
in another script."""

from sayso.extract.figures.cases import Case
from sayso.extract.sentences import Tokens, lower_at
from sayso.lexicon import words

_SLOT = "not_figures"

LATIN = 0x24F
"""The last letter of Unicode's Latin blocks: what lies beyond is another script."""


def counter(case: Case) -> bool:
    """Where one is in a gallery: "2 of 25 photos", "Photo 2 of 25", "(9 images)"; "2 of the 25 photos"
    counts."""
    doc, core = case.doc, case.number.core
    if lower_at(doc, core - 1) == "(" and lower_at(doc, case.number.end + 1) == ")":
        return lower_at(doc, case.number.end) in words(_SLOT, "pictures")
    first = next((at for at in (core, core - 2) if _is_place(doc, at)), None)
    if first is None:
        return False
    return bool({lower_at(doc, first - 1), lower_at(doc, first + 3)} & words(_SLOT, "pictures"))


def _is_place(doc: Tokens, at: int) -> bool:
    """Tell whether "2 of 25" or "2/25" stands at a token."""
    low, joint, high = (lower_at(doc, at + step) for step in range(3))
    return low.isdecimal() and high.isdecimal() and joint in ("of", "/") and len(low) <= len(high)


def foreign(case: Case) -> bool:
    """A number before a word in letters that English has not: "14 сентября"."""
    noun = case.doc[case.counted].text if case.counted is not None else ""
    return not noun.isascii() and any(letter.isalpha() and ord(letter) > LATIN for letter in noun)


def url(case: Case) -> bool:
    """A number in an address of the web, a handle, a tag."""
    token = case.doc[case.number.core]
    return (
        token.like_url
        or (any(mark in token.text for mark in "@/#_") and not case.number.share)
        or lower_at(case.doc, case.number.core - 1) == "#"
    )


def listed(case: Case) -> bool:
    """The number of an item in a list: "1. Open the valve"."""
    token = case.doc[case.number.core]
    return (
        token.is_sent_start is True
        and token.text.isdecimal()
        and lower_at(case.doc, case.number.end) in (".", ")")
    )
