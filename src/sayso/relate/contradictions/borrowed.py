"""A number moved to another speaker: one source is given two numbers, and one of them is another source's."""

from sayso.lexicon import table
from sayso.model.relation import About, Conflict, ConflictType, Ref, RefKind, When
from sayso.model.report import Figure
from sayso.relate.bounds import is_harm, light, loose_group, same_value
from sayso.relate.contradictions.standing import speaker, standing
from sayso.relate.contradictions.verdicts import conflict, timing
from sayso.relate.matching.counts import presumed
from sayso.relate.parties import described_as, known, unplaced
from sayso.relate.roots import outlet
from sayso.relate.tracks import when
from sayso.relate.view import View


def borrowed(story: View, a: Figure, b: Figure) -> Conflict | None:
    """One source, two numbers, and one of them is another source's number elsewhere: moved to another
    speaker. The conflict stands between what each is said to have said.
    """
    if a.derived_from or b.derived_from:
        return None  # a sum is nobody's number
    if not a.sources or not b.sources:
        return None  # an outlet's own number was said by nobody
    if a.report == b.report:
        return None  # a report that gives one source two numbers tells of two things
    grows = a.measure in table("comparison")["measures"]["growing"]
    sources = (*a.sources, *b.sources)
    if any(unplaced(story, source) or not story.named(source) for source in sources):
        return None  # whoever they speak for may be the number's owner, and "officials" are not one voice
    if grows and timing(when(story, a), when(story, b)) is When.LATER:
        return None  # a count that grows may reach another's number
    for moved, kept in ((a, b), (b, a)):
        owners = [one for one in story.figures.values() if _owns(story, one, moved, kept)]
        if owners:
            owner = min(owners, key=lambda one: (not _one_number(one, moved), standing(story, one)))
            teller = outlet(story.report(moved.report))
            told = f"{teller} gives “{moved.text}” as said by {speaker(story, moved)}"
            other = f"“{kept.text}” is theirs and “{owner.text}” is said by {speaker(story, owner)}"
            why = f"{told}; elsewhere {other}"
            refs = Ref(RefKind.FIGURE, moved.id), Ref(RefKind.FIGURE, owner.id)
            return conflict(ConflictType.MISQUOTE, About.SAYING, When.UNKNOWN, *refs, why)
    return None


def _one_number(a: Figure, b: Figure) -> bool:
    return (a.low, a.high) == (b.low, b.high)


def _owns(story: View, one: Figure, moved: Figure, kept: Figure) -> bool:
    """A known source under another authority states the very number of the same group, in another report
    and alike, and not as one that is known already.
    """
    if (
        one.derived_from
        or one.report == moved.report
        or not one.sources
        or presumed(story, one)
        or not (is_harm(one) or one.measure == moved.measure)
    ):
        return False
    if not (same_value(one, moved) and loose_group(one, moved)) or same_value(one, kept):
        return False
    placed = all(known(story, source) for source in one.sources)
    if any(described_as(story, source, other) for source in one.sources for other in moved.sources):
        return False
    apart = {story.authority(s) for s in one.sources}.isdisjoint(story.authority(s) for s in moved.sources)
    alike = one.measure == moved.measure or _verbs(story, one) & _verbs(story, moved)
    return placed and apart and bool(alike)


def _verbs(story: View, figure: Figure) -> set[str]:
    found = story.words(figure.report, figure.sentence)
    return {word.lemma for word in found if word.pos == "VERB" and word.lemma not in light()}
