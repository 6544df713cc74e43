""" "For the first time" against an earlier time: an event of the same kind that the reports put before it."""

import re
from collections.abc import Iterable, Sequence
from functools import cache

from sayso.lexicon import table
from sayso.model.grammar import Frame, Word
from sayso.model.relation import About, Conflict, ConflictType, Ref, RefKind, When
from sayso.model.report import Moment, Pair, TimeType
from sayso.relate.bounds import light, loose_group
from sayso.relate.contradictions.verdicts import conflict
from sayso.relate.episodes import eve, own_day
from sayso.relate.matching.deeds import foreseen, holds
from sayso.relate.matching.units import REFUSED, Unit, once, once_of_itself
from sayso.relate.moments import before, day, known, long_before, stated
from sayso.relate.view import View

COVERED = 0.5
"""Share of the words of what is called a first that an earlier event must be told in."""

TAIL = 5
"""Letters of a noun that shows again at the end of another: a footbridge is a bridge."""

_CORE = frozenset({"agent", "patient"})

_TAKEN_UP = re.compile(r"\W*(?:that )?(?:it|this) (?:was|is) the first\b", re.IGNORECASE)

_STOP = re.compile(r"[.!?;]\W*\s")

_FOR_SO_LONG = re.compile(r"since|\b(?:in|after) (?:[\w-]+ ){1,3}(?:years?|decades?|months?|weeks?)\b")

_NEGATED = re.compile(r"(?:\bnot|\bhardly|n['’]t)(?: \w+){0,2} $")


def relate(story: View, found: Sequence[Unit]) -> Iterable[Conflict]:
    """Yield one conflict for each statement that calls something a first and has an earlier one in another
    report.
    """
    own = own_day(story)
    others = [unit for unit in found if _of_a_time(story, unit)]
    for unit in found:
        if unit.ref.kind is RefKind.STATEMENT and _calls_first(story, unit) and not _denied(unit):
            earlier = [other for other in others if _earlier(story, other, unit, own)]
            if earlier:
                yield _conflict(unit, max(earlier, key=lambda other: (bool(other.figures), other.ref.id)))


@once_of_itself
def _of_a_time(story: View, unit: Unit) -> bool:
    """Say whether a unit tells of something that was at a stated time, calls it no first, and denies
    nothing."""
    refused = unit.statement is not None and unit.statement.stance in REFUSED
    if refused or _then(story, unit) is None or _calls_first(story, unit):
        return False
    main = [frame for frame in unit.frames if frame.main]
    return not main or not all(foreseen(story, unit, frame) for frame in main)


def _then(story: View, unit: Unit) -> Moment | None:
    return _event(story, unit) or _told_time(story, unit)


@once_of_itself
def _calls_first(_: View, unit: Unit) -> bool:
    lower = unit.text.lower()
    return any(phrase in lower for phrase in table("first")["phrases"]) or any(
        re.search(pattern, lower) for pattern in table("first")["patterns"]
    )


def _earlier(story: View, other: Unit, first: Unit, event_day: str | None) -> bool:
    """Another report, the same deed done to the same party, at a time stated and known to be before: before
    the first's own, else before the day of the story's event, or long before the first's report."""
    if other.report == first.report:
        return False
    own, then = _own_time(story, first), _then(story, other)
    if own:
        earlier = before(then, own)
    else:
        ahead = bool(event_day and then and then.to and day(then.to) < eve(event_day))
        earlier = ahead or long_before(then, known(story.report(first.report)))
    return earlier and _same_deed(story, other, first)


@once
def _own_time(story: View, first: Unit) -> Moment | None:
    """When that was which a unit calls a first: its own time; of "it was the first" the only one that the
    sentence before gives."""
    own = _event(story, first)
    if own is not None or not _TAKEN_UP.match(first.text) or first.statement is None:
        return own
    sentences = story.facts[first.report].sentences
    ends = [one for one in sentences if one[1] <= first.statement.sentence[0]]
    return _only_time(story, first.report, max(ends)) if ends else None


@once_of_itself
def _told_time(story: View, unit: Unit) -> Moment | None:
    """The only day, month or year that the words of a unit give."""
    return _only_time(story, unit.report, unit.span)


def _only_time(story: View, report: str, span: Pair) -> Moment | None:
    times = [
        time
        for time in story.facts[report].times
        if span[0] <= time.start < span[1] and time.type is TimeType.DATE and time.moment
    ]
    alone = times[0] if len(times) == 1 else None
    return stated(alone.moment) if alone and not _told_by_another(story, report, span, alone.start) else None


def _told_by_another(story: View, report: str, span: Pair, offset: int) -> bool:
    """Say whether a place in a telling stands in what another is said there to tell: "got a complaint from a
    clerk who said that in 2001 …"."""
    return any(
        holds(span, (one.start, one.end)) and one.start <= offset < one.end and one.start > span[0]
        for one in story.facts[report].statements
        if one.sources
    )


def _same_deed(story: View, a: Unit, b: Unit) -> bool:
    """Say whether an earlier unit `a` tells what `b` calls a first: two parties and a count; or its verb, and
    half of what is said of it with a party that both name, or a noun that "the same" stands before."""
    shared = len(_parties(story, a) & _parties(story, b)) or len(a.names & b.names)
    counted = any(
        one.measure == other.measure and loose_group(one, other) for one in a.figures for other in b.figures
    )
    return (shared > 1 and counted) or _told_of(story, a, b, bool(shared))


