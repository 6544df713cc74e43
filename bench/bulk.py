"""What gathering, resolving and relating cost a report as the corpus grows, over generated reports.

The reports are those of `bench/load.py`, so no data is needed. They lie where `sayso bulk` keeps what it
found in each report, and all that comes after is what `sayso bulk` does (`run.bulk.Run.tell`), in one
process: gathering; relating, which is resolving too, with the facts packed and unpacked as for workers;
writing the tables. Reading is left out: generated reports come with their facts, and the benchmarks `speed`
and `ratios` measure it on real articles. `profile` is what is made of each report's facts for gathering; it
does not depend on other reports, and is measured over a few.

`BULK_REPORTS` in the environment names the sizes, as in 10000,100000, taken up to the next whole piece; each
is measured in a process of its own, so that its peak of memory is its own. `growth` is gathering and
relating, at the largest size by the smallest. All reports are gathered and put into groups of stories, but of
more than `WHOLE` of them only some groups are related, taken evenly over all days, with some `WHOLE` reports:
stories are related one by one, so that the others cost alike. `related` tells of how many reports; what
writing costs is told only where it is all of them.

What does not fit a disk is left away: facts lie on the shelf as the id of their report alone, and those of
the groups that are related are generated anew, outside the clock. So a million reports take 6 GB in place
of 12, and what is not measured is that the driver reads 4 kB more of each report. `--keep DIR` keeps them for
the next time; what is there is not made again.
"""

import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from itertools import islice, pairwise
from pathlib import Path
from typing import Any

from bench.load import id_of, load
from sayso.run import pieces, workers
from sayso.run.engine import SINGLE, Work
from sayso.run.holdings import Holdings
from sayso.run.shelf import Shelf
from sayso.store.bodies import packed

SIZES = (300, 1_000, 3_000)
"""Reports, unless the environment names others."""

WHOLE = 20_000
"""Reports up to which all stories are related; of more, groups with about so many."""

PIECE, FEW = 32, 320
"""Reports of a piece on the shelf; reports over which profiles are measured."""


def run(_: Path | None, keep: Path | None = None) -> dict[str, Any]:
    """Return processor microseconds a report by stage and size, and the peak of memory."""
    named = os.environ.get("BULK_REPORTS")
    sizes = tuple(map(int, named.split(","))) if named else SIZES
    with ExitStack() as stack:
        place = keep or Path(stack.enter_context(tempfile.TemporaryDirectory()))
        fill(Shelf(place / "reports"), max(sizes))
        rows = [_apart(size, place) for size in sizes]
    growth = (rows[-1]["gather"] + rows[-1]["relate"]) / (rows[0]["gather"] + rows[0]["relate"])
    return {"profile": _profiles(), "rows": rows, "growth": round(growth, 2)}


def table(result: dict[str, Any]) -> str:
    """Return one row a size, and the growth."""
    names = ("reports", "stories", "related", "gather", "relate", "write")
    head = "".join(f"{name:>10}" for name in names) + f"  µs a report{'MB':>8}"
    rows = [
        "".join(f"{'–' if row[name] is None else f'{row[name]:,}':>10}" for name in names)
        + f"{'':13}{row['megabytes']:>8,}"
        for row in result["rows"]
    ]
    told = f"growth {result['growth']}; before gathering, {result['profile']:,} µs a report for its profile"
    return "\n".join([head, *rows, told])


