"""Numbers that count nothing: each rule is a named predicate, tried in order; the first that holds is the
reason."""

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from sayso.extract.figures import ones, pages
from sayso.extract.figures.ages import is_age
from sayso.extract.figures.cases import Case
from sayso.extract.figures.fragments import is_doubtful, is_fragment
from sayso.extract.figures.numberwords import DASH, Number, currency
from sayso.extract.figures.spelled import FOLD
from sayso.extract.sentences import Tokens, lower_at
from sayso.lexicon import table, words

if TYPE_CHECKING:
    from spacy.tokens import Token

_SLOT = "not_figures"
_DIGITS = re.compile(r"\d+")
_PHONE_DIGITS = 3
_LONGEST_COUNT = 9


def reason(doc: Tokens, number: Number, counted: int | None, busy: frozenset[int]) -> str | None:
    """Return the name of the rule by which `number` is no figure, or None.

    `counted` is the token number of the noun that it counts, None for no noun; `busy` are the tokens of time
    expressions.
    """
    case = Case(doc, number, counted, busy)
    return next((name for name, rule in RULES if rule(case)), None)


def _before(doc: Tokens, index: int) -> "Token | None":
    return doc[index - 1] if index > 0 else None


def _time(case: Case) -> bool:
    return any(index in case.busy for index in range(case.number.core, case.number.end))


def _age(case: Case) -> bool:
    """A person "aged 12" or "Smith, 45, said"; "people under 30", "10 and older"."""
    return is_age(case.doc, case.number, case.counted)


def _years_old(case: Case) -> bool:
    """A "34-year-old", a girl "12 years old", "2,900 year-old" bones."""
    following = [lower_at(case.doc, case.number.end + step) for step in range(5)]
    return "old" in following and any(word in ("year", "years", "month", "months") for word in following[:2])


def _labelled(case: Case) -> bool:
    """A number that numbers: "No. 84", "Article 5", "page 12"; "no 3" but not "no 3 people"."""
    label = lower_at(case.doc, case.number.core - 1)
    split = (
        label == "."
        and lower_at(case.doc, case.number.core - 2) in ("no", "nos")
        and case.doc[case.number.core - 2].whitespace_ == ""
    )
    if split or label in ("no.", "nos.", "#", "№"):
        return True
    if label.endswith("s") and label[:-1] in words(_SLOT, "numbered") and case.number.digits:
        return True
    if label in ("no", "number", "line", "world"):
        return case.counted is None
    if label not in words(_SLOT, "numbered") or case.number.first != case.number.core:
        return False
    # "the category 5 storm": what a number above one counts stands in the plural.
    titled = case.number.digits and case.doc[case.number.core - 1].text.istitle()  # "a Category 1 storm"
    single = case.counted is not None and case.doc[case.counted].tag_ == "NN"
    return case.counted is None or (single and (case.number.low != 1 or titled))


def _top(case: Case) -> bool:
    """The first of a ranking: "the top three seeds", "a top 10"."""
    return lower_at(case.doc, case.number.core - 1) == "top"


def _formation(case: Case) -> bool:
    """A unit's number: "84 Brigade", with a capital and in the singular."""
    after = case.doc[case.number.end] if case.number.end < len(case.doc) else None
    return after is not None and after.text[:1].isupper() and after.lower_ in words(_SLOT, "formations")


def _name(case: Case) -> bool:
    """Part of a name: "Boeing 737", "Big Three", "Fortune 500", "World War Two"."""
    token, before = case.doc[case.number.core], _before(case.doc, case.number.core)
    if (
        lower_at(case.doc, case.number.core - 1) == "of"
        and token.text.istitle()
        and token.is_sent_start is not True
    ):
        return case.doc[case.number.core - 2].text.istitle()
    if _only_opens(token):
        return False
    if token.ent_type_ in words(_SLOT, "names") or (token.text[0].isupper() and token.ent_type_ == "ORG"):
        return True
    if (
        before is None
        or not (before.pos_ == "PROPN" or _is_series(before))
        or case.number.first != case.number.core
        or case.number.end - case.number.core > 1
    ):
        return False
    if _is_series(before) and token.text.isdecimal():
        return True
    inside = token.is_sent_start is not True and token.text[:1].isupper()
    plural = case.counted is not None and case.doc[case.counted].tag_ in ("NNS", "NNPS")
    return (inside or token.text.isdecimal()) and not plural


def _only_opens(token: "Token") -> bool:
    """Tell whether the capital of a spelled number is only that of its sentence, and what the pipeline takes
    for a name is the number alone: "Twelve houses burned"."""
    following = token.nbor(1) if token.i + 1 < len(token.doc) else None
    plain = following is not None and following.tag_ in ("NNS", "JJ") and following.text.islower()
    return bool(token.is_sent_start) and token.text.isalpha() and plain


