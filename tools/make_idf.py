"""Make `lexicon/en/idf.tsv`: in how many of a set of news articles each lemma stands.

    python tools/make_idf.py ARTICLES.jsonl.gz src/sayso/lexicon/en/idf.tsv

ARTICLES holds one JSON object a line with the article under `text` (or `body`, `content`). Only counts leave
this script, no text. The shipped table was made from 9,389 English news articles of many outlets, 2012 to
2020 (an Apache-2.0 collection); a lemma that stands in fewer than `FLOOR` of them is left out, and counts as
rare.
"""

import gzip
import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from sayso.annotate import pipeline, plain

FLOOR = 5
"""Articles a lemma must stand in; rarer ones would double the table and tell names of one story only."""

LENGTH = 4000
"""Characters read of each article: news says what it is about at its head."""

CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM", "ADV"})


def main(source: Path, target: Path) -> None:
    """Count lemmas in `source` and write the table to `target`, most frequent first."""
    counts: Counter[str] = Counter()
    number = 0
    for lemmas in _lemmas(source):
        counts.update(lemmas)
        number += 1
    kept = sorted(
        ((lemma, df) for lemma, df in counts.items() if df >= FLOOR), key=lambda row: (-row[1], row[0])
    )
    rows = [f"#documents\t{number}", *(f"{lemma}\t{df}" for lemma, df in kept)]
    target.write_text("\n".join(rows) + "\n", "utf-8")
    print(f"{number} articles, {len(kept)} lemmas, {target.stat().st_size} bytes")


def _lemmas(source: Path) -> Iterator[set[str]]:
    nlp = pipeline()
    with nlp.select_pipes(disable=["parser", "ner"]):
        for doc in nlp.pipe(_texts(source), batch_size=64):
            yield {token.lemma_.lower() for token in doc if token.is_alpha and token.pos_ in CONTENT}


def _texts(source: Path) -> Iterator[str]:
    with gzip.open(source, "rt", encoding="utf-8") as lines:
        for line in lines:
            item = json.loads(line)
            yield plain(item.get("text") or item.get("body") or item.get("content") or "")[:LENGTH]


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
