"""The pass that proposes like sentences (`relate/copying/candidates.py`), against datasketch at one recall.

Both are handed the sentences of the first articles of `stream/`, six words or more, each once an article.
What is alike is told by the pairs of words in a row that two sentences have. datasketch is handed them ready
made as bytes, before the clock runs; sayso makes them itself while it runs, of strings that no run before has
seen. Cutting sentences and words is the same for both, and is left out. The clock stops when the pairs to be
compared are there: both take sentences that are the same word for word as one, and make pairs of the first
few of them.

Recall is that of all pairs of sentences of two articles that sayso takes for the same or for an edit of one
another (`relate/copying/alignment.py`, word order), found without blocking among all that share a fifth of
their pairs of words. What a thousand papers carry is compared with the first few of them only; so a pair is
found when its two sentences hang together by pairs proposed, for either. `proposed` is how many there are in
all: whoever proposes many has them all to compare, which the clock does not see.

datasketch is run with several numbers of permutations and bands, with the hash that it has by itself (SHA-1)
and with the fastest that Python brings along. `times_as_fast` is told of the fastest of all these that finds
no less than sayso; `times_as_fast_by_itself`, of the fastest with its own hash.

Processor time, by turns, the median of `RUNS`. datasketch lives in an environment of its own, made from the
package index in the folder that `BENCH_WORK` in the environment names, else in one that goes afterwards.
"""

import json
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from itertools import islice, pairwise
from pathlib import Path
from typing import Any

from bench.desk import articles
from sayso.relate.copying.alignment import EDITED, PROPOSED, likeness
from sayso.relate.copying.candidates import Item, alike

SIZE, RUNS = 1_000, 5
"""Articles unless `--size` names others, and runs of each."""

SHORTEST, SHARED = 6, 0.2
"""Words of the shortest sentence, and the Jaccard below which no two are asked about."""

SLACK = 0.002
"""Recall that datasketch may lack of sayso's and count as the same: a few pairs in a thousand are chance."""

SETTINGS = ((12, 6, 2), (16, 8, 2), (24, 12, 2), (32, 16, 2))
"""Permutations, bands and rows that datasketch is run with: of many that were tried, those close to the
fastest at sayso's recall."""

OWN, FAST = "sha1", "crc32"
"""The hash that datasketch has by itself, and the fastest at hand."""

HERE = Path(__file__).parent
Pair = tuple[int, int]


def run(data: Path, size: int = SIZE) -> dict[str, Any]:
    """Return seconds and recall of both, and how many times as fast sayso is."""
    items = list(sentences(data, size))
    wanted = truth(items)
    ways = [(*setting, name) for setting in SETTINGS for name in (OWN, FAST)]
    with ExitStack() as stack:
        work = Path(os.environ.get("BENCH_WORK") or stack.enter_context(tempfile.TemporaryDirectory()))
        told = work / "sentences.json"
        told.write_text(json.dumps(items), "utf-8")
        python = _environment(work)
        rounds = [(_sayso(told), [_peer(python, told, way) for way in ways]) for _ in range(RUNS)]
    own = _result("pairs of words", [ours for ours, _ in rounds], wanted)
    peers = [
        _result(
            "{} permutations, {} bands of {}, {}".format(*way),
            [theirs[number] for _, theirs in rounds],
            wanted,
        )
        for number, way in enumerate(ways)
    ]
    return {
        "articles": size,
        "sentences": len(items),
        "pairs": len(wanted),
        "sayso": own,
        "datasketch": peers,
        "times_as_fast": _times(own, peers),
        "times_as_fast_by_itself": _times(own, [one for one in peers if one["setting"].endswith(OWN)]),
    }


def _times(own: dict[str, Any], peers: Sequence[dict[str, Any]]) -> float | None:
    """How many times as fast sayso is as the fastest peer that finds no less; None where none does."""
    level = [one["seconds"] for one in peers if one["recall"] >= own["recall"] - SLACK]
    return round(min(level) / own["seconds"], 1) if level else None


