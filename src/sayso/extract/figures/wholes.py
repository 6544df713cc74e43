"""Figures that lean on one told before them: parts of a whole, and counts beside one another."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from sayso.extract.figures.counting import PERSON, THING, Place, Quantity
from sayso.extract.figures.countwords import slot, words_of
from sayso.extract.figures.nones import is_of_some
from sayso.extract.figures.periods import EVENTS, part_phrases
from sayso.extract.figures.recalled import of_those_before
from sayso.extract.figures.shares import OWNERS
from sayso.extract.figures.standing import graver
from sayso.extract.sentences import tokens
from sayso.model.ids import content_id
from sayso.model.report import Extent, Figure

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

RECALLED = 40
"""Figures before a sentence of which one in it may be a part."""

PERCENT = "percent"

OPENERS = frozenset({",", "-", "–", "—", ":", "--"})
"""What stands between a whole and the first of the counts that it is made up of."""

ROW = frozenset({"and", ",", ", and"})
"""What stands between those."""

PART_REACH = 4
"""Words right before a figure among which "including" or "of whom" makes it a part."""


def beside(figure: Figure, quantity: Quantity, before: Quantity | None, figures: Sequence[Figure]) -> Figure:
    """Count "another 1,000 wounded" among those of the figure before it: "100 guards killed and ..."."""
    last = figures[-1] if figures else None
    bare = figure.who is None and quantity.noun is None and figure.unit == PERSON
    follows = before is not None and quantity.number.more
    if last is None or not (bare and follows) or last.unit != PERSON:
        return figure
    return replace(figure, who=last.who)


def whole_of(place: Place, figure: Figure, quantity: Quantity, figures: Sequence[Figure]) -> Figure | None:
    """Return what `figure` is part of: "12,000 soldiers, including 500 officers and three generals", "40 were
    hurt, 12 seriously"."""
    if not figures:
        return of_those_before(place, quantity.number) if quantity.noun is None and place.told else None
    last = figures[-1]
    between = place.report.text[last.end : figure.start].strip().lower()
    alike = quantity.governed is None or quantity.governed.measure == last.measure
    if last.extent is Extent.PART and between in ("and", ",", ", and") and alike:
        return next((whole for whole in figures if whole.id == last.part_of), None)
    if graver(tokens(place.doc), quantity.number) and last.unit == PERSON:
        fatal = place.doc[quantity.number.end].lower_ in words_of("fatally")
        return last if fatal or last.measure in EVENTS else None
    if _opens_with(place, last) and between.endswith(",") and len(between.split()) <= PART_REACH:
        return last
    before = " ".join(between.replace(",", " ").split()[-PART_REACH:])
    if any(phrase in f" {before} " or phrase in f" {figure.text.lower()} " for phrase in part_phrases()):
        whole = next((whole for whole in reversed(figures) if whole.extent is not Extent.PART), None)
        if whole is not None and whole.low == whole.high == 1:
            return None
        if whole is not None and _is_of_things(figure, quantity, whole):
            return None
        # "62 percent of those, of whom 48 percent": a share of people, not of their share.
        return None if whole is not None and whole.unit == figure.unit == PERCENT else whole
    return None


def _is_of_things(figure: Figure, quantity: Quantity, whole: Figure) -> bool:
    """Tell whether people are told beside things that are no people: "15 countries, including 200 soldiers";
    of 12 cases two may be children."""
    things = whole.unit == THING and whole.measure not in EVENTS | words_of("anew")
    return things and figure.unit == PERSON and quantity.noun is not None


def _opens_with(place: Place, whole: Figure) -> bool:
    """Tell whether a sentence begins with a whole: "of the 40 dead, 12 were children"."""
    opening = place.report.text[place.sentence.start_char : whole.start].lower()
    return " ".join(opening.split()) in words_of("of_a_whole")


def as_part(figure: Figure, quantity: Quantity, whole: Figure) -> Figure:
    """Give a part its whole's measure, unless it has its own, and its whole's period; a bare one its unit
    too."""
    measure = figure.measure if quantity.governed or figure.unit not in (PERSON, THING) else whole.measure
    bare = quantity.noun is None and quantity.unit is None
    return replace(
        figure,
        id=content_id("figure", figure.report, figure.start, figure.end, measure),
        measure=measure,
        unit=whole.unit if bare else figure.unit,
        who=figure.who or (whole.who if bare else None),
        extent=Extent.PART,
        part_of=whole.id,
        during=whole.during,
        as_of=whole.as_of,
    )


