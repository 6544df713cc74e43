"""The pieces of a sentence that the grammar of time expressions reads, each with its class letter.

A piece is a token, or a part of one that runs number and word together: "3mins", "August-24", "mid-2007".
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from sayso.extract.timexes.yearwords import may_be_year
from sayso.lexicon import table

if TYPE_CHECKING:
    from spacy.tokens import Token

_ISO = re.compile(r"\d{4}-\d{2}-\d{2}|\d{1,2}/\d{1,2}/\d{4}|\d{1,2}\.\d{1,2}\.(?:\d{4}|\d{2})")
_CLOCK = re.compile(r"\d{1,2}[:.]\d{2}(?:[ap]m|hrs?)?|\d{1,4}\+?[ap]m", re.IGNORECASE)
_DECADE = re.compile(r"(?:1[0-9]|20)\d0'?s|'?\d0s|[1-9]\d0s")
_ORDINAL = re.compile(r"(\d{1,2})(?:st|nd|rd|th)", re.IGNORECASE)
_GLUED = re.compile(
    r"(\d+(?:\.\d+)?)([a-z]{3,8}|h|d)|([a-z]{3,9}|\d{1,2})-([a-z]{3,9}|\d{1,4})", re.IGNORECASE
)

LAST_YEAR = 2199
"""Four digits beyond this are no year in a report."""


REMEMBERED = 65536
"""Words whose letter is kept."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A word or number of a time expression: its token, its text, and where it starts in the report."""

    token: "Token"
    text: str
    start: int

    @property
    def lower_(self) -> str:
        """The text in lower case."""
        return self.text.lower()

    @property
    def end(self) -> int:
        """Where it ends in the report."""
        return self.start + len(self.text)


def read(sentence: Sequence["Token"]) -> tuple[str, list[Piece] | None]:
    """Return the letters of a sentence, one a piece, and the pieces where a token was parted, else None."""
    letters = [_always(token.lower_) or letter(token) for token in sentence]
    if "?" not in letters:
        return "".join(letters), None
    pieces = [piece for token, code in zip(sentence, letters, strict=True) for piece in _parts(token, code)]
    return "".join([code for code, _ in pieces]), [piece for _, piece in pieces]


def _parts(token: "Token", code: str) -> Iterator[tuple[str, Piece]]:
    """Yield the pieces of a token with their letters."""
    match = _GLUED.fullmatch(token.text) if code == "?" else None
    if match is None:
        yield code, Piece(token, token.text, token.idx)
        return
    for number in (1, 2) if match[1] else (3, 4):
        yield _bare(match[number]), Piece(token, match[number], token.idx + match.start(number))
        if number == 3:
            yield "h", Piece(token, "-", token.idx + match.end(number))


def _bare(word: str) -> str:
    """Return the letter of a part of a token: of a number by its length, of a word by the table."""
    if not word[0].isdecimal():
        return _letters().get(word.lower(), ".")
    if word.isdecimal() and len(word) <= 2 and 1 <= int(word) <= 31:
        return "D"
    return "Y" if len(word) == 4 and word.isdecimal() and int(word) <= LAST_YEAR else "N"


def _glued(word: str) -> bool:
    """Tell whether a token runs two words of the grammar together."""
    match = _GLUED.fullmatch(word)
    if match is None:
        return False
    table_ = _letters()
    if match[1]:
        return table_.get(match[2], ".") in "UM"
    codes = {table_.get(part, "D" if part.isdecimal() else ".") for part in match.group(3, 4)}
    return codes in ({"M", "D"}, {"e", "D"}, {"e", "M"}, {"e", "S"})


@lru_cache(maxsize=REMEMBERED)
def _always(word: str) -> str:
    """Return the letter that a word has in any sentence, empty where that depends on the sentence."""
    found = _letters().get(word)
    if found is not None:
        return "" if found in _CHECKS else found
    return "" if word[:1].isdecimal() or word[1:2].isdecimal() or "-" in word else "."


def letter(token: "Token") -> str:
    """Return the class letter of a token, `.` for a word that no time expression holds."""
    word = token.lower_
    if word == "time" and _before(token) in table("times")["closed"]["zone"]:
        return "G"  # "5 a.m. local time"
    found = _letters().get(word)
    if found is not None:
        check = _CHECKS.get(found)
        return found if check is None or check(token, word) else _OTHERWISE.get((found, word), ".")
    if word[:1].isdecimal() or (word[:1] == "'" and word[1:2].isdecimal()):
        return _digits(token, word)
    return "?" if "-" in word and _glued(word) else "."


