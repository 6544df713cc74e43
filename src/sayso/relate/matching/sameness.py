"""When two units assert the same: named rules over a pair, first those that keep it apart, then those that
join it.

Vectors propose; no pair is joined by its vectors alone. A pair that cannot raise the number of origins is
joined on less than two parties that would be two origins of the claim.
"""

import re
from collections.abc import Callable, Iterable
from functools import cache
from math import fsum

from sayso.lexicon import choice, table, words
from sayso.model.blocks import HEADINGS, role
from sayso.model.relation import Bearing
from sayso.model.report import EntityKind
from sayso.relate.bounds import is_harm
from sayso.relate.matching.amounts import figures_differ
from sayso.relate.matching.counts import counts_apart, figure_join, of_one_sentence, several_figures_join
from sayso.relate.matching.deeds import opposed_doers, shared_deed, topmost, turned
from sayso.relate.matching.differences import denied, other_date, other_name, other_number
from sayso.relate.matching.pointers import pointed_join
from sayso.relate.matching.quotations import is_quote, quote_join, quoted_alike
from sayso.relate.matching.senses import meaning
from sayso.relate.matching.silences import other_denial, other_plan, other_silence, other_topic
from sayso.relate.matching.units import (
    PROPOSE,
    Same,
    Unit,
    both_statements,
    once,
    once_of_itself,
    one_speaker,
)
from sayso.relate.moments import apart, known, long_before, stated
from sayso.relate.parties import one_name
from sayso.relate.view import View

_NUMBER = re.compile(r"\d(?:[\d.,]*\d)?")

_MARKS = " \"'”’»)"

FIGURE_LEFT_OUT = 0.3
"""What the words of two statements must overlap when one leaves out the other's figure."""

STRICT = ((0.9, 0.6, 0.5), (0.8, 0.8, 0.7))
"""Rows of cosine, containment and overlap; a pair of two speakers is joined when it reaches all of one row.
Set on sentence pairs so that nine in ten joins are right."""

MIDDLE = ((0.8, 0.5, 0.36), (0.7, 0.6, 0.44), (0.62, 0.75, 0.55))
"""The same where one of the two asserts in nobody's name, so that the pair cannot raise the number of
origins.
"""

LOOSE = ((0.72, 0.3, 0.18), (0.6, 0.45, 0.25), (0.5, 0.6, 0.35), (0.5, 0.7, 0.12))
"""The same for one speaker."""

OF_ONE_AUTHORITY = (0.7, 0.5, 0.3)
"""One row more for two who speak for one authority. Set on 66 events of a stream, where all pairs that it
adds say the same, and one in three of those that only `LOOSE` would add does not."""

HEADING = (0.6, 0.55, 0.3)
"""One row more for a heading and the text below it, which it sums up."""

SHARED_WORDS, SHARED_WORDS_STRICT = 2, 3
"""Content words that two statements must share at least, names not counted: of one speaker, of two."""

_ROWS = (*STRICT, *MIDDLE, *LOOSE, OF_ONE_AUTHORITY, HEADING)
"""All rows: most pairs reach none of them, and are not asked who speaks."""

NEARLY_ALL, NEARLY_ONE = 0.9, 0.85
"""Overlap, or cosine of one speaker's words, from which one shared word is enough: short contents."""

DEED_CONTAINED, DEED_JOINT, DEED_JOINT_NAMED = 0.45, 0.2, 0.12
"""Containment and overlap that two statements of one deed need, the last where both name who did it: their
circumstances may differ."""

LEAST_CONTAINED = min(DEED_CONTAINED, *(row[1] for row in (*STRICT, *MIDDLE, *LOOSE)))
LEAST_JOINT = min(DEED_JOINT_NAMED, *(row[2] for row in (*STRICT, *MIDDLE, *LOOSE)))
"""Below these no rule on words joins; most pairs are, and are asked no more."""

Shares = tuple[float, float, int]
"""Containment, overlap, and number of lemmas shared, as `overlap` gives them."""


def same(story: View, a: Unit, b: Unit, cosine: float) -> Same | None:
    """Return why two units assert the same, or None; `cosine` is that of their contexts' vectors.

    What a rule needs at least stands in `proposals` as well, which asks about no pair that lacks it.
    """
    alike = quote_join(story, a, b) or quoted_alike(a, b) or pointed_join(story, a, b)
    if alike is None and a.figures and b.figures:
        alike = figure_join(story, a, b, cosine) or several_figures_join(story, a, b, cosine)
    alike = alike or _worded_join(story, a, b, cosine)
    # Few pairs are alike, and what keeps a pair apart costs more to ask.
    return alike if alike and not keeps_apart(story, a, b) else None


