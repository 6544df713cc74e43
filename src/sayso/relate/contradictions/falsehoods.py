"""What a party calls untrue right after another has told it: "“That is a lie,” said Duro", "Duro called the
claim false", "the port denied this"."""

import re
from collections.abc import Iterable, Sequence
from functools import cache

from sayso.lexicon import choice, words
from sayso.model.relation import Conflict
from sayso.model.report import Stance, Statement, StatementKind
from sayso.relate.contradictions.answering import sentence_before
from sayso.relate.contradictions.denials import (
    Tellings,
    answers,
    is_made,
    may_be_denied,
    speaks,
    told_nouns,
)
from sayso.relate.contradictions.pointing import anothers, is_accusing, known_only, spoken_for
from sayso.relate.matching.units import Unit
from sayso.relate.view import View

BEGINS = 4
"""Words in which a statement says that it is of what others tell: "on news reports that"."""

_AGAINST = frozenset({Stance.DENIES, Stance.OPPOSES})

_WORD = re.compile(r"\w+")


def relate(story: View, found: Sequence[Unit]) -> Iterable[Conflict]:
    """Yield one conflict for each party and statement that it calls untrue."""
    return answers(story, found, _denied)


def _denied(story: View, unit_of: Tellings, _: Unit, one: Statement) -> Statement | None:
    if not one.sources or one.within or not is_made(story, one):
        return None
    if _turns_down_a_number(one):
        told = _told_right_before(story, unit_of, one)
        return told if told is not None and unit_of[told.id].figures else None
    if not (_is_a_verdict(one) or _calls_untrue(one) or _denies_this(one)):
        return None
    return _told_right_before(story, unit_of, one)


def _is_a_verdict(one: Statement) -> bool:
    """Say whether what somebody says, or begins to say, is that something was untrue: "that is a lie"."""
    return one.stance is Stance.ASSERTS and _verdict().match(one.text.lower()) is not None


@cache
def _verdict() -> re.Pattern[str]:
    untrue, outright = choice("relate", "untrue"), choice("relate", "outright")
    being = r"(?:['’]s| is| was| are| were)"
    closing = r"(?:\W*$|[.,;:!—–\"”’])"
    called = (
        rf"{being}(?: (?:{outright}))* (?:{untrue})|(?: (?:{outright}))? (?:{choice('relate', 'never_so')})"
    )
    return re.compile(rf"\W*{_what_is_called()}(?:{called}){closing}")


def _calls_untrue(one: Statement) -> bool:
    """Say whether somebody calls untrue what was told: "called the claim false"."""
    called = one.stance is Stance.ASSERTS and one.cue is not None and one.kind is not StatementKind.DIRECT
    if not called or one.cue is None or words("relate", "calling").isdisjoint(_words(one.cue.text)):
        return False
    return _untrue_object().match(one.text.lower()) is not None


@cache
def _untrue_object() -> re.Pattern[str]:
    untrue, outright, scorned = (choice("relate", slot) for slot in ("untrue", "outright", "scorned"))
    return re.compile(rf"{_what_is_called()}(?: as)?(?: (?:{outright}))*[ \"“‘]+(?:{untrue}|{scorned})\W*$")


def _what_is_called() -> str:
    """The pattern of what points at something told: "that", "the claim"."""
    pronouns, nouns = choice("relate", "called_untrue"), choice("relate", "called_untrue_nouns")
    return rf"(?:{pronouns}|(?:the|this|that|these|those|such|all|both) (?:{nouns}))"


def _denies_this(one: Statement) -> bool:
    """Say whether somebody denies "this", which is what has just been told, whomever it names."""
    if one.stance is not Stance.DENIES or one.cue is None or one.start < one.cue.end:
        return False  # "the deeds that it denied": a relative clause
    denying = words("relate", "plainly_denying") | words("relate", "denying_aloud")
    return not denying.isdisjoint(_words(one.cue.text)) and one.text.lower() in words("relate", "just_told")


def _words(text: str) -> set[str]:
    return set(_WORD.findall(text.lower()))


def _turns_down_a_number(one: Statement) -> bool:
    """Say whether somebody turns down the number just told: "dismissed the figure as “fantasy”", "disputed
    that toll"."""
    if one.cue is None or one.stance not in _AGAINST:
        return False
    denying = words("relate", "plainly_denying") | words("relate", "denying_aloud")
    return not denying.isdisjoint(_words(one.cue.text)) and _number().match(one.text.lower()) is not None


@cache
def _number() -> re.Pattern[str]:
    return re.compile(
        rf"(?:the|that|this|those|these|both) (?:{choice('relate', 'number_nouns')})s?(?:$| as\b)"
    )


def _told_right_before(story: View, unit_of: Tellings, one: Statement) -> Statement | None:
    """What another party, who speaks, tells in the sentence before: by a verb of accusing, or at the greatest
    length; None where that sentence tells of the party itself that it says something, or denies it."""
    before = sentence_before(story, one)
    if before is None:
        return None
    beside = [other for other in story.facts[one.report].statements if before[0] <= other.start < before[1]]
    ours = story.with_authorities(one.sources) | spoken_for(story, one)
    own = (other for other in beside if ours & story.with_authorities(other.sources))
    if any(other.stance is Stance.DENIES for other in beside) or not all(map(known_only, own)):
        return None
    told = [
        other
        for other in beside
        if other.end <= before[1]
        and anothers(story, one, other)
        and all(speaks(story, source) for source in other.sources)
        and may_be_denied(unit_of, other)
        and unit_of[other.id].frames
        and not (known_only(other) or _plans(other, unit_of[other.id]) or _of_what_is_told(one, other))
    ]
    accusing = [other for other in told if is_accusing(other)]
    return max(accusing or told, key=lambda other: (other.end - other.start, other.id), default=None)


def _plans(one: Statement, unit: Unit) -> bool:
    """Say whether somebody tells what they mean to do themselves, which nobody else can deny: "said she
    planned to sue the port"."""
    first = one.text.lower().removeprefix("that ").split()[:1]
    meant = bool(unit.frames) and min(unit.frames, key=lambda frame: frame.start).lemma in words(
        "relate", "intending"
    )
    return meant and set(first) <= words("offices", "pronouns")


def _of_what_is_told(one: Statement, other: Statement) -> bool:
    """Say whether a statement tells of what others tell, which may be what is called untrue: "pushed back on
    reports that the port would close", "said that the claim, if true, was grave"."""
    first = set(_WORD.findall(other.text.lower())[:BEGINS])
    called = _words(one.text) & words("relate", "called_untrue_nouns")
    return not first.isdisjoint(told_nouns()) or not called.isdisjoint(_words(other.text))