def _digits(token: "Token", word: str) -> str:
    if _ISO.fullmatch(word):
        return "I"
    if _CLOCK.fullmatch(word):
        return "C"
    if _DECADE.fullmatch(word):
        return "K"
    if _ORDINAL.fullmatch(word):
        return "O"
    if not word.isdecimal():
        plain = word.replace(",", "").replace(".", "", 1).isdecimal()
        return "N" if plain else "?" if _glued(word) else "."
    if (
        len(word) == 4
        and token.i + 1 < len(token.doc)
        and token.nbor(1).lower_ in table("times")["closed"]["zone"]
    ):
        return "C"
    if len(word) <= 2 and 1 <= int(word) <= 31:
        return "N" if _counts(token) else "D"
    long = len(word) == 4 and 1000 <= int(word) <= LAST_YEAR
    return "Y" if (long or (len(word) == 3 and word[0] != "0")) and may_be_year(token) else "N"


def _counts(token: "Token") -> bool:
    """Tell whether a number counts the plural right after it: the 12 of "In May 12 people died"."""
    return (
        token.dep_ == "nummod"
        and token.head.i == token.i + 1
        and token.head.tag_ == "NNS"
        and (token.head.lower_ not in table("times")["units"])
        and not _glued(token.head.lower_)
    )


@cache
def _letters() -> dict[str, str]:
    data, closed = table("times"), table("times")["closed"]
    classes: tuple[tuple[str, Iterable[str]], ...] = (
        ("N", table("numbers")["small"]), ("q", data["vague"]), ("O", data["ordinals"]), ("U", data["units"]),
        ("f", data["frequencies"]), ("P", data["parts"]), ("S", data["seasons"]), ("H", data["holidays"]),
        ("R", data["deictics"]), ("X", data["references"]), ("W", data["weekdays"]), ("M", data["months"]),
        ("e", data["edges"]), ("K", data["decades"]), ("I", data["named_days"]),
        ("l", closed["last"]), ("n", closed["next"]), ("t", closed["this"]), ("s", closed["that"]),
        ("d", closed["the"]), ("a", closed["a"]), ("g", closed["ago"]), ("L", closed["later"]),
        ("E", closed["earlier"]), ("V", closed["after"]), ("Z", closed["before"]), ("v", closed["every"]),
        ("o", closed["of"]), ("x", closed["to"]), ("c", closed["comma"]), ("h", closed["hyphen"]),
        ("B", closed["era"]), ("A", closed["half_day"]), ("G", closed["zone"]), ("w", closed["whole"]),
        ("m", closed["more"]), ("u", closed["old"]), ("p", closed["about"]), ("T", closed["than"]),
        ("k", closed["less"]), ("b", closed["on"]), ("i", closed["in"]), ("j", closed["half"]),
        ("J", closed["long"]), ("F", closed["latter"]), ("Q", closed["possessive"]), ("r", closed["right"]),
        ("y", closed["period"]), ("z", closed["per"]), ("&", closed["share"]),
        ("2", closed["other"]), ("3", closed["scales"]), ("5", closed["season"]),
    )  # fmt: skip
    plain = {word: code for code, members in classes for word in members}
    dotted = {f"{word}.": "M" for word in data["months"]} | {f"{word}.": "W" for word in data["weekdays"]}
    plural = {f"{word}s": "W" for word in data["weekdays"] if word.endswith("day")}
    return plain | dotted | plural


def _before(token: "Token") -> str:
    """Return the word before a token in lower case, empty at the start of the text."""
    return token.nbor(-1).lower_ if token.i else ""


def _after(token: "Token") -> str:
    """Return the word after a token in lower case, empty at the end of the text."""
    return token.nbor(1).lower_ if token.i + 1 < len(token.doc) else ""


def _named(token: "Token", word: str) -> bool:
    """Months, weekdays and holidays are written with a capital; "may" and "march" without are verbs, Sun
    and Jan names. In a message "this sat" is a day."""
    if _before(token) in table("times")["closed"]["before_weekday"] and word in table("times")["weekdays"]:
        return True
    if word.endswith("day") and token.text[:1].isupper():
        return True  # whatever the pipeline takes "FRIDAY" for
    if token.pos_ in ("AUX", "VERB") or not (token.text[:1].isupper() or len(word.rstrip(".")) > 5):
        return word in table("times")["closed"]["plain_feasts"]
    return word not in table("times")["closed"]["doubtful"] or _dated(token)


