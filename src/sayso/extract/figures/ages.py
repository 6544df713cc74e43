"""Numbers that are somebody's age, or the bounds of one."""

from sayso.extract.figures.numberwords import Number
from sayso.extract.sentences import Tokens, lower_at
from sayso.lexicon import table, words

_SLOT = "not_figures"


def past_ages(doc: Tokens, index: int) -> int:
    """Step over the ages behind those counted: "20 children ages 6 and 7"."""
    if index >= len(doc) or doc[index].lower_ not in ("ages", "aged"):
        return index
    end = index + 1
    while end < len(doc) and (
        doc[end].like_num
        or (doc[end].lower_ in ("and", "to", "-") and doc[end + 1 : end + 2] and doc[end + 1].like_num)
    ):
        end += 1
    return end


def is_age(doc: Tokens, number: Number, counted: int | None) -> bool:
    """Tell whether a number is an age: "aged 12", "Smith, 45, said", "Smith, 45 of Brod", "people under 30";
    `counted` is the token of the noun that it counts."""
    if {lower_at(doc, number.first - 1), lower_at(doc, number.core - 1)} & words(_SLOT, "age"):
        return True
    if lower_at(doc, number.end) in ("today", "now") and _is_of_somebody(doc, number):
        return True
    if _of_a_home(doc, number):
        return True
    return counted is None and (
        _between_commas(doc, number) or _bounds_ages(doc, number) or _is_lower_bound(doc, number)
    )


def _is_of_somebody(doc: Tokens, number: Number) -> bool:
    """Tell whether a number follows "he is" or a name and "is": "she is 39 today"."""
    copula = doc[number.first - 1] if number.first else None
    named = doc[number.first - 2] if number.first > 1 else None
    if copula is None or named is None or copula.lemma_ != "be" or not _fits(number):
        return False
    return named.lower_ in ("he", "she") or named.ent_type_ == "PERSON"


def _of_a_home(doc: Tokens, number: Number) -> bool:
    """Tell whether a number stands between a name and where its bearer lives: "Ida Kovar, 67 of Brod"."""
    named = number.first >= 2 and doc[number.first - 2].tag_ == "NNP" and doc[number.first - 1].text == ","
    home = doc[number.end : number.end + 2]
    lives = len(home) > 1 and home[0].lower_ == "of" and home[1].tag_ == "NNP"
    return named and lives and number.end - number.first == 1 and _fits(number)


def _bounds_ages(doc: Tokens, number: Number) -> bool:
    """Tell whether an open number stands right behind those it gives the ages of: "children under five"."""
    before = doc[number.first - 1] if number.first else None
    human = before is not None and before.lemma_.lower() in words("measures", "persons")
    open_ = number.first < number.core and (number.low is None) != (number.high is None)
    return human and open_ and _fits(number)


def _is_lower_bound(doc: Tokens, number: Number) -> bool:
    after = lower_at(doc, number.end), lower_at(doc, number.end + 1)
    return after[0] in ("and", "or") and after[1] in words(_SLOT, "ages") and _fits(number)


def _between_commas(doc: Tokens, number: Number) -> bool:
    named = number.first >= 2 and doc[number.first - 2].pos_ in ("PROPN", "NOUN")
    opened = lower_at(doc, number.first - 1) in (",", "(")
    closed = lower_at(doc, number.end) in (",", ".", ")", ";", "and")
    exact = number.low is not None and number.end - number.core == 1
    return named and opened and closed and exact and _fits(number)


def _fits(number: Number) -> bool:
    value = number.low if number.low is not None else number.high
    return value is not None and 0 < value <= table(_SLOT)["oldest"]
