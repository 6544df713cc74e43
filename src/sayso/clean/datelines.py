"""The dateline that opens a report: place, date and agency before the first sentence."""

import re
from dataclasses import dataclass

from sayso.clean.names import agency, cased, is_capitals, is_name, is_outlet
from sayso.clean.stamps import Stamp, find
from sayso.lexicon import words

_BRACKETED = re.compile(
    r"(?P<lead>[^()\n\"“”]{0,90}?)[\s,]*\((?P<agency>[^()\n]{2,40})\)"
    r"\s*(?P<mark>[—–:_]|-{1,2}(?=\s)|)\s*(?=\S)"
)
_DASHED = re.compile(r"(?P<lead>[^()\n\"“”—–]{2,80}?)\s*(?:[—–]|--|(?<=\s)[-_](?=\s))\s*(?=\S)")
_MARKED = re.compile(r"(?P<lead>[^\W\d_][\w'’/ -]{2,40}?)(?:, (?P<date>[^:.]{3,20}))?[:.] (?=[\"“‘'A-Z])")

_MIN_REST = 15
"""Characters that must follow: a dateline opens a sentence."""


@dataclass(frozen=True, slots=True)
class Dateline:
    """Length of the dateline with the spaces after it, and what it names: place, date, agency."""

    length: int
    place: str | None
    stamp: Stamp | None
    agency: str | None


def dateline(paragraph: str) -> Dateline | None:
    """Return the dateline at the start of a paragraph, or None.

    A name in brackets after a place or date is the agency, known or not. Without brackets the place must be
    printed in capitals or be followed by a date, for `Lima – the capital –` opens sentences too.
    """
    for attempt in (_bracketed, _dashed, _marked):
        found = attempt(paragraph)
        if found is not None and len(paragraph) - found.length >= _MIN_REST:
            return found
    return None


def wire(line: str) -> str | None:
    """Return the known agency whose dateline opens a line (`LIMA (AP) -`), however the line goes on."""
    match = _BRACKETED.match(line)
    if match is None or agency(match["agency"]) is None:
        return None
    found = dateline(line)
    return found.agency if found and found.place else None


def _bracketed(paragraph: str) -> Dateline | None:
    match = _BRACKETED.match(paragraph)
    if match is None or not is_name(match["agency"], most=4):
        return None
    place, stamp = _lead(match["lead"])
    known = agency(match["agency"])
    if not match["lead"].strip() and known is None:
        return None
    known = known or (match["agency"] if is_capitals(match["agency"]) else None)
    if match["lead"].strip() and place is None and stamp is None:
        return None
    if stamp is None and not _sure(place, known, match["mark"]):
        return None
    return Dateline(match.end(), _spelled(place), stamp, agency(match["agency"]) or match["agency"].strip())


def _sure(place: str | None, known: str | None, mark: str) -> bool:
    if place is None:
        return known is not None
    return _in_capitals(place) or (known is not None and bool(mark))


def _dashed(paragraph: str) -> Dateline | None:
    match = _DASHED.match(paragraph)
    place, stamp = _lead(match["lead"]) if match else (None, None)
    if match is None or place is None or not (stamp or _in_capitals(place)):
        return None
    return Dateline(match.end(), _spelled(place), stamp, None)


def _marked(paragraph: str) -> Dateline | None:
    """`NEW DELHI: ` and `GOTHENBURG. `"""
    match = _MARKED.match(paragraph)
    if (
        match is None
        or len(match["lead"].split()) > 3
        or not is_capitals(match["lead"])
        or _no_place(match["lead"])
    ):
        return None
    stamp = next(find(match["date"] or ""), None)
    if match["date"] and stamp is None:
        return None
    return Dateline(match.end(), _spelled(match["lead"]), stamp, None)


def _lead(lead: str) -> tuple[str | None, Stamp | None]:
    """Place and date of what stands before the agency or dash; (None, None) where it is neither."""
    stamps = list(find(lead))
    stamp = stamps[-1] if stamps and not lead[stamps[-1].end :].strip(" ,.") else None
    place = (lead[: stamp.start] if stamp else lead).strip(" ,")
    if not place:
        return None, stamp
    ok = is_name(place, most=8) and not _no_place(place) and not is_outlet(place)
    return (place, stamp) if ok else (None, None)


def _in_capitals(place: str) -> bool:
    return is_capitals(place.partition(",")[0])


def _no_place(place: str) -> bool:
    return place.lower().strip(" .") in words("datelines", "not_places")


def _spelled(place: str | None) -> str | None:
    """Capitals are how wires set places, not how these are spelled."""
    if place is None:
        return None
    return ", ".join(cased(part.strip()) for part in place.split(","))
