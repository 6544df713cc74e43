"""Feeds: RSS, RDF and Atom by feedparser, JSON Feed by the standard library.

feedparser is handed bytes in memory, well-formed and bounded (`bounded_xml.py`), never a URL or a name, which
it would open.
"""

import hashlib
import io
import json
import re
from collections.abc import Iterator, Sequence
from typing import Any
from urllib.parse import urljoin

from sayso.lexicon import words
from sayso.model.report import Problem, Received
from sayso.read.bounded_xml import Bomb, bounded
from sayso.read.encodings import decode
from sayso.read.entries import MOST_ENTRIES, Entry, Feed
from sayso.read.fragments import one_line, text
from sayso.read.reading import MAX_CHARACTERS, Reading, trouble
from sayso.read.urls import canonical

_XML_ENCODING = re.compile(rb"<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([\w-]+)")
_ELLIPSIS = re.compile(r"(?:\[\s*(?:…|\.{3})\s*\]|…|\.{3})\W*$")

_SHORTEST_CONTENT = 250
"""Characters of an entry's `content` from which it is taken for the whole article; shorter ones are captions
and teasers."""

_SHORTEST_DESCRIPTION = 1500
"""The same for a `description`, which by the word of the RSS specification is a synopsis, though some outlets
put the article there."""

_LAST_LINE = 60
"""Characters of the longest line that only says "read more"."""

_SLIPS = (ValueError, LookupError, TypeError, AttributeError, AssertionError, RecursionError)
"""What feedparser raises on feeds that it did not expect: a broken IPv6 address, a place with one number."""

_LONGEST_FIELD = 1000
"""Characters of a title, name or key; longer ones are cut, and a longer link is none."""

_LONGEST_PAUSE = 86_400.0


def parse(
    raw: bytes, *, url: str | None = None, charset: str | None = None, most: int = MOST_ENTRIES
) -> Feed:
    """Return what a feed holds, its first `most` entries; `url` is where it came from, `charset` what the
    server declared. What is wrong with it is in the result; nothing is raised."""
    declared = _XML_ENCODING.search(raw[:400])
    label = declared.group(1).decode("ascii", "replace") if declared else None
    written = decode(raw, charset or label).text
    if written.lstrip()[:1] == "{":
        return _json_feed(written, url, most)
    try:
        small = bounded(written, most)
    except Bomb:
        message = "declares entities of its own, as XML bombs do; it was not read"
        return Feed(None, wrong=(("xml-bomb", message),), refused=True)
    found = None if small is None else _parsed(small.raw, url)
    if small is None or found is None:
        message = "is no feed in RSS, RDF, Atom or JSON that can be read"
        return Feed(None, wrong=(("no-feed", message),), refused=True)
    return _feed(found, url, tuple(_shortened(small.kept, small.left_out, small.cut)))


def read(raw: bytes, name: str, *, url: str | None = None, charset: str | None = None) -> Reading:
    """Return the entries that a feed carries whole as items, and a problem for each other one."""
    feed = parse(raw, url=url, charset=charset)
    items: list[Received] = []
    problems = [trouble(name, rule, f"{name} {message}.") for rule, message in feed.wrong]
    for number, entry in enumerate(feed.entries, 1):
        item = received(entry, f"{name}#{number}")
        items += [item] if item else []
        problems += [] if item else [_not_here(entry, f"{name}#{number}")]
    if not feed.entries and not problems:
        problems.append(trouble(name, "nothing-readable", f"{name} is a feed without entries."))
    return Reading(tuple(items), tuple(problems))


def received(entry: Entry, name: str) -> Received | None:
    """Return the article that an entry carries, called by its link or, without one, by `name`; None where it
    carries none."""
    if entry.text is None or len(entry.text) > MAX_CHARACTERS:
        return None
    raw = json.dumps({"title": entry.title, "text": entry.text}, ensure_ascii=False)
    return Received(
        name=entry.link or name,
        raw=raw.encode("utf-8", "surrogatepass"),
        text=entry.text,
        url=entry.link,
        title=entry.title,
        outlet=entry.outlet,
        byline=entry.author,
        language=entry.language,
        published=entry.published,
        updated=entry.updated,
    )


def _not_here(entry: Entry, name: str) -> Problem:
    called = f"“{entry.title}”" if entry.title else name
    if entry.text is not None:
        size = f"{len(entry.text):,} characters; a report has at most {MAX_CHARACTERS:,}"
        return trouble(entry.link or name, "too-large", f"{called} has {size}.")
    if entry.link is None:
        return trouble(
            name, "empty", f"{called} is in the feed without its article and without a link to one."
        )
    message = f"{called} is in the feed as a summary only; the article itself was not fetched: {entry.link}"
    return trouble(entry.link, "summary-only", message)


def _shortened(kept: int, left_out: int, cut: bool) -> Iterator[tuple[str, str]]:
    if cut:
        yield "feed-cut", "is cut off before its end; the entry in which it ends was left out"
    if left_out:
        yield "feed-long", f"has more entries than are read at once: {kept:,} were read, {left_out:,} not"


