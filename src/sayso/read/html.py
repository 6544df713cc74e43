"""HTML pages: the article's text with trafilatura, its captions, and what the page's own metadata says.

Dates come from structured metadata first (schema.org JSON-LD, then Open Graph and other meta elements, then
a `time` element of the article), and from htmldate where a page has none of these.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING, Any

from sayso.model.ids import bytes_id
from sayso.model.report import Received
from sayso.read.encodings import UNPARSABLE, decode
from sayso.read.reading import MAX_CHARACTERS, Reading, refusal, trouble
from sayso.read.urls import canonical, same_host

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?([\w-]+)", re.IGNORECASE)
_UNTOLD = re.compile(r"iso-?8859-?1|us-ascii", re.IGNORECASE)
_XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_DATE_START = re.compile(r"\s*\d{4}-?\d\d-?\d\d")
_ARTICLE_TYPE = re.compile(r"Article|Posting|^(Report|WebPage|Review)$")

_PUBLISHED = (
    "article:published_time",
    "og:article:published_time",
    "og:published_time",
    "datepublished",
    "date",
    "pubdate",
    "publishdate",
    "publish-date",
    "publication_date",
    "dc.date",
    "dc.date.issued",
    "dcterms.created",
    "parsely-pub-date",
    "sailthru.date",
    "cxenseparse:recs:publishtime",
    "article:published",
)
_UPDATED = (
    "article:modified_time",
    "og:updated_time",
    "og:article:modified_time",
    "datemodified",
    "last-modified",
    "dcterms.modified",
    "lastmod",
)

_LATEST = "2099-12-31"
"""htmldate looks no further than today unless told so; a fixed end gives the same result on every day."""

MOST_ELEMENTS = 25_000
"""Of a page; what follows is left out. Finding the article takes time by the square of their number, some
seconds for as many; pages of news sites have 500 to 5,000."""

_MIN_CAPTION, _MAX_CAPTION = 20, 600
"""Characters of a caption worth keeping: shorter ones are labels, longer ones are not captions."""


def read(raw: bytes, name: str, *, url: str | None = None, charset: str | None = None) -> Reading:
    """Return the article of a page; `url` is where it was fetched from, `charset` what the server declared.

    A page without an article gives a problem. The text has a paragraph a line with blank lines between them;
    captions stand where the page has them, after the word `Caption:`.
    """
    tree = parsed(raw, charset)
    cut = tree is not None and _shortened(tree)
    document = None if tree is None else _extract(tree, url)
    if tree is None or document is None or not (document.text or "").strip():
        return refusal(name, "no-article", f"{name} is a web page in which no article was found.")
    text = "\n\n".join(_with_captions(tree, document.text.split("\n")))
    if len(text) > MAX_CHARACTERS:
        return refusal(
            name,
            "too-large",
            f"{name} has {len(text):,} characters; a report has at most {MAX_CHARACTERS:,}.",
        )
    item = _received(tree, document, Received(name=name, raw=raw, text=text, url=url))
    if not cut:
        return Reading(items=(item,))
    message = f"{name} has more than {MOST_ELEMENTS:,} elements; only its beginning was read."
    return Reading((item,), (trouble(name, "cut", message, bytes_id(item.url or item.name, raw)),))


def parsed(raw: bytes, charset: str | None) -> HtmlElement | None:
    """Return a page as a tree, None when there is nothing to parse. `charset` is what the server declared; a
    server that says ISO-8859-1 has mostly not been told, so that what the page says of itself goes first."""
    from lxml import etree
    from lxml.html import HTMLParser, fromstring

    declared = _CHARSET.search(raw[:4096])
    label = declared.group(1).decode("ascii", "replace") if declared else None
    of_server = None if label and _UNTOLD.fullmatch(charset or "") else charset
    decoded = decode(raw, of_server or label).text
    text = _XML_DECLARATION.sub("", UNPARSABLE.sub(" ", decoded))
    try:
        return fromstring(text, parser=HTMLParser(remove_pis=True, encoding=None))
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None


def _shortened(tree: HtmlElement) -> bool:
    """Take out what is over the limit, and say whether something was."""
    extra = list(islice(tree.iter(), MOST_ELEMENTS, None))
    for element in reversed(extra):
        element.getparent().remove(element)
    return bool(extra)


def _extract(tree: HtmlElement, url: str | None) -> Any:
    from copy import deepcopy

    from trafilatura import bare_extraction

    dates = {"original_date": True, "extensive_search": False, "max_date": _LATEST}
    return bare_extraction(
        deepcopy(tree), url=url, include_comments=False, with_metadata=True, date_extraction_params=dates
    )  # fmt: skip


def _received(tree: HtmlElement, document: Any, plain: Received) -> Received:
    linked = list(_linked_data(tree))
    return Received(
        name=plain.name,
        raw=plain.raw,
        text=plain.text,
        url=_url(tree, plain.url),
        title=_first(_metas(tree, ("og:title",))) or document.title,
        outlet=_first(_metas(tree, ("og:site_name",))) or _publisher(linked) or document.sitename,
        byline=(document.author or "").replace("; ", ", ") or None,
        language=_first(iter(tree.xpath("/html/@lang | /html/@*[local-name()='lang']"))),
        published=_first(_dates(tree, linked, "datePublished", _PUBLISHED)) or _time(tree) or document.date,
        updated=_first(_dates(tree, linked, "dateModified", _UPDATED)),
    )


def _first(values: Iterator[str]) -> str | None:
    return next((value.strip() for value in values if value.strip()), None)


def _url(tree: HtmlElement, fetched: str | None) -> str | None:
    """The page's canonical URL; of a fetched page only on its own host, for a page may name any other as
    its own."""
    named = [*tree.xpath("//link[@rel='canonical']/@href"), *_metas(tree, ("og:url",))]
    for candidate in filter(None, map(canonical, named)):
        if fetched is None or same_host(candidate, fetched):
            return candidate
    return fetched


def _metas(tree: HtmlElement, keys: tuple[str, ...]) -> Iterator[str]:
    """Contents of the meta elements with these names, in the order of the names."""
    found: dict[str, list[str]] = {}
    for element in tree.iter("meta"):
        for attribute in ("property", "name", "itemprop"):
            found.setdefault((element.get(attribute) or "").lower(), []).append(element.get("content") or "")
    for key in keys:
        yield from found.get(key, ())


def _linked_data(tree: HtmlElement) -> Iterator[dict[str, Any]]:
    """The article objects of the page's JSON-LD; broken JSON-LD, common on the web, counts as none."""
    for script in tree.xpath("//script[@type='application/ld+json']"):
        try:
            yield from _articles(json.loads(script.text_content(), strict=False))
        except (ValueError, RecursionError):
            continue


