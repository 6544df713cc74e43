"""HTML pages with gold body and date: sayso's read and clean beside trafilatura and htmldate alone.

Body: F1 of word 4-grams, the mean over pages. Gold is the summary, the section headlines and the paragraphs
of a page. Of sayso all blocks count but boilerplate, headers, headlines and captions, which gold leaves out
too; so the line that repeats the page's title is taken off trafilatura's text as well (`without title`).
Date: the day as printed.
"""

import gzip
import json
import re
import time
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.folders import find
from sayso.clean.report import clean
from sayso.model.report import BlockRole, Report
from sayso.read.html import read

_LEFT_OUT = frozenset({BlockRole.BOILERPLATE, BlockRole.HEADER, BlockRole.HEADLINE, BlockRole.CAPTION})


@dataclass(frozen=True, slots=True)
class Page:
    """A saved page, its URL, and what gold says of it."""

    name: str
    raw: bytes
    url: str
    body: str
    title: str
    date: str | None


def run(data: Path) -> dict[str, Any]:
    """Return the scores of sayso and its peers on the pages under `data`."""
    pages = list(_pages(find(data, "html-pages", "fundus/*") / "fundus"))
    ours = _sayso(pages)
    return {
        "name": "html_pages",
        "pages": len(pages),
        "rows": [
            ours,
            _trafilatura(pages, without_title=False),
            _trafilatura(pages, without_title=True),
            _htmldate(pages, original=True),
            _htmldate(pages, original=False),
        ],
    }


def table(result: Mapping[str, Any]) -> str:
    """Return the result as a Markdown table."""
    rows = [
        f"| {row['system']} | {_cell(row['body_f1'])} | {_cell(row['date_accuracy'])} |"
        for row in result["rows"]
    ]
    return "\n".join([f"| html-pages, {result['pages']} pages | body F1 | date |", "|---|---|---|", *rows])


def _cell(value: float | None) -> str:
    return "–" if value is None else f"{value:.4f}"


def _pages(folder: Path) -> Iterator[Page]:
    """Pages whose gold is told apart by version; publishers with fewer versions than pages are left out."""
    for country in sorted(part for part in folder.glob("*") if part.is_dir()):
        known = json.loads((country / "meta.info").read_text("utf-8"))
        for gold in sorted(country.glob("*.json")):
            versions = json.loads(gold.read_text("utf-8"))
            dated = re.compile(re.escape(gold.stem) + r"_\d{4}_\d\d_\d\d\.html\.gz")
            files = sorted(name for name in known if dated.fullmatch(name))
            if len(files) == len(versions):
                for version, name in zip(sorted(versions), files, strict=True):
                    yield _page(country, name, known[name]["url"], versions[version])


def _page(country: Path, name: str, url: str, gold: dict[str, Any]) -> Page:
    body = gold["body"]
    parts = [
        *body["summary"],
        *(text for part in body["sections"] for text in part["headline"] + part["paragraphs"]),
    ]
    date = (gold.get("publishing_date") or "")[:10] or None
    raw = gzip.decompress((country / name).read_bytes())
    return Page(f"{country.name}/{name}", raw, url, "\n".join(parts), gold.get("title") or "", date)


def _grams(text: str) -> Counter[tuple[str, ...]]:
    words = re.findall(r"\w+", text.lower())
    return Counter(tuple(words[at : at + 4]) for at in range(max(len(words) - 3, 1)))


def f1(found: str, gold: str) -> float:
    """F1 of the word 4-grams of two texts."""
    have, want = _grams(found), _grams(gold)
    shared = (have & want).total()
    return 2 * shared / (have.total() + want.total()) if shared else 0.0


def _row(
    system: str, pages: list[Page], seconds: float, bodies: list[str] | None, dates: list[str | None] | None
) -> dict[str, Any]:
    dated = [(page.date, date) for page, date in zip(pages, dates or [], strict=False) if page.date]
    scores = [f1(body, page.body) for page, body in zip(pages, bodies or [], strict=False)]
    return {
        "system": system,
        "body_f1": round(sum(scores) / len(scores), 4) if scores else None,
        "date_accuracy": round(sum(gold == date for gold, date in dated) / len(dated), 4) if dated else None,
        "seconds": round(seconds, 1),
    }


def _sayso(pages: list[Page]) -> dict[str, Any]:
    start = time.perf_counter()
    reports = [_report(page) for page in pages]
    bodies = ["" if report is None else _body(report) for report in reports]
    dates = [
        report.published.from_[:10] if report and report.published and report.published.from_ else None
        for report in reports
    ]
    return _row("sayso", pages, time.perf_counter() - start, bodies, dates)


def _report(page: Page) -> Report | None:
    reading = read(page.raw, page.name, url=page.url)
    return clean(reading.items[0]).report if reading.items else None


def _body(report: Report) -> str:
    return "\n".join(
        report.text[part.start : part.end] for part in report.blocks if part.role not in _LEFT_OUT
    )


def _trafilatura(pages: list[Page], *, without_title: bool) -> dict[str, Any]:
    from trafilatura import extract

    start = time.perf_counter()
    bodies = [extract(page.raw, url=page.url, include_comments=False) or "" for page in pages]
    if without_title:
        bodies = [
            "\n".join(line for line in body.split("\n") if line.strip("# ") != page.title)
            for page, body in zip(pages, bodies, strict=True)
        ]
    name = "trafilatura, without title" if without_title else "trafilatura"
    return _row(name, pages, time.perf_counter() - start, bodies, None)


def _htmldate(pages: list[Page], *, original: bool) -> dict[str, Any]:
    from htmldate import find_date

    start = time.perf_counter()
    dates = [find_date(page.raw, url=page.url, original_date=original) for page in pages]
    name = "htmldate, original date" if original else "htmldate"
    return _row(name, pages, time.perf_counter() - start, None, dates)
