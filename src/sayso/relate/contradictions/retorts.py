"""Denials that answer in words of their own: the accused's, one's of having said so, and flat ones ("not a
single crate has left")."""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from sayso.lexicon import choice, words
from sayso.model.blocks import LOUD, role
from sayso.model.relation import About, Bearing, Claim, Conflict, ConflictType, Ref, RefKind, When
from sayso.model.report import Moment, Stance, Statement, StatementKind
from sayso.relate.contradictions.denials import is_made, of_saying, own_words, set_apart, turns_down
from sayso.relate.contradictions.verdicts import conflict, timing
from sayso.relate.matching.sameness import overlap
from sayso.relate.matching.units import Unit
from sayso.relate.media import is_media
from sayso.relate.moments import key, known, stated, within
from sayso.relate.view import View

SAID = 0.5
"""Containment (by idf) from which what somebody denies having said is what a report has them say."""

CLAUSE = 60
"""Characters from its beginning in which a flat denial has its verb."""


def relate(story: View, found: Sequence[Unit], claims: Sequence[Claim]) -> Iterable[Conflict]:
    """Yield one conflict for each such denial, with the earliest statement that it answers; for one of having
    said so, what another party did say, which `claims` hold together with it."""
    told = [unit for unit in found if _asserts(unit) and not _loud(story, unit)]
    unit_of = {unit.ref.id: unit for unit in found}
    for unit in found:
        one = unit.statement
        if one is None or unit.ref.kind is not RefKind.STATEMENT or not one.sources:
            continue
        if of_saying(one):
            tellings = [other for other in told if _said_so(story, unit, other)]
            yield from _first(story, unit_of, one, tellings, About.SAYING)
            yield from _another_said(story, claims, one, tellings)
        elif one.stance is Stance.DENIES and is_made(story, one) and not turns_down(one, unit):
            yield from _first(
                story, unit_of, one, [other for other in told if _accuses(story, unit, other)], About.FACT
            )
        elif one.kind is StatementKind.DIRECT and _flat().match(one.text):
            yield from _first(
                story, unit_of, one, [other for other in told if _belied(story, unit, other)], About.FACT
            )


@cache
def _flat() -> re.Pattern[str]:
    return re.compile(rf"\W*(?:{choice('relate', 'flat')})\b", re.IGNORECASE)


def _asserts(unit: Unit) -> bool:
    return unit.ref.kind is RefKind.STATEMENT and unit.bearing is Bearing.ASSERTS and bool(unit.verbs)


def _loud(story: View, unit: Unit) -> bool:
    """Say whether a unit stands in a heading or caption, which nobody answers."""
    return role(story.report(unit.report), unit.span[0]) in LOUD


def _said_so(story: View, denial: Unit, other: Unit) -> bool:
    """A report has the denier say what they deny having said."""
    inside = story.statements.get(other.statement.within or "") if other.statement else None
    if inside is not None and of_saying(inside):
        return False  # the very denial, told again in another report
    contained, _, count = overlap(denial, other)
    ours = _speakers(story, denial) & _speakers(story, other)
    return bool(ours) and other.report != denial.report and contained >= SAID and count > 1


def _another_said(
    story: View, claims: Sequence[Claim], denial: Statement, tellings: Sequence[Unit]
) -> Iterable[Conflict]:
    """Words given to one who denies them, and elsewhere, in quotation marks, to another party by name."""
    ours = story.with_authorities(denial.sources)
    for telling in sorted(tellings, key=lambda unit: unit.ref.id):
        facts = {telling.ref.id, *(figure.id for figure in telling.figures)}
        members = [m for claim in claims if facts & {m.id for m in claim.whole} for m in claim.whole]
        said = {one.id: one for m in members if (one := story.statement_of(Ref(m.kind, m.id))) is not None}
        others = [
            one
            for one in said.values()
            if one.kind is StatementKind.DIRECT
            and one.report not in {denial.report, telling.report}
            and one.sources
            and all(story.named(source) and not is_media(story, source) for source in one.sources)
            and ours.isdisjoint(story.with_authorities(one.sources))
        ]
        if others:
            other = min(others, key=lambda one: (key(known(story.report(one.report))), one.id))
            names = story.name(denial.sources[0]), story.name(other.sources[0])
            why = f"given to {names[0]}, who denies having said it; elsewhere {names[1]} says it"
            refs = telling.ref, Ref(RefKind.STATEMENT, other.id)
            yield conflict(ConflictType.MISQUOTE, About.SAYING, When.UNKNOWN, *refs, why)
            return


def _accuses(story: View, denial: Unit, other: Unit) -> bool:
    """Earlier in the report, somebody else tells of the denier, and of a time that the denial covers: "not in
    the autumn" answers what was in October, "not in November" no matter of the autumn."""
    if other.report != denial.report or other.span[1] > denial.span[0]:
        return False
    if not _others(story, denial, other) or not _speakers(story, denial) & _named(story, other):
        return False
    ours, theirs = _time(story, denial), _time(story, other)
    return ours is not None and theirs is not None and within(theirs, ours)


def _belied(story: View, denial: Unit, other: Unit) -> bool:
    """Somebody tells of the denier's own people or things what the denial says of not one of them."""
    first = story.words(denial.report, (denial.span[0], min(denial.span[1], denial.span[0] + CLAUSE)))
    deed = {word.lemma for word in first if word.pos == "VERB"} & other.verbs - words("relate", "light")
    ours = _speakers(story, denial) & _named(story, other)
    return bool(deed and ours) and not other.negated and _others(story, denial, other)


def _others(story: View, denial: Unit, other: Unit) -> bool:
    return _speakers(story, denial).isdisjoint(_speakers(story, other))


def _speakers(story: View, unit: Unit) -> set[str]:
    return story.with_authorities(unit.statement.sources if unit.statement else ())


def _named(story: View, unit: Unit) -> set[str]:
    return story.with_authorities(unit.entities)


def _time(story: View, unit: Unit) -> Moment | None:
    """The one time that the words of a unit give."""
    times = [
        time.moment
        for time in story.facts[unit.report].times
        if unit.span[0] <= time.start < unit.span[1] and time.moment is not None
    ]
    return stated(times[0]) if times else None


def _first(
    story: View, unit_of: Mapping[str, Unit], denial: Statement, answered: Sequence[Unit], about: About
) -> Iterable[Conflict]:
    rivals = [unit.statement for unit in answered if unit.statement]
    if rivals:
        other = min(rivals, key=lambda one: (not one.sources, one.id))
        shown = denial if about is About.SAYING else own_words(story, unit_of, denial, other)
        refs = Ref(RefKind.STATEMENT, other.id), Ref(RefKind.STATEMENT, shown.id)
        saying = f"{story.name(denial.sources[0])} denies having said it"
        why = saying if about is About.SAYING else set_apart(story, other, denial)
        moments = (stated(one.said) or known(story.report(one.report)) for one in (other, denial))
        yield conflict(ConflictType.DENIAL, about, timing(*moments), *refs, why)
