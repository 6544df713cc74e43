"""Dated expressions of GUM (`.conllu`) and MEANTIME (CAT `.xml`): how many have the value that people gave.

**Gold.** GUM: the TEI element `<date>` in the field `XML=`, with `when` or with the ends `from`, `to`,
`notBefore`, `notAfter`. MEANTIME: `TIMEX3` of type DATE or TIME that has words in the text and a value of
the calendar; `PRESENT_REF` and its like, and values without a known year, date nothing and are left out.
Lengths and repetitions are no dates and are left out too.

**Score.** The value accuracy is, of the gold expressions, the share for which an expression that shares a
character with it has the gold value: the same TIMEX3 value; or, where the gold is days without a time of
day, the same first and last day, by its moment or by its value read as days (a season may end a month
later). Of an end that the gold leaves open nothing is asked. Several expressions that touch one gold are
taken as one from the first to the last ("from 12 May to 3 June"); a range that holds several golds is taken
by its ends.

**What is known.** A report is dated by what its file says: GUM's day of writing, in biographies the day
when the text was taken, for an encyclopedia is rewritten; MEANTIME's creation time.
"""

import re
import xml.etree.ElementTree as ElementTree
from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from bench.folders import AbsentData
from bench.gum import read as read_gum
from bench.timex import as_report, unfolded
from sayso.annotate import annotate
from sayso.extract.times import extract
from sayso.model.report import Basis, Moment, Pair, Precision, Report, TimeExpression

_TAG = re.compile(r"<date([^>]*)>|</date>")
_ATTRIBUTE = re.compile(r'(\w+):::"([^"]*)"')
_MADE = re.compile(r"^# meta::(\w+) = (.*)$", re.MULTILINE)
_BLANK_BEFORE = re.compile(r"\s(?=[,.;:!?)\]'’”%]|n't\b)|(?<=[(\[$“])\s")

Ends = tuple[str | None, str | None]
"""First and last day in ISO form, None for an open one."""


@dataclass(frozen=True, slots=True)
class Gold:
    """A dated expression: where it stands, its value as annotated, and the days which that means."""

    span: Pair
    value: str
    ends: Ends


@dataclass(frozen=True, slots=True)
class Judged:
    """A gold expression of a report, what was found there, and whether that has its value."""

    report: Report
    gold: Gold
    found: tuple[TimeExpression, ...]
    right: bool


def run(data: Path) -> dict[str, Any]:
    """Return the value accuracy over `data`, by set and by genre of GUM."""
    rows = judged(data)
    sets: dict[str, list[Judged]] = {}
    for row in rows:
        sets.setdefault(_set(row.report.name), []).append(row)
    by_set = {name: _score(sets[name]) for name in sorted(sets)}
    return {**_score(rows), "by_set": by_set}


def table(result: dict[str, Any]) -> str:
    """Return the scores as lines of text, one a set."""
    lines = [f"{'dated':<16}{'gold':>6}{'found':>7}{'value':>8}"]
    for name, row in (("all", result), *result["by_set"].items()):
        lines.append(f"{name:<16}{row['gold']:>6}{row['found']:>7}{row['accuracy']:>8.3f}")
    return "\n".join(lines)


def judged(data: Path) -> list[Judged]:
    """Run sayso over all files and judge each gold expression."""
    pairs = list(_documents(data))
    if not pairs:
        raise AbsentData(f"{data} holds no .conllu file with dates and no CAT .xml file")
    docs = annotate([report for report, _ in pairs])
    return [
        row
        for (report, gold), doc in zip(pairs, docs, strict=True)
        for row in judge(report, gold, extract(report, doc))
    ]


def judge(report: Report, gold: Sequence[Gold], times: tuple[TimeExpression, ...]) -> Iterator[Judged]:
    """Yield each gold expression with what touches it and whether that has its value."""
    for one in gold:
        near = tuple(item for item in times if item.start < one.span[1] and one.span[0] < item.end)
        yield Judged(report, one, near, any(_same(one, item) for item in _meanings(one, near)))


