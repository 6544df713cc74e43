"""How heavy the page of a story is, and how soon it can be used, in a real Chromium.

The pages are those of the three shipped stories and, with `--data`, of one more: a folder with reports, taken
as `sayso dossier` takes it. `ready` is the time from opening a file to the end of its scripts, in a new tab,
the median of `LOADS`; other work on the machine lengthens it.
"""

import shutil
import statistics
import tempfile
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, sync_playwright

from bench.folders import AbsentData
from sayso import api
from sayso.present.pages import present

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
"""The browser of this machine, None where there is none."""

STORIES = ("factory", "ferry", "flood")

LOADS = 5
"""Loads of a page, the median of which counts."""

READY = "performance.getEntriesByType('navigation')[0].domInteractive"
ELEMENTS = "document.querySelectorAll('*').length"


def run(data: Path | None) -> dict[str, Any]:
    """Return reports, megabytes, elements and milliseconds until it can be used, of each page."""
    if CHROMIUM is None:
        raise AbsentData("no Chromium is installed")
    with (
        sync_playwright() as playwright,
        playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"]) as browser,
        tempfile.TemporaryDirectory() as place,
    ):
        return {"rows": [_row(browser, source, Path(place) / "page.html") for source in _sources(data)]}


def table(result: dict[str, Any]) -> str:
    """Return one row a page."""
    head = f"{'story':24}{'reports':>9}{'MB':>7}{'elements':>10}{'ready ms':>10}"
    rows = [
        f"{row['story']:24}{row['reports']:>9}{row['megabytes']:>7}{row['elements']:>10,}{row['ready']:>10}"
        for row in result["rows"]
    ]
    return "\n".join([head, *rows])


def _sources(data: Path | None) -> Iterator[Path]:
    shipped = files("sayso.examples")
    yield from (Path(str(shipped.joinpath(name))) for name in STORIES)
    if data is not None:
        yield data


def _row(browser: Browser, source: Path, path: Path) -> dict[str, Any]:
    dossier = api.dossier([str(source)])
    path.write_text(present(dossier), "utf-8")
    loads = [_load(browser, path) for _ in range(LOADS)]
    return {
        "story": source.name,
        "reports": len(dossier.reports),
        "megabytes": round(path.stat().st_size / 1e6, 2),
        "elements": loads[0][1],
        "ready": round(statistics.median(ready for ready, _ in loads)),
    }


def _load(browser: Browser, path: Path) -> tuple[float, int]:
    page = browser.new_page()
    page.goto(path.as_uri())
    found = float(page.evaluate(READY)), int(page.evaluate(ELEMENTS))
    page.close()
    return found
