"""Pieces of HTML, as feeds carry them, to plain text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sayso.read.encodings import UNPARSABLE

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "br", "dd", "div", "dl", "dt", "fieldset",
    "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li",
    "main", "nav", "ol", "p", "pre", "section", "table", "tbody", "td", "tfoot", "th", "thead", "tr",
    "ul",
})  # fmt: skip
_UNREAD = frozenset({
    "script", "style", "template", "noscript", "iframe", "object", "embed", "svg", "math", "head",
    "title", "button", "select",
})  # fmt: skip


def text(fragment: str) -> str:
    """Return the text of a piece of HTML: a paragraph a line with blank lines between, captions marked as
    `html.read` marks them. Plain text comes back as it is, spaces aside."""
    if "<" not in fragment and "&" not in fragment:
        return _joined(fragment.splitlines())
    tree = _tree(fragment)
    return "" if tree is None else _joined("".join(_parts(tree)).split("\0"))


def one_line(fragment: str | None) -> str | None:
    """Return the text of a piece of HTML on one line; None for nothing."""
    return " ".join(text(fragment or "").split()) or None


def _joined(lines: list[str]) -> str:
    return "\n\n".join(line for line in (" ".join(line.split()) for line in lines) if line)


def _tree(fragment: str) -> HtmlElement | None:
    from lxml import etree
    from lxml.html import HTMLParser, document_fromstring

    markup = UNPARSABLE.sub(" ", fragment)
    try:
        parser = HTMLParser(remove_pis=True, remove_comments=True, encoding=None)
        return document_fromstring(f"<body>{markup}</body>", parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None


def _parts(tree: HtmlElement) -> Iterator[str]:
    """The text in pieces, with a zero character where a block starts or ends."""
    from lxml.etree import iterwalk

    walk = iterwalk(tree, events=("start", "end"))
    for event, element in walk:
        block = element.tag in _BLOCKS
        if event == "end":
            yield "\0" if block else ""
            yield element.tail or ""
        elif element.tag in _UNREAD:
            walk.skip_subtree()
        else:
            yield "\0" if block else ""
            yield "Caption: " if element.tag == "figcaption" else ""
            yield element.text or ""
