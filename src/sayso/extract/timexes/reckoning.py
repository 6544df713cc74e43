"""Expressions reckoned from another day: publication, or a date told before."""

from dataclasses import replace
from datetime import date, timedelta

from sayso.extract.timexes.calendar import edged, of_day
from sayso.extract.timexes.lengths import FRIDAY, amount, read_duration, read_many
from sayso.extract.timexes.stretches import Stretch, day, length, month, shifted, value, weekend
from sayso.extract.timexes.timewords import Reading, Words
from sayso.lexicon import table
from sayso.model.report import Precision, TimeType


def read_deictic(words: Words) -> Reading | None:
    """Read "today", "tomorrow morning", "tonight", from the day of publication."""
    anchors = words.anchors
    here, word = anchors.published, words.word("R") or ""
    tonight = word in table("times")["closed"]["tonight"]
    if anchors.history:
        # A history's "today" is no day: whoever is quoted there spoke long ago.
        if tonight:
            return Reading(TimeType.TIME, "XXXX-XX-XXTNI")
        return Reading(TimeType.DATE, "PRESENT_REF" if word == "today" else None)
    if here is None:
        return Reading(TimeType.TIME if tonight else TimeType.DATE)
    on = here + timedelta(days=table("times")["deictics"][word])
    if tonight:
        return Reading(TimeType.TIME, f"{on.isoformat()}TNI", day(on), "published")
    return of_day(words, on, "published")


def read_reference(words: Words) -> Reading | None:
    """Read "now", "the past", "former": no day of the calendar. "Recent weeks" are a length."""
    if words.letters == "dl":
        alone = words.word("l") == "past" and (words.after_it is None or words.after_it.pos_ not in _NAMING)
        return Reading(TimeType.DATE, "PAST_REF") if alone else None
    if words.has("U") and words.word("X") == "recent":
        return Reading(TimeType.DURATION, length("X", str(words.look("U", "units"))))
    return Reading(TimeType.DATE, str(words.look("X", "references")), cut=_cut_of_reference(words))


_NAMING = frozenset({"NOUN", "PROPN", "NUM", "ADJ"})


def _cut_of_reference(words: Words) -> int:
    """Leave "future years" apart: only "present-day" and "modern day" go on."""
    return (
        0 if words.word("X") in ("present", "modern") else len(words.letters) - words.letters.index("X") - 1
    )


def read_period(words: Words) -> Reading | None:
    """Read "at this time" as now; "at that time", "during this period" are told elsewhere and never worked
    out."""
    now = [piece.lower_ for piece in words.pieces] == ["this", "time"]
    return Reading(TimeType.DATE, "PRESENT_REF" if now else None)


def read_unit(words: Words) -> Reading | None:
    """Read "last month", "earlier this year", "next week", "this morning"."""
    anchors = words.anchors
    here, code = anchors.here, words.look("U", "units")
    if words.word("t") == "these" and code:
        return Reading(TimeType.DATE, "PRESENT_REF") if code == "D" else read_many(words)
    step = _step(words)
    if code == "Y" and anchors.ancient is not None and anchors.history:
        return Reading(TimeType.DATE, f"BC{anchors.ancient - step:04d}")
    if here is None:
        return Reading(TimeType.DATE if code else TimeType.TIME)
    if code is None:
        return _next_part(words) if words.has("n") else _part_near(words, here)
    if code in ("MIN", "S", "H"):
        return Reading(TimeType.TIME)
    if code == "D" and words.word("l") == "last":
        return Reading(TimeType.DATE)  # "last day to register": of what, it does not say
    if code == "Q":
        return _quarter(here, step, anchors.source)
    if code == "WE":
        # "This weekend" of a Monday is over where the clause speaks of the past.
        step -= step == 0 and anchors.past and here.isoweekday() < FRIDAY
        whole: Stretch | None = weekend(here + timedelta(weeks=step))
        label = f"{value(shifted(here, step, 'W') or day(here))}-WE"
    else:
        whole = shifted(here, step, str(code))
        label = value(whole) if whole else ""
    if whole is None:
        return None
    return Reading(TimeType.DATE, label, _clipped(words, edged(words, whole), here), anchors.source)


def _step(words: Words) -> int:
    """Return how many units away "last", "next" or "this" is."""
    rest = words.after("o") if words.has("&") else words
    return 0 if rest is None else -1 if rest.has("l") else 1 if rest.has("n") else 0