def _is_series(token: "Token") -> bool:
    """Tell whether a name goes on with a number whatever noun follows: "S&P 500 companies"."""
    return token.text != token.lower_ and token.lower_ in words(_SLOT, "series")


def _address(case: Case) -> bool:
    """A house: "10 Downing Street"."""
    following = [case.doc[index] for index in range(case.number.end, min(case.number.end + 4, len(case.doc)))]
    return (
        bool(following)
        and following[0].text[:1].isupper()
        and case.number.first == case.number.core
        and any(
            token.text[:1].isupper() and token.lower_.rstrip(".") in words(_SLOT, "streets")
            for token in following
        )
    )


def _score(case: Case) -> bool:
    """A result: "beat them 2-1", "a 3-0 win", "the Rams (4-11)"."""
    if _is_record(case.doc, case.number) and case.counted is None:
        return True
    if not _neighbour_dash(case.doc, case.number):
        return False
    return case.counted is None or any(
        token.lemma_ in words(_SLOT, "scored")
        for token in case.doc[max(0, case.number.core - 8) : case.number.end + 4]
    )


def _is_record(doc: Tokens, number: Number) -> bool:
    """Tell whether two numbers with a dash stand alone in brackets: games won and lost."""
    enclosed = lower_at(doc, number.first - 1) == "(" and lower_at(doc, number.end) == ")"
    return enclosed and number.ranged and any(token.text in DASH for token in doc[number.core : number.end])


def _neighbour_dash(doc: Tokens, number: Number) -> bool:
    right = lower_at(doc, number.end) == "-" and _DIGITS.fullmatch(lower_at(doc, number.end + 1)) is not None
    left = (
        lower_at(doc, number.core - 1) == "-"
        and _DIGITS.fullmatch(lower_at(doc, number.core - 2)) is not None
    )
    return right or left


def _phone(case: Case) -> bool:
    """A telephone number: groups of three digits and more joined by dashes, or ten digits and more."""
    doc, number = case.doc, case.number
    if doc[number.core].text.isdecimal() and len(doc[number.core]) > _LONGEST_COUNT:
        return True
    if not _neighbour_dash(doc, number):
        return False
    around = doc[max(0, number.core - 4) : number.end + 4]
    return sum(token.text.isdecimal() and len(token) >= _PHONE_DIGITS for token in around) > 1


def _ratio(case: Case) -> bool:
    """One in five, 3 out of 10, three out of every four, four-in-ten, 120 to 1."""
    doc, number = case.doc, case.number
    if _is_rate(doc, number.core, 1) or _is_rate(doc, number.core, -1):
        return True
    if lower_at(doc, number.end) == "out" and lower_at(doc, number.end + 1) == "of":
        return _is_number(doc, number.end + 2 + (lower_at(doc, number.end + 2) == "every"))
    every = lower_at(doc, number.core - 1) == "every" and lower_at(doc, number.core - 2) == "of"
    if every and lower_at(doc, number.core - 3) == "out" and _is_number(doc, number.core - 4):
        return True
    if lower_at(doc, number.core - 1) == "of" and lower_at(doc, number.core - 2) == "out":
        return lower_at(doc, number.core) in words(_SLOT, "bases") and _is_number(doc, number.core - 3)
    if lower_at(doc, number.end) == "to" and lower_at(doc, number.end + 1) in ("1", "one"):
        return case.counted is None and lower_at(doc, number.first - 1) != "from"
    return _is_ratio(doc, number.core, number.end) or _is_ratio(doc, number.core - 2, number.core - 1)


def _is_rate(doc: Tokens, at: int, way: int) -> bool:
    """Tell whether "nine in ten" or "four-in-ten" stands there, read forwards (1) or backwards (-1) from one
    of its numbers."""
    reach = 2 if lower_at(doc, at + way) == "in" else 4
    joint = [lower_at(doc, at + way * step) for step in range(1, reach)]
    other = at + way * reach
    base = at if way < 0 else other
    return (
        joint in (["in"], ["-", "in", "-"])
        and lower_at(doc, base) in words(_SLOT, "bases")
        and _is_number(doc, other)
    )


def _is_ratio(doc: Tokens, first: int, joint: int) -> bool:
    """Tell whether "one in five" stands there; "12 in three attacks" counts attacks."""
    if lower_at(doc, joint) != "in" or not (_is_number(doc, first) and _is_number(doc, joint + 1)):
        return False
    after = doc[joint + 2] if joint + 2 < len(doc) else None
    return lower_at(doc, first) in ("one", "1") or after is None or after.pos_ not in ("NOUN", "PROPN", "ADJ")


