"""Marks of the direction of writing, left out of pages on which nothing runs from right to left."""

import re

_LEFTWARD = re.compile(
    "[\u0590-\u08ff\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
"""What runs from right to left, or says that something does: the blocks that Unicode sets apart for such
scripts (UAX 9, default values of Bidi_Class), and the control characters."""

_ISOLATED = re.compile(r'<bdi dir="ltr">([^<]*)</bdi>')
_DIRECTED = re.compile(r' dir="(?:auto|ltr)"')


def sparing(html: str) -> str:
    """Return markup without what only matters beside words that run from right to left, where it has none: a
    twelfth of a long page."""
    return html if _LEFTWARD.search(html) else _DIRECTED.sub("", _ISOLATED.sub(r"\1", html))
