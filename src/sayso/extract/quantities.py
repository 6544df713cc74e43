"""Figures of a report: every counted quantity with its bounds, what is counted, over what period and as of
when."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.extract.figures.about import about
from sayso.extract.figures.ages import past_ages
from sayso.extract.figures.conversions import told_once
from sayso.extract.figures.counted import counted
from sayso.extract.figures.counting import PERSON, THING, Place, Quantity
from sayso.extract.figures.countwords import (
    Counted,
    Governed,
    is_one_person,
    is_person,
    is_victim,
    slot,
    words_of,
)
from sayso.extract.figures.measures import governed
from sayso.extract.figures.nones import nones
from sayso.extract.figures.numberwords import Number, currency
from sayso.extract.figures.others import others
from sayso.extract.figures.periods import EVENTS
from sayso.extract.figures.reaches import timed
from sayso.extract.figures.readings import Reading, readings
from sayso.extract.figures.recalled import is_of_the_count, taken_up
from sayso.extract.figures.reckoned import reckoned
from sayso.extract.figures.standing import again, gapped, is_of_opening, leans, led, shares_them, stands
from sayso.extract.figures.tolls import toll_noun, toll_of
from sayso.extract.figures.units import Unit
from sayso.extract.figures.unsure import unsure_count
from sayso.extract.figures.victims import Victim, victims
from sayso.extract.figures.wholes import (
    among_the_next,
    as_part,
    beside,
    made_up,
    of_some,
    of_the_next,
    whole_of,
)
from sayso.extract.sentences import Tokens, lowered, sentences, tokens
from sayso.lexicon import table, words
from sayso.model.ids import content_id
from sayso.model.report import Extent, Figure, Report, TimeExpression

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

PERCENT = 100


def extract(report: Report, doc: "Doc", times: tuple[TimeExpression, ...]) -> tuple[Figure, ...]:
    """Return the figures of `report` in order of text, none overlapping.

    `times` are its time expressions: numbers inside them are no figures, and they give the periods. Links to
    statements, sources, entities and tracks are left empty for later steps. Values are those stated, in the
    unit stated; `unit` is its code in `units.toml`, "person" for people and "thing" for all else.
    """
    starts = [expression.start for expression in times]
    figures: list[Figure] = []
    for sentence in sentences(report, doc):
        inside = times[bisect_left(starts, sentence.start_char) : bisect_right(starts, sentence.end_char)]
        figures = reckoned(report, doc, sentence, inside, figures) if inside else figures
        figures += _of_sentence(Place(report, doc, sentence, inside, figures))
    return tuple(figures)


def _of_sentence(place: Place) -> list[Figure]:
    read = quantities(place.doc, place.sentence, place.times, place.told)
    found = sorted(read, key=lambda quantity: quantity.number.first)
    figures: list[Figure] = []
    for index, quantity in enumerate(found):
        figures.append(_figure(place, quantity, found[index - 1] if index else None, figures))
    following = (*figures[1:], None) if figures else ()
    made = [of_the_next(place.doc, *three) for three in zip(found, figures, following, strict=True)]
    text = place.report.text
    return told_once(text, made_up(text, among_the_next(text, made)))


# --- what is counted


def quantities(
    doc: "Doc", sentence: "Span", times: tuple[TimeExpression, ...], told: Sequence[Figure] = ()
) -> Iterator[Quantity]:
    """Yield what a sentence counts, without the numbers that count nothing; `told` are the figures before
    it."""
    busy = frozenset(_tokens(doc, sentence, times))
    taken: set[int] = set()
    before: Quantity | None = None
    found: list[Quantity] = []
    small = lowered(doc)[sentence.start : sentence.end]
    kept = tokens(doc)
    read = readings(kept, sentence, busy, small)
    measured = any(reading.unit is not None for reading in read)
    subjects_of = about(kept, read, busy) if measured else ((),) * len(read)
    for reading, subjects in zip(read, subjects_of, strict=True):
        counts = _is_figure(kept, reading, sentence)
        quantity = _quantity(kept, reading, sentence, before) if counts else None
        quantity = quantity and _known(kept, quantity, sentence, before, told)
        if quantity is None:
            continue
        first, end = extent_of(kept, quantity)
        taken.update(range(first, end))
        before = replace(quantity, about=subjects[0] if subjects and quantity.unit else None)
        found.append(before)
        yield before
    articles = [at for at, word in enumerate(small, sentence.start) if word in ("a", "an")]
    for one in _ones(kept, sentence, taken | busy, articles):
        taken.update(range(*extent_of(kept, one)))
        found.append(one)
        yield one
    if not words_of("others").isdisjoint(small):
        for one in others(kept, sentence.start, sentence.end, taken | busy, found):
            taken.update(range(*extent_of(kept, one)))
            yield one
    nobodies = [at for at, word in enumerate(small, sentence.start) if word in ("no", "nobody")]
    yield from nones(kept, sentence.end, taken | busy, nobodies)
    yield from _victims(doc, sentence, taken | busy, told)


def _tokens(doc: "Doc", sentence: "Span", times: tuple[TimeExpression, ...]) -> Iterator[int]:
    # A bare "night" or "former" dates nothing and leaves "three former guards" to be counted.
    ends = [
        (expression.start, expression.end)
        for expression in times
        if expression.moment is not None or not expression.text.isalpha()
    ]
    if ends:
        inside = tokens(doc)[sentence.start : sentence.end]
        yield from (token.i for token in inside if any(start <= token.idx < end for start, end in ends))


def _quantity(doc: Tokens, reading: Reading, sentence: "Span", before: Quantity | None) -> Quantity:
    number, noun, change = reading.number, reading.noun, reading.change
    if reading.unit is not None:
        return Quantity(number, None, reading.unit, None, change=change)
    if number.share:
        return Quantity(number, noun, Unit("share", "percent", number.end, 1), None, change=change)
    found = governed(doc, number, noun, sentence.end, sentence.start) or _carried(
        doc, reading, before, sentence
    )
    whom = reading.borrowed or _whom(doc, number, noun, sentence)
    if noun is None and whom is None and before is not None and _shares_those_before(doc, number):
        whom = before.noun or before.whom
    return Quantity(number, noun, None, found, whom, change)


def _shares_those_before(doc: Tokens, number: Number) -> bool:
    """Tell whether "of whom" follows a number; "two of us" are none of those told of."""
    return shares_them(doc, number) and doc[number.end + 1].lower_ != "us"


def _is_figure(doc: Tokens, reading: Reading, sentence: "Span") -> bool:
    if reading.why == "bare-one":
        return _one_befell(doc, reading.number, sentence)
    return reading.why is None


def _one_befell(doc: Tokens, number: Number, sentence: "Span") -> bool:
    """Tell whether a lone "one" is somebody killed or hurt: "wounding three and killing one"; "the one
    killed" is somebody told of before."""
    led = number.first > sentence.start and doc[number.first - 1].pos_ in ("DET", "PRON")
    found = None if led else governed(doc, number, None, sentence.end, sentence.start)
    return found is not None and found.measure in words_of("befalls_people")