def _feast(token: "Token", word: str) -> bool:
    """Tell whether a word is a feast: "Boxing" and "New Year's" with their day alone."""
    closed = table("times")["closed"]
    following = [other.lower_ for other in token.doc[token.i + 1 : token.i + 4]]
    if word == "new" and following:
        named = following[2:] in (["day"], ["eve"]) or token.nbor(1).text[:1].isupper()
        return following[:1] == ["year"] and following[1:2] in (["'s"], ["’s"]) and named
    if word in closed["feasts_of_a_day"]:
        return token.text[:1].isupper() and following[:1] == ["day"]
    return _named(token, word)


def _dated(token: "Token") -> bool:
    """Tell whether a word that is also a name or a verb stands for a date here."""
    around = token.doc[max(0, token.i - 1) : token.i + 2]
    if any(other.text[:1].isdecimal() or _glued(other.lower_) for other in around):
        return True
    if _is_named_after(token):
        return False
    return token.ent_type_ in ("DATE", "TIME") or (
        token.ent_type_ == "" and _before(token) in table("times")["closed"]["before_year"][:9]
    )


def _is_named_after(token: "Token") -> bool:
    """Tell whether a doubtful word ends a name: "the Long March", "the Women's March on Rome"."""
    before = token.nbor(-1) if token.i else None
    if before is not None and before.text[:1].isupper() and before.pos_ in ("PROPN", "ADJ"):
        return _letters().get(before.lower_, "J") == "J"
    return token.lower_ == "march" and _after(token) in table("times")["closed"]["goal"]


def _season(token: "Token", word: str) -> bool:
    """Tell whether a word is a season: no verb, not the fall of a city, not the end of a name."""
    if token.pos_ in ("VERB", "AUX", "ADJ") or _ends_name(token):
        return False
    return word != "fall" or (token.pos_ in ("NOUN", "PROPN") and _is_autumn(token))


def _ends_name(token: "Token") -> bool:
    """Tell whether a season is the last word of a name: "the Arab Spring"; not of "Summer Games"."""
    before = token.nbor(-1) if token.i else None
    after = token.nbor(1) if token.i + 1 < len(token.doc) else None
    if before is None or not (token.text.istitle() and before.text.istitle()) or token.is_sent_start:
        return False
    goes_on = after is not None and (after.pos_ in ("PROPN", "NOUN") or after.text[:1].isdecimal())
    named = before.pos_ in ("PROPN", "ADJ") and not before.is_sent_start and before.lower_ not in _letters()
    return named and not goes_on


def _is_autumn(token: "Token") -> bool:
    """Tell whether a fall is the season by the words beside it: "last fall", "in the fall", "fall 2019", "the
    fall campaign"; not "the fall in prices", "a sharp fall", "the city's fall", "a fall-back plan"."""
    closed, after = table("times")["closed"], _after(token)
    before, earlier = _before(token), token.nbor(-2).lower_ if token.i > 1 else ""
    following = token.doc[token.i + 2].text if after == "of" and token.i + 2 < len(token.doc) else after
    if following[:1].isdecimal() or before in closed["before_autumn"]:
        return True
    if after in closed["fallen"]:
        return False
    if token.dep_ == "compound" and token.head.i > token.i:
        return True
    led = earlier if before == "the" else before
    joined = before in ("and", "or", ",") and earlier in table("times")["seasons"]
    return joined or led in closed["in_autumn"]


def _unit(token: "Token", word: str) -> bool:
    """Tell whether a word is a unit: "second" and "quarter" are after a number only; "the first quarter" of
    what is no year is none."""
    if word == "day":
        return not _is_no_length(token)
    if word == "minute" and token.i > 1 and _before(token) == "-" and token.nbor(-2).lower_ == "last":
        return False  # "a last-minute plan"
    if word not in ("second", "min", "sec", "quarter", "h", "d", "yr"):
        return True
    before = _before(token)
    if word == "second" and before == "every":
        return (
            _after(token) not in table("times")["weekdays"] and _after(token) not in table("times")["units"]
        )
    if word == "yr" and _letters().get(before, ".") in "lnt":
        return True
    if word == "quarter" and _letters().get(before, ".") in "lt":
        return _after(token) != "of"
    if word == "quarter" and before in table("times")["ordinals"]:
        following = [other.lower_ for other in token.doc[token.i + 1 : token.i + 3]]
        if any(other.lower_ in table("times")["closed"]["game"] for other in token.sent):
            return False
        return following[:1] != ["of"] or following[-1].isdecimal() or _pointing(following[-1])
    if before == "-" and token.i > 1:
        before = token.nbor(-2).lower_  # "a 30-second clip", not "the post-Second World War order"
    return before[:1].isdecimal() or before in table("numbers")["small"] or before in ("per", "every")


