"""Who was killed or hurt, and how many (MUC-4): F1 of the pairs (number, effect) of each document.

The gold pairs are those of the answer templates. Each human target has a number and an effect, joined by
the name or description that both refer to; named people count one each. Kept are the effects DEATH, INJURY
and "none" (NO INJURY, NO INJURY OR DEATH). What is scored, and what is not:

- A document has a *set* of pairs: "(1, death)" counts once, however many single deaths the templates hold
  or the text repeats. All documents count, those without a template too: every pair found there is wrong.
- A pair is right when both bounds agree: "5-" is five or more, "- 15" up to fifteen; "~100" agrees with 100
  or with what is told as about or nearly 100. Any of the alternatives parted by "/" is right. A found pair
  is right for one gold pair only. Where the key tells two targets by the same words ("WORKERS": 10 and 31,
  DEATH and INJURY), it does not say which number has which effect, and either is right.
- Optional gold (the key marks it with "?" or "OPTIONAL") counts where it is found, and not where it is
  missed. So does PLURAL, the key's word for more than one of an unknown number: only a vague number
  ("several", "dozens") is right for it, for sayso gives a bare plural no figure. So does the total number of
  targets, which the key gives no effect of its own, where all targets of its template share one.
- Left out on both sides: targets whose effect is not told or another one (freed, escaped, NO DEATH alone),
  a lack of victims (NO INJURY of nobody in particular; "no casualties"), and killed and hurt together.
- Found are the figures of people who were killed (or executed), injured, or unharmed. Sums over time are
  left out, for the task wants recent, single incidents and no summary descriptions: figures whose extent is
  cumulative, and those of a period of more than two months.
- The task's rule 1 has it that members of guerrilla groups, drug traffickers and the like are never targets,
  and their clashes with the army no incidents. So figures of people told of by such a word are left out;
  `unfiltered` is the score with them.
- The text is read as it is, in capitals; only line breaks in paragraphs and the dateline are taken off.
"""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from bench.folders import find
from bench.scoring import rates
from sayso.annotate import annotate
from sayso.extract.quantities import extract
from sayso.extract.times import extract as extract_times
from sayso.model.report import Basis, Block, BlockRole, Extent, Figure, Moment, Precision, Report

EFFECTS = {
    "DEATH": "death",
    "INJURY": "injury",
    "NO INJURY": "none",
    "NO INJURY OR DEATH": "none",
}
MEASURES = {"killed": "death", "executed": "death", "injured": "injury", "unharmed": "none"}
ARMED = frozenset(
    {
        "attacker", "extremist", "guerilla", "guerrilla", "gunman", "hitman", "insurgent", "kidnapper",
        "rebel", "subversive", "terrorist", "trafficker",
    }
)  # fmt: skip
"""Words for those who are never targets, by the task's own rule."""

RECENT = 62
"""Days of the longest period of one incident: two months, by the task's own rule."""

_DATELINE = re.compile(r"^.{0,60}?(?:(\d{1,2} [A-Z]{3} \d\d)|NO DATE)\b.{0,120}? -- ", re.DOTALL)
_MARKS = re.compile(r"^(?:\s*\[(?:TEXT|EXCERPTS?|SUMMARY|REPORT|COMMUNIQUE|EDITORIAL REPORT)\])+\s*")
_MONTHS = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")
_REFERENCE = re.compile(r':\s*(?=")')
_QUOTED = re.compile(r'"((?:\\.|[^"\\])*)"')
_NUMBER = re.compile(r"(~)?\s*(-)?\s*(\d+)\s*(-)?")


@dataclass(frozen=True, slots=True)
class Pair:
    """How many, and what befell them; an open bound is None, `loose` is an approximate number."""

    low: float | None
    high: float | None
    effect: str
    loose: bool = False
    vague: bool = False


