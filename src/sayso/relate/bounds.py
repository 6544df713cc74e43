"""Comparing figures: what they count, of whom, where, and how far apart their bounds are (lexicon slot
`comparison`).
"""

import math
import re
from collections.abc import Hashable
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache

from sayso.lexicon import table, words
from sayso.lexicon.nouns import singular
from sayso.model.report import Extent, Figure
from sayso.relate.moments import apart, stated
from sayso.relate.view import View

Range = tuple[float, float]

ROUNDED = 100
"""Numbers above this may be rounded."""

SLACK = 1e-9
"""By how much sums and logarithms may be off."""

KEPT = 16384
"""Descriptions of whom a figure counts whose nouns are kept at hand: each is asked for in many pairs."""

FEW = 9.0
"""Up to so many may be told of single cases."""

PEOPLE = "people"
"""Key of a count of people that says nothing more about them."""

_COUNTED = frozenset({"person", "thing"})
"""Units of what is counted, not measured."""

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")

_NAME = re.compile(r"\b[A-Z][^\W\d_]+(?:[-’'][^\W\d_]+)*")


def compared(figure: Figure) -> Range:
    """Return the bounds a figure is compared by: approximate and open ends are widened by the published
    shares.
    """
    rule = table("comparison")["bounds"]
    low, high = figure.low, figure.high
    if low is None or high is None:
        known = low if low is not None else high or 0.0
        low = known * (1 - rule["open_low"]) if low is None else low
        high = known * (1 + rule["open_high"]) if high is None else high
    if figure.approximate and not figure.vague:
        low, high = low * (1 - rule["approximate"]), high * (1 + rule["approximate"])
    return low, high


def meet(a: Figure, b: Figure) -> bool:
    """Say whether two figures' bounds, as compared, have a value in common."""
    (low_a, high_a), (low_b, high_b) = compared(a), compared(b)
    return low_a <= high_b and low_b <= high_a


def same_value(a: Figure, b: Figure) -> bool:
    """Say whether two figures state one number: the same bounds, the same number with another approximator,
    or the one rounded to the other ("984" and "980", not "984" and "976"); never "50 inches" and "50 feet".
    """
    if a.unit != b.unit and not {a.unit, b.unit} <= _COUNTED:
        return False
    if a.vague or b.vague:
        return (a.low, a.high) == (b.low, b.high)
    point_a, point_b = _point(a), _point(b)
    if point_a is None or point_b is None:
        return (a.low, a.high) == (b.low, b.high)
    slack = _slack() * max(point_a, point_b)
    near = max(point_a, point_b) > ROUNDED and abs(point_a - point_b) <= slack
    about = a.approximate or b.approximate
    return point_a == point_b or (near and (about or _rounded_to(point_a, point_b)))


def _rounded_to(a: float, b: float) -> bool:
    """Say whether one of two numbers is the other, rounded: "980" of 984, but not 7,265 of 7,230."""
    return abs(a - b) <= max(_step(a), _step(b)) / 2 + SLACK


def _step(number: float) -> float:
    """The value of the last digit of a number that is not nought: 10 of 980, a hundredth of 7.25."""
    exponent = Decimal(repr(number)).normalize().as_tuple().exponent
    return float(Decimal(10) ** int(exponent))


def value_keys(figure: Figure) -> tuple[Hashable, ...]:
    """Return what two figures share at least when they state one number, as `same_value` says: their bounds,
    their one number, or one of two steps near it that are as wide as numbers that are one may be apart."""
    point = _point(figure)
    bounds = figure.low, figure.high
    if figure.vague or point is None:
        return (bounds,)
    if point < ROUNDED / 2:
        return bounds, point
    step = math.floor(math.log(point) / -math.log1p(-_slack() - SLACK))
    return bounds, point, ("step", step), ("step", step + 1)


def _slack() -> float:
    found: float = table("comparison")["bounds"]["same_point"]
    return found


def _point(figure: Figure) -> float | None:
    """The one number a figure was made from; None for a range of two numbers."""
    if figure.low is None or figure.high is None:
        return figure.low if figure.low is not None else figure.high
    if figure.low == figure.high or not figure.approximate:
        return figure.low if figure.low == figure.high else None
    return figure.high


def head(figure: Figure) -> str:
    """Return the noun that says what a figure counts, singular and brought to one word for one group; empty
    for none.
    """
    return _head(figure.who or "")


@lru_cache(maxsize=KEPT)
def _head(who: str) -> str:
    found = _WORD.findall(who.split(" of ")[0].lower())
    noun = singular(found[-1]) if found else ""
    return str(table("comparison")["groups"]["alike"].get(noun, noun))


