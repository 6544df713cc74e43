"""What gathering, resolving and relating cost a report as the corpus grows, over generated reports.

The reports are those of `bench/load.py`, so no data is needed. `BULK_REPORTS` in the environment names the
sizes, as in 10000,100000; each is measured in a process of its own, so that its peak of memory is its own.
Reading is left out: generated reports come with their facts, and the benchmark `speed` measures it on real
articles. `growth` is the cost a report of the largest size by that of the smallest.
"""

import json
import os
import resource
import subprocess
import sys
import time
from itertools import pairwise
from pathlib import Path
from typing import Any

from bench.load import load

SIZES = (300, 1_000, 3_000)
"""Reports, unless the environment names others."""


def run(_: Path | None) -> dict[str, Any]:
    """Return processor microseconds a report by stage and size, and the peak of memory."""
    named = os.environ.get("BULK_REPORTS")
    sizes = tuple(map(int, named.split(","))) if named else SIZES
    rows = [_apart(size) for size in sizes]
    return {"rows": rows, "growth": round(_cost(rows[-1]) / _cost(rows[0]), 2)}


def table(result: dict[str, Any]) -> str:
    """Return one row a size, and the growth."""
    lines = [f"{'reports':>9}{'stories':>9}{'profile':>9}{'gather':>9}{'relate':>9}  µs a report{'MB':>8}"]
    for row in result["rows"]:
        costs = "".join(f"{row[name]:>9,}" for name in ("reports", "stories", "profile", "gather", "relate"))
        lines.append(f"{costs}{'':13}{row['megabytes']:>8,}")
    return "\n".join([*lines, f"growth {result['growth']}"])


def measure(count: int) -> dict[str, int]:
    """Return what so many reports cost in this process, by stage."""
    from sayso.embed import embed
    from sayso.gather.profiles import profiles
    from sayso.gather.stories import gathered
    from sayso.run import stages

    found = {facts.report.id: facts for facts in load(count)}
    embed(["warm"])
    marks = [time.process_time()]
    weighed = profiles(list(found.values()), embed)
    marks.append(time.process_time())
    stories = gathered(weighed)
    marks.append(time.process_time())
    made_with = stages.made_with()
    for story in stories:
        stages.dossier(story, [found[id_] for id_ in story.reports], made_with, ())
    marks.append(time.process_time())
    profile, gather, relate = (round((after - before) / count * 1e6) for before, after in pairwise(marks))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    return {
        "reports": count, "stories": len(stories), "profile": profile, "gather": gather, "relate": relate,
        "megabytes": peak,
    }  # fmt: skip


def _apart(count: int) -> dict[str, int]:
    code = "import json, sys; from bench.bulk import measure; print(json.dumps(measure(int(sys.argv[1]))))"
    ran = subprocess.run([sys.executable, "-c", code, str(count)], check=True, capture_output=True, text=True)
    found: dict[str, int] = json.loads(ran.stdout)
    return found


def _cost(row: dict[str, int]) -> int:
    return row["profile"] + row["gather"] + row["relate"]
