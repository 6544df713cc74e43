"""Numbers and ranges that stand in prose (Recognizers-Text specs): are a row's numbers exactly those
expected?

**Which specs.** `Number/*/NumberModel*.json` and `NumberRangeModel*.json` make `exact`; percent and
`NumberWithUnit` have a line of their own (`with_unit`: the share of the expected values found with a unit at
the same place). Ordinals name a rank and dates are dates: neither is measured here.

**Which rows.** A row counts once, however many modes repeat it, unless one of `OUT` leaves it out:

- `unsupported`: the reference implementation itself fails on it, by its own mark;
- `disputed`: two modes expect different things of the same words;
- `bare`: fewer than two words stand beside the expected results: an expression, no prose;
- `formula`: a power sign, or a lone letter that stands for a number ("x is", "y<");
- `fragment`: an expected result is a piece of a longer string without spaces: a date, a telephone or product
  number, an internet address, a typing error. sayso leaves such strings alone on purpose;
- `foreign`: a comma stands as the decimal mark ("1,3"), which no English report writes;
- `rank`: the ends of a range are ordinals.

**What is right.** A row is right when every expected result is found and nothing else is. A number is the
same when it begins at the same character and has the same value; a range when it has the same characters and
the same ends, an open end the same. Whether an end belongs to the range is not compared: in sayso "more than
5" and "at least 5" are both 5 and open.

**What of sayso is asked.** The number phrases of `sayso.extract.figures.numbers`. The specs have no row for
vague numbers and words that round, so the first are passed over and the second are no part of a range.
NumberModel takes neither a pronoun ("which one") nor a number run into its unit ("180ml"); sayso's rules
tell both.
"""

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import isclose
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bench.folders import AbsentData
from bench.newsquant import report_of
from bench.peers.lines import Row as Told
from bench.peers.lines import Text, read_found
from bench.peers.scores import beside, mark
from sayso.annotate import annotate
from sayso.extract.figures.counted import counted
from sayso.extract.figures.not_figures import reason
from sayso.extract.figures.numbers import NEGATIVE, numbers
from sayso.extract.figures.numberwords import Number
from sayso.extract.figures.units import unit
from sayso.extract.sentences import tokens
from sayso.lexicon import table as lexicon_table

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

SPECS = {
    "number": "Number/*/NumberModel*.json",
    "range": "Number/*/NumberRangeModel*.json",
    "percent": "Number/*/PercentModel*.json",
    "unit": "NumberWithUnit/*/*Model*.json",
}
EXACT = ("number", "range")
COLUMNS = ("exact", "f1")

PROSE = 2
"""Words beside the results that make a row prose."""

PRONOUNS = frozenset({"idiom", "bare-one"})

_WORD = re.compile(r"\b(?:[A-Za-z][A-Za-z']+|[aAI])\b")
_FORMULA = re.compile(r"\^|\b[b-z] ?(?:[<>=]|is\b)")
_DECIMAL_COMMA = re.compile(r"\d,(?!\d{3}|\d{2},)\d")
_RANK = re.compile(r"\bthe \w+th\b")
_BOUNDS = re.compile(r"[\[(](-?[\d.E+]*),(-?[\d.E+]*)[\])]")


@dataclass(frozen=True, slots=True)
class Item:
    """A result: its characters, and its two ends; None is an open one. A number has the same end twice."""

    start: int
    end: int
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a spec: its words, what is expected of them, and the spec's kind and file."""

    kind: str
    file: str
    text: str
    items: tuple[Item, ...]
    supported: bool


def run(data: Path, peer: Path | None = None) -> dict[str, object]:
    """Return `exact` over all rows and by spec file, F1 over items, what was left out and by which rule, and
    the wrong rows; of sayso or of what `peer`, a file of another tool, found."""
    kept = _judged(data)
    rows = [row for row, why in kept if why is None]
    reports = [report_of(str(index), row.text) for index, row in enumerate(rows)]
    if peer is not None:
        theirs = read_found(peer)
        found = [_theirs(row.kind, theirs.get(one.name, [])) for row, one in zip(rows, reports, strict=True)]
    else:
        found = [_found(row.kind, doc) for row, doc in zip(rows, annotate(reports), strict=True)]
    pairs = [(row, items) for row, items in zip(rows, found, strict=True) if row.kind in EXACT]
    units = [(row, items) for row, items in zip(rows, found, strict=True) if row.kind not in EXACT]
    files = sorted({row.file for row, _ in pairs})
    return {
        **_scores(pairs),
        "files": {name: _scores([pair for pair in pairs if pair[0].file == name]) for name in files},
        "with_unit": _recall(units),
        "left_out": dict(sorted(Counter(why for row, why in kept if why and row.kind in EXACT).items())),
        "wrong": [_told(row, items) for row, items in pairs if not _right(row, items)],
        **mark(_files(data), peer),
    }


def texts(data: Path) -> dict[str, list[Text]]:
    """Return the rows for the peers, under the names that `run` scores them by."""
    rows = [row for row, why in _judged(data) if why is None]
    return {"recognizers": [Text(str(index), row.text) for index, row in enumerate(rows)]}