@dataclass(frozen=True, slots=True)
class Wanted:
    """A gold pair: any of `pairs` is right; one that is not `needed` does not count where it is missed."""

    pairs: frozenset[Pair]
    needed: bool


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one document."""

    right: tuple[Pair, ...]
    wrong: tuple[Pair, ...]
    missed: tuple[Wanted, ...]


def run(data: Path) -> dict[str, object]:
    """Return precision, recall and F1 of all pairs, and of the pairs of each effect."""
    folder = find(data, "muc4", "templates.jsonl")
    gold = templates(folder / "templates.jsonl")
    reports = list(documents(folder / "docs.jsonl"))
    outcomes: list[Outcome] = []
    unfiltered: list[Outcome] = []
    for report, doc in zip(reports, annotate(reports), strict=True):
        figures = extract(report, doc, extract_times(report, doc))
        targets = wanted(gold.get(report.name, ()))
        outcomes.append(compare(targets, pairs(one for one in figures if not _is_armed(one))))
        unfiltered.append(compare(targets, pairs(figures)))
    result: dict[str, object] = {"documents": len(outcomes), "pairs": _score(outcomes, None)}
    result |= {effect: _score(outcomes, effect) for effect in dict.fromkeys(EFFECTS.values())}
    return result | {"unfiltered": _score(unfiltered, None)}


def table(result: dict[str, object]) -> str:
    """Return the scores as lines of text."""
    lines = [f"{'muc4':<12}{'P':>8}{'R':>8}{'F1':>8}{'right':>8}{'found':>8}{'gold':>8}"]
    for name, row in result.items():
        if isinstance(row, dict):
            scores = "".join(f"{row[key]:>8.3f}" for key in ("precision", "recall", "f1"))
            lines.append(
                f"{name:<12}{scores}" + "".join(f"{row[key]:>8}" for key in ("right", "found", "gold"))
            )
    return "\n".join(lines)


def documents(path: Path) -> Iterator[Report]:
    """Yield the documents as reports dated by their datelines, each paragraph on one line."""
    for line in path.read_text("utf-8").splitlines():
        row = json.loads(line)
        opening = _DATELINE.match(row["text"])
        body = row["text"][opening.end() if opening else 0 :]
        paragraphs = re.split(r"\n\s*\n", _MARKS.sub("", body))
        yield _report(row["id"], "\n\n".join(" ".join(part.split()) for part in paragraphs), _day(opening))


def _day(opening: re.Match[str] | None) -> str | None:
    if opening is None or opening[1] is None:
        return None
    day, month, year = opening[1].split()
    return f"19{year}-{_MONTHS.index(month) + 1:02}-{int(day):02}" if month in _MONTHS else None


def _report(name: str, text: str, day: str | None) -> Report:
    found = re.finditer(r"[^\n]+", text)
    return Report(
        id=name, name=name, url=None, title=None, outlet=None, agencies=(), byline=None, language="en",
        published=Moment(day, day, Precision.DAY, Basis.DATELINE) if day else None,
        updated=None, seen=None, placed=None, text=text,
        blocks=tuple(Block(line.start(), line.end(), BlockRole.PARAGRAPH) for line in found),
    )  # fmt: skip


# --- gold


def templates(path: Path) -> dict[str, list[dict[str, list[str]]]]:
    """Return the slots of the templates of each document, by its id."""
    found: dict[str, list[dict[str, list[str]]]] = {}
    for line in path.read_text("utf-8").splitlines():
        row = json.loads(line)
        found.setdefault(row["doc"].split(" ")[0], []).append(row["slots"])
    return found


def wanted(forms: Iterable[dict[str, list[str]]]) -> list[Wanted]:
    """Return the gold pairs of a document's templates, each once."""
    found: dict[frozenset[Pair], bool] = {}
    for form in forms:
        for one in _of_template(form):
            found[one.pairs] = found.get(one.pairs, False) or one.needed
    return [Wanted(some, needed) for some, needed in found.items()]


