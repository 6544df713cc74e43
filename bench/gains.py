"""What a change of the rules adds and what it breaks: every fact of a fixed folder of reports, against the
last accepted run.

The first run keeps a snapshot under `.bench/` (never committed: it quotes the reports); later runs list
gains (+) and losses (-). `python -m bench gains --data DIR --accept` keeps the new state once you have read
the list.
"""

import hashlib
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

SNAPSHOTS = Path(".bench")


def run(data: Path, accept: bool = False) -> dict[str, Any]:
    """Return gained and lost lines since the accepted run over this folder; keep the new state when asked,
    or when there is none."""
    from sayso import api

    lines = sorted(line for dossier in api.dossiers([str(data)]).dossiers for line in _facts(dossier))
    SNAPSHOTS.mkdir(exist_ok=True)
    kept = SNAPSHOTS / f"gains-{hashlib.sha256(str(data.resolve()).encode()).hexdigest()[:12]}.txt"
    before = kept.read_text("utf-8").splitlines() if kept.exists() else None
    if before is None or accept:
        kept.write_text("\n".join(lines) + "\n", "utf-8")
    known = Counter(lines if before is None else before)
    return {
        "facts": len(lines),
        "first_run": before is None,
        "gained": sorted((Counter(lines) - known).elements()),
        "lost": sorted((known - Counter(lines)).elements()),
    }


def table(result: dict[str, Any]) -> str:
    """Return the lists with their counts."""
    if result["first_run"]:
        return f"{result['facts']} facts kept as the state to compare with"
    lines = [f"{result['facts']} facts, {len(result['gained'])} gained, {len(result['lost'])} lost"]
    lines += [f"+ {line}" for line in result["gained"]]
    return "\n".join([*lines, *(f"- {line}" for line in result["lost"])])


def _facts(dossier: Any) -> list[str]:
    names = {one.id: one.name for one in dossier.entities}
    reports = {one.id: one.name for one in dossier.reports}

    def said_by(sources: Sequence[str]) -> str:
        return ", ".join(sorted(names[source] for source in sources))

    facts = [
        f"{reports[one.report]} | {one.kind} {one.stance} | {said_by(one.sources)} | {one.text!r}"
        for one in dossier.statements
    ]
    facts += [
        f"{reports[one.report]} | figure | {one.measure} {one.low}..{one.high} {one.extent}"
        f" | {said_by(one.sources)} | {one.text}"
        for one in dossier.figures
    ]
    facts += [
        f"claim | {one.origins_low}..{one.origins_high} {one.support} | {one.text}" for one in dossier.claims
    ]
    texts = {one.id: one.text for one in (*dossier.statements, *dossier.figures)}
    return facts + [
        f"conflict | {one.type} {one.about} | {texts[one.a.id]} | {texts[one.b.id]}"
        for one in dossier.conflicts
    ]