def _parsed(raw: bytes, url: str | None) -> Any:
    """What feedparser makes of it; None where that is no feed."""
    from feedparser.api import parse as parse_feed

    headers = {"content-type": "application/xml; charset=utf-8", **({"content-location": url} if url else {})}
    try:
        found: Any = parse_feed(  # type: ignore[no-untyped-call]
            io.BytesIO(raw), response_headers=headers, sanitize_html=False, resolve_relative_uris=False
        )
    except _SLIPS:
        return None
    return found if found.version or found.entries else None


def _feed(found: Any, url: str | None, wrong: tuple[tuple[str, str], ...]) -> Feed:
    about = _Values(found.feed)
    title, language = one_line(_get(about, "title")), _get(about, "language")
    entries = [_entry(_Values(entry), title, language, url) for entry in found.entries]
    return Feed(title, _distinct(entries), wrong, pause=_pause(_get(about, "ttl")))


_Values = dict[str, Any]
"""feedparser's own kind of dict gives one date for another where the one is missing."""


def _get(values: _Values, key: str) -> str | None:
    """A value that is text, without the spaces around it, as far as the limit."""
    value = _text(values, key)
    return value[:_LONGEST_FIELD] if value else None


def _text(values: _Values, key: str) -> str | None:
    value = values.get(key)
    return value.strip() or None if isinstance(value, str) else None


def _pause(minutes: str | None) -> float | None:
    return min(float(minutes[:9]) * 60, _LONGEST_PAUSE) if minutes and minutes.isdecimal() else None


def _entry(entry: _Values, outlet: str | None, language: str | None, url: str | None) -> Entry:
    contents = [_plain(_Values(one)) for one in entry.get("content") or ()]
    summary = _plain(_Values(entry.get("summary_detail") or {}))
    link = _link(_get(entry, "feedburner_origlink") or _get(entry, "link"), url)
    title = one_line(_get(entry, "title"))
    published, updated = _get(entry, "published"), _get(entry, "updated")
    source = _Values(entry.get("source") or {})
    return Entry(
        key=_get(entry, "id") or link or _hash(title, published, summary),
        link=link,
        title=title,
        published=published or updated,
        updated=updated if updated != published else None,
        author=one_line(_get(entry, "author")),
        outlet=one_line(_get(source, "title")) or outlet,
        language=language,
        summary=summary,
        text=_whole(contents, summary),
    )


def _plain(detail: _Values) -> str:
    """The text of an element that says whether it is HTML."""
    value = str(detail.get("value") or "")
    return value if detail.get("type") == "text/plain" and "<" not in value else text(value)


def _link(link: str | None, url: str | None) -> str | None:
    try:
        found = canonical(urljoin(url or "", link)) if link else None
    except ValueError:
        return None
    return found if found and len(found) < _LONGEST_FIELD else None


def _hash(*parts: str | None) -> str:
    return hashlib.sha256(repr(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _whole(contents: Sequence[str], summary: str) -> str | None:
    """The article's text where the feed carries all of it; a text that says it goes on elsewhere is none."""
    content = max(contents, key=len, default="")
    if len(content) >= _SHORTEST_CONTENT and len(content) >= len(summary) and not _goes_on(content):
        return content
    return summary if len(summary) >= _SHORTEST_DESCRIPTION and not _goes_on(summary) else None


def _goes_on(content: str) -> bool:
    """Whether a text ends in an ellipsis, or a line like "Continue reading"."""
    last = content.rstrip().rpartition("\n")[2]
    if len(last) <= _LAST_LINE and last.lower().strip(" .…[]()»>→:!") in words("feeds", "more"):
        return True
    return bool(_ELLIPSIS.search(last[-_LAST_LINE:]))


def _distinct(entries: Sequence[Entry]) -> tuple[Entry, ...]:
    """Without entries that a feed gives twice."""
    return tuple({entry.key: entry for entry in reversed(entries)}.values())[::-1]


def _json_feed(written: str, url: str | None, most: int) -> Feed:
    try:
        whole = json.loads(written, strict=False)
    except (ValueError, RecursionError):
        return Feed(
            None,
            wrong=(("no-feed", "is no feed: it starts as JSON and cannot be read as that"),),
            refused=True,
        )
    items = whole.get("items") if isinstance(whole, dict) else None
    if not isinstance(items, list):
        return Feed(None, wrong=(("no-feed", "is JSON, but no feed"),), refused=True)
    title, language = one_line(_get(whole, "title")), _get(whole, "language")
    entries = [_json_entry(one, title, language, url) for one in items[:most] if isinstance(one, dict)]
    return Feed(title, _distinct(entries), tuple(_shortened(most, max(0, len(items) - most), False)))


def _json_entry(item: dict[str, Any], outlet: str | None, language: str | None, url: str | None) -> Entry:
    content = text(_text(item, "content_html") or "") or _text(item, "content_text") or ""
    link = _link(_get(item, "url") or _get(item, "external_url"), url)
    title, published = one_line(_get(item, "title")), _get(item, "date_published")
    authors = item.get("authors") or [item.get("author")]
    names = (
        [_get(one, "name") for one in authors if isinstance(one, dict)] if isinstance(authors, list) else []
    )
    summary = one_line(_text(item, "summary")) or ""
    return Entry(
        key=_get(item, "id") or link or _hash(title, published, content),
        link=link,
        title=title,
        published=published,
        updated=_get(item, "date_modified"),
        author=", ".join(filter(None, names)) or None,
        outlet=outlet,
        language=_get(item, "language") or language,
        summary=summary,
        text=_whole([content], summary),
    )
