"""When a report was published and updated, as far as anything says so; nothing is made up.

Evidence in falling trust: the metadata of the format (`metadata`), header lines (`text`), the dateline
(`dateline`), and the date in the URL (`metadata`, asked last, for URLs are made once and articles
rewritten). Times of day are kept as printed, without their zone. The age of a file on disk is never
evidence.

| rule | what it means |
|---|---|
| `ambiguous-date` | month and day of a numeric date could be exchanged and nothing else decides; left open |
| `unreadable-date` | metadata or a header line hold a date that cannot be read, or that no calendar has |
| `dates-disagree` | evidence days apart (the more trusted is taken), or an update before the publication |
"""

import datetime
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from sayso.clean.lines import is_update, labelled
from sayso.clean.stamps import Stamp, find, impossible
from sayso.model.report import Basis, Moment, Precision

_IN_URL = re.compile(r"[/_-](20\d\d|19\d\d)[/-]?([01]\d)[/-]?([0-3]\d)(?![\d])")
_MONTH_IN_URL = re.compile(r"/(20\d\d|19\d\d)/([a-z]{3})/(\d{1,2})/")
_RIGHTS_YEAR = re.compile(r"(?:©|\(c\)|copyright)\D{0,60}?((?:19|20)\d\d)\b", re.IGNORECASE)
_EPOCH = re.compile(r"\d{10}(?:\d{3})?")

_APART = datetime.timedelta(days=1)
"""Time zones and night desks put a dateline, a header and the metadata of one report a day apart."""

