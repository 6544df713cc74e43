"""Changes as an Atom feed (RFC 4287), an entry a change: ids that stay, nothing in a text can break it."""

import html
import re
import uuid
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from xml.etree import ElementTree

from sayso.model.dossier import Dossier
from sayso.present.views.changes import ChangeView, Said
from sayso.present.words import clip

NAMESPACE = "http://www.w3.org/2005/Atom"

UNDATED = "1970-01-01T00:00:00Z"
"""What stands for a time where no article has a date: Atom wants one, and this cannot be taken for one."""

TITLE = 300
"""Characters of an entry's title; the rest stands in its content."""

_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that no XML 1.0 document can hold, escaped or not."""

_INVISIBLE = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
"""Control characters and direction marks that XML allows and a reader would obey."""

_TAGS = {"-": "del", "+": "ins", "": "em"}


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: what its id is made of, its title, its time, its sort, and its content as HTML."""

    key: str
    title: str
    updated: str
    category: str
    content: str


def of_files(later: Dossier, views: Sequence[ChangeView], *, everything: bool = False) -> bytes:
    """Return the feed of what changed between two dossier files; trifles only when `everything`.

    Dossier files do not tell when something was seen: the newest date of their articles stands for it.
    """
    updated = newest(later)
    entries = [entry(one, updated) for one in views if everything or not one.minor]
    key = min((report.id for report in later.reports), default="")
    return present(f"story {key}", later.title, updated, entries)


def newest(dossier: Dossier) -> str:
    """Return the newest time that an article of a dossier carries, as Atom wants it."""
    moments = [
        moment.to or moment.from_
        for report in dossier.reports
        for moment in (report.updated, report.published)
        if moment
    ]
    return max((_time(one) for one in moments if one), default=UNDATED)


def entry(one: ChangeView, updated: str, *, key: str = "", story: str = "") -> Entry:
    """Return the entry of a change that was seen at `updated`; `key` tells it from the same change at another
    time, `story` is what its story is called where a feed has several."""
    content = "".join(_content(one, story))
    title = f"{one.label}: {clip(one.text, TITLE)}"
    return Entry(f"change {one.id} {key}".rstrip(), title, updated, one.kind, content)


def present(key: str, title: str, updated: str, entries: Iterable[Entry]) -> bytes:
    """Return a feed as UTF-8; `key` is what its id is made of."""
    feed = ElementTree.Element("feed", {"xmlns": NAMESPACE})
    _add(feed, "id", urn(key))
    _add(feed, "title", f"What changed: {title}")
    _add(feed, "updated", updated)
    _add(ElementTree.SubElement(feed, "author"), "name", "sayso")
    _add(feed, "generator", "sayso")
    for one in entries:
        _entry(feed, one)
    ElementTree.indent(feed)
    made: bytes = ElementTree.tostring(feed, encoding="utf-8", xml_declaration=True)
    return made + b"\n"


def urn(key: str) -> str:
    """Return the id of a feed or entry: the same key, the same id, on every machine."""
    return uuid.uuid5(uuid.NAMESPACE_OID, f"sayso {key}").urn


def _entry(feed: ElementTree.Element, one: Entry) -> None:
    node = ElementTree.SubElement(feed, "entry")
    _add(node, "id", urn(one.key))
    _add(node, "title", one.title)
    _add(node, "updated", one.updated)
    ElementTree.SubElement(node, "category", {"term": _allowed(one.category)})
    _add(node, "content", one.content).set("type", "html")


def _add(parent: ElementTree.Element, name: str, text: str) -> ElementTree.Element:
    node = ElementTree.SubElement(parent, name)
    node.text = _allowed(text)
    return node


def _allowed(text: str) -> str:
    return _INVISIBLE.sub("", _FORBIDDEN.sub("\ufffd", text))


def _content(one: ChangeView, story: str) -> Iterator[str]:
    if story:
        yield f"<p><b>{html.escape(story)}</b></p>"
    yield f"<p>{html.escape(one.text)}</p>"
    if one.lines:
        yield "<ul>"
        yield from map(_line, one.lines)
        yield "</ul>"
    if one.articles:
        yield f"<p>{html.escape(' · '.join(one.articles))}</p>"


def _line(line: Said) -> str:
    tag = _TAGS.get(line.mark, "em")
    who = f"<br>{html.escape(line.who)}" if line.who else ""
    return f"<li><{tag}>{html.escape(line.text)}</{tag}>{who}</li>"


def _time(value: str) -> str:
    """Return an ISO date or time as Atom wants it; without an offset it is taken for UTC."""
    try:
        found = datetime.fromisoformat(value)
        placed = found.astimezone(UTC) if found.tzinfo else found.replace(tzinfo=UTC)
        return placed.isoformat(timespec="seconds").replace("+00:00", "Z")
    except (ValueError, OverflowError):
        return UNDATED
