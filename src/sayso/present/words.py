"""Plain words for values: numbers, bounds, moments, and the closed lists of the dossier format.

People read *article*, *who said*, *traced to*, *copied from*, *over time* (DESIGN §6); the format's own terms
stay in the file. None of these words claims anything for sayso itself (DESIGN §4.6).
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence

from sayso.lexicon import table
from sayso.lexicon import words as lexicon_words
from sayso.lexicon.nouns import singular
from sayso.model.relation import (
    About,
    Bearing,
    Certainty,
    ConflictType,
    DerivationKind,
    GapKind,
    Support,
    When,
)
from sayso.model.report import Change, Extent, Figure, Moment, Placed, Precision, Stage, Stance, StatementKind

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")

NO_DATE = "no date"

KIND = {
    StatementKind.DIRECT: "in quotation marks",
    StatementKind.INDIRECT: "reported",
    StatementKind.MIXED: "partly in quotation marks",
    StatementKind.NARRATED: "in the outlet’s own words",
}
STANCE = {
    Stance.ASSERTS: "says",
    Stance.DENIES: "denies",
    Stance.DECLINES: "declines to comment",
    Stance.NOT_CONFIRMED: "has not confirmed",
    Stance.CONFIRMS: "says it is so",
    Stance.WARNS: "warns",
    Stance.PROMISES: "promises",
    Stance.ESTIMATES: "estimates",
    Stance.ASKS: "asks",
    Stance.WANTS: "wants",
    Stance.SUPPORTS: "supports",
    Stance.OPPOSES: "opposes",
}
BEARING = {
    Bearing.ASSERTS: "says so",
    Bearing.DENIES: "denied by",
    Bearing.DECLINES: "no comment from",
    Bearing.NOT_CONFIRMED: "not confirmed by",
    Bearing.ASKS: "asked by",
}
REFUSAL = {
    Bearing.DENIES: "denial",
    Bearing.DECLINES: "no comment",
    Bearing.NOT_CONFIRMED: "",
}
"""What stands in brackets after somebody who does not go along with a claim."""
CERTAINTY = {
    Certainty.SHOWN: "shown to be apart",
    Certainty.POSSIBLE: "possibly apart, not shown",
    Certainty.UNKNOWN: "not traced",
}
SUPPORT = {
    Support.UNTRACED: "not traced to anyone",
    Support.ONE_ORIGIN: "one party, as far as shown",
    Support.SEVERAL_ORIGINS_ONE_SIDE: "several parties on one side, as far as shown",
    Support.SEVERAL_SIDES: "parties on several sides, as far as shown",
}
CONFLICT = {
    ConflictType.FIGURE: "Figures apart",
    ConflictType.UPDATE: "Moved",
    ConflictType.SCOPE: "Not the same scope",
    ConflictType.DEFINITION: "Not the same thing counted",
    ConflictType.FIRST: "“The first time”, and an earlier one",
    ConflictType.DENIAL: "Said and denied",
    ConflictType.MISQUOTE: "One utterance, two wordings",
    ConflictType.DATE: "Dates apart",
}
ABOUT = {About.FACT: "about what happened", About.SAYING: "about what was said"}
TIME = {
    When.SAME: "at the same time",
    When.LATER: "the second is later",
    When.UNKNOWN: "may be timing: not both are dated",
}
DERIVATION = {
    DerivationKind.IDENTICAL: "has the same text as",
    DerivationKind.COPIED: "copied from",
    DerivationKind.EDITED_COPY: "copied, with edits, from",
    DerivationKind.PARAPHRASE: "rewritten from",
    DerivationKind.EXCERPT: "takes passages from",
    DerivationKind.SHARED_AGENCY: "carries the same agency's copy as",
    DerivationKind.CREDITED: "credits",
    DerivationKind.LINK: "links to",
}
GAP = {
    GapKind.SILENT_PARTY: "Parties without a word",
    GapKind.UNDATED_REPORT: "Articles without a date",
    GapKind.UNDATED_FIGURE: "Figures without a date",
    GapKind.UNNAMED_SOURCE: "Sources without a name",
    GapKind.NO_OWN_REPORTING: "Articles without reporting of their own",
    GapKind.UNKEPT_PROMISE: "Promises with no outcome",
    GapKind.UNKNOWN_OUTLET: "Articles without an outlet",
}
EXTENT = {
    Extent.LEVEL: "",
    Extent.CUMULATIVE: "",
    Extent.IN_PERIOD: "in that time only",
    Extent.NEW_SINCE: "new since the count before",
    Extent.PART: "a part",
}
CHANGE = {Change.UP: "by how much it rose", Change.DOWN: "by how much it fell"}
STAGE = {
    Stage.READ: "reading",
    Stage.CLEAN: "cleaning the text",
    Stage.ANNOTATE: "parsing",
    Stage.EXTRACT: "finding facts",
    Stage.GATHER: "sorting into stories",
    Stage.RESOLVE: "matching names",
    Stage.RELATE: "comparing",
    Stage.REVIEW: "applying decisions",
}

COUNTED_SILENTLY = frozenset({"", "person", "people", "thing", "things", "item", "count"})

_HAPPENED = frozenset(
    {
        "killed",
        "injured",
        "casualties",
        "missing",
        "captured",
        "displaced",
        "evacuated",
        "rescued",
        "arrested",
    }
    | {"deployed", "infected", "damaged", "destroyed"}
)
"""Measures that say what happened to those counted (DESIGN §4.4)."""
_NOUNS = frozenset({"money", "area", "distance", "share", "votes"})
"""Measures that are things of their own; any other is the head noun of what is counted."""
_WWW = re.compile(r"\bwww\.(?=[\w-]+\.)")
_ISO_DAY = re.compile(r"\b(\d{4})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])\b")
_ENDING = re.compile(r"\.[a-zA-Z]{2,5}$")
_MACHINE = re.compile(r"(?<![^\W_])(?=[0-9a-fA-F]*[0-9])(?=[0-9a-fA-F]*[a-fA-F])[0-9a-fA-F-]{12,}(?![^\W_])")
"""Twelve and more hexadecimal digits, not only of one kind: a hash or an identifier, no day and no word."""
_BIDI_CONTROLS = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def plural(count: int, one: str, many: str | None = None) -> str:
    """Return `count` with its noun: `1 article`, `3 articles`."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def joined(names: Iterable[str]) -> str:
    """Return names as a list in prose: `A`, `A and B`, `A, B and C`."""
    names = tuple(names)
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1]))) if names else ""


