"""A feed's XML made safe and small before a feed parser sees it.

The document type is taken out, so no entity can be declared, expanded or pulled in; what is not well-formed
is mended by libxml2, which takes time in step with the size; entries past a limit are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html.entities import html5
from typing import TYPE_CHECKING

from sayso.read.encodings import UNPARSABLE
from sayso.read.kinds import PROLOG

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_DOCTYPE = re.compile(rf"{PROLOG}<!DOCTYPE", re.IGNORECASE)
_PLAIN_DOCTYPE = re.compile(
    rf"(?P<before>{PROLOG})<!DOCTYPE(?:[^<>\[\"']|\"[^\"<]*+\"|'[^'<]*+')*+(?:\[(?P<subset>[^\]]*+)\]\s*+)?>",
    re.IGNORECASE,
)
_HARMLESS = re.compile(
    r"<!ENTITY\s++[\w.-]++\s++(?:\"(?:&#\w{1,8};|[^&%<\"]{0,32})\"|'(?:&#\w{1,8};|[^&%<']{0,32})')\s*+>"
)
"""An entity that stands for one character or a word, as old feeds declare `nbsp`."""

_NAMED = re.compile(r"&([A-Za-z][A-Za-z0-9]{1,31});")
_OF_XML = frozenset({"amp", "lt", "gt", "quot", "apos"})
_DECLARATION = re.compile(r"\s*<\?xml(?s:.)*?\?>")

_TAIL = 1000
"""Characters at the end of a document in which its last tag stands; servers add comments after it."""

_ENTRIES = frozenset({"item", "entry"})
_MOST_ELEMENTS = 100_000
"""Of all entries together, about three seconds of a feed parser's time."""
_MOST_ABOUT = 200
"""Elements of a feed that are not entries: its title, picture, categories."""


_LONG = frozenset({"content", "encoded", "description", "summary", "body", "fullitem", "div"})
"""Elements that hold an article; in others (a name, a date, a link) text beyond a length is cut off."""
_FIELDS = frozenset(
    {"title", "link", "guid", "id", "pubdate", "published", "issued", "created", "updated", "modified",
     "date", "creator", "author", "source", "origlink", "language", "ttl"}
) | _LONG  # fmt: skip
"""What is read of a feed and of its entries. Feed parsers stumble over others: places, media, podcasts."""
_INNER = frozenset({"name", "title", "id", "div", "span", "p", "a", "b", "i", "em", "strong", "sub", "sup"})
"""What may stand inside a field that is not an article: an author's name, a source's title, markup."""
_SPACES = frozenset(
    {"", "http://www.w3.org/2005/Atom", "http://purl.org/dc/elements/1.1/", "http://purl.org/dc/terms/",
     "http://purl.org/rss/1.0/modules/content/", "http://rssnamespace.org/feedburner/ext/1.0"}
)  # fmt: skip
"""Namespaces of what is read, besides the feed's own."""
_MARKUP = frozenset({"", "http://www.w3.org/1999/xhtml"})
_LONGEST = 1000
_MOST_ATTRIBUTES = 20


class Bomb(Exception):
    """A document that declares entities of its own."""


@dataclass(frozen=True, slots=True)
class Bounded:
    """The XML in UTF-8, well-formed, without a document type; how many entries it has and how many were left
    out; whether the document ended before its end."""

    raw: bytes
    kept: int
    left_out: int
    cut: bool


def bounded(text: str, most: int) -> Bounded | None:
    """Return a feed with its first `most` entries; None when it is no XML.

    Raises: Bomb: it declares entities that stand for more than a character or a word.
    """
    from lxml import etree

    root = tree(text)
    if root is None:
        return None
    cut = f"</{_tag(root)}" not in text[-_TAIL:]
    if cut:
        _without_last(root)
    kept, left_out = _trimmed(root, most)
    _without_strange(root)
    _clip(root)
    return Bounded(etree.tostring(root, encoding="utf-8", xml_declaration=True), kept, left_out, cut)


