"""A desk's database under a stream of articles: what it costs to fill, to add one more, and to look.

Articles are those of `stream/` in their order, as items ready to be cleaned: reading files is left out, for
it is the same with and without a database. `--size` says how many go in; the last `SAMPLE` of them go in
one by one, each into the database and into an empty one by turns, with the pipeline loaded. One of those that
fell into a story of more than `SMALL` reports is counted apart: what relating such a story costs is its own
matter.

What one article more and what a look takes is processor time, which other work on the machine changes little;
filling is told in both. `--keep FILE` goes on with a database that an earlier run left: articles that are
there already are passed over, and count in no time.

The last of a stream seldom fall into its large stories. So `DRAWN` articles of all, drawn by chance, are
taken out after that and added again one by one (`by_chance`); with it stands how many reports the stories of
the dearest have. They go into a process that settled their stories not long before, as one does that watches
feeds: the last two hundred articles and what was related last are at hand, the others come out of the file.
A database that was just opened takes a quarter more (docs/speed.md).
"""

import gzip
import json
import random
import resource
import statistics
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from itertools import islice
from pathlib import Path
from typing import Any

from bench.folders import find
from sayso.errors import NoSuchInput
from sayso.model.report import Received
from sayso.run.desk import Desk, open_desk

SIZE = 1_000
"""Articles, unless `--size` says otherwise; the stream has 9,389."""

SAMPLE = 50
"""Articles added one by one at the end, and stories looked at."""

DRAWN = 300
"""Articles drawn by chance: of 50 the 95th percentile is the third dearest, which the three that happen to
fall into large stories decide."""

BATCH = 500
"""Articles an add."""

SEED = 11
"""Of what is drawn by chance."""

DEAREST = 5
"""Articles of which it is told how large their stories are."""

SMALL = 50
"""Reports of a story up to which one more has to be cheap."""


def run(data: Path, size: int = SIZE, keep: Path | None = None) -> dict[str, Any]:
    """Fill a database and return what that took, what one more takes, and what a look takes."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        path = keep or folder / "desk.db"
        total = sum(1 for _ in islice(articles(data), size))
        filling = total - SAMPLE if total > SAMPLE else max(total - 1, 0)
        with open_desk(path) as desk:
            rows = list(_filled(desk, islice(articles(data), filling)))
            added = _one_more(desk, list(islice(articles(data), filling, total)), folder, "last")
            again = _one_more(desk, _taken_out(desk, _drawn(data, total)), folder, "again")
            looks = _looks(desk)
            stories = len(desk.stories())
        return {
            "articles": total,
            "stories": stories,
            "fill": rows,
            "seconds_per_1000": _per_thousand(rows, "seconds"),
            "processor_seconds_per_1000": _per_thousand(rows, "processor"),
            "megabytes": round(path.stat().st_size / 2**20, 1),
            "peak_megabytes": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
            "one_more": added,
            "by_chance": again,
            "look_milliseconds": looks,
        }


def table(result: dict[str, Any]) -> str:
    """Return one row a measure."""
    rows = [(name, value) for name, value in result.items() if not isinstance(value, (dict, list))]
    for name in ("one_more", "by_chance", "look_milliseconds"):
        rows += [(f"{name}.{key}", value) for key, value in result[name].items()]
    rows += [(f"seconds at {row['articles']}", row["seconds"]) for row in result["fill"]]
    return "\n".join(f"{name:36} {value}" for name, value in rows)


def articles(data: Path) -> Iterator[Received]:
    """Yield the articles of the stream as items."""
    path = find(data, "stream", "articles.jsonl.gz") / "articles.jsonl.gz"
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            row = json.loads(line)
            yield Received(
                name=row["url"] or f"article-{number}",
                raw=line.encode(),
                text=row["text"] or "",
                url=row["url"],
                title=row["title"],
                outlet=row["outlet"],
                byline=row["byline"],
                published=row["published"],
            )


def _filled(desk: Desk, items: Iterator[Received]) -> Iterator[dict[str, Any]]:
    """Add articles batch by batch: no more than one batch is held beside the desk."""
    done = 0
    while batch := list(islice(items, BATCH)):
        began, spent = time.perf_counter(), time.process_time()
        added = desk.add_received(batch)
        done += len(batch)
        if new := len(added.new) + len(added.changed):
            yield {
                "articles": done,
                "new": new,
                "seconds": round(time.perf_counter() - began, 1),
                "processor": round(time.process_time() - spent, 1),
                "stories": len(added.stories),
            }


def _per_thousand(rows: Sequence[dict[str, Any]], key: str) -> float | None:
    new = sum(row["new"] for row in rows)
    return round(sum(row[key] for row in rows) / new * 1000, 1) if new else None


def _drawn(data: Path, total: int) -> list[Received]:
    """Articles drawn by chance from the first `total`, in the order in which they were drawn."""
    numbers = random.Random(SEED).sample(range(total), min(DRAWN, total))
    wanted = set(numbers)
    found = {number: one for number, one in enumerate(islice(articles(data), total)) if number in wanted}
    return [found[number] for number in numbers]


def _taken_out(desk: Desk, items: Sequence[Received]) -> list[Received]:
    """Take articles out of a database, and return those that were in it."""
    found = []
    for item in items:
        try:
            desk.forget(item.url or item.name)
        except NoSuchInput:
            continue
        found.append(item)
    return found


def _one_more(desk: Desk, sample: Sequence[Received], folder: Path, name: str) -> dict[str, Any]:
    """Seconds more for an article in a full database than in an empty one."""
    more: list[float] = []
    alone: list[float] = []
    sizes: list[int] = []
    large = 0
    for number, item in enumerate(sample):
        with open_desk(folder / f"{name}-{number}.db") as empty:
            alone.append(_timed(lambda item=item, empty=empty: empty.add_received([item])))
        began = time.process_time()
        added = desk.add_received([item])
        seconds = time.process_time() - began
        rows = [row for row in desk.stories() if row.handle in added.stories]
        if any(row.reports > SMALL for row in rows):
            large += 1
            continue
        more.append(seconds - alone[-1])
        sizes.append(sum(row.reports for row in rows))
    dearest = sorted(zip(more, sizes, strict=True), reverse=True)[:DEAREST]
    return {
        "empty_milliseconds": _spread(alone),
        "more_milliseconds": _spread(more),
        "reports_where_dearest": [size for _, size in dearest],
        "in_large_stories": large,
    }


def _looks(desk: Desk) -> dict[str, Any]:
    """Seconds until a story's dossier is there, for the largest stories of those that are not large, and for
    the largest of all."""
    rows = sorted(desk.stories(), key=lambda row: -row.reports)
    small = [row.handle for row in rows if row.reports <= SMALL][:SAMPLE]
    return {
        "list": _spread([_timed(desk.stories) for _ in range(5)]),
        "story": _spread([_timed(lambda handle=handle: desk.dossier(handle)) for handle in small]),
        "largest": _spread([_timed(lambda row=row: desk.dossier(row.handle)) for row in rows[:1]]),
    }


def _timed(call: Any) -> float:
    began = time.process_time()
    call()
    return time.process_time() - began


def _spread(seconds: Sequence[float]) -> dict[str, float]:
    """Median and 95th percentile in milliseconds."""
    if not seconds:
        return {}
    ordered = sorted(seconds)
    high = ordered[min(len(ordered) - 1, int(len(ordered) * 0.95))]
    return {"median": round(statistics.median(ordered) * 1000, 1), "p95": round(high * 1000, 1)}