def _known(
    doc: Tokens, quantity: Quantity, sentence: "Span", before: Quantity | None, told: Sequence[Figure]
) -> Quantity | None:
    """Find out what a number without noun, unit and measure stands for; None where it is no figure."""
    number = quantity.number
    if quantity.noun or quantity.unit or quantity.governed or quantity.whom:
        return quantity
    found = led(doc, number, before.governed if before else None, sentence.start)
    if found is not None:
        return replace(quantity, governed=found)
    if before is not None and is_of_opening(doc, number, before.number, sentence.start):
        return replace(quantity, governed=before.governed, whom=before.noun or before.whom)
    if before is not None and before.unit is None and is_of_the_count(doc, number, sentence.start):
        return replace(quantity, governed=before.governed, whom=before.noun or before.whom)
    same = again(doc, number, told, sentence.start, sentence.end)
    same = same or (taken_up(doc, number, told, sentence.start) if before is None else None)
    if same is not None:
        return replace(quantity, told=same)
    if before is not None and _goes_on_elsewhere(doc, number, number.end, before, sentence):
        return replace(quantity, governed=before.governed, whom=before.noun or before.whom)
    noun = (before.noun or before.whom) if before is not None and leans(doc, number) else None
    return replace(quantity, whom=noun) if noun or stands(doc, number, sentence.end) else None