def _judged(data: Path) -> list[tuple[Row, str | None]]:
    """Return every row, with the rule that leaves it out or None."""
    every = list(_rows(data))
    said = Counter((row.kind, row.text) for row in every)
    return [(row, _out(row, said)) for row in every]


def _theirs(kind: str, rows: Iterable[Told]) -> tuple[Item, ...]:
    """A peer's quantities: where ranges are asked for, those with two ends or an open one."""
    items = [Item(row["start"], row["end"], row["low"], row["high"]) for row in rows if row["change"] in "=~"]
    if kind == "number":
        return tuple(item for item in items if item.low == item.high)
    items += [Item(row["start"], row["end"], row["low"], None) for row in rows if row["change"] == ">"]
    items += [Item(row["start"], row["end"], None, row["high"]) for row in rows if row["change"] == "<"]
    return tuple(item for item in items if kind != "range" or item.low != item.high)


def table(result: dict[str, Any]) -> str:
    """Return the scores as lines of text, and the rows that are wrong."""
    lines = [f"{'recognizers':<42}{'rows':>6}{'exact':>8}{'F1':>8}"]
    for name, score in {"numbers and ranges": result, **result["files"]}.items():
        lines.append(f"{name:<42}{score['rows']:>6}{score['exact']:>8.3f}{score['f1']:>8.3f}")
    units = result["with_unit"]
    lines.append(f"{'with a unit: values found':<42}{units['items']:>6}{units['recall']:>8.3f}")
    lines.append("left out: " + ", ".join(f"{why} {many}" for why, many in result["left_out"].items()))
    peers = beside(result, COLUMNS)
    lines += ["", *peers] if peers else []
    return "\n".join([*lines, *(f"  wrong: {row}" for row in result["wrong"])])


# --- the specs


def _rows(data: Path) -> Iterator[Row]:
    """Yield the rows of all spec files, each text with its expectation once a kind."""
    folder = _folder(data)
    seen: set[tuple[object, ...]] = set()
    for kind, pattern in SPECS.items():
        for path in sorted(folder.glob(pattern)):
            for entry in json.loads(path.read_text("utf-8-sig")):
                row = _row(kind, path.stem, entry)
                key = (kind, row.text, row.items)
                if key not in seen:
                    seen.add(key)
                    yield row


def _folder(data: Path) -> Path:
    folder = next((place for place in _places(data) if next(place.glob(SPECS["number"]), None)), None)
    if folder is None:
        raise AbsentData(f"nothing in {data} matches {SPECS['number']}")
    return folder


def _files(data: Path) -> list[Path]:
    return [path for pattern in SPECS.values() for path in _folder(data).glob(pattern)]


def _places(data: Path) -> Iterator[Path]:
    for folder in (data, data / "recognizers-specs"):
        yield folder
        yield from sorted(child for child in folder.glob("*") if child.is_dir())


def _row(kind: str, file: str, entry: dict[str, Any]) -> Row:
    marks = " ".join(str(mark) for key, mark in entry.items() if key.startswith("NotSupported"))
    items = (_item(result) for result in entry["Results"])
    return Row(
        kind, file, entry["Input"], tuple(item for item in items if item is not None), "dotnet" not in marks
    )


def _item(result: dict[str, Any]) -> Item | None:
    value = (result.get("Resolution") or {}).get("value")
    if value in (None, "null"):
        return None
    start, end = result["Start"], result["End"] + 1
    if bounds := _BOUNDS.fullmatch(value):
        low, high = (float(side) if side else None for side in bounds.groups())
        return Item(start, end, low, high)
    amount = float(value.rstrip("%"))
    return Item(start, end, amount, amount)


# --- which rows stand in prose


def _out(row: Row, texts: Counter[tuple[str, str]]) -> str | None:
    """Return the name of the rule that leaves a row out, or None."""
    if not row.supported:
        return "unsupported"
    if texts[row.kind, row.text] > 1:
        return "disputed"
    return next((name for name, rule in OUT if rule(row)), None)


def _bare(row: Row) -> bool:
    return len(_WORD.findall(_without(row.text, row.items))) < PROSE


def _without(text: str, items: Iterable[Item]) -> str:
    for item in items:
        text = text[: item.start] + " " * (item.end - item.start) + text[item.end :]
    return text


def _formula(row: Row) -> bool:
    return _FORMULA.search(row.text) is not None


def _fragment(row: Row) -> bool:
    return any(_inside(row.text, item) for item in row.items)


def _inside(text: str, item: Item) -> bool:
    """Tell whether a result has letters, digits or joining marks right beside it; a currency sign, a percent
    sign and what closes a sentence are none."""
    before, after = text[item.start - 1 : item.start], text[item.end : item.end + 1]
    closed = after in ",.;:?!" and not text[item.end + 1 : item.end + 2].isalnum()
    return not (before in " \"'($€£¥" and (after in " \"')%" or closed))


