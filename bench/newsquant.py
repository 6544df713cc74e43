"""Numbers in news sentences (NewsQuant): F1 of the value, and of value with change, unit and what is
counted."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bench.folders import find
from bench.peers.lines import Row, Text, read_found
from bench.peers.scores import beside, mark
from sayso.annotate import annotate
from sayso.extract.counted import counted
from sayso.extract.not_figures import reason
from sayso.extract.numbers import numbers
from sayso.extract.numberwords import Number
from sayso.extract.sentences import sentences
from sayso.extract.times import extract as extract_times
from sayso.extract.units import unit
from sayso.lexicon import table as lexicon_table
from sayso.model.report import Block, BlockRole, Report, TimeType

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

_RANGE = re.compile(r"(?<![eE])-")

COLUMNS = PARTS = ("value", "value_change", "value_unit")
KEPT = frozenset({"idiom", "score", "hyphened", "bare-one", "ratio", "phone"})
"""Rules by which sayso has no figure and NewsQuant still has a quantity."""


SMALLEST_VAGUE = 10
"""NewsQuant has no quantity for "several" and "a few"."""


@dataclass(frozen=True, slots=True)
class Found:
    """One quantity as NewsQuant writes it: value, sign of change, and the code or last word of its unit."""

    value: str
    change: str
    unit: str


def run(data: Path, peer: Path | None = None) -> dict[str, object]:
    """Return precision, recall and F1 on `data/NewsQuant.json`, all quantities of all sentences counted
    together; of sayso or of what `peer`, a file of another tool, found."""
    path = find(data, "newsquant", "NewsQuant.json") / "NewsQuant.json"
    rows = json.loads(path.read_text("utf-8"))
    reports = [report_of(str(index), row["text"]) for index, row in enumerate(rows)]
    totals = {part: [0, 0, 0] for part in PARTS}
    told = _sayso(reports) if peer is None else _peer(peer, reports)
    for row, found in zip(rows, told, strict=True):
        gold = [_gold(quantity) for quantity in row["quantities"]]
        for part in PARTS:
            right = matched([_key(item, part) for item in gold], [_key(item, part) for item in found])
            totals[part] = [
                total + more for total, more in zip(totals[part], (right, len(found), len(gold)), strict=True)
            ]
    scores = {part: _score(*total) for part, total in totals.items()}
    return {**scores, **mark([path], peer)}


def _sayso(reports: list[Report]) -> Iterator[list[Found]]:
    for report, doc in zip(reports, annotate(reports), strict=True):
        yield list(quantities(report, doc))


def _peer(peer: Path, reports: list[Report]) -> Iterator[list[Found]]:
    found = read_found(peer)
    for report in reports:
        yield [_theirs(row) for row in found.get(report.name, ())]


def texts(data: Path) -> dict[str, list[Text]]:
    """Return the sentences for the peers, under the names that `run` scores them by."""
    rows = json.loads((find(data, "newsquant", "NewsQuant.json") / "NewsQuant.json").read_text("utf-8"))
    return {"newsquant": [Text(str(index), row["text"]) for index, row in enumerate(rows)]}


def table(result: dict[str, object]) -> str:
    """Return the scores as lines of text."""
    lines = [f"{'newsquant':<16}{'P':>8}{'R':>8}{'F1':>8}"]
    for part in PARTS:
        row = result[part]
        if isinstance(row, dict):
            lines.append(f"{part:<16}{row['precision']:>8.3f}{row['recall']:>8.3f}{row['f1']:>8.3f}")
    peers = beside(result, COLUMNS)
    return "\n".join([*lines, "", *peers] if peers else lines)


def quantities(report: Report, doc: "Doc") -> Iterator[Found]:
    """Yield the quantities of a sentence: sayso's numbers, durations too, without those that name or date."""
    times = extract_times(report, doc)
    dated = tuple(item for item in times if item.type is not TimeType.DURATION)
    for sentence in sentences(report, doc):
        busy = frozenset(
            token.i for token in sentence for item in dated if item.start <= token.idx < item.end
        )
        for number in numbers(sentence):
            found = _found(doc, sentence, number, busy)
            if found is not None:
                yield found


def _found(doc: "Doc", sentence: "Span", number: Number, busy: frozenset[int]) -> Found | None:
    measured = unit(doc, number, sentence.end)
    noun = counted(doc, number, sentence.end, frozenset())
    if any(index in busy for index in range(number.core, number.end)):
        return None
    why = None if measured else reason(doc, number, noun.head if noun else None, busy)
    if (why is not None and why not in KEPT) or (number.vague and (number.high or 0) < SMALLEST_VAGUE):
        return None
    name = measured.code if measured else doc[noun.head].lemma_.lower() if noun else "-"
    return Found(_value(number), _change(number), name)


def _value(number: Number) -> str:
    low, high = number.low, number.high
    if low is None or high is None or low == high:
        # The sign is left out there: "-5 yards" is 5.
        return _plain(abs((low if low is not None else high) or 0))
    # "hundreds" is 100 to 1000 there, 100 to 999 here.
    return f"{_plain(low)}-{_plain(high + 1 if number.vague and str(high).endswith('99') else high)}"


def _plain(value: float | None) -> str:
    return f"{float(value or 0):.6g}" if value is None or abs(value) < 1e6 else f"{float(value):.10g}"


def _change(number: Number) -> str:
    if number.rounded:
        return "~"
    return ">" if number.high is None else "<" if number.low is None else "="


def _gold(row: dict[str, Any]) -> Found:
    value = "-".join(_plain(float(piece)) for piece in _RANGE.split(str(row["value"])) if piece)
    return Found(value, row["change"], _coded(row["normalized_unit"].lower()))


def _theirs(row: Row) -> Found:
    """A peer's quantity; its unit may be a name, as in the gold, or the code of a currency."""
    ends = dict.fromkeys(_plain(abs(row[end])) for end in ("low", "high"))
    unit = row["unit"] or "-"
    return Found("-".join(ends), row["change"], unit if unit in _codes().values() else _coded(unit.lower()))


def _coded(name: str) -> str:
    """Return the code of a unit's name where sayso knows it, else the last word of the name."""
    return next((code for form in (name, name.split()[-1]) if (code := _codes().get(form))), name.split()[-1])


@cache
def _codes() -> dict[str, str]:
    rows = lexicon_table("units").values()
    return {word: row["code"] for group in rows for word, row in group.items() if isinstance(row, dict)} | {
        "percentage": "percent"
    }


def _key(item: Found, part: str) -> tuple[str, ...]:
    extra = {"value": (), "value_change": (item.change,), "value_unit": (item.unit,)}[part]
    return (item.value, *extra)


def matched(gold: list[tuple[str, ...]], found: list[tuple[str, ...]]) -> int:
    """Count the keys of `found` that stand in `gold`, each once."""
    free = list(gold)
    right = 0
    for key in found:
        if key in free:
            free.remove(key)
            right += 1
    return right


def _score(right: int, found: int, gold: int) -> dict[str, float]:
    precision, recall = right / found if found else 0.0, right / gold if gold else 0.0
    both = precision + recall
    return {"precision": precision, "recall": recall, "f1": 2 * precision * recall / both if both else 0.0}


def report_of(name: str, text: str) -> Report:
    """Return a report of one paragraph without anything known of it."""
    return Report(
        id=name, name=name, url=None, title=None, outlet=None, agencies=(), byline=None, language="en",
        published=None, updated=None, seen=None, placed=None, text=text,
        blocks=(Block(0, len(text), BlockRole.PARAGRAPH),),
    )  # fmt: skip