def _whom(doc: Tokens, number: Number, noun: Counted | None, sentence: "Span") -> Counted | None:
    at = toll_noun(doc, number, noun, sentence.start) if noun is None else None
    return toll_of(doc, at, number) if at is not None else None


def _carried(doc: Tokens, reading: Reading, before: Quantity | None, sentence: "Span") -> Governed | None:
    """Give "killed two men and three women" one measure: the counts are joined and only the first has the
    verb; and "killed 12 men, compared with 9 last year": one noun is told of both."""
    number = reading.number
    if before is None or before.governed is None:
        return None
    if reading.borrowed is not None:
        return before.governed if reading.borrowed == before.noun else None
    if reading.noun is None or before.governed.by > number.first:
        return None
    if before.noun is not None and before.governed.by == before.noun.head:
        return None  # "1,300 detainees, 100 employees": only the first are held
    people = before.governed.measure in words_of("befalls_people")
    tolled = people and doc[before.governed.by].lemma_.lower() in words_of("count")
    if tolled and not is_person(doc[reading.noun.head]):
        return None  # "the toll is nine, with 14 suspected cases": only those who died are of the toll
    if _goes_on_elsewhere(doc, number, reading.noun.end, before, sentence):
        return before.governed
    _, end = extent_of(doc, before)
    between = [token.lower_ for token in doc[past_ages(doc, end) : number.first]]
    joined = all(word in (",", "or") or word in words_of("joining") for word in between)
    return before.governed if between and joined else None


def _goes_on_elsewhere(doc: Tokens, number: Number, end: int, before: Quantity, sentence: "Span") -> bool:
    """Tell whether a list goes on in another place with what it counted in the one before."""
    if before.unit is not None or end >= sentence.end:
        return False
    verb = before.governed.by + 1 if before.governed is not None else 0
    return gapped(doc, max(extent_of(doc, before)[1], verb), number, end)


def _ones(
    doc: Tokens, sentence: "Span", taken: set[int] | frozenset[int], articles: list[int]
) -> Iterator[Quantity]:
    """Find "a soldier", "an injured man" with a measure: a figure of one (DESIGN §4.11)."""
    for at in articles:
        if at in taken or (at > sentence.start and doc[at - 1].lower_ == "not"):
            continue
        number = Number(at, at, at + 1, 1, 1)
        noun = counted(doc, number, sentence.end, frozenset(taken))
        if noun is None or not _is_one(doc[noun.head]):
            continue
        found = governed(doc, number, noun, sentence.end, sentence.start)
        tolled = found is not None and doc[found.by].lemma_.lower() in words_of("count")
        # "A refugee", "a homeless man": what somebody is, no count of those driven out.
        standing = found is not None and found.measure == "displaced" and doc[found.by].pos_ != "VERB"
        if found is not None and found.measure in EVENTS and not (tolled or standing):
            yield Quantity(number, noun, None, found)


def _is_one(token: "Token") -> bool:
    """Tell whether a noun after "a" means one person: "guard", "Peruvian"."""
    people = token.ent_type_ == "NORP" and token.tag_ in ("NN", "NNP")
    return people or (token.tag_ == "NN" and is_one_person(token.lemma_.lower()))