def _foreign(row: Row) -> bool:
    return any(_DECIMAL_COMMA.search(row.text[item.start : item.end]) for item in row.items)


def _rank(row: Row) -> bool:
    return row.kind == "range" and any(_RANK.search(row.text[item.start : item.end]) for item in row.items)


OUT = (
    ("bare", _bare),
    ("formula", _formula),
    ("fragment", _fragment),
    ("foreign", _foreign),
    ("rank", _rank),
)
"""Name and predicate of each rule that leaves a row out; the first that holds is counted."""


# --- what sayso finds


def _found(kind: str, doc: "Doc") -> tuple[Item, ...]:
    reader = {"number": _numbers, "range": _ranges}.get(kind, _with_units)
    return tuple(item for sentence in doc.sents for item in reader(doc, sentence))


def _numbers(doc: "Doc", sentence: "Span") -> Iterator[Item]:
    for number in numbers(sentence):
        vague = number.vague and not number.rounded
        if not vague and not _is_pronoun(doc, number, sentence.end) and not _runs_into_unit(doc, number):
            value = number.high if number.high is not None else number.low
            yield Item(doc[_signed(doc, number)].idx, _stop(doc, number.end), value, value)


def _signed(doc: "Doc", number: Number) -> int:
    """Return the token with which a number begins; "minus" and "negative" are part of it."""
    return number.core - (number.core > 0 and doc[number.core - 1].lower_ in NEGATIVE)


def _is_pronoun(doc: "Doc", number: Number, stop: int) -> bool:
    kept = tokens(doc)
    noun = counted(kept, number, stop, frozenset())
    return reason(kept, number, noun.head if noun else None, frozenset()) in PRONOUNS


def _runs_into_unit(doc: "Doc", number: Number) -> bool:
    measured = unit(tokens(doc), number, number.end)
    return measured is not None and measured.measure != "money" and measured.end == number.end


def _ranges(doc: "Doc", sentence: "Span") -> Iterator[Item]:
    for number in numbers(sentence):
        if number.vague:
            continue
        first = _past_rounding(doc, number)
        if number.low != number.high or doc[first].lower_.startswith("equal"):
            yield Item(doc[first].idx, _stop(doc, number.end), number.low, number.high)


def _past_rounding(doc: "Doc", number: Number) -> int:
    """Return the first token that is no rounding word: "about" is no part of "about 20 to 30"."""
    rows = lexicon_table("approximators")["before"]
    phrases = {tuple(phrase.split()) for phrase in (*rows["about"], "only", "just")}
    first = number.first
    for length in (3, 2, 1):
        if tuple(token.lower_ for token in doc[first : first + length]) in phrases:
            return first + length
    return first


def _with_units(doc: "Doc", sentence: "Span") -> Iterator[Item]:
    for number in numbers(sentence):
        measured = unit(tokens(doc), number, sentence.end)
        value = number.high if number.high is not None else number.low
        if measured is not None:
            yield Item(doc[number.core].idx, _stop(doc, measured.end), value, value)


def _stop(doc: "Doc", end: int) -> int:
    return int(doc[end - 1].idx + len(doc[end - 1]))


# --- scores


def _right(row: Row, found: tuple[Item, ...]) -> bool:
    return len(row.items) == len(found) and _matches(row, found) == len(found)


def _matches(row: Row, found: tuple[Item, ...]) -> int:
    return sum(any(_same(row.kind, item, other) for other in found) for item in row.items)


def _same(kind: str, gold: Item, found: Item) -> bool:
    if not (_close(gold.low, found.low) and _close(gold.high, found.high)):
        return False
    if kind in EXACT:
        return gold.start == found.start and (kind == "number" or gold.end == found.end)
    return gold.start < found.end and found.start < gold.end


def _close(gold: float | None, found: float | None) -> bool:
    if gold is None or found is None:
        return gold is found
    return isclose(gold, found, rel_tol=1e-9)


def _scores(pairs: list[tuple[Row, tuple[Item, ...]]]) -> dict[str, float]:
    right = sum(_right(row, found) for row, found in pairs)
    matched = sum(_matches(row, found) for row, found in pairs)
    items = sum(len(row.items) + len(found) for row, found in pairs)
    return {
        "rows": len(pairs),
        "exact": right / len(pairs) if pairs else 0.0,
        "f1": 2 * matched / items if items else 0.0,
    }


def _recall(pairs: list[tuple[Row, tuple[Item, ...]]]) -> dict[str, float]:
    items = sum(len(row.items) for row, _ in pairs)
    matched = sum(_matches(row, found) for row, found in pairs)
    return {"items": items, "recall": matched / items if items else 0.0}


def _told(row: Row, found: tuple[Item, ...]) -> str:
    def shown(items: Iterable[Item]) -> str:
        return "; ".join(f"{row.text[item.start : item.end]!r} {item.low}..{item.high}" for item in items)

    gold, ours = shown(row.items) or "nothing", shown(found) or "nothing"
    return f"{row.kind}: {row.text} | expected {gold} | found {ours}"
