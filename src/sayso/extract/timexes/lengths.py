"""Lengths of time and repetitions: "three days", "for weeks", "every Monday"."""

import re
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from sayso.extract.timexes.stretches import Stretch, back, length, shifted, value, week, weekend
from sayso.extract.timexes.timewords import Reading, Words
from sayso.lexicon import table
from sayso.model.report import Precision, TimeType

if TYPE_CHECKING:
    from spacy.tokens import Token


MOST_DIGITS = 9
"""A number with more digits is no count of days."""


def amount(words: Words) -> str:
    """Return the number of a duration for a TIMEX3 value; `X` for a vague one."""
    if words.has("3"):
        return "X" if words.has("q") else _scaled(words)
    small = table("numbers")["small"]
    found = [word for word in words.all("NDO") if word]
    if not found:
        return "X" if words.has("q") else "1"
    if "NhN" in words.letters:
        tens, ones = small.get(found[0], 0), small.get(found[1], 0)
        return str(tens + ones if tens >= 20 > 10 > ones else ones)
    word = found[0].replace(",", "")
    if len(word) > MOST_DIGITS:
        return "X"
    return word if word.replace(".", "", 1).isdecimal() else str(small[word]) if word in small else "X"


def _scaled(words: Words) -> str:
    """Return the number of "a hundred days", "two hundred and five years"."""
    small, scales = table("numbers")["small"], table("numbers")["scales"]
    total = 0
    for piece, code in zip(words.pieces, words.letters, strict=True):
        word = piece.lower_
        if code == "3":
            total = (total or 1) * scales[word]
        elif code in "ND":
            if word not in small and not word.isdecimal():
                return "X"
            total += small[word] if word in small else int(word[:MOST_DIGITS])
    return str(total)


def read_duration(words: Words) -> Reading | None:
    """Read "three days", "a few more weeks", "the whole year"; a weekend is no length."""
    code = words.look("U", "units")
    if code is None or (code == "Q"):
        return None
    if words.letters in ("dU", "aU") and code == "WE":
        return nearest_weekend(words)
    if (words.word("U") or "").endswith("s") and not words.has("NDO3"):
        return Reading(TimeType.DURATION, length("X", str(code)))
    return _reaching_back(words, Reading(TimeType.DURATION, length(amount(words), str(code))))


def _reaching_back(words: Words, said: Reading) -> Reading:
    """Give "the past 24 hours" the days from then to publication."""
    here, many, code = words.anchors.published, amount(words), str(words.look("U", "units"))
    led = words.word("l") in table("times")["closed"]["reaching_back"]
    if not led or here is None or words.anchors.history or words.anchors.future or not many.isdecimal():
        return said
    first = back(here, int(many), code)
    if first is None:
        return said
    return replace(said, stretch=Stretch(first, here, Precision.DAY), anchor="published")


_BOUNDS = re.compile("((?:Nh)?[ND])(h?x|h)((?:Nh)?[ND])")


def read_lengths(words: Words) -> Reading | None:
    """Read a length of time by its bounds: "three to four hours" is `PT3H/PT4H`. So long "ago" is no one day.
    What goes "from three to five years" may as well be lengthened, and "two and three days" are two lengths:
    there the last alone is read."""
    code, found = words.look("U", "units"), _BOUNDS.search(words.letters)
    if code in (None, "Q", "WE") or found is None:
        return None
    last = words.part(found.start(3), len(words.letters))
    if words.has("gLE"):
        return Reading(TimeType.DATE)
    bounds = amount(words.part(*found.span(1))), amount(words.part(*found.span(3)))
    apart = words.pieces[found.end(2) - 1].lower_ == "and" and words.before != "between"
    if apart or words.before == "from" or not _rising(bounds):
        alone = read_duration(last)
        return replace(alone, opened=last.token) if alone else None
    return Reading(TimeType.DURATION, "/".join(length(bound, str(code)) for bound in bounds))


def _rising(bounds: tuple[str, str]) -> bool:
    """Tell whether both bounds are numbers, the second the larger one."""
    return all(bound.replace(".", "", 1).isdecimal() for bound in bounds) and float(bounds[0]) < float(
        bounds[1]
    )


