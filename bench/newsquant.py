"""Numbers in news sentences (NewsQuant): F1 of the value, and of the value with change, with unit, with what
it is about.

Every quantity of both sides counts; a pair is right when its values are equal (ranges by both ends) and, by
part:

- `value_change`: the marks are equal (= ~ > < up down). An open end outranks a movement ("fell more than 3 %"
  is >), a movement an approximation.
- `value_unit`: the units are, as sayso's code where it knows the name, both sides of a rate each; for a thing
  counted, its head noun. NewsQuant's modifiers ("new charging station") are not compared.
- `value_concept`, partial: as the authors of the set count it, one word in common, or nothing on both sides.
  Articles and the like are left out. Ours are the phrases that sayso finds a number to be about.

Left out of sayso's numbers: those that its rules say name, date or number something. Kept beyond its figures:
durations, and what the rules in KEPT hold back.
"""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bench.folders import find
from bench.peers.lines import Row, Text, read_found
from bench.peers.scores import beside, mark
from bench.scoring import rates
from sayso.annotate import annotate
from sayso.extract.figures.about import about
from sayso.extract.figures.countwords import Counted
from sayso.extract.figures.numberwords import Number
from sayso.extract.figures.readings import Reading, readings
from sayso.extract.figures.units import DURATION, Unit, rate
from sayso.extract.sentences import sentences, tokens
from sayso.extract.times import extract as extract_times
from sayso.lexicon import table as lexicon_table
from sayso.model.report import Block, BlockRole, Report, TimeType

if TYPE_CHECKING:
    from spacy.tokens import Doc

_RANGE = re.compile(r"(?<![eE])-")
_WORD = re.compile(r"[,\s]+")
NOTHING = "-"
"""What NewsQuant writes for no unit and no concept."""
LITTLE = frozenset({"the", "a", "an", "of", "its", "his", "her", "their", "this", "that", "and", "or"})
"""Words that make no overlap of concepts."""

AGE = "age"
"""The last word of NewsQuant's "year of age"."""

COLUMNS = ("value", "value_change", "value_unit")
"""What peers are scored by: none of them says what a number is about."""

PARTS = (*COLUMNS, "value_concept")
KEPT = frozenset({"idiom", "moment", "hyphened", "ratio", "phone", "years-old", "top", "fold"})
"""Rules by which sayso has no figure and NewsQuant still has a quantity."""


DOZENS = 24
"""Where "dozens" begins in sayso's table."""

SMALLEST_VAGUE = 10
"""NewsQuant has no quantity for "several" and "a few"."""


@dataclass(frozen=True, slots=True)
class Found:
    """One quantity as NewsQuant writes it: value, sign of change, and the code or last word of its unit."""

    value: str
    change: str
    unit: str
    concept: frozenset[str]

    def __str__(self) -> str:
        return f"{self.change} {self.value} | {self.unit} | {' '.join(sorted(self.concept))}"


def run(data: Path, peer: Path | None = None, misses: bool = False) -> dict[str, object]:
    """Return precision, recall and F1 on `data/NewsQuant.json`, all quantities of all sentences counted
    together; of sayso or of what `peer`, a file of another tool, found. With `misses` also what was missed
    (-) and what was found beyond (+), a sentence each."""
    path = find(data, "newsquant", "NewsQuant.json") / "NewsQuant.json"
    rows = json.loads(path.read_text("utf-8"))
    reports = [report_of(str(index), row["text"]) for index, row in enumerate(rows)]
    totals = {part: [0, 0, 0] for part in PARTS}
    told = _sayso(reports) if peer is None else _peer(peer, reports)
    wrong: list[str] = []
    for row, report, found in zip(rows, reports, told, strict=True):
        gold = [_gold(quantity) for quantity in row["quantities"]]
        for part in PARTS:
            right = len(matched(gold, found, part))
            totals[part] = [
                total + more for total, more in zip(totals[part], (right, len(found), len(gold)), strict=True)
            ]
        wrong += _wrong(report, gold, found) if misses else []
    scores: dict[str, object] = {part: rates(*total) for part, total in totals.items()}
    return {**scores, **mark([path], peer), **({"misses": wrong} if misses else {})}


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