def origins(low: int, high: int) -> str:
    """Return how many origins a claim has; only shown ones are a number of origins."""
    if low == 0:
        return "not traced"
    return plural(low, "origin") if low >= high else f"{low} to {high} origins"


def isolated(name: str) -> str:
    """Return a name that can stand in a line of the other direction: right-to-left names get Unicode
    isolates.
    """
    rightward = not name.isascii() and any(
        unicodedata.bidirectional(letter) in {"R", "AL"} for letter in name
    )
    return f"\u2068{name}\u2069" if rightward else name


def capital(text: str) -> str:
    """Return the text with its first letter large."""
    return text[:1].upper() + text[1:]


def file(name: str) -> str:
    """Return a file's name as an article without an outlet is called: less its ending, and what a machine put
    in to tell files apart; `article 3` where no word is left."""
    left = _MACHINE.sub("", _ENDING.sub("", name)).strip("-_. ")
    return left if any(map(str.isalpha, left)) else f"article {left}".rstrip()


def clip(text: str, length: int) -> str:
    """Return the text on one line, cut at a word with an ellipsis when longer than `length` characters."""
    text = " ".join(text.split())
    if len(text) <= length:
        return text
    cut = text[: length - 1]
    return (cut.rpartition(" ")[0] if " " in cut[length // 2 :] else cut).rstrip(" ,;:.–") + "…"


def clause_with(text: str, phrases: Sequence[str]) -> str:
    """Return the text from the clause on that holds one of the phrases, with an ellipsis for what stands
    before it; the whole text where none does."""
    lower = text.lower()
    found = [at for phrase in phrases if (at := lower.find(phrase)) >= 0]
    comma = text.rfind(", ", 0, min(found)) if found else -1
    return text if comma < 0 else f"…{text[comma + 2 :]}"


def printable(text: str) -> str:
    """Return the text fit for a terminal: control characters as `�` (line breaks as spaces), direction marks
    dropped.
    """
    return "".join(_printable(letter) for letter in text if letter not in _BIDI_CONTROLS)


def _printable(letter: str) -> str:
    if letter in "\n\t":
        return " "
    return "�" if unicodedata.category(letter) in {"Cc", "Cs", "Co"} else letter


def number(value: float) -> str:
    """Return a number as it is read: `3,000`, `1.5`, `420 million`."""
    for size, name in ((1e9, "billion"), (1e6, "million")):
        if value >= size and value % (size / 100) == 0:
            return f"{value / size:,.2f}".rstrip("0").rstrip(".") + f" {name}"
    if value == int(value):
        return f"{int(value):,}"
    return f"{value:,.2f}".rstrip("0").rstrip(".")


def bounds(low: float | None, high: float | None) -> str:
    """Return bounds in words: `4,000`, `at least 3,000`, `up to 1,000`, `10,000 to 12,000`."""
    if low is None:
        return "a number not given" if high is None else f"up to {number(high)}"
    if high is None:
        return f"at least {number(low)}"
    return number(low) if low == high else f"{number(low)} to {number(high)}"


def amount(figure: Figure) -> str:
    """Return a figure in words: as written when vague or approximate, by its bounds otherwise; sums are
    marked.
    """
    if figure.derived_from:
        return f"{bounds(figure.low, figure.high)} (sum by sayso)"
    if figure.vague or figure.approximate:
        written = clip(unpaired(figure.text), 40)
        return f"about {written}" if written[:1].isdigit() and not figure.vague else written
    if figure.unit in {"percent", "%"}:
        return f"{bounds(figure.low, figure.high)}%"
    unit = "" if figure.unit in COUNTED_SILENTLY else f" {figure.unit}"
    return bounds(figure.low, figure.high) + unit


def unpaired(text: str) -> str:
    """Return the text without quotation marks whose partner stands outside it."""
    for opening, closing in (("“", "”"), ("«", "»")):
        if text.count(opening) != text.count(closing):
            text = text.replace(opening, "").replace(closing, "")
    return text if text.count('"') % 2 == 0 else text.replace('"', "")


def counted(measure: str, who: str) -> str:
    """What a figure counts: `soldiers killed`, `votes, the opposition`, `bodies`; empty for a count."""
    what = "killed and injured" if measure == "casualties" else measure.replace("_", " ").replace("-", " ")
    if measure in _HAPPENED:
        if _are_bodies(who):
            return who
        if _says_so(measure, who):
            return who
        who = who[len(what) + 1 :] if who.casefold().startswith(f"{what} ") else who  # "destroyed homes"
        return what if who.casefold() in what.casefold() else f"{who} {what}"
    if measure in _NOUNS:
        return f"{what}, {who}" if who else what
    return who or ("" if measure == "count" else what)


def _says_so(measure: str, who: str) -> bool:
    """The dead are killed, and evacuees evacuated: the noun says what happened to them."""
    listed = table("measures")["nouns"].get(measure, ())
    return who.casefold() in listed or singular(who.casefold()) in listed


def _are_bodies(who: str) -> bool:
    """Whoever is counted so is dead, which need not be said again."""
    return singular(who.lower().rpartition(" ")[2]) in lexicon_words("measures", "words.bodies")


def happened(measure: str) -> str:
    """Return what a measure says happened to those counted; empty for one that only names them."""
    return counted(measure, "") if measure in _HAPPENED else ""


def moment(value: Moment | None, *, years: bool = True) -> str:
    """Return a moment in words: `14 Dec 2024`, `Dec 2024`, `by 12 Jan 2025`, `from 27 Dec 2024`; `no date`
    for none.
    """
    if value is None:
        return NO_DATE
    return stretch(value.from_, value.to, value.precision, years=years)


def placed(value: Placed) -> str:
    """Return in words where other articles put an article without a date."""
    return stretch(value.from_, value.to, Precision.DAY)


def stretch(start: str | None, end: str | None, precision: Precision, *, years: bool = True) -> str:
    """Return a stretch of time by its two ends in words; see `moment`."""
    if start is None or end is None:
        return _open(start, end, precision, years)
    if precision is Precision.DECADE:
        return f"{start[:3]}0s"
    first, last = (_point(end_, precision, years) for end_ in (start, end))
    return first if first == last else _range(first, last)


def spoken(text: str) -> str:
    """Return a sentence of sayso's own with its ISO dates and hosts as people write them; not for words of
    articles."""
    return _ISO_DAY.sub(lambda day: _point(day[0], Precision.DAY, True), _WWW.sub("", text))


def _open(start: str | None, end: str | None, precision: Precision, years: bool) -> str:
    if start is None:
        return NO_DATE if end is None else f"by {_point(end, precision, years)}"
    return f"from {_point(start, precision, years)}"


def _range(first: str, last: str) -> str:
    """Join two points with a dash, less what their ends share: `14–15 Dec 2024`, `27 Dec – 3 Jan`."""
    left, right = first.split(" "), last.split(" ")
    same_form = len(left) == len(right)
    while same_form and len(left) > 1 and left[-1] == right[len(left) - 1]:
        left.pop()
    dash = "–" if len(left) == 1 and left[0].isdigit() else " – "
    return " ".join(left) + dash + last


def _point(iso: str, precision: Precision, years: bool) -> str:
    date, _, clock = iso.partition("T")
    year, month, day = (*date.split("-"), "", "")[:3]
    name = MONTHS[int(month) - 1] if month.isdecimal() and 1 <= int(month) <= 12 else ""
    tail = [year] if years or not name else []
    if precision is Precision.YEAR or not name:
        return year
    if precision in {Precision.MONTH, Precision.SEASON} or not day.isdecimal():
        return " ".join([name, *tail])
    words = " ".join([str(int(day)), name, *tail])
    return f"{words}, {clock[:5]}" if precision is Precision.MINUTE and clock else words
