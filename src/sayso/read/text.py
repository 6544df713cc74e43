"""Plain text: one article, or several pasted ones parted by a line of `---`."""

import re

from sayso.model.report import Received
from sayso.read.reading import MAX_CHARACTERS, Reading, join, refusal

_DIVIDER = re.compile(r"^---[ \t]*\r?$\n?", re.MULTILINE)


def read(text: str, name: str, raw: bytes, *, numbered: bool = False, url: str | None = None) -> Reading:
    """Return the articles in `text`; `raw` is the bytes it came from.

    A text of one article is named `name` (`name#1` where `numbered`, for pasted input that has no name of
    its own); the n-th of several is `name#n`, and its raw bytes are its own part in UTF-8. Parts without
    text are passed over.
    """
    parts = _DIVIDER.split(text)
    filled = [part for part in parts if part.strip()]
    if not filled:
        return refusal(name, "empty", f"{name} has no text.")
    if len(filled) == 1:
        return _article(filled[0], f"{name}#1" if numbered else name, raw, url)
    return join(
        _article(part, f"{name}#{number}", part.encode("utf-8", "surrogatepass"), url)
        for number, part in enumerate(filled, 1)
    )


def _article(text: str, name: str, raw: bytes, url: str | None) -> Reading:
    if len(text) > MAX_CHARACTERS:
        size = f"{len(text):,} characters; a report has at most {MAX_CHARACTERS:,}"
        return refusal(
            name, "too-large", f"{name} has {size}. Split it into articles with a line of --- between them."
        )
    return Reading(items=(Received(name=name, raw=raw, text=text, url=url),))
