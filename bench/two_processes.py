"""`sayso bulk` with two processes against one, over the same articles in the same files.

The first articles of `stream/` lie in `FILES` files; each run begins with nothing kept, in a process of its
own. What starting costs (the engine, and a pipeline loaded in each process) is measured by runs over one
article a file and taken off. Wall time, so the machine must have two processors and nothing else to do:
`idle` tells the share of both that was free before the runs, and below `QUIET` the table says that the ratio
shows nothing. Beside it stands the processor time of all processes of a run, which shows on any machine
whether two together have more to do than one.

A run over 2,000 articles takes some ten minutes with one process; `--size` takes fewer. The median of `RUNS`.
"""

import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from itertools import islice
from pathlib import Path
from typing import Any

from bench.desk import articles
from sayso.model.report import Received

SIZE, FILES, RUNS = 2_000, 12, 3
"""Articles unless `--size` names others, files that they are parted into, and runs of each."""

QUIET = 0.9
"""Share of the processors' time that must be free before the runs for their ratio to show anything."""

_BULK = """
import sys
from pathlib import Path
from sayso.run.bulk import bulk
from sayso.run.engine import Engine
from sayso.run.workers import Settings
bulk(sys.argv[1], Path(sys.argv[2]), Engine(workers=int(sys.argv[3])), Settings())
"""


def run(data: Path, size: int = SIZE) -> dict[str, Any]:
    """Return seconds of both, without those of starting, and their ratio."""
    free = idle()
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        found = list(islice(articles(data), size))
        many, few = written(found, place / "many"), written(found[:FILES], place / "few")
        rows = {workers: _measured(place, many, few, workers) for workers in (1, 2)}
    return {
        "articles": len(found),
        "files": FILES,
        "processors": os.cpu_count(),
        "idle": free,
        "one": rows[1],
        "two": rows[2],
        "times_as_fast": _ratio(rows[1]["seconds"], rows[2]["seconds"]),
    }


def table(result: dict[str, Any]) -> str:
    """Return one row a number of processes, and the ratio."""
    head = "| processes | seconds | starting, taken off | of the processor, starting too |\n|---|---|---|---|"
    both = [(name, result[name]) for name in ("one", "two")]
    rows = [f"| {name} | {one['seconds']} | {one['starting']} | {one['processor']} |" for name, one in both]
    counts = f"{result['articles']} articles in {result['files']} files"
    fast = result["times_as_fast"]
    ratio = f"{counts}; {f'two are {fast} times as fast' if fast else 'too few to tell'}"
    busy = f"the machine was busy ({result['idle']:.0%} idle): this shows nothing"
    loud = [] if result["idle"] >= QUIET else [busy]
    return "\n".join([head, *rows, ratio, *loud])


def written(found: Sequence[Received], folder: Path) -> Path:
    """Write articles into the files of a folder, by turns, and return it."""
    folder.mkdir()
    for number in range(FILES):
        with (folder / f"part-{number:02}.jsonl").open("w", encoding="utf-8") as out:
            for one in found[number::FILES]:
                row = {"url": one.url, "title": one.title, "outlet": one.outlet, "byline": one.byline}
                row |= {"published": one.published, "text": one.text}
                out.write(json.dumps(row, ensure_ascii=False) + "\n")
    return folder


def _ratio(one: float, two: float) -> float | None:
    """None where so little was read that starting takes as long."""
    return round(one / two, 2) if min(one, two) > 0 else None


def _measured(place: Path, many: Path, few: Path, workers: int) -> dict[str, float]:
    starting = statistics.median(_seconds(place, few, workers)[0] for _ in range(RUNS))
    whole = [_seconds(place, many, workers) for _ in range(RUNS)]
    clock, processor = (statistics.median(one[column] for one in whole) for column in (0, 1))
    return {
        "seconds": round(clock - starting, 2),
        "starting": round(starting, 2),
        "processor": round(processor, 2),
    }


def _seconds(place: Path, source: Path, workers: int) -> tuple[float, float]:
    """Of a run, by the clock and of the processor, that of its processes included."""
    with tempfile.TemporaryDirectory(dir=place) as out:
        command = [sys.executable, "-W", "ignore", "-c", _BULK, str(source), out, str(workers)]
        began, spent = time.perf_counter(), _spent()
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        return time.perf_counter() - began, _spent() - spent


def _spent() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def idle() -> float:
    """Return the share of the processors' time that nobody used for a second; 1 where that is not told."""
    stat = Path("/proc/stat")
    if not stat.exists():
        return 1.0
    first = _ticks(stat)
    time.sleep(1)
    spent = [after - before for before, after in zip(first, _ticks(stat), strict=True)]
    return round((spent[3] + spent[4]) / max(1, sum(spent)), 2)


def _ticks(stat: Path) -> list[int]:
    return [int(one) for one in stat.read_text("ascii").splitlines()[0].split()[1:9]]
