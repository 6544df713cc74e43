"""Time expressions on any folder of `.tml` files: strict, relaxed and value F1 as TempEval-3 counts them.

`value` asks for the gold's value letter for letter. Two differences of form are bridged, none of substance:
a range is one expression in a dossier ("from 3 to 6 May", `first/last`) and two in TimeML, so it is parted at
the word or dash between its ends; and where a dossier has no value these sets write `null`.

`same_value` is shown beside it and counts values that mean the same days as equal: `2014-XX-XX` and `2014`,
`2014-04-17-WXX-4` and its date alone, `2014-10-W44` and `2014-W44`, `P12H` and `PT12H`.
"""

import re
from collections.abc import Iterable, Sequence
from html import unescape
from pathlib import Path

from bench.folders import find
from bench.peers.lines import Expression, Text, read_expressions
from bench.peers.scores import beside, mark
from bench.scoring import rates
from sayso.annotate import annotate
from sayso.extract.times import extract
from sayso.model.report import Basis, Block, BlockRole, Moment, Precision, Report, TimeExpression

_TIMEX = re.compile(r"<TIMEX3([^>]*)>(.*?)</TIMEX3>", re.DOTALL)
_BETWEEN = [
    re.compile(rf"\s*(?:{gap})\s*", re.IGNORECASE)
    for gap in (
        r"\b(?:to|and|or|until|till|through)\b",
        r"(?<=\d)[-–—](?=\d)|\s[-–—]|[-–—](?=[A-Z])",
        r"[-–—]",
    )
]
_VALUE = re.compile(r'\bvalue="([^"]*)"')

Gold = tuple[int, int, str]
"""Start, end and value of an annotated expression."""


def run(data: Path, peer: Path | None = None) -> dict[str, object]:
    """Return the scores on `data`, over all `.tml` files in it and by folder that holds some; of sayso or
    of what `peer`, a file of another tool, found."""
    folders = _folders(data)
    theirs = read_expressions(peer) if peer else None
    counts = {folder.name: _counts(folder, theirs) for folder in folders}
    total = {key: sum(count[key] for count in counts.values()) for key in _COUNTED}
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
    lines = [f"{'timex':<20}" + "".join(f"{key:>11}" for key in _KEYS)]
    lines += [f"{name:<20}" + "".join(f"{_f1(row, key):>11.3f}" for key in _KEYS) for name, row in rows]
    for name, row in rows:
        peers = beside(row, COLUMNS)
        lines += ["", name, *peers] if peers else []
    return "\n".join(lines)


COLUMNS = ("relaxed", "strict", "value")
_KEYS = (*COLUMNS, "same_value")
_COUNTED = ("gold", "found", *_KEYS)


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
    return as_report(path.stem, text, created[1][:10] if created else None), gold


def as_report(name: str, text: str, created: str | None) -> Report:
    """Return a text as a report published on a day, its lines grouped into paragraphs by empty lines."""
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
    total = dict.fromkeys(_COUNTED, 0)
    told: Iterable[Sequence[TimeExpression | Expression]] = (
        map(extract, reports, annotate(reports))
        if theirs is None
        else (theirs.get(f"{folder.name}/{report.name}", ()) for report in reports)
    )
    for (_, gold), found in zip(pairs, told, strict=True):
        for key, number in compare(gold, unfolded(found)).items():
            total[key] += number
    return total


def unfolded(found: Sequence[TimeExpression | Expression]) -> list[Gold]:
    """Return the expressions found as start, end and value, a range as its two ends."""
    return [
        end for item in found for end in (_ends(item) if isinstance(item, TimeExpression) else [_whole(item)])
    ]


def _whole(item: TimeExpression | Expression) -> Gold:
    return item.start, item.end, item.value or "null"


def _ends(item: TimeExpression) -> list[Gold]:
    first, stroke, last = (item.value or "").partition("/")
    between = next((match for gap in _BETWEEN if (match := gap.search(item.text))), None) if stroke else None
    if between is None:
        return [_whole(item)]
    return [
        (item.start, item.start + between.start(), first),
        (item.start + between.end(), item.end, last),
    ]


def compare(gold: Sequence[Gold], found: Sequence[Gold]) -> dict[str, int]:
    """Count expressions that overlap one to one, those with the same span, and those with the same value."""
    counts = {**dict.fromkeys(_COUNTED, 0), "gold": len(gold), "found": len(found)}
    free = list(found)
    for start, end, value in gold:
        match = next((item for item in free if item[0] < end and start < item[1]), None)
        if match is None:
            continue
        free.remove(match)
        counts["relaxed"] += 1
        counts["strict"] += match[:2] == (start, end)
        counts["value"] += match[2] == value
        counts["same_value"] += plain(match[2]) == plain(value)
    return counts


def plain(value: str) -> str:
    """Return a value in its shortest writing."""
    value = re.sub(r"^(\d{4}-\d\d-\d\d)-WXX-\d", r"\1", value)
    value = re.sub(r"^(\d{4})-\d\d-(W\d\d)", r"\1-\2", value)
    value = re.sub(r"^P(\d+)H$", r"PT\1H", value)
    return re.sub(r"(?<=\d)(?:-XX)+$", "", value)


def _scores(total: dict[str, int]) -> dict[str, dict[str, float]]:
    return {key: rates(total[key], total["found"], total["gold"]) for key in _KEYS}
