"""What peers scored when they were last run, shown beside sayso's own figures on the same data.

`scores.json` holds a row a peer and data set, with the hash of the data it was measured on. A row is shown
only where that hash is the one of the data at hand. `python -m bench.peers` writes the file anew.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

SCORES = Path(__file__).with_name("scores.json")

Result = Mapping[str, Any]


def fingerprint(paths: Iterable[Path]) -> str:
    """Return a hash of some files: their names and every byte of them."""
    digest = hashlib.sha256()
    for path in sorted(paths, key=lambda one: one.name):
        digest.update(f"{path.name}\0".encode())
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()[:16]


def mark(paths: Iterable[Path], peer: Path | None) -> dict[str, str]:
    """Return what a result needs to stand beside recorded ones: whose it is, and the fingerprint of its
    data."""
    return {"of": peer.stem if peer else "sayso", "data": fingerprint(paths)}


def recorded(path: Path = SCORES) -> list[dict[str, Any]]:
    """Return every row."""
    return list(json.loads(path.read_text("utf-8"))) if path.exists() else []


def on(data: object, path: Path = SCORES) -> list[dict[str, Any]]:
    """Return the rows that were measured on the data with this fingerprint, the best first."""
    rows = [row for row in recorded(path) if row["data"] == data]
    return sorted(rows, key=lambda row: (-next(iter(row["scores"].values())), row["peer"]))


def beside(result: Result, keys: Sequence[str], path: Path = SCORES) -> list[str]:
    """Return the lines of a table that puts some scores of a result, sayso's or a peer's, above the
    recorded ones, none where none were recorded on the data that `result["data"]` tells."""
    rows = on(result.get("data"), path)
    if not rows:
        return []
    own = scored(result, keys)
    days = sorted({row["measured"] for row in rows})
    head = f"recorded {days[-1]}"
    lines = [f"{head:<32}" + "".join(f"{key:>14}" for key in keys) + f"{'s/1,000':>10}"]
    lines.append(_line(f"{result.get('of', 'sayso')}, now", own, keys, None))
    return lines + [
        _line(f"{row['peer']} {row['version']}".strip(), row["scores"], keys, row["seconds"]) for row in rows
    ]


def scored(result: Result, keys: Sequence[str]) -> dict[str, float]:
    """Return the scores of some parts of a result, of parts with precision and recall their F1."""
    parts = {key: result[key] for key in keys if key in result}
    return {key: one["f1"] if isinstance(one, Mapping) else one for key, one in parts.items()}


def _line(name: str, scores: Mapping[str, float], keys: Sequence[str], seconds: float | None) -> str:
    figures = "".join(f"{scores[key]:>14.3f}" if key in scores else f"{'–':>14}" for key in keys)
    return f"{name:<32}{figures}" + ("" if seconds is None else f"{seconds:>10.2f}")
