"""Run the peers of the figures benchmarks and write down what they score: `python -m bench.peers --data DIR
--work DIR`.

For each peer it makes an environment from `requirements/` (from the package index), hands it the texts of
the benchmark, scores what it finds with the benchmark's own function and writes `scores.json` beside this
file. What already lies in the work folder is not made again. A peer that does not install or run is told
and left out.
"""

import argparse
import importlib
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bench.peers.lines import Text, per_thousand_sentences, write_texts
from bench.peers.scores import SCORES, recorded, scored

HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Peer:
    """A peer: its name in its script, version, environment (a file of `requirements/`) and what it is run
    on."""

    name: str
    version: str
    needs: str
    script: str
    parts: tuple[str, ...]
    python: str = "python3.11"


BENCHMARKS = ("newsquant", "recognizers", "timex")

PATIENCE = 1800
"""Seconds that a peer may take for one part."""

NUMBERS = ("newsquant",)
PLACED = ("newsquant", "recognizers")
TIMES = ("wikiwars", "tweets")

PEERS = (
    Peer("digits", "", "number-words", "quantities", NUMBERS),
    Peer("number-parser", "0.3.2", "number-words", "quantities", NUMBERS),
    Peer("text2num", "3.1.0", "number-words", "quantities", NUMBERS),
    Peer("numerizer", "0.2.4", "number-words", "quantities", NUMBERS),
    Peer("ovos-number-parser", "0.19.13", "number-words", "quantities", NUMBERS),
    Peer("quantulum3", "0.10.0", "quantulum3", "quantities", PLACED),
    Peer("quantulum3-classifier", "0.10.0", "quantulum3-classifier", "quantities", PLACED),
    Peer("recognizers-text", "1.0.2a2", "recognizers-text", "quantities", NUMBERS),
    Peer("recognizers-text-numbers", "1.0.2a2", "recognizers-text", "quantities", ("recognizers",)),
    Peer("duckling", "0.3.0", "duckling", "quantities", PLACED),
    Peer("puckling", "0.5.0", "puckling", "quantities", PLACED, "python3.13"),
    Peer("cqe", "2.0.3", "cqe", "quantities", PLACED),
    Peer("heideltime-narrative", "1.0.6", "heideltime", "times", ("wikiwars",)),
    Peer("heideltime-colloquial", "1.0.6", "heideltime", "times", ("tweets",)),
    Peer("heideltime-news", "1.0.6", "heideltime", "times", TIMES),
    Peer("recognizers-text", "1.0.2a2", "recognizers-text", "times", TIMES),
    Peer("duckling", "0.3.0", "duckling", "times", TIMES),
    Peer("puckling", "0.5.0", "puckling", "times", TIMES, "python3.13"),
    Peer("timexy", "0.1.3", "timexy", "times", TIMES),
    Peer("spacy-entities", "3.8.18", "timexy", "times", TIMES),
    Peer("dateparser", "1.5.0", "dates", "times", TIMES),
    Peer("datefinder", "1.0.0", "dates", "times", TIMES),
    Peer("parsedatetime", "2.6", "dates", "times", TIMES),
)


def main() -> None:
    """Run every peer on every part of the data, score it, write the scores."""
    parser = argparse.ArgumentParser(
        prog="python -m bench.peers",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--data", type=Path, required=True, help="the folder with the benchmarks' data")
    parser.add_argument("--work", type=Path, required=True, help="a folder for environments and results")
    parser.add_argument(
        "benchmarks", nargs="*", metavar="NAME", help=f"of {', '.join(BENCHMARKS)} (default all)"
    )
    options = parser.parse_args()
    wanted = options.benchmarks or BENCHMARKS
    rows = [row for row in recorded() if row["bench"] not in wanted]
    rows += [row for bench in wanted for row in _rows(bench, options.data, options.work.resolve())]
    SCORES.write_text("[\n" + ",\n".join(json.dumps(row) for row in rows) + "\n]\n", "utf-8")


def _rows(bench: str, data: Path, work: Path) -> Iterator[dict[str, Any]]:
    """Run the peers of one benchmark on each of its parts, and tell what they score."""
    module = importlib.import_module(f"bench.{bench}")
    for part, texts in module.texts(data).items():
        for peer in (one for one in PEERS if part in one.parts):
            found = _found(peer, part, texts, work)
            if found is None:
                print(f"{part}: {peer.name} did not run", file=sys.stderr)
                continue
            result = module.run(data, peer=found)
            result = result.get("by_folder", {}).get(part, result)
            yield {
                "bench": bench,
                "part": part,
                "data": result["data"],
                "peer": peer.name,
                "version": peer.version,
                "measured": datetime.fromtimestamp(found.stat().st_mtime, UTC).date().isoformat(),
                "scores": {key: round(one, 4) for key, one in scored(result, module.COLUMNS).items()},
                "seconds": round(per_thousand_sentences(texts, found), 2),
            }


def _found(peer: Peer, part: str, texts: list[Text], work: Path) -> Path | None:
    """The file of what a peer found, made if it is not there; None where the peer does not install or run."""
    found, told = work / "found" / part / f"{peer.name}.jsonl", work / "texts" / f"{part}.jsonl"
    if found.exists():
        return found
    python = environment(peer, work)
    if python is None:
        return None
    for path in (found, told):
        path.parent.mkdir(parents=True, exist_ok=True)
    write_texts(texts, told)
    command = [str(python), "-W", "ignore", "-m", f"bench.peers.{peer.script}", peer.name, str(told)]
    places = {**os.environ, "PYTHONPATH": str(HERE.parents[1])}
    try:
        answer = subprocess.run(
            command, stdout=subprocess.PIPE, env=places, cwd=HERE.parents[1], check=True, timeout=PATIENCE
        )
    except (subprocess.CalledProcessError, subprocess.TimeoutExpired):
        return None
    found.write_bytes(answer.stdout)
    return found


def environment(peer: Peer, work: Path) -> Path | None:
    """The Python of a peer's environment, made if it is not there: the file names every package, so none
    more is asked for."""
    place = work / "environments" / peer.needs
    python = place / "bin" / "python"
    listed = HERE / "requirements" / f"{peer.needs}.txt"
    if python.exists():
        return python
    made = subprocess.run([peer.python, "-m", "venv", str(place)], check=False)
    install = [str(python), "-m", "pip", "install", "-q", "--no-deps", "-r", str(listed)]
    if made.returncode or subprocess.run(install, check=False).returncode:
        return None
    return python


if __name__ == "__main__":
    main()