def _wrong(report: Report, gold: Sequence[Found], found: Sequence[Found]) -> list[str]:
    """Return a sentence with what was missed or wrongly found in it, by part; nothing where all is right."""
    lines: list[str] = []
    for part in PARTS:
        pairs = matched(gold, found, part)
        lost = [one for index, one in enumerate(gold) if index not in {at for at, _ in pairs}]
        extra = [one for index, one in enumerate(found) if index not in {at for _, at in pairs}]
        lines += [f"  - {part}: {one}" for one in lost] + [f"  + {part}: {one}" for one in extra]
    return [f"[{report.name}] {report.text}", *lines] if lines else []


def table(result: dict[str, object]) -> str:
    """Return the scores as lines of text, the misses below where they were asked for."""
    lines = [f"{'newsquant':<16}{'P':>8}{'R':>8}{'F1':>8}"]
    for part in PARTS:
        row = result[part]
        if isinstance(row, dict):
            lines.append(f"{part:<16}{row['precision']:>8.3f}{row['recall']:>8.3f}{row['f1']:>8.3f}")
    peers, misses = beside(result, COLUMNS), result.get("misses")
    lines += ["", *peers] if peers else []
    return "\n".join([*lines, *(misses if isinstance(misses, list) else ())])


def quantities(report: Report, doc: "Doc") -> Iterator[Found]:
    """Yield the quantities of a sentence: sayso's numbers, durations too, without those that name or date."""
    times = extract_times(report, doc)
    dated = tuple(item for item in times if item.type is not TimeType.DURATION)
    for sentence in sentences(report, doc):
        busy = frozenset(
            token.i for token in sentence for item in dated if item.start <= token.idx < item.end
        )
        kept = tokens(doc)
        read = readings(kept, sentence, busy)
        told = [
            (one, concept) for one, concept in zip(read, about(kept, read), strict=True) if _is_counted(one)
        ]
        for (one, concept), before in zip(told, [None, *told], strict=False):
            if not one.former:
                former = before[0] if before and before[0].former else None
                yield _found(doc, one, former, _words(doc, concept), sentence.end)


def _words(doc: "Doc", spans: Sequence[tuple[int, int]]) -> frozenset[str]:
    """Return the words of some phrases, without articles and the like; a mark of nothing for none."""
    said = {word for start, end in spans for word in doc[start:end].text.lower().split()}
    return frozenset(word.strip("(),.") for word in said if word not in LITTLE) or frozenset({NOTHING})


def _is_counted(one: Reading) -> bool:
    lasting = one.unit is not None and one.unit.measure == DURATION and one.why in ("time", DURATION)
    number = one.number
    small = number.vague and not number.nearly and (number.high or 0) < SMALLEST_VAGUE
    return not small and (one.why is None or one.why in KEPT or lasting)


def _found(doc: "Doc", one: Reading, former: Reading | None, concept: frozenset[str], stop: int) -> Found:
    noun = one.noun or one.borrowed
    named = {"years-old": AGE, "fold": "count"}.get(one.why or "")
    name = named if named else _measured(one.unit) if one.unit else _counts(doc, noun)
    by = None if one.unit else rate(tokens(doc), one.noun.end if one.noun else one.number.end, stop)
    # NewsQuant writes "from 12 to 19" as one range, where it rises and where it falls.
    value = f"{_value(former.number)}-{_value(one.number)}" if former else _value(one.number)
    return Found(value, _change(one), f"{name} per {by[0]}" if by else name, concept)


def _measured(one: Unit) -> str:
    """Return a unit as both sides are written: its code, small coins by themselves, what a rate is by."""
    coin = one.code if one.factor == 1 else f"{one.code}*{one.factor:g}"
    return f"{coin} per {_coded(one.per)}" if one.per else coin


def _counts(doc: "Doc", noun: Counted | None) -> str:
    """Return the head noun of what is counted; NewsQuant writes "count" for times."""
    lemma = _singular(doc[noun.head].lemma_.lower()) if noun else NOTHING
    return {"time": "count"}.get(lemma, lemma)


def _singular(noun: str) -> str:
    """Take off the plural that a lemmatiser left on: "innings", "sedans"."""
    return noun[:-1] if noun.endswith("s") and not noun.endswith(("ss", "us", "is")) else noun


