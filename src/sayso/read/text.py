"""Plain text and Markdown: one article, or several, each with what its front matter says of it."""

from sayso.model.report import Received
from sayso.read import markdown, tables
from sayso.read.front_matter import Part, parts
from sayso.read.reading import MAX_CHARACTERS, Reading, join, refusal
from sayso.read.tables import Columns


def read(
    text: str,
    name: str,
    raw: bytes,
    *,
    numbered: bool = False,
    url: str | None = None,
    marked: bool = False,
    columns: Columns | None = None,
) -> Reading:
    """Return the articles in `text`, which is Markdown where `marked`; `raw` is the bytes it came from.

    A text of one article is named `name` (`name#1` where `numbered`, for pasted input that has no name of
    its own); the n-th of several is `name#n`, and its raw bytes are its own part in UTF-8. Parts without
    text are passed over. What front matter says is found by the names that columns of tables have.
    """
    filled = list(parts(text, ruled=marked))
    wanted = columns or Columns()
    if not filled:
        return refusal(name, "empty", f"{name} has no text.")
    if len(filled) == 1:
        return _article(filled[0], f"{name}#1" if numbered else name, raw, url, marked, wanted)
    return join(
        _article(part, f"{name}#{number}", part.whole.encode("utf-8", "surrogatepass"), url, marked, wanted)
        for number, part in enumerate(filled, 1)
    )


def _article(part: Part, name: str, raw: bytes, url: str | None, marked: bool, columns: Columns) -> Reading:
    if len(part.text) > MAX_CHARACTERS:
        size = f"{len(part.text):,} characters; a report has at most {MAX_CHARACTERS:,}"
        return refusal(
            name, "too-large", f"{name} has {size}. Split it into articles with a line of --- between them."
        )
    said = tables.described(part.head, columns)
    text = markdown.text(part.text) if marked else part.text
    if not text.strip():
        return refusal(name, "empty", f"{name} has no text.")
    return Reading(items=(Received(name=name, raw=raw, text=text, **{**said, "url": url or said["url"]}),))
