"""Pairs of like sentences by datasketch: `python near_duplicates.py SENTENCES PERMUTATIONS BANDS ROWS`.

Runs in the peer's environment (`requirements/datasketch.txt`) and needs nothing of the project. SENTENCES is
a JSON list of `[report, features]`. Prints one JSON object: the seconds of processor time, and the pairs of
numbers of sentences of two reports that share a bucket, the smaller first.

Handed to datasketch as its documentation does it, in its faster ways: sketches by `MinHash.bulk`, which makes
the permutations once; no check of keys that come twice. Like sayso, each sentence is looked up before it is
put in, and sentences that are the same word for word are put in once.
"""

import importlib
import json
import sys
import time
from pathlib import Path


def main() -> None:
    """Read the sentences, time the pass, print what it gave."""
    sketches = importlib.import_module("datasketch")
    items = json.loads(Path(sys.argv[1]).read_text("utf-8"))
    permutations, bands, rows = map(int, sys.argv[2:5])
    began = time.process_time()
    classes: dict[tuple[str, ...], list[int]] = {}
    for number, (_, features) in enumerate(items):
        classes.setdefault(tuple(features), []).append(number)
    kinds = [[feature.encode() for feature in features] for features in classes]
    members = list(classes.values())
    index = sketches.MinHashLSH(num_perm=permutations, params=(bands, rows))
    near = []
    for number, sketch in enumerate(sketches.MinHash.bulk(kinds, num_perm=permutations)):
        near += [(number, other) for other in index.query(sketch)]
        index.insert(number, sketch, check_duplication=False)
    pairs = {(a, b) for same in members for b in same for a in same if a < b and items[a][0] != items[b][0]}
    for one, other in near:
        pairs.update(
            (min(a, b), max(a, b)) for a in members[one] for b in members[other] if items[a][0] != items[b][0]
        )
    seconds = time.process_time() - began
    json.dump({"seconds": seconds, "pairs": sorted(pairs)}, sys.stdout)


if __name__ == "__main__":
    main()