def table(result: dict[str, Any]) -> str:
    """Return one row for sayso and each setting of datasketch."""
    head = "| near-duplicate sentences | recall | proposed | processor seconds |\n|---|---|---|---|"
    named = [("sayso", result["sayso"]), *(("datasketch", one) for one in result["datasketch"])]
    rows = [
        f"| {name}, {one['setting']} | {one['recall']} | {one['proposed']:,} | {one['seconds']} |"
        for name, one in named
    ]
    counts = (
        f"{result['sentences']} sentences of {result['articles']} articles, {result['pairs']} pairs alike"
    )
    fast = f"sayso is {result['times_as_fast']} times as fast as the fastest that finds no less"
    same = f"{result['times_as_fast_by_itself']} times as fast as the fastest with its own hash"
    return "\n".join([head, *rows, f"{counts}; {fast}, {same}"])


def sentences(data: Path, size: int) -> Iterator[Item]:
    """Yield the sentences of the first articles, as number of the article and words."""
    for number, article in enumerate(islice(articles(data), size)):
        cut = re.split(r"[.!?\n]+", (article.text or "").lower())
        for words in dict.fromkeys(tuple(re.findall(r"\w+", sentence)) for sentence in cut):
            if len(words) >= SHORTEST:
                yield str(number), words


def truth(items: Sequence[Item]) -> set[Pair]:
    """Return all pairs of sentences of two articles that are the same, or one an edit of the other."""
    sets = [frozenset(pairwise(words)) for _, words in items]
    counts = Counter(feature for one in sets for feature in one)
    holding: dict[tuple[str, str], list[int]] = defaultdict(list)
    found = set()
    for number, own in enumerate(sets):
        # Two that have a fifth in common share one of the rarest four fifths of either.
        rare = sorted(own, key=lambda feature: (counts[feature], feature))
        rare = rare[: len(own) - int(SHARED * len(own)) + 1]
        for other in {other for feature in rare for other in holding[feature]}:
            both = len(own & sets[other])
            if items[number][0] != items[other][0] and both >= SHARED * (len(own) + len(sets[other]) - both):
                found.add((other, number))
        for feature in rare:
            holding[feature].append(number)
    return {(a, b) for a, b in found if likeness(items[a][1], items[b][1]) >= EDITED}


def recall(found: Iterable[Pair], wanted: set[Pair]) -> float:
    """Return the share of wanted pairs whose two ends hang together by those found."""
    parent: dict[int, int] = {}

    def root(one: int) -> int:
        while parent.setdefault(one, one) != one:
            parent[one] = parent[parent[one]]
            one = parent[one]
        return one

    for a, b in found:
        if (a, b) in wanted:
            parent[root(a)] = root(b)
    return round(sum(root(a) == root(b) for a, b in wanted) / len(wanted), 4) if wanted else 1.0


Ran = tuple[float, list[Pair]]
"""Seconds, and the pairs proposed."""


def _sayso(told: Path) -> Ran:
    items: list[Item] = [(report, tuple(words)) for report, words in json.loads(told.read_text("utf-8"))]
    alike(items[:10], PROPOSED, run=2)
    began = time.process_time()
    found = alike(items, PROPOSED, run=2)
    return time.process_time() - began, found


def _peer(python: Path, told: Path, way: tuple[object, ...]) -> Ran:
    script = HERE / "peers" / "near_duplicates.py"
    command = [str(python), str(script), str(told), *map(str, way)]
    answer = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
    return answer["seconds"], [(a, b) for a, b in answer["pairs"]]


def _result(setting: str, rounds: Sequence[Ran], wanted: set[Pair]) -> dict[str, Any]:
    return {
        "setting": setting,
        "recall": recall(rounds[0][1], wanted),
        "proposed": len(rounds[0][1]),
        "seconds": round(statistics.median(seconds for seconds, _ in rounds), 3),
    }


def _environment(work: Path) -> Path:
    """The Python of datasketch's environment, made if it is not there."""
    place = work / "environments" / "datasketch"
    python = place / "bin" / "python"
    if not python.exists():
        listed = HERE / "peers" / "requirements" / "datasketch.txt"
        subprocess.run([sys.executable, "-m", "venv", str(place)], check=True)
        install = [str(python), "-m", "pip", "install", "-q", "--no-deps", "-r", str(listed)]
        subprocess.run(install, check=True, stdout=sys.stderr)
    return python