def _victims(
    doc: "Doc", sentence: "Span", taken: set[int] | frozenset[int], told: Sequence[Figure]
) -> Iterator[Quantity]:
    """Find people killed or hurt by name, or as "the driver": figures of one, each person once a report.

    A name is told again by its last word. "The driver" may mean anybody told of before, so it counts only
    where no single person was, in this report, with the same measure.
    """
    found = list(victims(doc, sentence))
    singles = {
        (one.measure, one.who.lower().split()[-1] if one.who else "")
        for one in (told if found else ())
        if one.low == one.high == 1
    }
    here: list[Victim] = []
    for victim in found:
        span = range(victim.whom.start, victim.whom.end)
        if _is_told_again(victim, singles, here) or any(index in taken for index in span):
            continue
        here.append(victim)
        at = victim.whom.start
        yield Quantity(Number(at, at, at, 1, 1), victim.whom, None, victim.governed)


def _is_told_again(victim: Victim, singles: set[tuple[str, str]], here: Sequence[Victim]) -> bool:
    """Tell whether somebody was counted before, in the report (`singles`) or `here` in the sentence: a name
    by its last word, "the driver" by any single one of whom the same is told, but "his wife and son" are
    two."""
    measure = victim.governed.measure
    if (measure, victim.key) in singles or any(one.key == victim.key for one in here if _alike(one, victim)):
        return True
    if victim.named:
        return False
    return any(known == measure for known, _ in singles) or any(
        one.governed.by != victim.governed.by for one in here if _alike(one, victim)
    )


def _alike(one: Victim, other: Victim) -> bool:
    return one.governed.measure == other.governed.measure


def extent_of(doc: Tokens, quantity: Quantity) -> tuple[int, int]:
    """Return the tokens of a quantity's whole phrase, half open: approximator, sign, number, noun or unit."""
    sign = currency(doc, quantity.number) if quantity.unit is not None else None
    first = quantity.number.first if sign is None else min(sign, quantity.number.first)
    ends = [quantity.number.end]
    ends += [quantity.noun.end] if quantity.noun else []
    ends += [quantity.unit.end] if quantity.unit else []
    ends += [quantity.number.end + 2] if shares_them(doc, quantity.number) else []
    ends += [quantity.number.end + 1] if _is_told_by_next(doc, quantity) else []
    return first, max(ends)


def _is_told_by_next(doc: Tokens, quantity: Quantity) -> bool:
    """Tell whether the word after a bare number gives its measure and belongs to it: "12 dead", "1,000
    wounded"."""
    by = quantity.governed.by if quantity.governed else None
    return (
        quantity.noun is None
        and by == quantity.number.end
        and doc[by].tag_ in ("JJ", "VBN", "NN", "NNS", "RB")
    )


# --- figures


def _figure(place: Place, quantity: Quantity, before: Quantity | None, figures: list[Figure]) -> Figure:
    """Make a figure; `before` is the quantity before it in the sentence, `figures` those already made
    there."""
    figure = beside(_bare(place, quantity), quantity, before, figures)
    whole = whole_of(place, figure, quantity, figures)
    if whole is not None:
        return as_part(figure, quantity, whole)
    return of_some(place, timed(place, figure, quantity, figures), quantity)


def _bare(place: Place, quantity: Quantity) -> Figure:
    """Return the figure as a level with no moment; extent and moments are set after."""
    kept = tokens(place.doc)
    first, end = extent_of(kept, quantity)
    last = kept[end - 1]
    start_char, end_char = kept[first].idx, last.idx + len(_unstopped(last))
    measure = _measure(kept, quantity)
    low, high = _values(quantity)
    return Figure(
        id=content_id("figure", place.report.id, start_char, end_char, measure),
        report=place.report.id,
        start=start_char,
        end=end_char,
        text=place.report.text[start_char:end_char],
        sentence=(place.sentence.start_char, place.sentence.end_char),
        measure=measure,
        low=low,
        high=high,
        approximate=quantity.number.rounded,
        unit=_unit_code(kept, quantity, measure),
        who=_who(place.report, kept, quantity),
        who_entity=None,
        who_side=None,
        where=None,
        as_of=None,
        during=None,
        extent=Extent.LEVEL,
        part_of=None,
        derived_from=(),
        statement=None,
        sources=(),
        track=None,
        vague=quantity.number.vague,
        change=quantity.change,
        about=_about(place, quantity),
    )