def keeps_apart(story: View, a: Unit, b: Unit) -> str | None:
    """Return the name of the rule by which two units cannot assert the same, or None."""
    for name, rule in _APART.items():
        if rule(story, a, b):
            return name
    return None


def _other_time(story: View, a: Unit, b: Unit) -> bool:
    """Say whether they are dated apart, or one is dated long before the report that tells the other without a
    date."""
    ours, theirs = stated(a.event), stated(b.event)
    if ours and theirs:
        return apart(ours, theirs)
    if ours:
        return long_before(ours, known(story.report(b.report)))
    return bool(theirs) and long_before(theirs, known(story.report(a.report)))


def polarity_differs(story: View, a: Unit, b: Unit) -> bool:
    """Say whether words that both share are negated in one alone."""
    ours = any(lemma in b.lemmas for lemma in a.negated if lemma in a.lemmas)
    theirs = any(lemma in a.lemmas for lemma in b.negated if lemma in b.lemmas)
    return ours != theirs or denied(story, a, b)


def overlap(a: Unit, b: Unit) -> Shares:
    """Return containment in the shorter, overlap of both (each weighed by idf), and how many lemmas but
    names are shared.
    """
    shared = a.lemmas.keys() & b.lemmas.keys()
    weight = fsum(map(a.lemmas.__getitem__, shared))
    totals = sorted((a.weight, b.weight))
    if not shared or totals[0] <= 0:
        return 0.0, 0.0, 0
    return weight / totals[0], weight / (sum(totals) - weight), len(shared - a.names - b.names)


def one_authority(story: View, a: Unit, b: Unit) -> bool:
    """Say whether one authority stands behind both."""
    return not _authorities(story, a).isdisjoint(_authorities(story, b))


@once
def _authorities(story: View, unit: Unit) -> frozenset[str]:
    sources = unit.statement.sources if unit.statement else ()
    return frozenset(story.authority(source) for source in sources)


@once_of_itself
def _speaks(_: View, unit: Unit) -> bool:
    """Say whether a unit can be an origin of its own: a party asserts it, or the outlet's own reporting
    does.
    """
    one = unit.statement
    return unit.bearing is Bearing.ASSERTS and bool(one and (one.sources or one.own_reporting))


def independent(story: View, a: Unit, b: Unit) -> bool:
    """Say whether two units would be two origins of a claim: not of one authority, nor of two names of which
    one holds the other ("a port official", "a port official in Lunde")."""
    if not (_speaks(story, a) and _speaks(story, b)):
        return False
    return not (one_authority(story, a, b) or _one_name(story, a, b))


def _one_name(story: View, a: Unit, b: Unit) -> bool:
    ours, theirs = (unit.statement.sources if unit.statement else () for unit in (a, b))
    return any(one_name(story, one, other) for one in ours for other in theirs)


def _worded_join(story: View, a: Unit, b: Unit, cosine: float) -> Same | None:
    """Two statements share words enough to say the same, or to tell of one deed."""
    if cosine < PROPOSE or not both_statements(a, b):
        return None
    shares = overlap(a, b)
    if shares[0] < LEAST_CONTAINED or shares[1] < LEAST_JOINT:
        return None
    return _words_join(story, a, b, cosine, shares) or _deed_join(story, a, b, cosine, shares)


def _words_join(story: View, a: Unit, b: Unit, cosine: float, shares: Shares) -> Same | None:
    _, joint, count = shares
    if not (count or min(cosine, joint) >= NEARLY_ALL) or not _reaches(_ROWS, cosine, shares):
        return None
    speaker = one_speaker(a, b)
    two = not speaker and independent(story, a, b)
    if two and _tells_not(story, a) != _tells_not(story, b):
        return None  # "may not be all that it seems" of the very plan that the other tells
    strict = two or _one_left_open(story, a, b)
    if len(a.figures) != len(b.figures) and (strict or joint < FIGURE_LEFT_OUT or _toll_left_out(a, b)):
        return None
    rows = STRICT if strict else LOOSE if speaker else _middle(story, a, b)
    short = not strict and (joint >= NEARLY_ALL or (speaker and count and cosine >= NEARLY_ONE))
    least = 1 if short else SHARED_WORDS_STRICT if strict else SHARED_WORDS
    if speaker and min(cosine, joint) >= NEARLY_ALL and len(a.lemmas) >= SHARED_WORDS:
        least = 0  # names alone, said twice: "the lock to be back in the Corrie Canal"
    if count < least or (strict and _numbers(story, a) != _numbers(story, b)):
        return None
    if not _reaches(rows, cosine, shares):
        return None
    who = ", one speaker" if speaker else ""
    return Same(
        round(0.5 * cosine + 0.5 * joint, 4), f"same words: {joint:.0%} shared, vectors {cosine:.2f}{who}"
    )