def _quarter(here: date, step: int, anchor: str) -> Reading:
    """Return the quarter of a day, or the one before or after it."""
    number = here.year * 4 + (here.month - 1) // 3 + step
    first = month(number // 4, number % 4 * 3 + 1).first
    whole = Stretch(first, month(first.year, first.month + 2).last, Precision.SEASON)
    return Reading(TimeType.DATE, f"{first.year}-Q{number % 4 + 1}", whole, anchor)


def _part_near(words: Words, here: date) -> Reading | None:
    on = here - timedelta(days=1) if words.has("l") else here
    read = of_day(words, on, words.anchors.source)
    if words.has("l") and words.look("P", "parts") == "NI":
        # It goes on until morning; and what is dated by the day alone may have been written after midnight.
        read = replace(read, stretch=Stretch(on, on + timedelta(days=1), Precision.DAY))
    return read


def _clipped(words: Words, whole: Stretch, here: date) -> Stretch:
    """Return what "earlier this month" or "later this year" leaves of a stretch that the day of
    publication is in."""
    if words.has("E") and whole.first <= here <= whole.last:
        return Stretch(whole.first, here, whole.precision)
    if words.has("L") and whole.first <= here <= whole.last:
        return Stretch(here, whole.last, whole.precision)
    return whole


def read_edge(words: Words) -> Reading | None:
    """Read "the end of the year", "the beginning of last month"."""
    anchors = words.anchors
    if (words.word("U") or "").endswith("s"):
        return None  # "the end of days"
    base = anchors.near.first if anchors.history and anchors.near else anchors.published
    if anchors.ancient is not None and words.look("U", "units") in ("Y", "DE", "CE"):
        return _ancient_told(words, _step(words))
    if base is None or words.has("s") or (anchors.history and anchors.near is None):
        return Reading(TimeType.DATE)
    whole = shifted(base, _step(words), str(words.look("U", "units")))
    if whole is None:
        return Reading(TimeType.DATE)
    return Reading(
        TimeType.DATE, value(whole), edged(words, whole), "text" if anchors.history else "published"
    )


def read_ago(words: Words) -> Reading | None:
    """Read "three days ago", from the day of publication; in a history whoever is quoted said so."""
    anchors = words.anchors
    many = amount(words)
    if anchors.published is None or anchors.history or not many.isdecimal() or is_vague(words):
        return Reading(TimeType.DATE)
    return _stepped(anchors.published, -int(many), words, "published")


def read_told(words: Words) -> Reading | None:
    """Read "two days later", "the next day", "the day before": reckoned from a date told in the same
    sentence, or in the one before."""
    anchors = words.anchors
    counted = not words.letters.startswith("d") and words.has("VZ")
    if counted and not _closes(words):
        # "Two days after the vote" is so long after what follows.
        return replace(read_duration(words) or Reading(TimeType.DURATION), cut=1)
    if words.has("P"):
        return _next_part(words)
    if words.word("l") in ("past", "last") and words.letters != "lU":
        return read_unit(words) if words.look("U", "units") == "Q" else read_duration(words)
    if is_vague(words) and words.has("ln"):
        return Reading(TimeType.DURATION, length("X", str(words.look("U", "units"))))
    if words.before == "for" and words.letters == "dnU":
        # What goes on "for the next year" lasts so long.
        return read_duration(words)
    if words.word("n") in table("times")["closed"]["coming"]:
        return read_duration(words) if words.look("U", "units") in ("DE", "CE") else read_unit(words)
    many, back = amount(words), words.has("ElZ")
    if words.has("VZ") and not _closes(words):
        return Reading(TimeType.DATE)
    if anchors.back is None or not many.isdecimal() or is_vague(words):
        return (
            _ancient_told(words, -int(many) if back else int(many))
            if many.isdecimal()
            else Reading(TimeType.DATE)
        )
    if anchors.back.first != anchors.back.last and words.look("U", "units") == "D":
        return Reading(TimeType.DATE)
    start = anchors.back.first if back else anchors.back.last
    return _stepped(start, -int(many) if back else int(many), words, "text")


def is_vague(words: Words) -> bool:
    """Tell whether "days later", "the following years" leave open how many."""
    return words.has("U") and (words.word("U") or "").endswith("s") and not words.has("NDOa3")


def _closes(words: Words) -> bool:
    """Tell whether "after" or "before" ends its clause: "the year before."; else it leads to what follows."""
    after = words.after_it
    return after is None or after.is_punct or after.pos_ in ("CCONJ", "ADP")


def _ancient_told(words: Words, many: int) -> Reading:
    """Read "the following year", "two years later" in a tale from before our era."""
    ancient, code = words.anchors.ancient, words.look("U", "units")
    if ancient is None or not words.anchors.history or code not in ("Y", "DE", "CE") or is_vague(words):
        return Reading(TimeType.DATE)
    years = many * {"Y": 1, "DE": 10, "CE": 100}[str(code)]
    if not 0 < ancient - years <= 9999:
        return Reading(TimeType.DATE)
    digits = {"Y": 6, "DE": 5, "CE": 4}[str(code)]
    return Reading(TimeType.DATE, f"BC{ancient - years:04d}"[:digits])


def _next_part(words: Words) -> Reading:
    """Read "the next morning", "the previous night": beside a day told in the sentence."""
    near = words.anchors.back
    if near is None or near.first != near.last:
        return Reading(TimeType.TIME)
    return of_day(words, near.first + timedelta(days=-1 if words.has("l") else 1), "text")


def _stepped(start: date, many: int, words: Words, anchor: str) -> Reading | None:
    if abs(many) > 10_000:
        return None
    reached = shifted(start, many, str(words.look("U", "units")))
    return Reading(TimeType.DATE, value(reached), reached, anchor) if reached else Reading(TimeType.DATE)


def read_same(words: Words) -> Reading | None:
    """Read "that same month", "the same day": the period of a date told in the same sentence, or in the one
    before, else unresolved."""
    anchors = words.anchors
    code = words.look("U", "units")
    near = anchors.told or anchors.story if anchors.history else anchors.back
    if code == "Y" and near is None and anchors.ancient is not None and anchors.history:
        return Reading(TimeType.DATE, f"BC{anchors.ancient:04d}")
    if words.word("s") == "those":
        return Reading(TimeType.DURATION, length("X", str(code))) if code else Reading(TimeType.TIME)
    if near is None:
        return Reading(TimeType.DATE if code else TimeType.TIME)
    if code is None:
        return of_day(words, near.first, "text") if near.first == near.last else Reading(TimeType.TIME)
    if near.first != near.last and code in ("D", "W"):
        return Reading(TimeType.DATE)
    return _stepped(near.first, 0, words, "text")
