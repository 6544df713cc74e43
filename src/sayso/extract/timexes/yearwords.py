"""Which numbers of three or four digits are years."""

from typing import TYPE_CHECKING

from sayso.lexicon import table

if TYPE_CHECKING:
    from spacy.tokens import Token

EARLY_YEAR = 1700
"""A number below this is a year only right after a month, or after "in", "since" and the like."""

PLAIN_YEARS = range(1900, 2050)
"""Four digits that read as a year wherever they count no noun: "the London 2012 Games"."""


def may_be_year(token: "Token") -> bool:
    """Tell whether three or four digits read as a year: after a word that leads to one, or before no noun
    that they could count."""
    before = token.nbor(-1) if token.i else None
    after = token.nbor(1) if token.i + 1 < len(token.doc) else None
    number, closed = int(token.text), table("times")["closed"]
    if before is not None and number >= EARLY_YEAR and before.lower_ in table("times")["months"]:
        return True
    if before is not None and number in PLAIN_YEARS and _is_at_least(before):
        return True
    if before is not None and (before.is_currency or before.lower_ in closed["no_year_after"]):
        return False
    if after is not None and (after.lower_ in closed["no_year_before"] or _counted(after)):
        return number >= EARLY_YEAR and _belongs(before, after)
    if number < EARLY_YEAR:
        return before is not None and _early(token, before, after)
    led = before is None or before.lower_ in closed["before_year"] or _is_month(before)
    return led or number in PLAIN_YEARS or token.ent_type_ == "DATE"


def _is_at_least(least: "Token") -> bool:
    """Tell whether "at least" stands behind a word that leads to a year: "since at least 2010"."""
    led = least.doc[max(0, least.i - 2) : least.i + 1]
    words = [word.lower_ for word in led]
    return words[1:] == ["at", "least"] and words[0] in table("times")["closed"]["at_least_year"]


def _belongs(before: "Token | None", after: "Token") -> bool:
    """Tell whether the word after a year is of that year: "the 2014 protests", "53% of 1913 levels"."""
    if after.tag_ != "NNS":
        return False
    owned = before is not None and (before.lower_ in ("the", "'s") or before.tag_ == "PRP$")
    return owned or after.lower_ in table("times")["closed"]["of_a_year"]


def _counted(after: "Token") -> bool:
    """Tell whether the word after a number is what it counts."""
    return after.tag_ == "NNS" and after.ent_type_ not in ("DATE", "EVENT")


def _early(token: "Token", before: "Token", after: "Token | None") -> bool:
    """Tell whether a number stands where a year of long ago does: "in 384", "c. 347", "30 September 420",
    "(1480)"; three digits only where nothing follows that they could count."""
    closed, long = table("times")["closed"], len(token.text) > 3
    if token.dep_ == "nummod" and token.head.tag_ == "NNS":  # "before 1300 young couples married"
        return False
    if after is not None and (after.tag_ == "NNS" or (not long and after.pos_ in ("NOUN", "NUM", "ADJ"))):
        return False
    earlier = token.nbor(-2) if token.i > 1 else None
    if before.lower_ in table("times")["months"]:
        return long or (earlier is not None and earlier.text.isdecimal())
    if before.lower_ == "of" and earlier is not None:
        counted = not long and after is not None and after.lower_ == "to"  # "from a low in May of 114 to 250"
        return not counted and (_is_month(earlier) or earlier.lower_ in table("times")["seasons"])
    if before.text == "(" or before.lower_ == ",":
        return long and after is not None and after.text in (")", "-", "–")
    if long and before.lower_ in closed["between_years"] and earlier is not None:
        return before.lower_ == "from" or (len(earlier.text) == 4 and earlier.text.isdecimal())
    parted = earlier is not None and earlier.pos_ == "NUM"  # one in 500
    return before.lower_ in closed["before_early_year" if long else "before_ancient_year"] and not parted


def _is_month(token: "Token") -> bool:
    return token.lower_ in table("times")["months"] or token.lower_ == ","