def _unstopped(last: "Token") -> str:
    """Return a word without the stop of its sentence, which the pipeline leaves on the "m." of "£15m."."""
    word = last.text.removesuffix(".")
    ends = last.i + 1 == len(last.doc) or bool(last.nbor(1).is_sent_start) or last.nbor(1).is_space
    return word if ends and word.lower() in table("numbers")["suffixes"] else last.text


def _measure(doc: Tokens, quantity: Quantity) -> str:
    if quantity.unit is not None:
        return quantity.unit.measure
    if (unsure := unsure_count(doc, quantity)) is not None:
        return unsure
    if quantity.governed is not None:
        return quantity.governed.measure
    if quantity.told is not None:
        return quantity.told.measure
    noun = quantity.noun or quantity.whom
    if noun is None:
        return "count"
    named = slot("adjectives").get(doc[noun.head].lower_) if noun.start == noun.head else None
    # The pipeline leaves names in the plural: "16 Catholics".
    word = f"{_stem(doc, noun)}{doc[noun.head].lemma_.lower()}"
    plural = doc[noun.head].tag_ == "NNPS" and word.endswith("s") and not word.endswith("ss")
    return (
        named or table("measures")["singular"].get(doc[noun.head].lower_) or (word[:-1] if plural else word)
    )


def _stem(doc: Tokens, noun: Counted) -> str:
    """Return the "break-" of "three break-ins", whose own noun says nothing; empty for any other noun."""
    at = noun.head - 1
    led = at > noun.start and doc[at].text == "-" and doc[noun.head].lemma_.lower() in words_of("particles")
    return f"{doc[at - 1].lower_}-" if led else ""


def _about(place: Place, quantity: Quantity) -> str | None:
    if quantity.about is None:
        return None
    start, end = quantity.about
    span = place.doc[start:end]
    return place.report.text[span.start_char : span.end_char]


def _values(quantity: Quantity) -> tuple[float | None, float | None]:
    low, high = quantity.number.low, quantity.number.high
    factor = PERCENT if quantity.number.share else quantity.unit.factor if quantity.unit else 1
    return _times(low, factor), _times(high, factor)


def _times(value: float | None, factor: float) -> float | None:
    """Return a share in percent to two decimals, small coins in their currency to four: 18.4 cents."""
    return value if value is None or factor == 1 else round(value * factor, 2 if factor == PERCENT else 4)


def _unit_code(doc: Tokens, quantity: Quantity, measure: str) -> str:
    if quantity.unit is not None:
        return f"{quantity.unit.code} per {quantity.unit.per}" if quantity.unit.per else quantity.unit.code
    if quantity.told is not None:
        return quantity.told.unit or THING
    noun = quantity.noun or quantity.whom
    if noun is not None and (is_person(doc[noun.head]) or is_victim(doc[noun.head], measure)):
        return PERSON
    nominal = noun is None or doc[noun.head].lower_ in slot("adjectives")
    return PERSON if measure in words("measures", "human") and nominal else THING


def _who(report: Report, doc: Tokens, quantity: Quantity) -> str | None:
    if quantity.told is not None:
        return quantity.told.who
    noun = quantity.noun or quantity.whom
    if noun is None or (quantity.governed and quantity.governed.by == noun.head == noun.start):
        return None
    start, last = doc[noun.start].idx, doc[noun.end - 1]
    end = last.idx + len(last)
    return report.text[start:end]
