"""The pass that proposes like sentences (`relate/copying/candidates.py`), against datasketch at one recall.

Both are handed the sentences of the first articles of `stream/`, six words or more, each once an article,
as pairs of words in a row. Recall is that of all pairs of sentences of two articles that sayso takes for
the same or for an edit of one another (`relate/copying/alignment.py`, word order), found without sketches
among all that share a fifth of their features. sayso compares what a thousand papers carry with the first
few of them only; so a pair is found when its two sentences hang together by pairs proposed, for datasketch
too. datasketch is run with several numbers of permutations and bands: `times_as_fast` is told of the
fastest that finds no less than sayso, and of the one that has sayso's own numbers.

Processor time, the median of `RUNS`; sentences are cut and features made before the clock runs. datasketch
lives in an environment of its own, made from the package index in the folder that `BENCH_WORK` in the
environment names, else in one that goes afterwards.
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
from sayso.relate.copying.alignment import EDITED, likeness
from sayso.relate.copying.candidates import LOOSE, PERMUTATIONS, Item, alike

SIZE, RUNS = 1_000, 5
"""Articles unless `--size` names others, and runs of each."""

SHORTEST, SHARED = 6, 0.2
"""Words of the shortest sentence, and the Jaccard below which no two are asked about."""

SLACK = 0.002
"""Recall that datasketch may lack of sayso's and count as the same: a few pairs in a thousand are chance."""

SETTINGS = ((16, 8, 2), (32, 8, 4), (32, 16, 2), (64, 16, 4), (64, 32, 2), (128, 32, 4))
"""Permutations, bands and rows that datasketch is run with"""

LIKE_OURS = SETTINGS.index((PERMUTATIONS, LOOSE, 2))

HERE = Path(__file__).parent
Pair = tuple[int, int]


def run(data: Path, size: int = SIZE) -> dict[str, Any]:
    """Return seconds and recall of both, and how many times as fast sayso is."""
    items = list(sentences(data, size))
    wanted = truth(items)
    own = _sayso(items, wanted)
    with ExitStack() as stack:
        work = os.environ.get("BENCH_WORK") or stack.enter_context(tempfile.TemporaryDirectory())
        peers = [_peer(Path(work), items, wanted, setting) for setting in SETTINGS]
    level = [one for one in peers if one["recall"] >= own["recall"] - SLACK]
    best = min(level, key=lambda one: one["seconds"], default=None)
    return {
        "articles": size,
        "sentences": len(items),
        "pairs": len(wanted),
        "sayso": own,
        "datasketch": peers,
        "at_the_same_recall": best,
        "times_as_fast": round(best["seconds"] / own["seconds"], 1) if best else None,
        "times_as_fast_with_its_numbers": round(peers[LIKE_OURS]["seconds"] / own["seconds"], 1),
    }


def table(result: dict[str, Any]) -> str:
    """Return one row for sayso and each setting of datasketch."""
    head = "| near-duplicate sentences | recall | processor seconds |\n|---|---|---|"
    rows = [f"| sayso | {result['sayso']['recall']} | {result['sayso']['seconds']} |"]
    rows += [
        f"| datasketch {one['setting']} | {one['recall']} | {one['seconds']} |"
        for one in result["datasketch"]
    ]
    counts = (
        f"{result['sentences']} sentences of {result['articles']} articles, {result['pairs']} pairs alike"
    )
    fast = f"sayso is {result['times_as_fast']} times as fast as the fastest that finds no less"
    same = f"{result['times_as_fast_with_its_numbers']} times as fast as the one with its own numbers"
    return "\n".join([head, *rows, f"{counts}; {fast}, {same}"])


def sentences(data: Path, size: int) -> Iterator[Item]:
    """Yield the sentences of the first articles, as number of the article and pairs of words in a row."""
    for number, article in enumerate(islice(articles(data), size)):
        cut = re.split(r"[.!?\n]+", (article.text or "").lower())
        for words in dict.fromkeys(tuple(re.findall(r"\w+", sentence)) for sentence in cut):
            if len(words) >= SHORTEST:
                yield str(number), tuple(map(" ".join, pairwise(words)))


def truth(items: Sequence[Item]) -> set[Pair]:
    """Return all pairs of sentences of two articles that are the same, or one an edit of the other."""
    sets = [frozenset(features) for _, features in items]
    counts = Counter(feature for one in sets for feature in one)
    holding: dict[str, list[int]] = defaultdict(list)
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
    return {(a, b) for a, b in found if likeness(_words(items[a]), _words(items[b])) >= EDITED}


def _words(item: Item) -> list[str]:
    """The words that pairs of words in a row were made of."""
    return [item[1][0].split()[0], *(pair.split()[1] for pair in item[1])]


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


def _sayso(items: Sequence[Item], wanted: set[Pair]) -> dict[str, Any]:
    alike(items[:10])
    times, found = [], []
    for _ in range(RUNS):
        began = time.process_time()
        found = alike(items)
        times.append(time.process_time() - began)
    return {"recall": recall(found, wanted), "seconds": round(statistics.median(times), 3)}


def _peer(
    work: Path, items: Sequence[Item], wanted: set[Pair], setting: tuple[int, int, int]
) -> dict[str, Any]:
    told = work / "sentences.json"
    told.write_text(json.dumps(items), "utf-8")
    script = HERE / "peers" / "near_duplicates.py"
    command = [str(_environment(work)), str(script), str(told), *map(str, setting)]
    runs = [json.loads(subprocess.run(command, check=True, capture_output=True).stdout) for _ in range(RUNS)]
    return {
        "setting": "{} permutations, {} bands of {}".format(*setting),
        "recall": recall(map(tuple, runs[0]["pairs"]), wanted),
        "seconds": round(statistics.median(one["seconds"] for one in runs), 3),
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