def _articles(node: Any) -> Iterator[dict[str, Any]]:
    if isinstance(node, list):
        for part in node:
            yield from _articles(part)
    elif isinstance(node, dict):
        types = node.get("@type")
        names = types if isinstance(types, list) else [types]
        if any(isinstance(name, str) and _ARTICLE_TYPE.search(name) for name in names):
            yield node
        for part in node.values():
            yield from _articles(part)


def _publisher(linked: list[dict[str, Any]]) -> str | None:
    for article in linked:
        publisher = article.get("publisher")
        name = publisher.get("name") if isinstance(publisher, dict) else None
        if isinstance(name, str) and name.strip():
            return name.strip()
    return None


def _dates(
    tree: HtmlElement, linked: list[dict[str, Any]], key: str, metas: tuple[str, ...]
) -> Iterator[str]:
    for article in linked:
        value = article.get(key)
        if isinstance(value, str) and _DATE_START.match(value):
            yield value
    yield from filter(_DATE_START.match, _metas(tree, metas))


def _time(tree: HtmlElement) -> str | None:
    """The first dated `time` element of the article itself."""
    values = tree.xpath("(//article | //main)//time/@datetime") or tree.xpath(
        "//time[@pubdate or @itemprop]/@datetime"
    )
    return next((value for value in values if _DATE_START.match(value)), None)


def _with_captions(tree: HtmlElement, lines: list[str]) -> list[str]:
    """Put the captions of the article's figures between the paragraphs they stand between."""
    lines = [line for line in lines if line.strip()]
    places: dict[int, list[str]] = {}
    numbers = {_key(line): number for number, line in enumerate(lines)}
    body = "\0".join(numbers)
    for at, caption in _placed_captions(tree, numbers):
        if _key(caption) not in body:
            places.setdefault(at, []).append(f"Caption: {caption}")
    woven = list(places.get(0, ()))
    for number, line in enumerate(lines, 1):
        woven += [line, *places.get(number, ())]
    return list(dict.fromkeys(woven))


def _placed_captions(tree: HtmlElement, numbers: dict[str, int]) -> Iterator[tuple[int, str]]:
    """Captions inside the article with the number of paragraphs before each."""
    inside = tree.xpath("//article | //main | //*[@role='main'] | //*[@itemprop='articleBody']")
    before = 0
    for element in inside[0].iter("p", "h1", "h2", "h3", "figcaption") if inside else ():
        words = " ".join(_texts(element)).split()
        if element.tag == "figcaption":
            caption = " ".join(words)
            if _MIN_CAPTION <= len(caption) <= _MAX_CAPTION:
                yield before, caption
        else:
            before = max(before, numbers.get(_key(" ".join(words)), -1) + 1)


def _texts(element: HtmlElement) -> Iterator[str]:
    return (str(part) for part in element.itertext() if isinstance(part, str))


def _key(text: str) -> str:
    return "".join(character for character in text.lower() if character.isalnum())