def _is_no_length(day: "Token") -> bool:
    """Tell whether "day" is no length of time: "day care", "she carried the day"."""
    closed = table("times")["closed"]
    if _after(day) in closed["kept_by_day"]:
        return True
    won = day.head.lemma_ in closed["day_won"]
    return won and _before(day) == "the" and day.dep_ in ("dobj", "obj")


def _pointing(word: str) -> bool:
    """Tell whether a word is the "this" or "last" of "the first quarter of this year"."""
    return _letters().get(word, ".") in "lnt"


def _edge(token: "Token", word: str) -> bool:
    """Tell whether a word names a part of a period: "the end of", "month's end", "year-end"."""
    if word in ("early", "mid", "late"):
        return True
    return _after(token) == "of" or (word == "end" and _before(token) in ("'s", "-", "year", "month"))


@cache
def _before_eve() -> frozenset[str]:
    """Words after which "Eve" is a part of the day, not a name: "Christmas Eve", "New Year's Eve"."""
    return frozenset({*table("times")["weekdays"], *table("times")["holidays"], "'s", "’s"})


def _share(token: "Token", _: str) -> bool:
    """Tell whether "part" is one of a stretch of time: "the latter part of 2019"."""
    return _after(token) == "of" and _before(token) in table("times")["parts_of"]


def _part(token: "Token", word: str) -> bool:
    """Tell whether a word is a part of the day: "eve" is one with a feast or day, "Dawn" may be a name."""
    if word in ("eve", "dawn", "dusk"):
        return token.text.islower() or _before(token) in _before_eve()
    return True


def _reference(token: "Token", word: str) -> bool:
    """Tell whether a word stands for past, present or future: "former" with its noun, "present" in "the
    present day"."""
    if word in ("former", "recent"):
        # "The former was shot" is the first of two.
        alone = token.i + 1 == len(token.doc) or token.nbor(1).pos_ in ("DET", "VERB", "AUX", "PUNCT")
        return not alone and (token.dep_ == "amod" or token.head.i > token.i)
    if word == "date":  # "the worst to date"
        return _before(token) == "to" and token.pos_ == "NOUN"
    if word in ("present", "modern"):
        return _after(token) in ("-", "day")
    return True


def _frequency(token: "Token", _: str) -> bool:
    """Tell whether "daily" says how often: at the end of a name it does not, as in "the Harbour Daily"."""
    ends = token.text.istitle() and token.i > 0 and not token.is_sent_start
    return not (ends and token.nbor(-1).text.istitle())


def _other(token: "Token", _: str) -> bool:
    """Tell whether "other" is that of "every other Tuesday"."""
    return _before(token) == "every"


def _weather(token: "Token", _: str) -> bool:
    """Tell whether a season is one of the weather: "the dry season", not that of a team."""
    return _before(token) in table("times")["closed"]["weather"]


def _right(token: "Token", _: str) -> bool:
    return _after(token) == "now"


def _last(token: "Token", word: str) -> bool:
    """Tell whether "past" says which one: not before a day, "open past March 27"."""
    return word != "past" or not (
        _after(token) in table("times")["months"] and token.doc[token.i + 2 : token.i + 3].text.isdecimal()
    )


def _next(token: "Token", word: str) -> bool:
    """Tell whether "following" says which one: not what came of it, "following Thursday's raid"."""
    return word != "following" or _letters().get(_before(token), ".") in "datsU"


def _period(token: "Token", _: str) -> bool:
    """Tell whether "time" means when: "at the time", "during this period"; not "this time", "in no time"."""
    first = token.i
    while (
        first > token.sent.start
        and token.nbor(first - token.i - 1).lower_ in table("times")["closed"]["pointers"]
    ):
        first -= 1
    lead = token.doc[first - 1].lower_ if first > token.sent.start else ""
    return first < token.i and lead in table("times")["closed"]["before_period"]


_CHECKS: dict[str, Callable[["Token", str], bool]] = {
    "M": _named, "W": _named, "H": _feast, "&": _share, "U": _unit, "e": _edge, "S": _season, "P": _part,
    "X": _reference, "f": _frequency, "y": _period, "r": _right, "2": _other, "l": _last,
    "5": _weather, "n": _next,
}  # fmt: skip
_OTHERWISE = {("U", "second"): "O", ("X", "present"): "t"}
