"""How fast a desk with many articles answers: `--data` is a folder with a database that `sayso add` made.

What is looked for is taken from the titles of the articles when it runs: their first one, two or three words
of five letters or more, in turn, so that common words and rare ones come as they do in the news; a title
whose words are too short is passed over. Time is that of one search with the process warm, answers worked out
but not printed; `busy` is the processor's time of it, which other work on the machine does not lengthen.
Left out: the first search by meaning, which reads the vectors (given apart), and filters.
"""

import re
import resource
import statistics
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from bench.folders import AbsentData
from sayso.model.search import By
from sayso.run.desk import Desk

QUERIES = 300
"""Searches of each kind."""

GOALS = {By.WORDS: 30, By.MEANING: 80}
"""Milliseconds that 95 of 100 searches may take."""

_WORD = re.compile(r"[^\W\d_]{5,}")


def run(data: Path) -> dict[str, Any]:
    """Return milliseconds of searches by words, by meaning and by both, and the process's largest memory."""
    with Desk(_database(data)) as desk:
        wanted = queries([str(row[0]) for row in desk.database.execute(_TITLES)])
        if not wanted:
            raise AbsentData(f"the database in {data} has no titles to look for")
        first = _timed(lambda: desk.search(wanted[0], by=By.MEANING))
        made = {by.value: _measured(desk, by, wanted) for by in By}
        return {
            "articles": desk.database.value("reports_count"),
            "statements": desk.database.execute("SELECT count(*) FROM statements")[0][0],
            "file_mb": round(desk.database.path.stat().st_size / 2**20),
            "queries": len(wanted),
            "first_by_meaning_ms": round(first[0], 1),
            **made,
            "memory_mb": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
        }


_TITLES = "SELECT title FROM reports WHERE title IS NOT NULL AND current = 1 ORDER BY id"


def _database(data: Path) -> Path:
    found = [data] if data.is_file() else sorted(data.glob("*.db"))
    if not found:
        raise AbsentData(f"{data} holds no database: make one with sayso add ARTICLES --db {data}/desk.db")
    return found[0]


def queries(titles: Sequence[str]) -> list[str]:
    """Return what is looked for: of titles spread evenly over all, one, two or three words."""
    usable = [words for title in titles if (words := _WORD.findall(title))]
    step = max(1, len(usable) // QUERIES)
    chosen = usable[::step][:QUERIES]
    return [" ".join(words[: 1 + place % 3]) for place, words in enumerate(chosen)]


def _measured(desk: Desk, by: By, wanted: Sequence[str]) -> dict[str, float]:
    times = [_timed(lambda text=text: desk.search(text, by=by)) for text in wanted]  # type: ignore[misc]
    found: dict[str, float] = {}
    for name, place in (("", 0), ("busy_", 1)):
        taken = sorted(one[place] for one in times)
        found[f"{name}p50_ms"] = round(statistics.median(taken), 1)
        found[f"{name}p95_ms"] = round(taken[int(len(taken) * 0.95)], 1)
    return found


def _timed(search: Callable[[], object]) -> tuple[float, float]:
    """Milliseconds on the clock and of the processor."""
    clock, busy = time.perf_counter(), time.process_time()
    search()
    return (time.perf_counter() - clock) * 1000, (time.process_time() - busy) * 1000


def table(result: dict[str, Any]) -> str:
    """Return a row for each way of looking, then what it was measured on."""
    lines = [f"{'':10} {'p50':>8} {'p95':>8} {'busy p50':>9} {'busy p95':>9}  goal (p95)"]
    for by in By:
        row = result[by.value]
        wall = f"{row['p50_ms']:8} {row['p95_ms']:8}"
        busy = f"{row['busy_p50_ms']:9} {row['busy_p95_ms']:9}"
        goal = f"  {GOALS[by]} ms" if by in GOALS else ""
        lines.append(f"{by.value:10} {wall} {busy}{goal}")
    lines.append(
        f"{result['queries']} searches each; {result['articles']:,} articles, "
        f"{result['statements']:,} statements, file {result['file_mb']:,} MB; "
        f"memory {result['memory_mb']:,} MB (goal: under 1,024); "
        f"first search by meaning {result['first_by_meaning_ms']:,} ms"
    )
    return "\n".join(lines)