def fill(shelf: Shelf, count: int) -> None:
    """Lay so many generated reports on a shelf, as a bulk run does; what is there stays."""
    missing = {place: key for place, key in enumerate(keys(count)) if not shelf.holds(key)}
    if not missing:
        return
    found = load(len(list(keys(count))) * PIECE, wanted=lambda number: number // PIECE in missing)
    for key in missing.values():
        rows = [workers.row_of(one, (), one.report.id.encode()) for one in islice(found, PIECE)]
        shelf.put(key, pieces.to_bytes(rows, pieces.FOUND))


def keys(count: int) -> Iterator[str]:
    """Yield the names under which so many generated reports lie on a shelf."""
    for begin in range(0, count, PIECE):
        yield pieces.digest(b"load", str(begin).encode(), str(PIECE).encode())


class Clock:
    """The processor time at which each stage of a run began."""

    def __init__(self) -> None:
        self.begins: dict[str, float] = {}

    def tell(self, stage: str, *_: int) -> None:
        """See `run.direct.Progress`."""
        self.begins.setdefault(stage, time.process_time())

    def spent(self) -> list[float]:
        """Return seconds of each stage, the last until now."""
        begins = [*self.begins.values(), time.process_time()]
        return [after - before for before, after in pairwise(begins)]


class InProcess:
    """Carries work out in this process, one piece in `sample`; nothing comes of the others."""

    def __init__(self, sample: int, count: int) -> None:
        self._sample, self._count = sample, count
        self._seen = 0
        self.related = 0
        self.seconds = self.apart = 0.0
        """Of the work, and of making facts anew."""

    def run(self, start: Callable[[], Work], pieces_: Sequence[bytes]) -> Iterator[tuple[int, bytes]]:
        """See `engine.Runner`."""
        work, nothing = start(), workers.related({})
        chosen = {number for number in range(len(pieces_)) if (self._seen + number) % self._sample == 0}
        self._seen += len(pieces_)
        began = time.process_time()
        full = dict(
            zip(sorted(chosen), whole([pieces_[one] for one in sorted(chosen)], self._count), strict=True)
        )
        self.apart += time.process_time() - began
        for number in range(len(pieces_)):
            if number not in chosen:
                yield number, nothing
                continue
            began = time.process_time()
            result = work(full[number])
            self.seconds += time.process_time() - began
            self.related += sum(len(row["facts"]) for row in pieces.to_rows(full.pop(number)))
            yield number, result


def whole(groups: Sequence[bytes], count: int) -> list[bytes]:
    """Return groups of stories with the facts of their reports, of so many, in place of the ids."""
    rows = [pieces.to_rows(group) for group in groups]
    ids = {id_ for group in rows for story in group for id_ in story["facts"]}
    wanted = {number for number in range(count) if id_of(number).encode() in ids}
    facts = {one.report.id.encode(): packed(one) for one in load(count, wanted=wanted.__contains__)}
    return [
        pieces.to_bytes(
            [story | {"facts": [facts[id_] for id_ in story["facts"]]} for story in group], pieces.GROUP
        )
        for group in rows
    ]


def measure(count: int, place: Path) -> dict[str, int | None]:
    """Return what so many of the reports on the shelf under `place` cost in this process, by stage."""
    from sayso.embed import embed
    from sayso.run.bulk import Run

    embed(["warm"])
    sample = max(1, round(count / WHOLE))
    clock, runner = Clock(), InProcess(sample, count + PIECE)
    held = Holdings(Shelf(place / "reports"))
    clock.tell("gathering", 0, 1)
    for key in keys(count):
        held.take(key)
    with tempfile.TemporaryDirectory(dir=place) as out:
        told = Run(Path(out), runner, workers.Settings(), clock.tell).tell(held)
        gathering, relating, writing = clock.spent()
    driver = (relating - runner.seconds - runner.apart) / len(held)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    return {
        "reports": len(held),
        "stories": told.stories,
        "related": runner.related,
        "gather": round(gathering / len(held) * 1e6),
        "relate": round((driver + runner.seconds / runner.related) * 1e6),
        "write": None if sample > 1 else round(writing / len(held) * 1e6),
        "megabytes": peak,
    }


def _apart(count: int, place: Path) -> dict[str, Any]:
    code = (
        "import json, sys; from pathlib import Path; from bench.bulk import measure; "
        "print(json.dumps(measure(int(sys.argv[1]), Path(sys.argv[2]))))"
    )
    command = [sys.executable, "-c", code, str(count), str(place)]
    ran = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, env=os.environ | SINGLE)
    found: dict[str, Any] = json.loads(ran.stdout)
    return found


def _profiles() -> int:
    """Microseconds a report for its profile."""
    from sayso.embed import embed
    from sayso.gather.profiles import packed, profiles

    found = list(load(FEW))
    embed(["warm"])
    began = time.process_time()
    for facts in found:
        packed(profiles([facts], embed)[0])
    return round((time.process_time() - began) / FEW * 1e6)
