"""How much a lemma tells: a shipped, frozen table of how many news articles it stands in
(tools/make_idf.py).
"""

import math
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib import resources

FLOOR = 5
"""Articles a lemma must stand in to be in the table; one that is not in it is weighed as if it stood in
this many.
"""

REMEMBERED = 65536
"""Lemmas whose weights are kept."""


@lru_cache(maxsize=REMEMBERED)
def weight(lemma: str) -> float:
    """Return the inverse document frequency of a lower-case lemma: 0 for one in every article, about 7.5
    for a rare one.
    """
    frequencies, documents = _table()
    return math.log(documents / min(frequencies.get(lemma, FLOOR), documents))


@cache
def _table() -> tuple[Mapping[str, int], int]:
    text = resources.files("sayso.lexicon").joinpath("en", "idf.tsv").read_text("utf-8")
    head, *rows = (line.split("\t") for line in text.splitlines())
    return {lemma: int(count) for lemma, count in rows}, int(head[1])
