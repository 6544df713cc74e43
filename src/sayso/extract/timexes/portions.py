"""Parts of a stretch counted from one of its ends: "the last week of August"."""

from datetime import timedelta

from sayso.extract.timexes.calendar import dates_of, read_month
from sayso.extract.timexes.lengths import amount
from sayso.extract.timexes.reckoning import read_unit
from sayso.extract.timexes.stretches import Stretch, length, month
from sayso.extract.timexes.timewords import Reading, Words
from sayso.extract.timexes.years import read_century, read_decade, read_season, read_year
from sayso.model.report import Precision, TimeType

MONTHS = 12


def read_portion(words: Words) -> Reading | None:
    """Read "the first ten months of 1915", "the last week of August": a length, and the days where the whole
    is known."""
    code, many = words.look("U", "units"), amount(words.part(2, len(words.letters)).until("o"))
    if code in (None, "Q"):
        return None
    plural = (words.word("U") or "").endswith("s")
    said = Reading(TimeType.DURATION, length("X" if plural and many == "1" else many, str(code)))
    whole = _whole(words)
    if whole is None or whole.stretch is None or not many.isdecimal() or said.value == f"PX{code}":
        return said
    place = 0 if words.letters[1] == "l" else dates_of(words.part(1, 2))[0]
    taken = _taken(whole.stretch, int(many), str(code), place)
    if taken is None:
        return said
    if (code, many) == ("D", "1"):
        return Reading(TimeType.DATE, taken.first.isoformat(), taken, whole.anchor)
    return Reading(TimeType.DURATION, said.value, taken, whole.anchor)


def _whole(words: Words) -> Reading | None:
    """Return what the part of "the last week of August" is a part of."""
    rest = words.part(words.letters.index("o") + 1, len(words.letters)) if words.has("o") else None
    if rest is None:
        return None
    rules = (
        ("M", read_month),
        ("S", read_season),
        ("K", read_decade),
        ("Y", read_year),
        ("OU", read_century),
    )
    reader = next((read for codes, read in rules if set(codes) <= set(rest.letters)), read_unit)
    return reader(rest)


def _taken(whole: Stretch, many: int, code: str, place: int) -> Stretch | None:
    """Return so many units of a stretch, the first, second or (0) the last of it; None where it is not as
    long."""
    days = {"D": 1, "W": 7, "M": 30.44, "Y": 365.25, "DE": 3652.5}.get(code)
    if days is None or many < 1 or max(place, 1) * many * days > (whole.last - whole.first).days + 1:
        return None
    if code == "M" and whole.first.day == 1:
        return _months(whole, many, place)
    most = timedelta(days=round(many * days) - 1)
    if not place:
        return Stretch(whole.last - most, whole.last, Precision.DAY)
    first = whole.first + timedelta(days=round((place - 1) * many * days))
    return Stretch(first, first + most, Precision.DAY)


def _months(whole: Stretch, many: int, place: int) -> Stretch:
    """Return so many calendar months of a stretch, counted from its first one or (place 0) up to its last."""
    at = whole.first.year * MONTHS + whole.first.month - 1 + (place - 1) * many
    if not place:
        at = whole.last.year * MONTHS + whole.last.month - many
    end = at + many - 1
    last = month(end // MONTHS, end % MONTHS + 1).last
    return Stretch(month(at // MONTHS, at % MONTHS + 1).first, last, Precision.DAY)