HALVES = {"H": "30M", "MIN": "30S", "Y": "6M"}
"""Half of a unit in the next smaller one; all others are written with a decimal."""


def read_half(words: Words) -> Reading | None:
    """Read "half an hour", "two and a half hours", "a year and a half"."""
    code = str(words.look("U", "units"))
    many = "0" if words.letters.lstrip("mkp").startswith("j") else amount(words)
    if code not in HALVES:
        return Reading(TimeType.DURATION, length(f"{many}.5", code))
    time = "T" if code in ("H", "MIN") else ""
    whole = "" if many == "0" else f"{many}{code[0]}"
    return Reading(TimeType.DURATION, f"P{time}{whole}{HALVES[code]}")


def read_many(words: Words) -> Reading | None:
    """Read a bare unit: "for weeks", "a long day", "on the weekend"."""
    code, word = words.look("U", "units"), words.word("U") or ""
    if code in (None, "Q"):
        return None
    plural = word.endswith("s")
    if code == "WE":
        return Reading(TimeType.SET, "XXXX-WE") if plural else nearest_weekend(words)
    named = _named(words.token) if word == "day" else None
    if named is not None:
        return Reading(TimeType.DATE, opened=named)
    here = words.anchors.published
    if code == "W" and not plural and words.before == "the" and here is not None and words.anchors.message:
        # "To end off the week": that in which a message is sent.
        return Reading(TimeType.DATE, value(week(here)), week(here), "published", opened=words.token.nbor(-1))
    counted = _counted(words) if plural else None
    if counted is not None:
        return Reading(TimeType.DURATION, length(counted[1], str(code)), opened=counted[0])
    return Reading(TimeType.DURATION, length("X" if plural else "1", str(code)))


def _named(token: "Token") -> "Token | None":
    """Return where the name of a day begins, None for no name: "on Election Day" is on no day that the
    calendar tells."""
    first = token
    while first.i > token.sent.start and _is_of_name(first.nbor(-1), token):
        first = first.nbor(-1)
    return first if first != token and token.text.istitle() else None


def _is_of_name(word: "Token", day: "Token") -> bool:
    day_too = word.lower_ in table("times")["weekdays"] or word.lower_ in table("times")["holidays"]
    return word.text.istitle() and word.dep_ == "compound" and word.head == day and not day_too


def _counted(words: Words) -> "tuple[Token, str] | None":
    """Return the number before "two bloody weeks", where nothing but adjectives stands between, and what it
    is."""
    token = words.token
    number = next((child for child in token.lefts if child.dep_ == "nummod"), None)
    if number is None or any(between.pos_ != "ADJ" for between in token.doc[number.i + 1 : token.i]):
        return None
    small = table("numbers")["small"].get(number.lower_)
    said = str(small) if small is not None else number.lower_.replace(",", "")
    return (number, said) if said.isdecimal() else None


def nearest_weekend(words: Words) -> Reading:
    """Read "the weekend": the nearest one, by the days around the day of publication."""
    here = words.anchors.published
    if here is None or words.anchors.history:
        return Reading(TimeType.DATE)
    step = 0 if words.anchors.future or here.isoweekday() >= SATURDAY or not words.anchors.past else -1
    whole = weekend(here + timedelta(weeks=step))
    return Reading(TimeType.DATE, f"{value(shifted(whole.first, 0, 'W') or whole)}-WE", whole, "published")


FRIDAY = 5
"""From here on "this weekend" is that of the same week."""

SATURDAY = 6
"""From here on "the weekend" told as past is that of the same week."""


def read_set(words: Words) -> Reading | None:
    """Read what comes again and again: "daily", "every two weeks", "every other week", "every Monday"."""
    if words.has("f"):
        return Reading(TimeType.SET, str(words.look("f", "frequencies")))
    if words.has("W"):
        return Reading(TimeType.SET, f"XXXX-WXX-{words.look('W', 'weekdays')}")
    if words.has("P"):
        return Reading(TimeType.SET, f"XXXX-XX-XXT{words.look('P', 'parts')}")
    code = words.look("U", "units")
    many = "2" if words.has("2") else amount(words)
    return Reading(TimeType.SET, length(many, str(code)) if code else None)