_YEAR_WINDOW = datetime.timedelta(days=45)
"""A dateline without a year is of the year that puts it this near to the other evidence."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """A date with where it stands, in words for a problem, and what it rests on."""

    stamp: Stamp
    basis: Basis
    where: str


@dataclass(frozen=True, slots=True)
class Dates:
    """Moments of publication and update, or None, and (rule, message) of what is wrong with them."""

    published: Moment | None
    updated: Moment | None
    wrong: tuple[tuple[str, str], ...] = ()


def dated(
    published: str | None,
    updated: str | None,
    headers: Iterable[str],
    dateline: Stamp | None,
    url: str | None,
    rights: Iterable[str] = (),
) -> Dates:
    """Return when a report came out.

    `published` and `updated` are the metadata as found, `headers` the header lines, `dateline` the date of
    the dateline, `rights` lines that may hold a copyright year, which only completes a dateline without a
    year.
    """
    lines = list(headers)
    wrong: list[tuple[str, str]] = []
    wrong += _impossible(lines)
    first = [*_metadata(published, wrong), *_from_headers(lines, update=False)]
    last = [*_from_url(url)]
    year = _dateline_year(dateline, [*first, *last], rights)
    wrong += _homeless(dateline, year, [*first, *last])
    middle = [Evidence(year, Basis.DATELINE, "the dateline")] if year else []
    evidence = _decided([*first, *middle, *last], wrong)
    news = _decided([*_metadata(updated, wrong), *_from_headers(lines, update=True)], wrong)
    wrong += _disagreement(evidence)
    wrong += _updated_too_soon(evidence, news)
    return Dates(_moment(evidence), _moment(news), tuple(wrong))


def _metadata(value: str | None, wrong: list[tuple[str, str]]) -> Iterator[Evidence]:
    if value is None or not value.strip():
        return
    words = value.strip()
    if _EPOCH.fullmatch(words):
        words = _from_epoch(words)
    stamp = next((stamp for stamp in find(words) if stamp.year), None)
    if stamp is None:
        wrong.append(("unreadable-date", f"The date “{value.strip()[:60]}” cannot be read."))
        return
    yield Evidence(_without_midnight(stamp), Basis.METADATA, "the metadata")


def _from_epoch(digits: str) -> str:
    """Seconds, or milliseconds, since 1970, as feeds and archives give them."""
    moment = datetime.datetime.fromtimestamp(int(digits[:10]), datetime.UTC)
    return moment.strftime("%Y-%m-%dT%H:%M")


def _without_midnight(stamp: Stamp) -> Stamp:
    """00:00 in metadata is what software writes for a day without a time."""
    return replace(stamp, clock=None) if stamp.clock == "00:00" else stamp


def _from_headers(lines: list[str], *, update: bool) -> Iterator[Evidence]:
    """Dates of the header lines that say they are of an update, or do not; those with a time of day first."""
    found = [
        stamp
        for line in lines
        for stamp, label in labelled(line)
        if stamp.year and stamp.day and is_update(label) is update
    ]
    for stamp in sorted(found, key=lambda stamp: stamp.clock is None):
        yield Evidence(stamp, Basis.TEXT, "a header line")


def _from_url(url: str | None) -> Iterator[Evidence]:
    named = _MONTH_IN_URL.search((url or "").lower())
    match = _IN_URL.search(url or "")
    words = "-".join(match.groups()) if match else " ".join(reversed(named.groups())) if named else ""
    for stamp in find(words):
        yield Evidence(stamp, Basis.METADATA, "the URL")


def _dateline_year(stamp: Stamp | None, others: list[Evidence], rights: Iterable[str]) -> Stamp | None:
    """The dateline's date with the year that it names or that other evidence gives it; None without
    either."""
    if stamp is None or stamp.year or stamp.day is None:
        return stamp if stamp and stamp.day else None
    known = next((day for day in map(_day, (piece.stamp for piece in others)) if day), None)
    if known is not None:
        near = [replace(stamp, year=known.year + shift) for shift in (0, -1, 1)]
        return next((one for one in near if (day := _day(one)) and abs(day - known) <= _YEAR_WINDOW), None)
    years = {match for line in rights for match in _RIGHTS_YEAR.findall(line)}
    return replace(stamp, year=int(min(years))) if len(years) == 1 else None


def _impossible(lines: Iterable[str]) -> Iterator[tuple[str, str]]:
    """A header line with a date that no calendar has, as 29 February 2023."""
    for line in lines:
        for words in impossible(line):
            yield "unreadable-date", f"The date “{words}” in a header line is in no calendar."


def _homeless(stamp: Stamp | None, dated: Stamp | None, others: list[Evidence]) -> Iterator[tuple[str, str]]:
    """A dateline without a year that no year puts near the other evidence."""
    known = next((piece for piece in others if _day(piece.stamp)), None)
    if stamp is None or stamp.day is None or dated is not None or known is None:
        return
    said, near = f"{stamp.month:02}-{stamp.day:02}", _day(known.stamp)
    why = f"{known.where} was taken, as the more trusted of the two."
    yield "dates-disagree", f"The dateline gives {said}, which no year puts near {near}; {why}"


def _updated_too_soon(evidence: list[Evidence], news: list[Evidence]) -> Iterator[tuple[str, str]]:
    """An update days before the publication: one of the two is wrong, and nothing tells which."""
    first, last = _day(evidence[0].stamp) if evidence else None, _day(news[0].stamp) if news else None
    if first and last and last + _APART < first:
        yield "dates-disagree", f"{_capital(news[0].where)} gives an update on {last}, before {first}."


def _day(stamp: Stamp) -> datetime.date | None:
    try:
        return datetime.date(stamp.year or 0, stamp.month, stamp.day or 0)
    except ValueError:
        return None


def _decided(evidence: list[Evidence], wrong: list[tuple[str, str]]) -> list[Evidence]:
    """Numeric dates of two readings: the one that other evidence shares, else none, and a problem."""
    sure = {day for piece in evidence if piece.stamp.other is None and (day := _day(piece.stamp))}
    kept = []
    for piece in evidence:
        readings = [
            reading
            for reading in _readings(piece.stamp)
            if len(_readings(piece.stamp)) == 1 or _day(reading) in sure
        ]
        if len(readings) == 1:
            kept.append(replace(piece, stamp=readings[0]))
        else:
            one, two = (reading.date() for reading in _readings(piece.stamp))
            wrong.append(
                ("ambiguous-date", f"The date in {piece.where} may be {one} or {two}; nothing else decides.")
            )
    return kept


def _readings(stamp: Stamp) -> list[Stamp]:
    if stamp.other is None:
        return [stamp]
    month, day = stamp.other
    return [replace(stamp, other=None), replace(stamp, month=month, day=day, other=None)]


def _disagreement(evidence: list[Evidence]) -> Iterator[tuple[str, str]]:
    if not evidence:
        return
    taken = _day(evidence[0].stamp)
    for piece in evidence[1:]:
        day = _day(piece.stamp)
        if taken and day and abs(day - taken) > _APART:
            first, second = evidence[0].where, piece.where
            taken_why = f"{first} was taken, as the more trusted of the two."
            yield "dates-disagree", f"{_capital(first)} gives {taken}, {second} {day}; {taken_why}"
            return


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _moment(evidence: list[Evidence]) -> Moment | None:
    """The most trusted date, with a time of day where evidence for the same day has one."""
    if not evidence:
        return None
    best = evidence[0]
    day = best.stamp.date()
    clock = best.stamp.clock
    if best.stamp.day is None:
        return Moment(day, day, Precision.MONTH, best.basis)
    value = f"{day}T{clock}" if clock else day
    return Moment(value, value, Precision.MINUTE if clock else Precision.DAY, best.basis)