def _told_of(story: View, a: Unit, b: Unit, shared: bool) -> bool:
    clause = _claimed(story, b)
    if _named_deed(clause, a) and shared:
        return True
    verbs = {word.lemma for word in clause if word.pos == "VERB"} & a.verbs - a.negated
    nouns = {_kind(word.lemma) for word in clause if word.pos != "VERB"} & _kinds(story, a)
    again = any(f"same {noun}" in a.text.lower() for noun in nouns)
    covered = len(verbs) + len(nouns) >= COVERED * len({_kind(word.lemma) for word in clause})
    told = again or (shared and covered and _of_the_same(a, verbs, clause))
    return (
        bool(verbs and nouns) and told and not all(foreseen(story, a, frame) for frame in _of_verbs(a, verbs))
    )


def _of_verbs(a: Unit, verbs: set[str]) -> list[Frame]:
    return [frame for frame in a.frames if frame.lemma in verbs]


def _of_the_same(a: Unit, verbs: set[str], clause: Sequence[Word]) -> bool:
    """Say whether an earlier unit tells one of some verbs of somebody or something that the clause names too:
    another's visit is no earlier one."""
    named = {_kind(word.lemma) for word in clause}
    parts = (part for frame in _of_verbs(a, verbs) for part in frame.parts)
    return any(part.role in _CORE and _kind(part.lemma) in named for part in parts)


def _named_deed(clause: Sequence[Word], a: Unit) -> bool:
    """Say whether a noun names the deed that an earlier unit tells by its verb, and another what it befell:
    "the first collapse of a bridge", "a footbridge collapsed"."""
    nouns = [word.lemma for word in clause if word.pos == "NOUN"]
    deeds = [noun for noun in nouns if noun in a.verbs - a.negated]
    things = a.lemmas.keys() - a.names - a.verbs
    return any(
        thing == noun or (len(noun) >= TAIL and thing.endswith(noun))
        for deed in deeds[:1]
        for noun in nouns
        if noun != deed
        for thing in things
    )


@once_of_itself
def _claimed(story: View, unit: Unit) -> list[Word]:
    """The content words of the clause that is called a first: those from the words that call it so."""
    lower = unit.text.lower()
    starts = [match.end() for phrase in _called() if (match := phrase.search(lower))]
    start = unit.span[0] + (min(starts) if starts else 0)
    if _FOR_SO_LONG.search(lower, start - unit.span[0]):
        return []  # the first for so long is another's second
    stop = _STOP.search(unit.text, start - unit.span[0])
    after = _content(story, unit, start, unit.span[0] + stop.start() if stop else unit.span[1])
    if len(after) > 1:
        return after
    begins = max(
        (one.end() for one in _STOP.finditer(unit.text) if one.end() <= start - unit.span[0]), default=0
    )
    return _content(story, unit, unit.span[0] + begins, start)  # "the sea broke the wall for the first time"


def _content(story: View, unit: Unit, start: int, end: int) -> list[Word]:
    return [word for word in story.words(unit.report, (start, end)) if word.lemma not in light()]


@cache
def _called() -> tuple[re.Pattern[str], ...]:
    phrases = (*map(re.escape, table("first")["phrases"]), r"\bfirst\b", r"\bnever\b")
    return tuple(re.compile(one) for one in phrases)


def _kind(lemma: str) -> str:
    """A lemma, of nouns for one thing the one that stands for them."""
    return str(table("comparison")["groups"]["alike"].get(lemma, lemma))


@once_of_itself
def _kinds(_: View, unit: Unit) -> set[str]:
    return set(map(_kind, unit.lemmas))


@once
def _parties(story: View, unit: Unit) -> set[str]:
    """Whom a unit names; where "we" speak, those for whom its source does."""
    said = set(re.findall(r"\w+", unit.text.lower()))
    speakers = unit.statement.sources if unit.statement and said & {"we", "our", "us"} else ()
    return {*unit.entities, *story.with_authorities(speakers)}


def _denied(unit: Unit) -> bool:
    """Say whether the first is called none ("not the first time"); "never before" calls it one."""
    lower = unit.text.lower()
    starts = [lower.find(phrase) for phrase in table("first")["phrases"] if phrase in lower]
    return any(_NEGATED.search(lower[:start]) for start in starts)


@once_of_itself
def _event(_: View, unit: Unit) -> Moment | None:
    said = unit.statement.said if unit.statement else None
    return stated(unit.event) or stated(said)


def _conflict(first: Unit, earlier: Unit) -> Conflict:
    refs = Ref(RefKind.STATEMENT, first.ref.id), earlier.ref
    why = f"called a first: “{_short(first.text)}”; told of an earlier time: “{_short(earlier.text)}”"
    return conflict(ConflictType.FIRST, About.FACT, When.LATER, *refs, why)


def _short(text: str, length: int = 160) -> str:
    return text if len(text) <= length else f"{text[: length - 1].rsplit(' ', 1)[0]} …"