def of_some(place: Place, figure: Figure, quantity: Quantity) -> Figure:
    """Make "twelve of the dead", "the dead include two nuns" and "two deaths that were classed as probable" a
    part: of the count of the dead that stands, where there is one."""
    noun, end = quantity.noun, quantity.number.end
    of, which = (
        (token.lower_ for token in place.doc[end : end + 2]) if end + 2 <= len(place.doc) else ("", "")
    )
    among = _is_among(place.doc, quantity) or _is_classed(place.doc, quantity)
    alike = [one for one in place.told[-RECALLED:] if one.measure == figure.measure]
    off = _taken_from(place.report.text, alike, figure)
    if off is not None and figure.measure in EVENTS and figure.extent is Extent.LEVEL:
        return replace(figure, extent=Extent.PART, part_of=off.id)
    if figure.low == figure.high == 0 and is_of_some(place.doc, quantity):
        return replace(figure, extent=Extent.PART, during=None)
    if noun is None or figure.unit != PERSON:
        return figure
    if not among and (of != "of" or which not in words_of("definite")):
        return figure
    named = place.doc[noun.head]
    told = slot("adjectives").get(named.lower_) or slot("nouns").get(named.lemma_.lower())
    measure = figure.measure if among else told
    recalled = place.told[-RECALLED:] if measure else ()
    wholes = [one for one in recalled if one.measure == measure and _holds(one, figure)]
    wholes = wholes or [one for one in recalled if _are_same(one.measure, measure) and _holds(one, figure)]
    whole = _taken_from(place.report.text, wholes, figure) or _that_stands(place.report.text, wholes)
    return replace(figure, extent=Extent.PART, part_of=whole.id if whole else None, during=None)


def _taken_from(text: str, wholes: Sequence[Figure], part: Figure) -> Figure | None:
    """Return the count that was put right by just as many as the part: "cut the toll from 26 to 19. Seven
    bodies had been counted twice"."""
    for before, after in pairwise(wholes):
        if before.low is None or after.low is None or before.low - after.low != part.low:
            continue
        if _is_led_by_from(text, before) and text[before.end : after.start].split() == ["to"]:
            return before
    return None


def _is_led_by_from(text: str, one: Figure) -> bool:
    return text[one.sentence[0] : one.start].lower().split()[-1:] == ["from"]


def _that_stands(text: str, wholes: Sequence[Figure]) -> Figure | None:
    """Return the largest of the counts that a part may be of, or the toll behind it that puts it right; none
    of them is what the report tells as outdated or of another event."""
    current = [one for one in wholes if not _is_outdated(text, one)]
    largest = max(reversed(current), key=lambda one: one.low or 0, default=None)
    if largest is None:
        return None
    later = (one for one in reversed(current) if one.start > largest.start)
    return next((one for one in later if one.extent is Extent.CUMULATIVE and _is_latest(text, one)), largest)


def _is_latest(text: str, one: Figure) -> bool:
    """Tell whether a toll is told as the one that holds now: "the toll now stands at 38", "lowered to 38";
    "the toll in Brod alone was 20" is not."""
    told = text[one.sentence[0] : one.sentence[1]].lower().replace(",", " ").split()
    return not words_of("put_right").isdisjoint(told)


def _is_outdated(text: str, one: Figure) -> bool:
    """Tell whether a count is told as what it was before, or of what happened before: "cut from 45 to 38",
    "earlier, police had put the toll at 31", "a similar blast killed 60"."""
    told = set(text[one.sentence[0] : one.sentence[1]].lower().replace(",", " ").split())
    return _is_led_by_from(text, one) or not told.isdisjoint(words_of("outdated"))


def _is_among(doc: "Doc", quantity: Quantity) -> bool:
    """Tell whether the counted are told of as some of the dead: "the dead include two nuns", "two nuns were
    among the dead"."""
    if quantity.governed is None:
        return False
    by = quantity.governed.by
    if doc[by].lower_ in words_of("among"):
        return True
    return by > 0 and doc[by].lemma_.lower() in words_of("including") and _is_named(doc[by - 1])


def _is_classed(doc: "Doc", quantity: Quantity) -> bool:
    """Tell whether a clause without a comma sets the counted apart from others: "two deaths that were classed
    as probable"."""
    noun = doc[quantity.noun.head] if quantity.noun is not None else None
    clauses = (child for child in noun.rights if child.dep_ == "relcl") if noun is not None else ()
    return any(
        verb.lemma_.lower() in words_of("classing") and verb.left_edge.lower_ in ("that", "which")
        for verb in clauses
        if doc[verb.left_edge.i - 1].text != ","
    )


