"""Time expressions on any folder of `.tml` files: strict, relaxed and value F1 as TempEval-3 counts them."""

import re
from collections.abc import Iterable, Sequence
from html import unescape
from pathlib import Path

from bench.folders import find
from bench.peers.lines import Expression, Text, read_expressions
from bench.peers.scores import beside, mark
from sayso.annotate import annotate
from sayso.extract.times import extract
from sayso.model.report import Basis, Block, BlockRole, Moment, Precision, Report, TimeExpression

_TIMEX = re.compile(r"<TIMEX3([^>]*)>(.*?)</TIMEX3>", re.DOTALL)
_VALUE = re.compile(r'\bvalue="([^"]*)"')

Gold = tuple[int, int, str]
"""Start, end and value of an annotated expression."""


def run(data: Path, peer: Path | None = None) -> dict[str, object]:
    """Return the scores on `data`, over all `.tml` files in it and by folder that holds some; of sayso or
    of what `peer`, a file of another tool, found."""
    folders = _folders(data)
    theirs = read_expressions(peer) if peer else None
    counts = {folder.name: _counts(folder, theirs) for folder in folders}
    total = {
        key: sum(count[key] for count in counts.values())
        for key in ("gold", "found", "strict", "relaxed", "value")
    }
    result: dict[str, object] = dict(_scores(total))
    result["by_folder"] = {
        folder.name: {**_scores(counts[folder.name]), **mark(folder.glob("*.tml"), peer)}
        for folder in folders
    }
    return result


def texts(data: Path) -> dict[str, list[Text]]:
    """Return the texts for the peers by folder, under the names that `run` scores them by."""
    return {
        folder.name: [
            Text(
                f"{folder.name}/{report.name}",
                report.text,
                report.published.from_ if report.published else None,
            )
            for report, _ in map(read, sorted(folder.glob("*.tml")))
        ]
        for folder in _folders(data)
    }


def _folders(data: Path) -> list[Path]:
    return sorted({path.parent for path in find(data, "temporal", "**/*.tml").rglob("*.tml")})


def table(result: dict[str, object]) -> str:
    """Return the scores as lines of text, one a folder."""
    rows = [("all", result)]
    by_folder = result["by_folder"]
    if isinstance(by_folder, dict):
        rows += list(by_folder.items())
    lines = [f"{'timex':<20}{'relaxed':>9}{'strict':>9}{'value':>9}"]
    lines += [f"{name:<20}" + "".join(f"{_f1(row, key):>9.3f}" for key in _KEYS) for name, row in rows]
    for name, row in rows:
        peers = beside(row, COLUMNS)
        lines += ["", name, *peers] if peers else []
    return "\n".join(lines)


COLUMNS = _KEYS = ("relaxed", "strict", "value")


def _f1(row: dict[str, object], key: str) -> float:
    found = row[key]
    return float(found["f1"]) if isinstance(found, dict) else 0.0


def read(path: Path) -> tuple[Report, list[Gold]]:
    """Return a TimeML file as a report dated by its creation time, and its expressions."""
    source = path.read_text("utf-8")
    head, _, body = source.partition("<TEXT>")
    body = body.partition("</TEXT>")[0]
    text, gold, at = "", [], 0
    for match in _TIMEX.finditer(body):
        text += unescape(body[at : match.start()])
        start, piece = len(text), unescape(match[2])
        text += piece
        found = _VALUE.search(match[1])
        gold.append((start, len(text), found[1] if found else ""))
        at = match.end()
    text += unescape(body[at:])
    created = _VALUE.search(head)
    return _report(path.stem, text, created[1][:10] if created else None), gold


def _report(name: str, text: str, created: str | None) -> Report:
    blocks = tuple(
        Block(match.start(), match.end(), BlockRole.PARAGRAPH)
        for match in re.finditer(r"[^\n]+(?:\n[^\n]+)*", text)
    )
    published = Moment(created, created, Precision.DAY, Basis.METADATA) if created else None
    return Report(
        id=name, name=name, url=None, title=None, outlet=None, agencies=(), byline=None, language="en",
        published=published, updated=None, seen=None, placed=None, text=text, blocks=blocks,
    )  # fmt: skip


def _counts(folder: Path, theirs: dict[str, list[Expression]] | None) -> dict[str, int]:
    pairs = [read(path) for path in sorted(folder.glob("*.tml"))]
    reports = [report for report, _ in pairs]
    total = dict.fromkeys(("gold", "found", "strict", "relaxed", "value"), 0)
    told: Iterable[Sequence[TimeExpression | Expression]] = (
        map(extract, reports, annotate(reports))
        if theirs is None
        else (theirs.get(f"{folder.name}/{report.name}", ()) for report in reports)
    )
    for (_, gold), found in zip(pairs, told, strict=True):
        for key, number in compare(gold, found).items():
            total[key] += number
    return total


def compare(gold: list[Gold], found: Sequence[TimeExpression | Expression]) -> dict[str, int]:
    """Count expressions that overlap one to one, those with the same span, and those with the same value."""
    strict = relaxed = values = 0
    free = list(found)
    for start, end, value in gold:
        match = next((item for item in free if item.start < end and start < item.end), None)
        if match is None:
            continue
        free.remove(match)
        relaxed += 1
        strict += (match.start, match.end) == (start, end)
        values += match.value == value
    return {"gold": len(gold), "found": len(found), "strict": strict, "relaxed": relaxed, "value": values}


def _scores(total: dict[str, int]) -> dict[str, dict[str, float]]:
    return {key: _score(total[key], total["found"], total["gold"]) for key in _KEYS}


def _score(right: int, found: int, gold: int) -> dict[str, float]:
    precision, recall = right / found if found else 0.0, right / gold if gold else 0.0
    both = precision + recall
    return {"precision": precision, "recall": recall, "f1": 2 * precision * recall / both if both else 0.0}