def single(figure: Figure) -> bool:
    """Say whether a figure is one case that no number word counts: "a soldier", "the driver", somebody by
    name."""
    first = figure.text.split()[0].lower() if figure.text else ""
    return figure.low == figure.high == 1 and first not in table("comparison")["groups"]["one"]


def generic(figure: Figure) -> bool:
    """Say whether a figure counts people and says nothing more about them."""
    noun = head(figure)
    return figure.who_entity is None and (not noun or noun in words("comparison", "groups.generic"))


def group(figure: Figure) -> str:
    """Return the key of whom a figure counts: the entity, else the noun, else "people"."""
    if figure.who_entity:
        return figure.who_entity
    return PEOPLE if generic(figure) else head(figure)


def sided(figure: Figure) -> bool:
    """Say whether a figure counts people who belong to one side of a fight, without saying to which."""
    return figure.who_entity is None and head(figure) in table("comparison")["groups"]["sided"]


def same_group(a: Figure, b: Figure) -> bool:
    """Say whether two figures count the same group: one entity, or the same noun, neither saying more than
    the other.
    """
    return a.unit == b.unit and group(a) == group(b)


def loose_group(a: Figure, b: Figure) -> bool:
    """Say whether two figures can count the same group: a general noun goes with any group of people."""
    if a.who_entity and b.who_entity and a.who_entity != b.who_entity:
        return False
    if a.unit != b.unit:  # "143 names" beside "143 people"
        return a.measure == b.measure and generic(a) and generic(b)
    return same_group(a, b) or generic(a) or generic(b) or head(a) == head(b)


def same_place(story: View, a: Figure, b: Figure) -> bool:
    """Say whether two figures can be about one place: one is not placed, both lie in the same country, or one
    is a water and the other no water: a river's flood is one of the towns by it."""
    if a.where is None or b.where is None or a.where == b.where:
        return True
    if _water(story, a.where) != _water(story, b.where):
        return True
    places = [story.entities[id_].place for id_ in (a.where, b.where) if id_ in story.entities]
    countries = {place.country for place in places if place}
    fine = {(place.country, place.admin1) for place in places if place and place.admin1}
    return len(places) == 2 and len(countries) == 1 and len(fine) <= 1


def _water(story: View, place: str) -> bool:
    entity = story.entities.get(place)
    called = {word for name in entity.names for word in name.lower().split()} if entity else set()
    return bool(called & words("mentions", "waters"))


def comparable(story: View, a: Figure, b: Figure) -> bool:
    """Say whether two figures measure one thing: measure, way of change, place, side, reach; group is left to
    the caller."""
    if a.measure != b.measure or a.change != b.change or not same_place(story, a, b) or of_two_sides(a, b):
        return False
    if Extent.PART in {a.extent, b.extent} or Extent.NEW_SINCE in {a.extent, b.extent}:
        return a.extent == b.extent and same_value(a, b)
    if Extent.IN_PERIOD in {a.extent, b.extent}:
        return a.extent == b.extent and not apart(a.during, b.during)
    return True


def of_two_sides(a: Figure, b: Figure) -> bool:
    """Say whether two figures count people who are known to stand on different sides."""
    return a.who_side is not None and b.who_side is not None and a.who_side != b.who_side


def same_figure(story: View, a: Figure, b: Figure) -> str | None:
    """Return why two figures state the same, or None."""
    if not (loose_group(a, b) and same_value(a, b) and (comparable(story, a, b) or _of_its_day(story, a, b))):
        return None
    if apart(stated(a.as_of), stated(b.as_of)) or _two_people(a, b):
        return None
    return f"same figure: {a.measure}, “{a.text}” and “{b.text}”"


def _of_its_day(story: View, a: Figure, b: Figure) -> bool:
    """Say whether one counts the harm of a single day ("nine were killed on Tuesday") and the other the same
    with no period: in so many words it is one count."""
    if {a.extent, b.extent} != {Extent.IN_PERIOD, Extent.LEVEL} or not is_harm(a) or a.vague:
        return False
    during = a.during or b.during
    single_day = during and during.from_ and during.from_ == during.to
    return bool(single_day) and comparable(story, *(replace(one, extent=Extent.LEVEL) for one in (a, b)))


def _two_people(a: Figure, b: Figure) -> bool:
    """Say whether two single cases are told of by names that cannot be one person's: "Odran Feeley" and
    "Mirela Feeley", not "Odran Feeley" and "Feeley"."""
    told = [_NAME.findall(figure.who or "") for figure in (a, b)]
    if not (single(a) and single(b) and all(told)):
        return False
    few, many = sorted((set(names) for names in told), key=len)
    return not few <= many


def is_harm(figure: Figure) -> bool:
    """Say whether a figure counts harm to people."""
    return figure.measure in table("comparison")["measures"]["harm"]


def light() -> frozenset[str]:
    """Return the lemmas that say little."""
    return words("relate", "light")