def _of_template(form: dict[str, list[str]]) -> Iterator[Wanted]:
    optional = any("OPTIONAL" in fill for fill in form["MESSAGE: TEMPLATE"])
    numbers = [_Fill.of(text) for text in form["HUM TGT: NUMBER"]]
    effects = [_Fill.of(text) for text in form["HUM TGT: EFFECT OF INCIDENT"]]
    for number in numbers:
        joined = [effect for effect in effects if number.of_same(effect)]
        some = frozenset(pair for effect in joined for pair in _pairs(number.values, effect.values))
        loose = (
            optional or "PLURAL" in number.values or number.optional or any(one.optional for one in joined)
        )
        if some:
            yield Wanted(some, not loose)
    shared = {value for effect in effects for value in effect.values}
    for text in form["HUM TGT: TOTAL NUMBER"] if len(shared) == 1 else ():
        total = frozenset(_pairs(_Fill.of(text).values, shared))
        if total:
            yield Wanted(total, needed=False)


@dataclass(frozen=True, slots=True)
class _Fill:
    """A fill of a slot: its alternative values, whether it is optional, and the strings it refers to."""

    values: tuple[str, ...]
    optional: bool
    about: frozenset[str]

    @staticmethod
    def of(text: str) -> "_Fill":
        value, *rest = _REFERENCE.split(text, maxsplit=1)
        values = tuple(part.strip(" ?()") for part in value.split("/"))
        return _Fill(values, "?" in value or "(" in value, frozenset(_QUOTED.findall(" ".join(rest))) - {"-"})

    def of_same(self, other: "_Fill") -> bool:
        return bool(self.about & other.about)


def _pairs(numbers: Iterable[str], effects: Iterable[str]) -> Iterator[Pair]:
    for effect in (EFFECTS[value] for value in effects if value in EFFECTS):
        for number in numbers:
            match = _NUMBER.fullmatch(number)
            if number == "PLURAL":
                yield Pair(2, None, effect, vague=True)
            elif match:
                about, below, value, above = match.groups()
                yield Pair(
                    None if below else int(value), None if above else int(value), effect, loose=bool(about)
                )


# --- found


def pairs(figures: Iterable[Figure]) -> set[Pair]:
    """Return the pairs that sayso's figures of a document come to."""
    return {
        Pair(one.low, one.high, MEASURES[one.measure], one.approximate, one.vague)
        for one in figures
        if one.measure in MEASURES and one.unit == "person" and one.high != 0 and not _is_sum(one)
    }


def _is_armed(figure: Figure) -> bool:
    words = (figure.who or "").lower().split()
    return any(word in ARMED or word.removesuffix("s") in ARMED for word in words) or "gunmen" in words


def _is_sum(figure: Figure) -> bool:
    during = figure.during
    if figure.extent is Extent.CUMULATIVE:
        return True
    if during is None or during.from_ is None or during.to is None:
        return False
    first, last = (date.fromisoformat(end[:10]) for end in (during.from_, during.to))
    return (last - first).days > RECENT


# --- score


def compare(gold: list[Wanted], found: set[Pair]) -> Outcome:
    """Match found pairs with gold ones, needed and exact ones first."""
    free = sorted(gold, key=lambda one: (not one.needed, len(one.pairs), str(sorted(map(str, one.pairs)))))
    right: list[Pair] = []
    wrong: list[Pair] = []
    for pair in sorted(found, key=lambda one: (one.vague, one.loose, str(one))):
        match = next((one for one in free if any(agree(pair, other) for other in one.pairs)), None)
        (wrong if match is None else right).append(pair)
        if match is not None:
            free.remove(match)
    return Outcome(tuple(right), tuple(wrong), tuple(one for one in free if one.needed))


def agree(found: Pair, gold: Pair) -> bool:
    """Tell whether a found pair says what a gold one says."""
    if found.effect != gold.effect:
        return False
    if gold.vague:
        return found.vague
    if gold.loose and found.loose:
        return gold.low in (found.low, found.high)
    return (found.low, found.high) == (gold.low, gold.high)


def _score(outcomes: list[Outcome], effect: str | None) -> dict[str, float]:
    right = sum(effect in (None, one.effect) for outcome in outcomes for one in outcome.right)
    wrong = sum(effect in (None, one.effect) for outcome in outcomes for one in outcome.wrong)
    missed = sum(
        effect is None or any(pair.effect == effect for pair in one.pairs)
        for outcome in outcomes
        for one in outcome.missed
    )
    found, gold = right + wrong, right + missed
    return {**rates(right, found, gold), "right": right, "found": found, "gold": gold}