def _is_number(doc: Tokens, index: int) -> bool:
    word = lower_at(doc, index)
    return word.isdecimal() or word in table("numbers")["small"]


def _calibre(case: Case) -> bool:
    """What begins with its point: "a .357 Magnum", "batted .300"."""
    return case.doc[case.number.core].text.startswith(".")


def _or_two(case: Case) -> bool:
    """What only says that it was not much: "a foot or two of snow"."""
    doc, core = case.doc, case.number.core
    joined = core > 2 and doc[core - 1].lower_ == "or" and doc[core - 3].lower_ in ("a", "an")
    return joined and doc[core].lower_ in ("two", "2") and doc[core - 2].tag_ == "NN"


def _hardly_any(case: Case) -> bool:
    """Nearly nobody: "few doubted it", "very few of them"; "a few doubted it" counts some."""
    doc, core = case.doc, case.number.core
    led = lower_at(doc, core - 1)
    return lower_at(doc, core) == "few" and case.counted is None and led not in words(_SLOT, "before_few")


def _hotline(case: Case) -> bool:
    """A number that is called: "a 911 call", "dialled 999"."""
    doc, number = case.doc, case.number
    if doc[number.core].text not in words(_SLOT, "hotlines") or number.end - number.core > 1:
        return False
    after = doc[number.end].lemma_.lower() if number.end < len(doc) else ""
    before = doc[number.core - 1].lemma_.lower() if number.core else ""
    return after in words(_SLOT, "called") or before in words(_SLOT, "calling")


def _nought(case: Case) -> bool:
    """The nought of a set phrase: "zero tolerance", "a zero-sum game"."""
    zero = case.number.low == case.number.high == 0
    return (
        zero
        and {lower_at(case.doc, case.number.end + step) for step in range(2)} & words(_SLOT, "noughts")
        != set()
    )


def _parent(case: Case) -> bool:
    """Somebody's children, in what the parent is called by: "mum-of-four", "a mother of two was killed"."""
    before = [lower_at(case.doc, case.number.core - step) for step in (3, 2, 1)]
    return before == ["-", "of", "-"] or (before[2] == "of" and before[1] in words(_SLOT, "parents"))


def _manner(case: Case) -> bool:
    """In what way, or twice, or by what factor: "spelled in two ways", "counted two times", "16 times as
    many"; not "two ways out were shut", "shut three times"."""
    noun = case.doc[case.counted] if case.counted is not None else None
    if noun is None or noun.lemma_.lower() not in words(_SLOT, "manners"):
        return False
    if noun.lemma_.lower() == "time":
        twice = case.number.low == case.number.high and case.number.low in (1, 2)
        return twice or _is_factor(noun)
    return noun.dep_ in ("npadvmod", "pobj", "advmod")


def _tellings(case: Case) -> bool:
    """How often somebody told a thing: "gave three accounts"; not "holds three accounts"."""
    noun = case.doc[case.counted] if case.counted is not None else None
    told = noun is not None and noun.lemma_.lower() in words("cues", "tellings") and noun.dep_ == "dobj"
    return noun is not None and told and noun.head.lemma_.lower() in words("cues", "giving")


def _is_factor(noun: "Token") -> bool:
    """Tell whether "times" says by what factor: "16 times as many", "three times more"; not "rang several
    times as he left"."""
    behind = noun.doc[noun.i + 1 : noun.i + 3]
    if noun.lower_ != "times" or len(behind) < 2 or behind[0].lower_ not in words(_SLOT, "how_many_times"):
        return False
    return behind[0].lower_ != "as" or behind[1].tag_ in ("JJ", "RB")


def _of_a_unit(case: Case) -> bool:
    """A share of a time or a length: "three-quarters of a century", "a quarter of a mile"."""
    following = [lower_at(case.doc, case.number.end + step) for step in range(3)]
    return (
        case.number.share
        and following[:2] in (["of", "a"], ["of", "an"])
        and following[2] in table("times")["units"]
    )


def _fold(case: Case) -> bool:
    """How many times over: "grew sixfold"."""
    return lower_at(case.doc, case.number.core).endswith(FOLD)


def _of_anothers_clause(case: Case) -> bool:
    """Tell whether the noun taken for the counted is who acts in a clause of its own: "one of only nine Kovar
    has granted"."""
    if case.counted is None or case.counted != case.number.end or case.number.low in (None, 1):
        return False
    noun, after = case.doc[case.counted], case.counted + 1
    person = noun.lemma_.lower() in words("measures", "persons") or noun.ent_type_ == "NORP"
    return (
        noun.tag_ == "NNP"
        and not person
        and after < len(case.doc)
        and case.doc[after].pos_ in ("AUX", "VERB")
    )


