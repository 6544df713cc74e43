"""Pairs of like sentences by datasketch: `python near_duplicates.py SENTENCES PERMUTATIONS BANDS ROWS HASH`.

Runs in the peer's environment (`requirements/datasketch.txt`) and needs nothing of the project. SENTENCES is
a JSON list of `[report, words]`; HASH is sha1, which datasketch has by itself, or crc32. Prints one JSON
object: the seconds of processor time, and the pairs of numbers of sentences of two reports that share a
bucket, the smaller first.

Handed to datasketch as its documentation does it, in its faster ways: pairs of words as bytes, made before
the clock runs; sketches by `MinHash.bulk`, which makes the permutations once; no check of keys that come
twice. As sayso does it, each sentence is looked up before it is put in, sentences that are the same word for
word are put in once, and pairs are made of the first few of them.
"""

import importlib
import json
import sys
import time
import zlib
from itertools import pairwise
from pathlib import Path

MOST, FEW = 8, 2
"""With how many of the first of the same words a sentence makes a pair, and one of other words."""


def main() -> None:
    """Read the sentences, time the pass, print what it gave."""
    sketches = importlib.import_module("datasketch")
    items = json.loads(Path(sys.argv[1]).read_text("utf-8"))
    permutations, bands, rows = map(int, sys.argv[2:5])
    hashed = {"hashfunc": zlib.crc32} if sys.argv[5] == "crc32" else {}
    sentences = [tuple(" ".join(pair).encode() for pair in pairwise(words)) for _, words in items]
    began = time.process_time()
    classes: dict[tuple[bytes, ...], list[int]] = {}
    for number, features in enumerate(sentences):
        classes.setdefault(features, []).append(number)
    index = sketches.MinHashLSH(num_perm=permutations, params=(bands, rows))
    near = []
    for number, sketch in enumerate(sketches.MinHash.bulk(list(classes), num_perm=permutations, **hashed)):
        near += [(number, other) for other in index.query(sketch)]
        index.insert(number, sketch, check_duplication=False)
    members = list(classes.values())
    pairs = {(a, b) for same in members for at, b in enumerate(same) for a in same[: min(at, MOST)]}
    for one, other in near:
        pairs.update((min(a, b), max(a, b)) for a in members[one] for b in members[other][:FEW])
    found = [(a, b) for a, b in pairs if items[a][0] != items[b][0]]
    seconds = time.process_time() - began
    json.dump({"seconds": seconds, "pairs": sorted(found)}, sys.stdout)


if __name__ == "__main__":
    main()
