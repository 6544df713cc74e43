"""Where everything is: the address of each view, and links between anchors of one page made links between
pages."""

import re
from urllib.parse import quote, urlencode

from sayso.present.web.cases import Case

SECTIONS = {
    "said": "What is said",
    "apart": "Apart",
    "moved": "Moved",
    "figures": "Over time",
    "origins": "Where from",
    "timeline": "Timeline",
    "missing": "Missing",
    "articles": "Articles",
    "parties": "Who speaks",
    "reviewed": "Decided",
    "problems": "Could not read",
}
"""The sections that have a page of their own, and what the way to each is called."""

_OF_KIND = {"x": "apart", "f": "figures", "t": "figures", "o": "origins", "e": "timeline", "d": "reviewed"}
"""The section that holds anchors of a kind."""

_LINK = re.compile(r'((?:href="|"href":"))#([^"\s]*)"')
"""A link within the page, in markup or in the JSON for the script. In both, text of an article cannot hold
this: its quotation marks are escaped."""

_ANCHOR = re.compile(r'\sid="([^"]+)"')


def story(number: int, section: str = "") -> str:
    """Return the address of a story, or of one of its sections."""
    return f"/stories/{number}/{section}" if section else f"/stories/{number}"


def review(number: int, thing: str = "") -> str:
    """Return the address where something of a story is decided on, or of what there is to decide."""
    return "/".join(filter(None, (story(number, "review"), quote(thing, safe=""))))


def claim(number: int) -> str:
    """Return the address of a claim."""
    return f"/claims/{number}"


def article(number: int, report: str) -> str:
    """Return the address of an article in its story."""
    return f"{story(number, 'articles')}/{quote(report, safe='')}"


def party(case: Case, entity: str) -> str:
    """Return the address of a party of a story."""
    return f"{story(case.number, 'parties')}/{quote(case.party_key(entity), safe='')}"


def with_query(path: str, **values: object) -> str:
    """Return an address with those values that are not empty."""
    given = {key: str(value) for key, value in values.items() if value not in (None, "")}
    return f"{path}?{urlencode(given)}" if given else path


def relinked(html: str, case: Case) -> str:
    """Return a page with each link to an anchor that is not in it led to the page that has the anchor."""
    here = set(_ANCHOR.findall(html))

    def led(found: re.Match[str]) -> str:
        before, anchor = found.groups()
        kept = anchor in here and not anchor.startswith("c-")
        return f'{before}{f"#{anchor}" if kept else _page_of(case, anchor) or f"#{anchor}"}"'

    return _LINK.sub(led, html)


def _page_of(case: Case, anchor: str) -> str | None:
    """Return the address of what an anchor of the one-file page names; None for what is not known."""
    kind, _, key = anchor.partition("-")
    if not key:
        return _section(case, anchor)
    if kind == "c":
        return claim(case.numbers[key]) if key in case.numbers else None
    if kind == "r":
        return article(case.number, key) if key in case.index.reports else None
    if kind == "p":
        return party(case, key)
    if kind in {"at", "n"}:
        fact = case.index.facts.get(key)
        return f"{article(case.number, fact.report)}#{anchor}" if fact else None
    if section := _section_of(case, kind, key):
        return f"{story(case.number, section)}?at={anchor}#{anchor}"
    return None


def _section(case: Case, name: str) -> str | None:
    if name in {"top", "glance"}:
        return story(case.number)
    return story(case.number, name) if name in SECTIONS else None


def _section_of(case: Case, kind: str, key: str) -> str | None:
    if kind == "x" and key in case.moved:
        return "moved"
    return _OF_KIND.get(kind)