def _documents(data: Path) -> Iterator[tuple[Report, list[Gold]]]:
    for path in _paths(data, "gum", "*.conllu"):
        yield of_gum(path.stem, path.read_text("utf-8"))
    for path in _paths(data, "meantime", "*.xml"):
        source = path.read_text("utf-8")
        if "<Document" in source[:400]:
            yield of_meantime(path.stem, source)


def _paths(data: Path, usual: str, pattern: str) -> list[Path]:
    """The files of a set in its usual folder; where neither set has one, those anywhere below the data."""
    parted = any((data / name).is_dir() for name in ("gum", "meantime"))
    return sorted((data / usual if parted else data).rglob(pattern))


def _set(name: str) -> str:
    return "gum " + name.split("_")[1] if name.startswith("GUM_") else "meantime"


def of_gum(name: str, source: str) -> tuple[Report, list[Gold]]:
    """Return a CoNLL-U document of GUM as a report, and its dated expressions."""
    report, words = read_gum(name, source)[0], _places(name, source)
    said = dict(_MADE.findall(source))
    made = said.get("dateCollected" if said.get("genre") == "bio" else "dateCreated")
    return _dated(report, made), list(_marked(source, words))


def _places(name: str, source: str) -> list[Pair]:
    """Return where each word of a document stands in its report's text."""
    text, at, places = read_gum(name, source)[0].text, 0, []
    for line in source.splitlines():
        fields = line.split("\t")
        if fields[0].isdigit():
            at = text.index(fields[1], at)
            places.append((at, at + len(fields[1])))
            at += len(fields[1])
    return places


def _marked(source: str, places: Sequence[Pair]) -> Iterator[Gold]:
    opened: list[tuple[int, dict[str, str]]] = []
    number = -1
    for line in source.splitlines():
        fields = line.split("\t")
        number += fields[0].isdigit()
        for tag in _TAG.finditer(fields[-1] if len(fields) > 1 else ""):
            if tag[1] is not None:
                opened.append((number + (not fields[0].isdigit()), dict(_ATTRIBUTE.findall(tag[1]))))
            elif opened:
                first, said = opened.pop()
                yield Gold((places[first][0], places[number][1]), _of_tei(said), _ends_of_tei(said))


def _of_tei(said: dict[str, str]) -> str:
    return (
        said.get("when", "").replace("--", "XXXX-", 1)
        if said.get("when", "").startswith("--")
        else said.get("when", "")
    )


def _ends_of_tei(said: dict[str, str]) -> Ends:
    first = said.get("when") or said.get("from") or said.get("notBefore")
    last = said.get("when") or said.get("to") or said.get("notAfter")
    return (days(first)[0] if first else None, days(last)[1] if last else None)


def of_meantime(name: str, source: str) -> tuple[Report, list[Gold]]:
    """Return a CAT document as a report, its words set as prose, and its dated expressions."""
    tree = ElementTree.fromstring(source)
    text, places = _set_as_prose(tree)
    marks = [mark for mark in tree.iter("TIMEX3") if mark.get("value")]
    made = next(
        (mark.get("value") for mark in marks if mark.get("functionInDocument") == "CREATION_TIME"), None
    )
    gold = []
    for mark in marks:
        spans = [places[word.get("t_id", "")] for word in mark.iter("token_anchor")]
        value = mark.get("value", "")
        if spans and mark.get("type") in ("DATE", "TIME") and re.match(r"\d", value):
            gold.append(Gold((min(spans)[0], max(spans)[1]), value, days(value)))
    return as_report(name, text, made), gold


def _set_as_prose(tree: ElementTree.Element) -> tuple[str, dict[str, Pair]]:
    """Join the words of a CAT document, a sentence a line; blanks stand where English sets them."""
    text, places, sentence = "", {}, None
    for token in tree.iter("token"):
        word = token.text or ""
        if text:
            text += " " if token.get("sentence") == sentence else "\n"
        if text.endswith(" ") and _BLANK_BEFORE.search(text[-2:] + word):
            text = text[:-1]
        sentence = token.get("sentence")
        places[token.get("t_id", "")] = (len(text), len(text) + len(word))
        text += word
    return text, places