def _value(number: Number) -> str:
    low, high = number.low, number.high
    if low is None or high is None or low == high:
        # The sign is left out there: "-5 yards" is 5.
        return _plain(abs((low if low is not None else high) or 0))
    if number.nearly:
        return _plain(high)
    if number.vague and str(high).endswith("99"):
        # "hundreds" is 100 to 1000 there, 100 to 999 here; "dozens" 12 to 120.
        low, high = (12, 120) if low == DOZENS else (low, high + 1)
    return f"{_plain(low)}-{_plain(high)}"


def _plain(value: float | None) -> str:
    return f"{float(value or 0):.6g}" if value is None or abs(value) < 1e6 else f"{float(value):.10g}"


def _change(one: Reading) -> str:
    number = one.number
    if number.high is None or number.low is None:
        return ">" if number.high is None else "<"
    if number.ranged:
        return "="  # as on all ranges there but three of thirty
    return one.change or ("~" if number.rounded else "=")


def _gold(row: dict[str, Any]) -> Found:
    value = "-".join(_plain(float(piece)) for piece in _RANGE.split(str(row["value"])) if piece)
    concept = frozenset(_WORD.split(row["referred_concepts"].lower()))
    return Found(value, row["change"], _coded(_headed(row["unit"], row["normalized_unit"].lower())), concept)


def _headed(written: str, name: str) -> str:
    """Return a unit's name without what the text has after "of": "snap" of "snaps of man coverage"."""
    before = written.split(" of ")[0].split() if " of " in written and "/" not in written else []
    return " ".join(name.split()[: len(before)]) if before and " per " not in name else name


def _theirs(row: Row) -> Found:
    """A peer's quantity; its unit may be a name, as in the gold, or the code of a currency."""
    ends = dict.fromkeys(_plain(abs(row[end])) for end in ("low", "high"))
    unit = row["unit"] or NOTHING
    codes = {one["code"] for one in _rows().values()}
    known = unit if unit in codes else _coded(unit.lower())
    return Found("-".join(ends), row["change"], known, frozenset({NOTHING}))


def _coded(name: str) -> str:
    """Return the code of a unit's name where sayso knows it, of the two sides of a rate each, else the last
    word."""
    if (
        row := _rows().get(name)
        or _rows().get(name.replace("-", " "))
        or _rows().get(name.replace("-", " - "))
    ):
        return _measured(Unit("", row["code"], 0, row["to"] if row.get("coin") else 1))
    base, by, per = name.rpartition(" per ")
    if by:
        return f"{_coded(base)} per {_coded(per)}"
    last = name.split()[-1]
    return _singular(last) if last == name else _coded(last)


@cache
def _rows() -> dict[str, dict[str, Any]]:
    groups = lexicon_table("units").items()
    rows = {
        word: row | {"coin": measure == "money"}
        for measure, group in groups
        for word, row in group.items()
        if isinstance(row, dict)
    }
    return rows | {"percentage": rows["percent"]}


def matched(gold: Sequence[Found], found: Sequence[Found], part: str) -> list[tuple[int, int]]:
    """Return the pairs (index in `gold`, index in `found`) that agree in the value and in what `part` names,
    each used once."""
    free = dict(enumerate(gold))
    pairs: list[tuple[int, int]] = []
    for at, one in enumerate(found):
        hit = next((index for index, other in free.items() if _agree(one, other, part)), None)
        if hit is not None:
            del free[hit]
            pairs.append((hit, at))
    return pairs


def _agree(one: Found, other: Found, part: str) -> bool:
    if one.value != other.value:
        return False
    if part == "value_change":
        return one.change == other.change
    if part == "value_unit":
        return one.unit == other.unit
    return part == "value" or bool(one.concept & other.concept)


def report_of(name: str, text: str) -> Report:
    """Return a report of one paragraph without anything known of it."""
    return Report(
        id=name, name=name, url=None, title=None, outlet=None, agencies=(), byline=None, language="en",
        published=None, updated=None, seen=None, placed=None, text=text,
        blocks=(Block(0, len(text), BlockRole.PARAGRAPH),),
    )  # fmt: skip