def _is_named(token: "Token") -> bool:
    return token.lower_ in slot("adjectives") or token.lemma_.lower() in slot("nouns")


def _are_same(one: str, measure: str | None) -> bool:
    """Tell whether a measure is another word for one: the survivors are those rescued."""
    return measure == "survived" and one == "rescued"


def _holds(whole: Figure, part: Figure) -> bool:
    """Tell whether a count of people, of now or of one day, is large enough to hold another."""
    day = whole.during is not None and whole.during.from_ == whole.during.to
    counts = whole.extent in (Extent.LEVEL, Extent.CUMULATIVE) or (whole.extent is Extent.IN_PERIOD and day)
    if whole.unit != PERSON or not counts:
        return False
    return whole.high is None or part.low is None or part.low < whole.high


def of_the_next(doc: "Doc", quantity: Quantity, figure: Figure, following: Figure | None) -> Figure:
    """Make "about 60 of the 640", "six of the boat's 40 passengers" and "40 percent of the 984 square
    kilometres" a part of the figure that follows."""
    end = quantity.end
    joint = [token.lower_ for token in doc[end : end + 2]]
    if following is None or joint[:1] != ["of"]:
        return figure
    led = following.start == doc[end + 1].idx if end + 1 < len(doc) else False
    own = doc[end + 1 : end + 1 + OWNERS]
    between = [token for token in own if token.idx < following.start]
    whole = following.start in (token.idx for token in own) and all(_is_owner(token) for token in between)
    if not (led or whole):
        return figure
    if figure.measure == COUNT:
        figure = _among(figure, following, following.measure)
        figure = replace(figure, unit=following.unit, who=figure.who or following.who)
    return replace(figure, extent=Extent.PART, part_of=following.id, during=None)


COUNT = "count"
"""The measure of a number of which nothing tells what it counts."""


def _is_owner(token: "Token") -> bool:
    """Tell whether a word may lead to a whole: "the 640", "the boat's 40 passengers", "its 12 schools"."""
    return token.lower_ in words_of("definite") or token.pos_ in ("DET", "NOUN", "PROPN", "PART")


def among_the_next(text: str, figures: Sequence[Figure]) -> list[Figure]:
    """Make counts of people parts of the one that they are said to be among: "three nuns and two monks were
    among the 84 people killed"."""
    made: list[Figure] = list(figures)
    for at in range(len(figures) - 2, -1, -1):
        one, following = figures[at], made[at + 1]
        between = text[one.end : following.start].lower().split()
        whole = following
        if between in (["and"], [","], [",", "and"]) and following.part_of is not None:
            whole = next((other for other in made if other.id == following.part_of), following)
        elif words_of("among").isdisjoint(between) or not words_of("being_among").issuperset(between):
            continue
        if whole.measure in EVENTS and one.unit == whole.unit == PERSON and _holds(whole, one):
            made[at] = _among(one, whole, whole.measure)
    return made


def made_up(text: str, figures: Sequence[Figure]) -> list[Figure]:
    """Make counts of people parts of the one right before them that they add up to: "seven people, five men
    and two women", "five guards - four women and one man"."""
    made = list(figures)
    for at, whole in enumerate(figures[:-2]):
        if whole.unit != PERSON or whole.low is None or whole.low != whole.high:
            continue
        parts = _run(text, figures[at:])
        if len(parts) > 1 and sum(one.low or 0 for one in parts) == whole.low:
            for offset, one in enumerate(parts, at + 1):
                own = one.measure if one.measure in EVENTS or whole.measure not in EVENTS else whole.measure
                made[offset] = _among(one, whole, own)
    return made


def _run(text: str, figures: Sequence[Figure]) -> list[Figure]:
    """Return the exact counts of people that stand in a row behind the first of `figures`."""
    run: list[Figure] = []
    for before, one in pairwise(figures):
        between = text[before.end : one.start].split()
        joints = ROW if run else OPENERS
        exact = one.unit == PERSON and one.low is not None and one.low == one.high and one.part_of is None
        if not exact or " ".join(between) not in joints:
            break
        run.append(one)
    return run


def _among(one: Figure, whole: Figure, measure: str) -> Figure:
    return replace(
        one,
        id=content_id("figure", one.report, one.start, one.end, measure),
        measure=measure,
        extent=Extent.PART,
        part_of=whole.id,
        during=whole.during,
        as_of=whole.as_of,
    )
