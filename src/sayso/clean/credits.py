"""Who published a report, whose copy it carries, and who signs it: from its lines outside the body.

What the body says about agencies ("…, Harbour Wire reported") is a relay of one statement and not read here.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from urllib.parse import urlsplit

from sayso.clean.lines import byline, is_crumbs, is_dated
from sayso.clean.names import (
    agencies_in,
    agency,
    cased,
    is_capitals,
    is_name,
    is_outlet,
    is_section,
    parts,
    without_agency,
)
from sayso.lexicon import given_names, table, words
from sayso.model.names import one_house

_RIGHTS = re.compile(
    r"(?:(?:©|\(c\)|copyright)\s*)+(?:(?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)?\d\d)?,?\s*)?"
    r"(?:by\s+)?(?P<holder>[^.,;|©\d]{2,50})",
    re.IGNORECASE,
)
_SOURCE = re.compile(r"\b(?:sources?|agency|agencies)\s*:\s*(?P<names>[^.]{2,80})", re.IGNORECASE)
_NAMES = re.compile(r",|;|\band\b|&|/|\bwith\b|\bfrom\b|\bby\b|:", re.IGNORECASE)
_AFTER_BY = re.compile(r"\b(?:by|from|with|and)\s+(?:the\s+)?([A-Z][\w-]{2,})\b\s*(?=$|[.,;)]|\band\b)")
_FOR_OUTLET = re.compile(r"\s+for\s+(?P<outlet>(?:the\s+)?[A-Z].+?)(?:\s+online)?$", re.IGNORECASE)
_REPORTER = re.compile(r"\(Reporting by (?P<who>[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){1,3})(?= in |[;,)])")
_CONTRIBUTED = re.compile(r"(?P<names>[^.]{2,80}?)\s+contributed to this (?:report|story|article)\b")
_IN_PLACE = re.compile(r"\s+in\s+[A-Z].*$")
_WHO_END = re.compile(r"\s*(?:,|\||\s[-–—]\s).*$")


@dataclass(frozen=True, slots=True)
class Furniture:
    """The lines of a report outside its body, by role, in order; `body` is the text they are spelled
    after."""

    headers: tuple[str, ...]
    credits: tuple[str, ...]
    boilerplate: tuple[str, ...]
    body: str = ""


@dataclass(frozen=True, slots=True)
class Credits:
    """Outlet and byline, None where nothing says, and agencies in the order they are named."""

    outlet: str | None
    byline: str | None
    agencies: tuple[str, ...]


def credited(
    furniture: Furniture, outlet: str | None, signed: str | None, url: str | None, dateline_agency: str | None
) -> Credits:
    """Return who is credited. `outlet`, `signed` and `url` are what metadata says, and win.

    A dateline's agency is one whatever its name; elsewhere a name must be known, in capitals, or look like
    an agency.
    """
    found = outlet or _outlet(furniture) or _by_domain(url)
    who = signed or _byline(furniture)
    named = [*([dateline_agency] if dateline_agency else []), *_agencies(furniture, who, found)]
    others = [name for name in named if not (found and one_house(name, found))]
    return Credits(found, without_agency(who) if who else None, _once(others or named))


def _once(named: Iterable[str]) -> tuple[str, ...]:
    """Each agency once: `Meridia` and `MERIDIA` are one."""
    kept: dict[str, str] = {}
    for name in named:
        kept.setdefault(name.lower().removeprefix("the "), name)
    return tuple(kept.values())


def signatures(text: str) -> Iterator[str]:
    """Yield the names under which a text names its own outlet ("Discover more from …"), line by line."""
    for line in text.split("\n"):
        if len(line) <= 300:
            for pattern in _signatures():
                yield from (_plain(match["outlet"]) for match in pattern.finditer(line.strip()))


@cache
def _signatures() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(entry["regex"]) for entry in table("outlets")["signatures"])


def _plain(name: str) -> str:
    name = name.strip(" -–—|")
    return (
        "The " + name[4:] if name.startswith("the ") and len(name.split()) == 2 else name.removeprefix("the ")
    )


def _outlet(furniture: Furniture) -> str | None:
    candidates = (
        _mastheads(furniture),
        _signed_for(furniture),
        _signed_footers(furniture),
        _holders(furniture),
        _signed_houses(furniture),
    )
    name = next((name for names in candidates for name in names), None)
    return None if name is None else cased(name, furniture.body)


def _mastheads(furniture: Furniture) -> Iterator[str]:
    """Header lines that are a name: first those that look like an outlet's, then any label of a row that
    does and is no agency's, then the first of a row, unless it looks like a person's."""
    rows = [(line, parts(line) or [line]) for line in furniture.headers if not byline(line)]
    yield from (row[0] for _, row in rows if is_outlet(row[0]))
    yield from (label for _, row in rows for label in row[1:] if is_outlet(label) and not agency(label))
    for line, first in ((line, row[0]) for line, row in rows if not _is_persons(row[0])):
        titled = first.startswith("The ") and is_name(first, most=4)
        capitals = titled or (is_capitals(first) and is_name(first, most=6) and not is_dated(line))
        crumbs = is_crumbs(line) and is_name(first, most=4)
        if (
            capitals or crumbs or (len(parts(line)) > 1 and line.startswith(first) and _tagline(line))
        ) and not is_section(first):
            yield first


def _is_persons(label: str) -> bool:
    """Two or three words of which the first is a given name: `Anna Ruiz`."""
    given = label.partition(" ")[0]
    return len(label.split()) in {2, 3} and given_names.gender(given.title()) is not None


def _tagline(line: str) -> bool:
    """`Harbour Watch – all the ships in one place`, as page titles end."""
    named = parts(line)
    return len(named) == 2 and is_name(named[0], most=4) and not is_dated(line) and len(named[1].split()) >= 3


def _signed_for(furniture: Furniture) -> Iterator[str]:
    for line in furniture.headers:
        match = _FOR_OUTLET.search(byline(line) or "")
        if match:
            yield match["outlet"].strip()


def _signed_houses(furniture: Furniture) -> Iterator[str]:
    """The outlet behind who signs, where that is no agency: `By Ana Ruiz, The Harbour Post`."""
    signed = (who for line in furniture.headers if (who := byline(line)) and ", " in who)
    houses = (who.rpartition(", ")[2] for who in signed)
    yield from (name for name in houses if is_outlet(name) and not agency(name))


def _signed_footers(furniture: Furniture) -> Iterator[str]:
    for line in furniture.boilerplate:
        yield from signatures(line)


def _holders(furniture: Furniture) -> Iterator[str]:
    """Holders of the rights, but for companies: `© Harbour Watch 2022`."""
    for line in furniture.boilerplate:
        match = _RIGHTS.search(line)
        name = match["holder"].strip(" -–—/") if match else ""
        last = {word.lower().strip(".") for word in name.split()} & words("outlets", "company_words")
        photo = "/" in name and agency(name) is None
        if (
            name
            and is_name(name, most=5)
            and not photo
            and not last
            and not re.match(r"(?i)all rights", name)
        ):
            yield name.removesuffix(" All rights reserved").strip()


def _by_domain(url: str | None) -> str | None:
    host = urlsplit(url or "").netloc.lower().removeprefix("www.")
    domains = table("outlets")["domains"]
    return next(
        (name for domain, name in domains.items() if host == domain or host.endswith("." + domain)), None
    )


def _byline(furniture: Furniture) -> str | None:
    for line in furniture.headers:
        who = byline(line)
        if who is not None:
            return cased(_WHO_END.sub("", _IN_PLACE.sub("", _FOR_OUTLET.sub("", who)))) or None
    bare = (name for line in furniture.headers for name in _bare(line))
    reporters = (match["who"] for line in furniture.credits if (match := _REPORTER.search(line)))
    return next(iter([*bare, *reporters]), None)


def _bare(line: str) -> Iterator[str]:
    """A person's name that stands alone or beside a date or office: two or three words that name nothing
    else."""
    for part in parts(line):
        name = part.partition(",")[0].strip()
        plain = is_name(name, most=3) and len(name.split()) in {2, 3} and not is_capitals(name)
        plain = plain and (is_dated(line) or not is_crumbs(line))
        if (
            plain
            and not is_outlet(name)
            and not is_section(name)
            and not agency(name)
            and name[:4] not in {"The ", "La "}
        ):
            yield name


def _agencies(furniture: Furniture, who: str | None, outlet: str | None) -> Iterator[str]:
    for line in furniture.headers:
        yield from filter(None, map(agency, parts(line)))
        yield from _signed(byline(line) or "")
        yield from agencies_in(line) if is_dated(line) else ()
    yield from _signed(who or "")
    for line in furniture.credits:
        yield from _in_credit(line)
    for line in furniture.boilerplate:
        for match in _SOURCE.finditer(line):
            yield from _in_credit(match["names"])
        for match in _CONTRIBUTED.finditer(line):
            yield from agencies_in(match["names"])
    yield from (agency(name) or name for name in _holders(furniture) if outlet and not _alike(name, outlet))


def _signed(who: str) -> Iterator[str]:
    """Agencies of a byline, and the outlet after its last comma: `Ana Ruiz, The Harbour Post`."""
    yield from agencies_in(who)
    yield from filter(None, map(agency, re.split(r",|/|\band\b", who)))
    last = who.rpartition(", ")[2] if ", " in who else ""
    if is_outlet(last) and not agencies_in(last):
        yield last


def _alike(first: str, second: str) -> bool:
    """Names that share a word are one house: NPB and NPB News Online; a domain is that of its outlet."""
    if one_house(first, second):
        return True
    small = words("datelines", "connectors")
    one, two = ({word.lower() for word in name.split()} - small for name in (first, second))
    return bool(one & two)


def _in_credit(line: str) -> Iterator[str]:
    """Agencies of a credit line: known names, codes in capitals, names that look like an agency's, single
    names."""
    inner = line.strip(" ()[]—–-.")
    if is_name(inner, most=1) or (is_capitals(inner) and is_name(inner, most=3)):
        yield agency(inner) or inner
        return
    for part in _NAMES.split(inner):
        name = re.sub(r"^(?:the|with|files?|inputs?|from)\s+", "", part.strip(" .()"), flags=re.IGNORECASE)
        known = agency(name)
        looks = is_name(name, most=5) and ((is_capitals(name) and len(name) <= 12) or _agency_like(name))
        if known or looks:
            yield known or name
    yield from agencies_in(inner)
    yield from (agency(match) or match for match in _AFTER_BY.findall(inner))


def _agency_like(name: str) -> bool:
    lowered = f" {name.lower()} "
    return any(f" {word} " in lowered for word in words("agencies", "words"))