def _middle(story: View, a: Unit, b: Unit) -> Iterable[tuple[float, float, float]]:
    """The rows for two who would be no two origins."""
    yield from MIDDLE
    if _heads(story, a, b):
        yield HEADING
    if a.bearing is b.bearing and one_authority(story, a, b):
        yield OF_ONE_AUTHORITY


def _toll_left_out(a: Unit, b: Unit) -> bool:
    """Say whether one unit tells how many came to harm, and the other gives no number: "Six people are dead
    after a bus overturned", "the scene after a bus overturned"."""
    few, many = sorted((a, b), key=lambda unit: len(unit.figures))
    return not few.figures and any(is_harm(one) and (one.low or one.high or 0) > 1 for one in many.figures)


@once_of_itself
def _tells_not(_: View, unit: Unit) -> bool:
    """Say whether a unit tells in a main clause what is not so."""
    return any(frame.negated for frame in topmost(unit))


def _reaches(rows: Iterable[tuple[float, float, float]], cosine: float, shares: Shares) -> bool:
    contained, joint, _ = shares
    return any(cosine >= x and contained >= y and joint >= z for x, y, z in rows)


def _heads(story: View, a: Unit, b: Unit) -> bool:
    """Say whether one unit is a heading of the report whose text tells the other and more."""
    if a.report != b.report or len(a.figures) != len(b.figures):
        return False
    heads = [unit for unit in (a, b) if role(story.report(unit.report), unit.span[0]) in HEADINGS]
    return len(heads) == 1 and heads[0].weight == min(a.weight, b.weight)


def _deed_join(story: View, a: Unit, b: Unit, cosine: float, shares: Shares) -> Same | None:
    """Both tell of one deed: the same verb in sense, done to the same, and by nobody else."""
    contained, joint, count = shares
    if count < SHARED_WORDS or contained < DEED_CONTAINED or joint < DEED_JOINT_NAMED:
        return None
    deed = None if _one_left_open(story, a, b) else shared_deed(story, a, b)
    if deed is None or ((independent(story, a, b) or joint < DEED_JOINT) and not deed[1]):
        return None
    return Same(round(0.5 * cosine + 0.5 * joint, 4), f"same deed: “{deed[0]}”, {joint:.0%} of words shared")


@once_of_itself
def _numbers(_: View, unit: Unit) -> set[str]:
    """Every number in digits, counted or not: a date or an age sets two utterances apart as well."""
    return set(_NUMBER.findall(unit.text))


def _deeds_differ(story: View, a: Unit, b: Unit) -> bool:
    """Say whether each tells of something done to people, by its verbs or figures, and not of the same."""
    ours, theirs = _deeds(story, a), _deeds(story, b)
    return bool(ours) and bool(theirs) and ours.isdisjoint(theirs)


@once_of_itself
def _deeds(_: View, unit: Unit) -> set[str]:
    """The measures of harm that a unit's verbs mean and its figures count; "casualties" goes with its
    parts.
    """
    harm = table("comparison")["measures"]["harm"]
    found = {figure.measure for figure in unit.figures}
    for slot in ("patient", "subject"):
        found |= {measure for measure, verbs in table("measures")[slot].items() if unit.verbs & set(verbs)}
    rule = table("comparison")["sum"]
    if rule["whole"] in found or found >= set(rule["parts"]):
        found |= {rule["whole"], *rule["parts"]}
    return found & set(harm)


def _opposites(story: View, a: Unit, b: Unit) -> bool:
    """Say whether the one has a word, and the other its opposite, neither of them both."""
    ours, theirs = _with_opposites(story, a), _with_opposites(story, b)
    return any(
        opposite in theirs and word not in b.lemmas and opposite not in a.lemmas
        for word, opposites in ours.items()
        for opposite in opposites
    )


@once_of_itself
def _with_opposites(_: View, unit: Unit) -> dict[str, frozenset[str]]:
    """The words of a unit that have opposites, with those."""
    opposites = _opposite_senses()
    return {
        lemma: opposites[lemma]
        for lemma in unit.lemmas
        if lemma in opposites and not _only_compared(unit, lemma)
    }


def _only_compared(unit: Unit, lemma: str) -> bool:
    """Say whether a word of time stands in a unit only as set beside another time: "earlier this month" is no
    opposite of "late on Thursday"."""
    return lemma in words("relate", "of_time") and not re.search(rf"\b{lemma}\b", unit.text.lower())


@cache
def _opposite_senses() -> dict[str, frozenset[str]]:
    pairs = table("relate")["opposites"]
    told = [(meaning(a, verb), meaning(b, verb)) for a, b in pairs for verb in (True, False)]
    found: dict[str, set[str]] = {}
    for one, other in told:
        if one != other:
            found.setdefault(one, set()).add(other)
            found.setdefault(other, set()).add(one)
    return {word: frozenset(opposites) for word, opposites in found.items()}


