"""Where feeds are named: in OPML files, as feed readers export them, and in the heads of web pages."""

import re
from collections.abc import Iterable, Mapping
from urllib.parse import urljoin

from sayso.read.bounded_xml import Bomb, tree
from sayso.read.encodings import decode
from sayso.read.kinds import PROLOG
from sayso.read.urls import canonical

MOST_FEEDS = 2000
"""Of one list. A desk follows dozens; more than this is another kind of file."""

_OPML = re.compile(rf"{PROLOG}<opml[\s>]", re.IGNORECASE)
_FEED_TYPES = frozenset(
    {"application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/feed+json"}
)


def is_outline(raw: bytes) -> bool:
    """Say whether bytes are an OPML file."""
    return _OPML.match(decode(raw).text) is not None


def in_outline(raw: bytes) -> tuple[str, ...] | None:
    """Return the URLs of the feeds in an OPML file, in its order; None when it cannot be read."""
    try:
        root = tree(decode(raw).text)
    except Bomb:
        return None
    if root is None:
        return None
    named = (_attribute(element.attrib, "xmlurl") for element in root.iter("{*}outline"))
    return _urls(named)


def in_page(raw: bytes, url: str, charset: str | None = None) -> tuple[str, ...]:
    """Return the URLs of the feeds that a web page names as its own, in its order."""
    from sayso.read.html import parsed

    page = parsed(raw, charset)
    links = [] if page is None else page.iter("link")
    return _urls(
        urljoin(url, link.get("href") or "")
        for link in links
        if "alternate" in (link.get("rel") or "").lower().split()
        and (link.get("type") or "").strip().lower() in _FEED_TYPES
    )


def _attribute(attributes: Mapping[str, str], name: str) -> str | None:
    return next((value for key, value in attributes.items() if key.lower() == name), None)


def _urls(named: Iterable[str | None]) -> tuple[str, ...]:
    found = dict.fromkeys(filter(None, map(_canonical, named)))
    return tuple(found)[:MOST_FEEDS]


def _canonical(url: str | None) -> str | None:
    """In canonical spelling; feed readers write `feed:` before `http:`, or in its place."""
    bare = re.sub(r"^\s*feed:(?://)?(?=https?:)", "", url or "", flags=re.IGNORECASE)
    return canonical(re.sub(r"^\s*feed:(?=//)", "http:", bare, flags=re.IGNORECASE))
