"""Static sentence vectors: each text becomes the sum of its tokens' rows, scaled to length one.

The table ships in `vectors/` (made once by tools/distil_vectors.py, described in `vectors/meta.toml`).
Its cells are whole numbers, so a sum is exact in any order, and only a square root and one division per
cell follow, which every processor rounds alike: the same text gives the same bytes in any batch and on
any machine.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from sayso.errors import DataError

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

    import numpy as np
    from numpy.typing import NDArray
    from tokenizers import Tokenizer

KEPT, LONG = 8192, 1000
"""Texts whose sums are kept at hand: about 10 MB, the sentences of some two hundred reports. Longer ones are
not."""

WORDS = 32768
"""Words whose tokens are kept at hand."""

_PLAIN = re.compile(r"[\t\n\r -Z\\-~\u00a0‘’“”–—…]*")
"""Texts of ASCII letters and of marks that the tokenizer takes one by one; special tokens begin with [."""

_WORDS = re.compile(r"[a-z0-9]+|[^a-z0-9\s]")

Embed = Callable[[Sequence[str]], "NDArray[np.float32]"]
"""Texts to unit rows, as `embed` makes them: what is handed to the stages that compare texts."""


def embed(texts: Sequence[str]) -> NDArray[np.float32]:
    """Give one row of length one per text, shape (number of texts, 256).

    The dot product of two rows is their cosine. A text without a known token (the empty one) gives a row
    of zeros. Letter case and accents do not count.

    Raises:
        DataError: the shipped table or tokenizer is missing or not the one that meta.toml names.
    """
    import numpy as np

    sums = np.zeros((len(texts), _vectors().table.shape[1]), np.int32)
    for row, text in zip(sums, texts, strict=True):
        row[:] = _kept(text) if len(text) <= LONG else _sum(text)
    return _unit_rows(sums)


@lru_cache(maxsize=KEPT)
def _kept(text: str) -> NDArray[np.int32]:
    """The sum of a text, kept: a story that grows by one report asks for those of all others again."""
    return _sum(text)


def _sum(text: str) -> NDArray[np.int32]:
    """The sum of a text's tokens' rows."""
    import numpy as np

    made: NDArray[np.int32] = _vectors().table[_tokens(text)].sum(axis=0, dtype=np.int32)
    return made


def _tokens(text: str) -> list[int]:
    """The ids of a text's tokens: those of its words one after the other, for news says the same words again
    and again. Where words end is certain in plain text only."""
    if _PLAIN.fullmatch(text):
        return [token for word in _WORDS.findall(text.lower()) for token in _of_word(word)]
    return _encoded(text)


@lru_cache(maxsize=WORDS)
def _of_word(word: str) -> tuple[int, ...]:
    return tuple(_encoded(word))


def _encoded(text: str) -> list[int]:
    # One text at a time: encoding whole batches starts threads, and is no faster.
    found: list[int] = _vectors().tokenizer.encode(text, add_special_tokens=False).ids
    return found


def _unit_rows(sums: NDArray[np.int32]) -> NDArray[np.float32]:
    import numpy as np

    squares = np.square(sums, dtype=np.int64).sum(axis=1, keepdims=True)
    lengths = np.sqrt(np.maximum(squares, 1).astype(np.float64))
    rows: NDArray[np.float32] = (sums / lengths).astype(np.float32)
    return rows


@dataclass(frozen=True, slots=True)
class _Vectors:
    table: NDArray[np.int8]  # one row per token id; unknown tokens have a row of zeros
    tokenizer: Tokenizer


@cache
def _vectors() -> _Vectors:
    from importlib.resources import files

    return _load(files("sayso") / "vectors")


def _load(folder: Traversable) -> _Vectors:
    """Read a folder with meta.toml and the files whose hashes it lists; raises DataError."""
    import io

    import numpy as np
    from tokenizers import Tokenizer

    hashes = _hashes(folder)
    table = np.load(io.BytesIO(_checked(folder, "table.npy", hashes)), allow_pickle=False)
    return _Vectors(table, Tokenizer.from_buffer(_checked(folder, "tokenizer.json", hashes)))


def _hashes(folder: Traversable) -> dict[str, str]:
    """The file names and hashes in meta.toml, which only the script beside it writes."""
    import tomllib

    hashes: dict[str, str] = tomllib.loads(_read(folder, "meta.toml").decode("utf-8"))["sha256"]
    return hashes


def _checked(folder: Traversable, name: str, hashes: dict[str, str]) -> bytes:
    import hashlib

    data = _read(folder, name)
    if hashlib.sha256(data).hexdigest() != hashes.get(name):
        raise DataError(f"vectors/{name} is not the file that vectors/meta.toml names; install sayso again")
    return data


def _read(folder: Traversable, name: str) -> bytes:
    try:
        return (folder / name).read_bytes()
    except OSError as error:
        raise DataError(f"vectors/{name} cannot be read; install sayso again") from error