def tree(text: str) -> Element | None:
    """Return a document as a tree without its document type, mended where it is not well-formed; None when it
    is no XML. Raises `Bomb` as `bounded` does."""
    from lxml import etree

    plain = UNPARSABLE.sub(" ", _DECLARATION.sub("", _undeclared(text), count=1))
    parser = etree.XMLParser(
        recover=True,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(_NAMED.sub(_character, plain).encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError:
        return None
    if root is not None and root.getroottree().docinfo.internalDTD is not None:
        raise Bomb
    return root


def _undeclared(text: str) -> str:
    """The text without its document type."""
    if not _DOCTYPE.match(text):
        return text
    found = _PLAIN_DOCTYPE.match(text)
    if found is None or "<!ENTITY" in _HARMLESS.sub("", found["subset"] or "").upper():
        raise Bomb
    return found["before"] + text[found.end() :]


def _character(match: re.Match[str]) -> str:
    """HTML's named characters, which XML does not know and feeds are full of."""
    name = match[1]
    return match[0] if name in _OF_XML else html5.get(f"{name};", f"&amp;{name};")


def _tag(element: Element) -> str:
    local = _local(element)
    return f"{element.prefix}:{local}" if element.prefix else local


def _local(element: Element) -> str:
    """The name without its namespace; feeds forget to declare those that everybody uses."""
    return str(element.tag).rpartition("}")[2].removeprefix("dc:").removeprefix("content:")


def _without_last(root: Element) -> None:
    """Take out the entry in which a document was cut off."""
    entries = [(parent, child) for parent, child in _children(root) if _local(child) in _ENTRIES]
    for parent, child in entries[-1:]:
        parent.remove(child)


def _trimmed(root: Element, most: int) -> tuple[int, int]:
    """Take out what is over the limits; return how many entries are kept and how many not."""
    kept = size = about = left_out = 0
    for parent, child in list(_children(root)):
        entry = _local(child) in _ENTRIES
        elements = sum(1 for _ in child.iter())
        fits = kept < most and size + elements <= _MOST_ELEMENTS if entry else about + elements <= _MOST_ABOUT
        if not fits:
            parent.remove(child)
            left_out += entry
        elif entry:
            kept, size = kept + 1, size + elements
        else:
            about += elements
    return kept, left_out


def _without_strange(root: Element) -> None:
    """Take out what is not read."""
    for parent, child in list(_children(root)):
        if _local(child) in _ENTRIES:
            for field in list(child.iterchildren("*")):
                _keep_known(child, field)
        else:
            _keep_known(parent, child)


def _keep_known(parent: Element, field: Element) -> None:
    """Take a field out that is not read, or what is strange inside it."""
    space, name = _space(field), _local(field).lower()
    if name not in _FIELDS or space not in _SPACES | {_space(parent)}:
        parent.remove(field)
        return
    for one in reversed(list(field.iterdescendants("*"))):
        inside = _space(one) in _MARKUP | {space} if name in _LONG else _local(one) in _INNER
        if not inside:
            one.getparent().remove(one)


def _space(element: Element) -> str:
    return str(element.tag).rpartition("}")[0].lstrip("{")


def _clip(root: Element) -> None:
    """Shorten what is long beyond reason: feed parsers take time by the square of it."""
    for element in root.iter("*"):
        if len(element.attrib) > _MOST_ATTRIBUTES:
            element.attrib.clear()
        for name, value in element.attrib.items():
            if len(value) > _LONGEST:
                element.attrib[name] = value[:_LONGEST]
    for _, child in _children(root):
        fields = child.iterchildren("*") if _local(child) in _ENTRIES else (child,)
        for field in fields:
            if _local(field).lower() not in _LONG:
                _clip_text(field)


def _clip_text(field: Element) -> None:
    for element in field.iter("*"):
        element.text = (element.text or "")[:_LONGEST]
        element.tail = (element.tail or "")[:_LONGEST]


def _children(root: Element) -> Iterator[tuple[Element, Element]]:
    """What stands in the feed and in its channels, which are not taken out themselves."""
    for child in root.iterchildren("*"):
        if _local(child) == "channel":
            yield from ((child, inner) for inner in child.iterchildren("*"))
        else:
            yield root, child