def _results(case: Case) -> bool:
    """What was reached in a match or an exam: "poor scores", "their test scores"; "scores were hurt"
    counts."""
    token = case.doc[case.number.core]
    marks = {"amod", "compound", "poss", "nmod"}
    return token.lower_ == "scores" and any(child.dep_ in marks for child in token.lefts)


def _ago(case: Case) -> bool:
    """How long ago, by what comes round: "two summers ago", "three elections ago"."""
    return case.counted is not None and lower_at(case.doc, case.counted + 1) in words(_SLOT, "ago")


def _year(case: Case) -> bool:
    """Four digits that read as a year and count nothing: "the 2003 election"."""
    token, data = case.doc[case.number.core], table(_SLOT)
    if (
        case.number.first != case.number.core
        or len(token.text) != 4
        or not token.text.isdecimal()
        or case.number.end - case.number.core > 1
    ):
        return False
    before = _before(case.doc, case.number.core)
    owned = before is not None and (
        before.tag_ in ("POS", "PRP$", "NNP")
        or before.lower_ in words(_SLOT, "year_after")
        or (_is_described(before) and not token.text.endswith("00"))
    )
    noun = case.doc[case.counted] if case.counted is not None else None
    named = noun is not None and noun.lemma_.lower() in words(_SLOT, "of_a_year")  # "final 2014 numbers"
    counts = noun is not None and noun.tag_ == "NNS" and not owned and not named
    return (
        data["first_year"] <= int(token.text) <= data["last_year"]
        and not counts
        and currency(case.doc, case.number) is None
    )


def _is_described(before: "Token") -> bool:
    """Tell whether the word before four digits makes them a year: "these 2018 tariffs", "likely 2024 rivals";
    not "another 2018 homes", "an estimated 2018 homes"."""
    if before.lower_ in ("these", "those"):
        return True
    return before.tag_ == "JJ" and before.lower_ not in words(_SLOT, "counting_words")


def _hyphened(case: Case) -> bool:
    """A number that builds an adjective: "four-door", "two-state"; units ("80-yard") and strengths stay."""
    doc, end = case.doc, case.number.end
    joined = lower_at(doc, end) == "-" and end + 1 < len(doc) and doc[end].whitespace_ == ""
    return joined and lower_at(doc, end + 1) != "strong" and (case.counted is None or case.counted > end)


def _tailed(case: Case) -> bool:
    """A number that a hyphen ties to the word before: "the phase-four deal", "one-and-two family homes"."""
    doc, core = case.doc, case.number.core
    if core < 2 or core != case.number.first or doc[core - 1].text != "-" or case.number.ranged:
        return False
    glued = not doc[core - 1].whitespace_ and not doc[core - 2].whitespace_
    return glued and doc[core - 2].is_alpha and not _is_number(doc, core - 2)


def _glued(case: Case) -> bool:
    """A number run into a letter that is no unit: "5G", "737s"."""
    end = case.number.end
    run_in = end < len(case.doc) and case.doc[end - 1].whitespace_ == ""
    return run_in and case.number.digits and case.doc[end].text[:1].isalpha()


def _fragment(case: Case) -> bool:
    """A piece of something else, or thousands that may be decimals: "12-9 people", "1.500 people"."""
    return is_fragment(case.doc, case.number, case.busy) or is_doubtful(case.doc, case.number, case.counted)


RULES: tuple[tuple[str, Callable[[Case], bool]], ...] = (
    ("time", _time),
    ("age", _age),
    ("years-old", _years_old),
    ("labelled", _labelled),
    ("counter", pages.counter),
    ("top", _top),
    ("formation", _formation),
    ("name", _name),
    ("address", _address),
    ("phone", _phone),
    ("score", _score),
    ("ratio", _ratio),
    ("idiom", ones.idiom),
    ("moment", ones.moment),
    ("calibre", _calibre),
    ("or-two", _or_two),
    ("hardly-any", _hardly_any),
    ("hotline", _hotline),
    ("nought", _nought),
    ("parent", _parent),
    ("speaker", ones.speaker),
    ("manner", _manner),
    ("tellings", _tellings),
    ("fold", _fold),
    ("of-a-unit", _of_a_unit),
    ("oneness", ones.oneness),
    ("pronoun", ones.pronoun),
    ("chosen", ones.chosen),
    ("results", _results),
    ("example", ones.example),
    ("one-by-name", ones.by_name),
    ("ago", _ago),
    ("of-anothers-clause", _of_anothers_clause),
    ("foreign", pages.foreign),
    ("url", pages.url),
    ("listed", pages.listed),
    ("year", _year),
    ("hyphened", _hyphened),
    ("tailed", _tailed),
    ("glued", _glued),
    ("bare-one", ones.bare),
    ("fragment", _fragment),
)
"""Name and predicate of each rule; the names are shown with what was dropped."""
