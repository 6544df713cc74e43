"""Which counts of one group are states of one count: a report that tells two numbers far apart tells of a
part of it, or of another event, beside it.
"""

import re
from collections.abc import Mapping, Sequence

from sayso.lexicon import table, words
from sayso.model.report import Figure
from sayso.relate.bounds import FEW, compared, head, meet, same_value, single
from sayso.relate.moments import before, known
from sayso.relate.view import View

BESIDE = 2.0
"""A count this many times another of its report is no state of the same: in 14 events that were read, states
of one toll that one report tells lie nearer to each other."""

REACH = 5
"""Words from "at" or "in" to the place it is of: "at the old St Orla parish church"."""

_Value = tuple[float | None, float | None, bool, bool]

HURT = "injured"
"""The measure of which part counts are told as often as counts of all."""

_NO_DANGER = re.compile(r"\bno[nt][- ]life[- ]threatening\b")

_FROM = re.compile(r"\b(?:up|down|(?:rise|increase|drop|fall|decrease)\b.{0,20}) from\W*$")

_WORDS = re.compile(r"[^\W\d_]+")


def states(story: View, figures: Sequence[Figure]) -> list[Figure]:
    """Return those of the counts of one group that are states of one count; of a toll, each report's own. Who
    is captured or arrested may be in several deeds, each with its number."""
    counted = _of_many(figures)
    measures = table("comparison")["measures"]
    if counted and counted[0].measure not in {*measures["followed"], *measures["tolls"]}:
        return [one for one in counted if one.sources or _told_again(one, counted)]
    if not counted or counted[0].measure not in measures["tolls"]:
        return counted
    counted = _of_all_the_injured(story, counted)
    whole = _whole(story, counted)
    return [one for one in counted if not _apart(story, one, whole)]


def called_earlier(story: View, figure: Figure) -> bool:
    """Say whether the words right before or after a number say that it held before another."""
    text = story.report(figure.report).text
    ahead = " ".join(text[max(0, figure.sentence[0], figure.start - 40) : figure.start].lower().split())
    after = " ".join(text[figure.end : min(figure.sentence[1], figure.end + 40)].lower().split())
    rule = table("relate")["earlier"]
    return any(ahead.endswith(words_) for words_ in rule["before"]) or any(
        after.startswith(words_) for words_ in rule["after"]
    )


def grave(story: View, figure: Figure) -> bool:
    """Say whether a number counts only the worst cases: "40 people were critically wounded"."""
    first, last = max(figure.sentence[0], figure.start - 20), min(figure.sentence[1], figure.end + 30)
    around = _NO_DANGER.sub("", story.report(figure.report).text[first:last].lower())
    return bool(set(around.split()) & words("relate", "gravely"))


def _of_many(figures: Sequence[Figure]) -> list[Figure]:
    """Leave out single cases ("a body", "the driver") beside a count of many, and where there is no count at
    all: they are no states of one."""
    counted = [figure for figure in figures if not single(figure)]
    return list(figures) if counted and max(compared(one)[1] for one in counted) <= FEW else counted


def _told_again(figure: Figure, others: Sequence[Figure]) -> bool:
    """Say whether another report tells a number of things that an outlet gives in its own words: near it, the
    very number where it is small. Any story has seasons, ships and sons enough that are no states of one
    count; of how many a vague word stands for ("dozens") is left open."""
    beside = [one for one in others if one.report != figure.report]
    if max(compared(figure)) <= FEW:
        return any(same_value(figure, one) for one in beside)
    return any(figure.vague or one.vague or _near(figure, one) for one in beside)


def _of_all_the_injured(story: View, figures: Sequence[Figure]) -> list[Figure]:
    """Leave out the injured of whom it is told how badly they are hurt, or that they are still in hospital,
    beside counts of all the injured, none of which is that number."""
    rules = grave, _lightly, _in_care
    some = [
        one
        for one in figures
        if one.measure == HURT and not single(one) and any(rule(story, one) for rule in rules)
    ]
    rest = [one for one in figures if one not in some]
    part = {one.id for one in some if not any(same_value(one, other) for other in rest)}
    return [one for one in figures if one.id not in part] if rest else list(figures)


def _lightly(story: View, figure: Figure) -> bool:
    """Say whether a number counts only light cases: "20 others were slightly hurt", "20 had injuries that
    were not life-threatening"."""
    after = _clause(story, figure)[1]
    return bool(words("relate", "lightly").intersection(after) or _NO_DANGER.search(" ".join(after)))


def _in_care(story: View, figure: Figure) -> bool:
    """Say whether a number is of those who are in hospital yet, or out of it: "55 remain hospitalized"."""
    ahead, after = _clause(story, figure)
    if ahead[-2:] in (["of", "the"], ["of", "those"]):  # "30 of the 80 wounded remain in hospital"
        return False
    yet, here = ({*ahead, *after} & words("relate", slot) for slot in ("remaining", "in_hospital"))
    return bool(yet and here) or bool(words("relate", "let_go").intersection(after))