def _roles_differ(story: View, a: Unit, b: Unit) -> bool:
    """The same two parties in the other order, with as many passives ("by") in the one as in the other; two
    places are parties only where a verb says so ("Norland's Lunde district", "the district of Lunde").
    """
    if turned(story, a, b):
        return True
    shared = [entity for entity in a.entities if entity in b.entities and _acts(story, entity)]
    if len(shared) != 2 or a.verbs.isdisjoint(b.verbs) or all(map(story.is_place, shared)):
        return False
    swapped = [entity for entity in b.entities if entity in shared] != shared
    return swapped and _passives(a) == _passives(b)


def _acts(story: View, entity: str) -> bool:
    """Say whether something can be a party: anything but an event or a feast ("New Year's Eve")."""
    found = story.entities.get(entity)
    return found is None or found.kind is not EntityKind.EVENT


def _one_left_open(story: View, a: Unit, b: Unit) -> bool:
    """Say whether the one tells what is asked only, which the other may answer: they must be much alike."""
    return _left_open(story, a) != _left_open(story, b)


@once_of_itself
def _left_open(_: View, unit: Unit) -> bool:
    """Say whether a content only tells what is asked: "whether the dam would hold"."""
    return bool(_asking().match(unit.text.lower()))


@cache
def _asking() -> re.Pattern[str]:
    return re.compile(rf"\W*(?:{choice('relate', 'asking')})\b")


@once_of_itself
def _asks(_: View, unit: Unit) -> bool:
    """Say whether a unit is a question, which asserts nothing."""
    return unit.text.rstrip(_MARKS).endswith("?")


@once_of_itself
def _first(_: View, unit: Unit) -> bool:
    """Say whether a unit tells that something was the first of its kind, which is more than that it was."""
    return bool(_told_first().search(unit.text.lower()))


@cache
def _told_first() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{choice('relate', 'told_first')})\b")


@once_of_itself
def _felt(_: View, unit: Unit) -> bool:
    """Say whether a unit tells how somebody takes something ("was horrified by a blast that killed 50"): what
    it is about is told by others. A quotation may go on to tell more."""
    feelings = words("relate", "feelings")
    return not is_quote(unit) and any(
        frame.lemma in feelings
        or any(part.role == "predicate" and part.lemma in feelings for part in frame.parts)
        for frame in unit.frames
        if frame.main
    )


def _passives(unit: Unit) -> int:
    return f" {unit.text.lower()} ".count(" by ")


def _other_deed_denied(story: View, a: Unit, b: Unit) -> bool:
    """Say whether one denies a deed, and the other tells of another one done to the same: "denied that the
    girls were swapped" is no answer to "handed the girls to their parents"."""
    if (a.bearing is Bearing.DENIES) == (b.bearing is Bearing.DENIES):
        return False
    ours, theirs = _done_to(story, a), _done_to(story, b)
    shared = ours.keys() & theirs.keys()
    return bool(shared) and all(ours[lemma].isdisjoint(theirs[lemma]) for lemma in shared)


@once_of_itself
def _done_to(_: View, unit: Unit) -> dict[str, set[str]]:
    """The senses of the verbs of main clauses, by the lemma of what each is done to."""
    found: dict[str, set[str]] = {}
    for frame in unit.frames:
        for part in frame.parts if frame.main else ():
            if part.role == "patient":
                found.setdefault(part.lemma, set()).add(meaning(frame.lemma, verb=True))
    return found


_APART: dict[str, Callable[[View, Unit, Unit], bool]] = {
    "other time": _other_time,
    "other date": other_date,
    "other deed": _deeds_differ,
    "other figure": figures_differ,
    "other polarity": polarity_differs,
    "other deed denied": _other_deed_denied,
    "opposite words": _opposites,
    "other name": lambda story, a, b: both_statements(a, b) and other_name(story, a, b),
    "other number": lambda story, a, b: both_statements(a, b) and other_number(story, a, b),
    "other roles": _roles_differ,
    "opposed doers": opposed_doers,
    "other silence": other_silence,
    "other denial": other_denial,
    "other topic": other_topic,
    "other plan": other_plan,
    "of one sentence": lambda _, a, b: of_one_sentence(a, b),
    "other count": counts_apart,
    "first told": lambda story, a, b: both_statements(a, b) and _first(story, a) != _first(story, b),
    "felt": lambda story, a, b: both_statements(a, b) and _felt(story, a) != _felt(story, b),
    "asked": lambda story, a, b: both_statements(a, b) and _asks(story, a) != _asks(story, b),
}
"""Rules by which a pair is kept apart, in the order in which they are asked."""