def _dated(report: Report, made: str | None) -> Report:
    moment = Moment(made, made, Precision.DAY, Basis.METADATA) if made else None
    return replace(report, published=moment)


def _meanings(gold: Gold, near: Sequence[TimeExpression]) -> list[tuple[str | None, Ends]]:
    """Return what the found expressions mean, each alone, the end of a range that touches the gold, and all
    from the first to the last."""
    rows: list[tuple[str | None, Ends]] = [
        (value, days(value))
        for start, end, value in unfolded(near)
        if start < gold.span[1] and gold.span[0] < end
    ]
    for item in near:
        rows.append((item.value, days(item.value or "")))
        if item.moment is not None:
            rows.append((item.value, (item.moment.from_, item.moment.to)))
    if len(near) > 1:
        rows.append((None, (days(near[0].value or "")[0], days(near[-1].value or "")[1])))
    return rows


def _same(gold: Gold, meaning: tuple[str | None, Ends]) -> bool:
    value, ends = meaning
    if value is not None and value == gold.value:
        return True
    if value is not None and value[-2:] in _SEASONS and gold.ends[0] == ends[0] and gold.ends[1] and ends[1]:
        # Some let summer end with August, some with September.
        return gold.ends[1][:7] in (ends[1][:7], _next_month(ends[1]))
    asked = [(mine, theirs) for mine, theirs in zip(gold.ends, ends, strict=True) if mine is not None]
    return "T" not in gold.value and bool(asked) and all(mine == theirs for mine, theirs in asked)


def _next_month(day: str) -> str:
    return (date.fromisoformat(day).replace(day=28) + timedelta(days=4)).isoformat()[:7]


_SEASONS = ("SP", "SU", "FA")
_MONTHS = {
    "SP": (3, 5),
    "SU": (6, 8),
    "FA": (9, 11),
    "Q1": (1, 3),
    "Q2": (4, 6),
    "Q3": (7, 9),
    "Q4": (10, 12),
}


def days(value: str) -> Ends:
    """Return the first and last day of a TIMEX3 value or a date of TEI, (None, None) for other things.

    `2024`, `2024-05`, `2024-05-03`, `202` (a decade), `19` (1900 to 1999), `2024-W20`, `2024-SU`, `2024-Q1`,
    `2024-05-03TNI`, and two of these around a stroke. A month or day without a year keeps `--`.
    """
    if "/" in value:
        first, _, last = value.partition("/")
        return days(first)[0], days(last)[1]
    value = value.partition("T")[0]
    if re.fullmatch(r"\d{2,3}", value):
        zeros = 4 - len(value)
        return f"{value}{'0' * zeros}-01-01", f"{value}{'9' * zeros}-12-31"
    if re.fullmatch(r"(?:\d{4}|-)-\d\d-\d\d", value):
        return value, value
    return _of_part(value)


def _of_part(value: str) -> Ends:
    match = re.fullmatch(r"(\d{4}|-)(?:-(\d\d|W\d\d(?:-WE)?|[A-Z][A-Z\d]))?", value)
    if match is None:
        return None, None
    year, part = match.groups()
    if year == "-" or year == "0000":
        return value, value
    if part is None:
        return f"{year}-01-01", f"{year}-12-31"
    if part.startswith("W") and part[1].isdigit():
        monday = date.fromisocalendar(int(year), int(part[1:3]), 1)
        first = monday + timedelta(days=5 if part.endswith("WE") else 0)
        return first.isoformat(), (monday + timedelta(days=6)).isoformat()
    if not part.isdigit() and part not in _MONTHS:
        return None, None
    low, high = _MONTHS.get(part) or (int(part), int(part))
    return f"{year}-{low:02}-01", f"{year}-{high:02}-{monthrange(int(year), high)[1]}"


def _score(rows: Sequence[Judged]) -> dict[str, Any]:
    gold, right = len(rows), sum(row.right for row in rows)
    found = sum(bool(row.found) for row in rows)
    return {"accuracy": right / gold if gold else 0.0, "gold": gold, "found": found, "right": right}