def _whole(story: View, figures: Sequence[Figure]) -> dict[str, Figure]:
    """Return for each report the count that is the story's: the one that most reports are near to; of several
    a number before a size ("dozens"), one of all before one of a place or of women, and the first told."""
    near = _reports_near(figures)

    def rank(one: Figure) -> tuple[int, bool, bool]:
        return near[_value(one)], not one.vague, not (_of_a_sex(one) or _of_one_site(story, one))

    whole: dict[str, Figure] = {}
    for one in sorted(figures, key=lambda one: (one.start, one.end, one.id)):
        best = whole.setdefault(one.report, one)
        if rank(one) > rank(best):
            whole[one.report] = one
    return whole


def _reports_near(figures: Sequence[Figure]) -> dict[_Value, int]:
    """Return for each value in how many reports there is one near it."""
    told: dict[_Value, tuple[Figure, set[str]]] = {}
    for one in figures:
        told.setdefault(_value(one), (one, set()))[1].add(one.report)
    return {
        value: len(set[str]().union(*(reports for other, reports in told.values() if _near(one, other))))
        for value, (one, _) in told.items()
    }


def _value(figure: Figure) -> _Value:
    return figure.low, figure.high, figure.approximate, figure.vague


def _apart(story: View, figure: Figure, whole: Mapping[str, Figure]) -> bool:
    own = whole[figure.report]
    if _moved(story, figure, own):
        return False
    part = _of_one_site(story, figure) or (_of_a_sex(figure) and not _of_a_sex(own))
    return _beside(story, figure, whole) or (part and compared(figure)[1] < compared(own)[0])


def _near(a: Figure, b: Figure) -> bool:
    """Say whether neither of two counts is `BESIDE` times the other or more, as compared."""
    (low_a, high_a), (low_b, high_b) = compared(a), compared(b)
    return meet(a, b) or (low_a < BESIDE * high_b and low_b < BESIDE * high_a)


def _beside(story: View, figure: Figure, whole: Mapping[str, Figure]) -> bool:
    """Say whether a count stands beside the story's in one report, without being an older or a newer state of
    it, or a number that another party puts on it."""
    own = whole[figure.report]
    if _near(figure, own) or called_earlier(story, figure) or _disputed(story, figure, own):
        return False
    others = [one for report, one in whole.items() if report != figure.report]
    if compared(figure)[0] > compared(own)[1]:
        return not any(_near(one, figure) for one in others)
    here = known(story.report(figure.report))
    told = [known(story.report(one.report)) for one in others if same_value(one, figure)]
    return all(before(here, there) for there in told)


def _moved(story: View, a: Figure, b: Figure) -> bool:
    """Say whether a sentence tells that a count came from one number to the other, however far: "19 were
    missing, down from 42"."""
    if (a.report, a.sentence) != (b.report, b.sentence):
        return False
    first, second = sorted((a, b), key=lambda one: one.start)
    between = story.report(a.report).text[first.end : second.start].lower()
    return _FROM.search(between) is not None


def _disputed(story: View, figure: Figure, own: Figure) -> bool:
    """Say whether a party puts its own number on what a report tells a quite different one of, and is not one
    who answers to whoever gives that."""
    ours, theirs = ({story.authority(source) for source in one.sources} for one in (figure, own))
    return bool(ours) and not single(figure) and not ours & theirs


def _of_one_site(story: View, figure: Figure) -> bool:
    """Say whether a count is of one place of several, or of what somebody saw: "at the church 24 died"; what
    a hospital counts was brought there."""
    counting = {word for one in figure.sources for word in _WORDS.findall(story.name(one).lower())}
    return bool(counting & words("relate", "taking_in")) or any(
        _names_a_site(told) or words("relate", "seeing") & {*told} for told in _clause(story, figure)
    )


def _names_a_site(told: Sequence[str]) -> bool:
    places = (at for at, word in enumerate(told) if word in words("relate", "sites"))
    return any(words("relate", "placing").intersection(told[max(0, at - REACH) : at]) for at in places)


def _of_a_sex(figure: Figure) -> bool:
    """Say whether a count is of men or of women alone: "two women and a man"."""
    return head(figure) in table("comparison")["groups"]["sexes"]


def _clause(story: View, figure: Figure) -> tuple[list[str], list[str]]:
    """The words of a sentence before and after a figure, up to the next comma or the like; where one stands
    right before it ("At the hospital, 12 died"), up to the one before that."""
    text = story.report(figure.report).text.lower()
    ahead = re.split(r"[,;:]", text[figure.sentence[0] : figure.start].rstrip(" ,"))[-1]
    after = re.split(r"[,;:]", text[figure.end : figure.sentence[1]])[0]
    return _WORDS.findall(ahead), _WORDS.findall(after)
