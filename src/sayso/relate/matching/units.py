"""What claims are made of: statements, and the figures of those statements that state several."""

import math
import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, lru_cache, wraps
from operator import attrgetter
from typing import Any, TypeVar

from sayso.lexicon import choice, table, words
from sayso.lexicon.idf import weight
from sayso.model.grammar import Frame, Word
from sayso.model.names import ALIKE_NAMES, REMEMBERED, fold
from sayso.model.plain import plain
from sayso.model.relation import Bearing, Ref, RefKind
from sayso.model.report import Figure, Moment, Pair, Report, Stance, Statement, StatementKind
from sayso.relate.bounds import head, is_harm, light
from sayso.relate.matching.refrains import refrains
from sayso.relate.matching.senses import sense
from sayso.relate.quoted import Quoted, in_heading, quoted
from sayso.relate.view import View, in_order

T = TypeVar("T")
Fact = TypeVar("Fact", Statement, Figure)

PROPOSE = 0.45
"""Cosine from which a pair of statements is looked at; figures are proposed by their value instead."""

OFTEN = 5
"""A lemma in more of a story's units than this begins to lose weight there."""

NEAR, BACK = 3, 60
"""Words, and characters, back from a word within which a negation reaches it."""

_TOLD = frozenset({Stance.ASSERTS, Stance.CONFIRMS, Stance.ESTIMATES, Stance.WARNS})
"""Stances of who tells what happened."""

REFUSED = frozenset({Stance.DENIES, Stance.DECLINES, Stance.NOT_CONFIRMED})
"""Stances of who does not go along with what the content says, or leaves it open."""

_AGAINST = frozenset({Stance.DENIES, Stance.NOT_CONFIRMED})
"""Stances of which what is held in the content is the very thing that they are taken against."""

_BEARINGS = {
    Stance.DENIES: Bearing.DENIES,
    Stance.DECLINES: Bearing.DECLINES,
    Stance.NOT_CONFIRMED: Bearing.NOT_CONFIRMED,
    Stance.ASKS: Bearing.ASKS,
    Stance.WANTS: Bearing.ASKS,
}


@dataclass(frozen=True, slots=True)
class Unit:
    """Something that can be asserted: its text, weighed lemmas, names and verbs among them, negated lemmas,
    entities in order, figures, time, the frames of its verbs, what its lemmas weigh in all, what it quotes,
    the places of its text; `parts` where it is one clause of its statement, the pieces of that.
    """

    ref: Ref
    report: str
    span: Pair
    text: str = ""
    lemmas: dict[str, float] = field(default_factory=dict)
    names: frozenset[str] = frozenset()
    verbs: frozenset[str] = frozenset()
    negated: frozenset[str] = frozenset()
    entities: tuple[str, ...] = ()
    figures: tuple[Figure, ...] = ()
    event: Moment | None = None
    statement: Statement | None = None
    frames: tuple[Frame, ...] = ()
    around: dict[str, float] = field(default_factory=dict)
    beside: bool = False
    weight: float = 0.0
    quoted: tuple[Quoted, ...] = ()
    places: tuple[Pair, ...] = ()
    parts: tuple[Pair, ...] = ()
    own: dict[Callable[..., Any], Any] = field(default_factory=dict, repr=False, compare=False)
    """What `once_of_itself` keeps."""
    features: dict[Callable[..., Any], Any] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )
    """What `once` keeps."""

    @property
    def context(self) -> dict[str, float]:
        """The weighed lemmas among which it stands: its own, or those of a figure's sentence."""
        return self.around or self.lemmas

    @property
    def alone(self) -> Figure | None:
        """The unit's figure, when it states exactly one, and not `beside` something else that it tells."""
        return self.figures[0] if len(self.figures) == 1 and not self.beside else None

    @property
    def bearing(self) -> Bearing:
        """How the unit bears on what it says."""
        return _BEARINGS.get(self.statement.stance, Bearing.ASSERTS) if self.statement else Bearing.ASSERTS


def once(feature: Callable[[View, Unit], T]) -> Callable[[View, Unit], T]:
    """Work out what a rule looks at in one unit once, and keep it with the unit: a rule is asked about each
    unit in hundreds of pairs, all of the one story that the unit is of."""
    return _kept_at(attrgetter("features"), feature)


def once_of_itself(feature: Callable[[View, Unit], T]) -> Callable[[View, Unit], T]:
    """Work out once what depends on nothing but the words of the unit's report and what those are called whom
    the unit names, never on their ids, nor on what its lemmas weigh: it holds whatever else joins the
    story."""
    return _kept_at(attrgetter("own"), feature)


def _kept_at(
    place: Callable[[Unit], dict[Callable[..., Any], Any]], feature: Callable[[View, Unit], T]
) -> Callable[[View, Unit], T]:
    def kept(story: View, unit: Unit) -> T:
        at = place(unit)
        if feature not in at:
            at[feature] = feature(story, unit)
        found: T = at[feature]
        return found

    return wraps(feature)(kept)


@dataclass(frozen=True, slots=True)
class Same:
    """Two units assert the same: how surely, and why."""

    score: float
    why: str


def both_statements(a: Unit, b: Unit) -> bool:
    """Say whether two units are statements, neither a figure by itself."""
    return a.ref.kind is b.ref.kind is RefKind.STATEMENT


def one_speaker(a: Unit, b: Unit) -> bool:
    """Say whether one source speaks in both."""
    if not (a.statement and b.statement):
        return False
    return any(source in b.statement.sources for source in a.statement.sources)


def units(story: View) -> list[Unit]:
    """Return the units of a story, by id of what they refer to.

    A statement that does little more than hold another one ("X said that Y had said …") is left to the inner
    one, but not one that denies it ("X denied a claim by Y that …"); a request that somebody tells of ("X
    said that Y had asked for …") is left to whoever tells it.
    """
    found = (unit for report in story.facts for unit in _units(story, report))
    return sorted(_damped([*found]), key=lambda unit: unit.ref.id)


def _units(story: View, report: str) -> list[Unit]:
    """The units of one report, with the weight that their lemmas have in any story."""
    facts = story.facts[report]
    stated = [story.statements[id_] for id_ in dict.fromkeys(one.id for one in in_order(facts.statements))]
    told = [one for one in stated if not _asked_in_passing(story, one)]
    holding = _holding(story, told)
    found = [_kept(story, _of_statement, one) for one in told if one.id not in holding]
    several = [figure for one in found for figure in one.figures if not one.alone]
    lone = (one for one in story.figures_of("") if one.report == report)
    numbers = (figure for figure in [*several, *lone] if not figure.derived_from)
    return found + [_kept(story, _of_figure, figure) for figure in numbers]


def _kept(story: View, make: Callable[[View, Fact], Unit], fact: Fact) -> Unit:
    """The unit of a fact; of one that was made before, with the facts and the entities of now."""
    kind = RefKind.STATEMENT if isinstance(fact, Statement) else RefKind.FIGURE
    facts, kept = story.facts[fact.report], story.told_by(Ref(kind, fact.id))
    of, unit = kept.get(make) or (facts, make(story, fact))
    if of is not facts:
        figures = (fact,) if isinstance(fact, Figure) else story.figures_of(fact.id)
        unit = of_now(story, unit, story.statement_of(unit.ref), figures)
    kept[make] = facts, unit
    return unit


def of_now(story: View, unit: Unit, said: Statement | None, figures: tuple[Figure, ...]) -> Unit:
    """Return a unit that was made before with the facts and the entities of now."""
    return replace(unit, statement=said, figures=figures, entities=_entities(story, unit.report, unit.places))


def _damped(found: Sequence[Unit]) -> list[Unit]:
    """Take weight off the lemmas that the whole story is about: they tell its statements apart no more."""
    shares = shares_of(found)
    return [lessened(unit, shares) for unit in found]


def shares_of(found: Sequence[Unit]) -> dict[str, float]:
    """Return what is left of the weights of the lemmas that a story's units are about."""
    often = Counter(lemma for unit in found for lemma in unit.lemmas)
    reach = math.log(max(len(found) / OFTEN, math.e))
    return {
        lemma: min(1.0, max(0.0, math.log(len(found) / count)) / reach)
        for lemma, count in often.items()
        if count > OFTEN
    }


def lessened(unit: Unit, shares: Mapping[str, float]) -> Unit:
    """Return a unit whose lemmas weigh no more than what is left of their weights."""

    def less(weighed: Mapping[str, float]) -> dict[str, float]:
        return {lemma: value * shares.get(lemma, 1.0) for lemma, value in weighed.items()}

    lemmas = less(unit.lemmas)
    return replace(unit, lemmas=lemmas, around=less(unit.around), weight=math.fsum(lemmas.values()))


def _asked_in_passing(story: View, one: Statement) -> bool:
    """Say whether a request is only what somebody tells of: what they assert is that it was made."""
    telling = story.statements.get(one.within or "")
    asserted = telling is not None and telling.kind is not StatementKind.NARRATED and telling.stance in _TOLD
    return one.stance is Stance.ASKS and asserted


def _holding(story: View, told: Sequence[Statement]) -> set[str]:
    held = set()
    for inner in told:
        outer = story.statements.get(inner.within or "")
        if outer is None or outer.stance in _AGAINST:
            continue
        if (inner.end - inner.start) > 0.5 * (outer.end - outer.start):
            held.add(outer.id)
    return held


def _of_statement(story: View, one: Statement) -> Unit:
    ref, titles = Ref(RefKind.STATEMENT, one.id), refrains(story.facts[one.report])
    return _unit(story, ref, one.report, (one.start, one.end), story.figures_of(one.id), one, titles)


def _beside(story: View, report: str, figures: Sequence[Figure], frames: Sequence[Frame]) -> bool:
    """Say whether a statement's only figure stands beside the deed that it tells: in a clause that tells of
    something else ("mourned a raid that killed 30"), or it fills no part of a verb, counts no times and is no
    toll ("planned to close the mill, with the loss of 40 jobs")."""
    if len(figures) != 1:
        return False
    (figure,) = figures
    if _in_background(story, report, figure, frames):
        return True
    if not any(_done_to(frame) for frame in frames if frame.main):
        return False
    counts = head(figure) in table("comparison")["groups"]["deeds"] or is_harm(figure)
    return not counts and not any(_fills(figure, frame) for frame in frames)


def _in_background(story: View, report: str, figure: Figure, frames: Sequence[Frame]) -> bool:
    """Say whether the verbs of which a toll fills a part all stand in clauses that tell what something is
    known by, or when: ", in which 30 died", "after 30 had died", but not ", killing 30"."""
    telling = [frame for frame in frames if _fills(figure, frame)] if is_harm(figure) else []
    return bool(telling) and all(
        any(above.main and _inside(frame, above) for above in frames)
        and _known_by(story.report(report).text, frame)
        for frame in telling
    )


def _inside(frame: Frame, above: Frame) -> bool:
    """Say whether the clause of one verb stands in that of another."""
    return above is not frame and above.whole[0] <= frame.whole[0] and frame.whole[1] <= above.whole[1]


def _known_by(text: str, frame: Frame) -> bool:
    """Say whether a clause begins as one that only tells which thing is meant, or when something was: "in
    which", "after"; "that" begins what is told as well ("it is feared that 30 died")."""
    first = set(re.findall(r"[a-z]+", text[frame.whole[0] : frame.start].lower())[:2])
    return bool(first & words("relate", "background")) or ("that" in first and not frame.main)


def _fills(figure: Figure, frame: Frame) -> bool:
    return any(figure.start < part.end and part.start < figure.end for part in frame.parts)


def _done_to(frame: Frame) -> bool:
    return any(part.role == "patient" for part in frame.parts)


def _of_figure(story: View, figure: Figure) -> Unit:
    ref = Ref(RefKind.FIGURE, figure.id)
    owner = story.statements.get(figure.statement or "")
    return _unit(story, ref, figure.report, (figure.start, figure.end), (figure,), owner, {})


def _negated(text: str, parts: Sequence[Pair], content: Sequence[Word]) -> frozenset[str]:
    """The senses of the words that a negation reaches; most statements have none, and their words are not
    looked at."""
    negating = any(_maybe_negating().search(text, max(0, start - BACK), end) for start, end in parts)
    return frozenset(
        sense(word) for word in content if word.negated or (negating and _after_negation(text, word))
    )


@cache
def _maybe_negating() -> re.Pattern[str]:
    """Any letters by which a word may be a negator: a sieve, wider than the rule."""
    return re.compile(f"{choice('relate', 'negators')}|n[’‘ʼ']t", re.IGNORECASE)


def _after_negation(text: str, word: Word) -> bool:
    """Say whether a negation stands among the few words before: "was not an easy task" negates the task."""
    before = plain(text[max(0, word.start - BACK) : word.start]).lower()
    clause = re.findall(r"[\w']+", re.split(r"[.,;:!?\n]|never before", before)[-1])[-NEAR:]
    return any(one.strip("'") in words("relate", "negators") or one.endswith("n't") for one in clause)


def _unit(
    story: View,
    ref: Ref,
    report: str,
    span: Pair,
    figures: tuple[Figure, ...],
    statement: Statement | None,
    titles: Mapping[int, int],
) -> Unit:
    parts = _without_title(_parts(ref, span, statement), titles)
    whole = statement if ref.kind is RefKind.STATEMENT else None
    frames = _frames(story, ref, report, parts)
    bare = Unit(ref, report, span, figures=figures, statement=statement, frames=frames)
    return replace(
        _of_words(story, bare, parts),
        event=statement.event if statement else None,
        around=_around(story, ref, report),
        beside=whole is not None and _beside(story, report, figures, frames),
        quoted=_quoted(story.report(report), whole, figures) if whole else (),
    )


def of_clause(
    story: View, unit: Unit, parts: tuple[Pair, ...], frames: tuple[Frame, ...], subjects: Sequence[Pair]
) -> Unit:
    """Return what one clause of a statement tells, not yet weighed by what the story is about; `subjects` are
    the places of those of whom it tells, where they stand outside its `parts`."""
    figures = stated_in(parts, unit)
    clause = replace(
        unit,
        span=(parts[0][0], parts[-1][1]),
        figures=figures,
        frames=frames,
        beside=_beside(story, unit.report, figures, frames),
        quoted=(),
        parts=parts,
        own={},
    )
    return _of_words(story, clause, parts, subjects)


def stated_in(parts: Sequence[Pair], unit: Unit) -> tuple[Figure, ...]:
    """Return those of a unit's figures that stand in some pieces of it."""
    return tuple(one for one in unit.figures if any(a <= one.start and one.end <= b for a, b in parts))


def _of_words(story: View, unit: Unit, parts: Sequence[Pair], subjects: Sequence[Pair] = ()) -> Unit:
    """A unit with the text, lemmas and entities of its parts; the words of `subjects` count as well."""
    report, told = unit.report, sorted({*parts, *subjects})
    content = [
        _as_named(story, report, word)
        for part in told
        for word in story.words(report, part)
        if word.lemma not in light()
    ]
    text = story.report(report).text
    return replace(
        unit,
        text=" ".join(text[start:end] for start, end in parts),
        lemmas={lemma: weight(lemma) for lemma in map(sense, content)},
        names=frozenset(word.lemma for word in content if word.pos == "PROPN"),
        verbs=frozenset(word.lemma for word in content if word.pos == "VERB"),
        negated=_negated(text, parts, content),
        entities=_entities(story, report, told),
        places=tuple(told),
    )


def _entities(story: View, report: str, places: Sequence[Pair]) -> tuple[str, ...]:
    """Those who are named in some places, in order."""
    mentions = (mention for place in places for mention in story.mentions(report, place))
    return tuple(dict.fromkeys(mention.entity for mention in mentions))


def _as_named(story: View, report: str, word: Word) -> Word:
    """A word of a name, spelled as in the name that is shown: reports spell one in many ways."""
    if word.pos != "PROPN":
        return word
    mention = story.mention_at(report, word.start)
    named = story.entities.get(mention.entity) if mention else None
    if named is None or len(named.names) < 2:
        return word
    return replace(word, lemma=_spelled(word.lemma, named.name))


@lru_cache(maxsize=REMEMBERED)
def _spelled(lemma: str, name: str) -> str:
    """The word of a name that a lemma is another spelling of; the lemma itself for none. A word made of
    another ("Korean") is no spelling of it."""
    from rapidfuzz import fuzz

    words_ = re.findall(r"\w+", name.lower())
    alike = [one for one in words_ if abs(len(one) - len(lemma)) <= 1 and not _made_of(one, lemma)]
    told = [(fuzz.ratio(fold(lemma), fold(one)), one) for one in alike]
    likeness, best = max(told, default=(0.0, lemma))
    return lemma if lemma in words_ or likeness < ALIKE_NAMES else best


def _made_of(one: str, other: str) -> bool:
    return one != other and (one.startswith(other) or other.startswith(one))


def _around(story: View, ref: Ref, report: str) -> dict[str, float]:
    """The weighed lemmas, names aside, of the sentence that states a figure; none for a statement."""
    if ref.kind is RefKind.STATEMENT:
        return {}
    told = story.words(report, story.figures[ref.id].sentence)
    telling = (word for word in told if word.pos != "PROPN" and word.lemma not in light())
    return {lemma: weight(lemma) for lemma in map(sense, telling)}


def _parts(ref: Ref, span: Pair, statement: Statement | None) -> tuple[Pair, ...]:
    """What is said, without what stands between two pieces of a quotation to say who said it."""
    if ref.kind is RefKind.FIGURE or statement is None:
        return (span,)
    return tuple(part for part in statement.parts if part[0] < part[1]) or (span,)


def _quoted(report: Report, one: Statement, figures: Sequence[Figure]) -> tuple[Quoted, ...]:
    """What a statement quotes; a heading that states a number as well ("‘I swam’: toll at 23") is known by
    that."""
    return quoted(report, one) or (() if figures else in_heading(report, one))


def _without_title(parts: Sequence[Pair], titles: Mapping[int, int]) -> tuple[Pair, ...]:
    """What is said, without the title that stands before the captions of a gallery."""
    return tuple((max(start, titles.get(start, start)), end) for start, end in parts)


def _frames(story: View, ref: Ref, report: str, parts: Sequence[Pair]) -> tuple[Frame, ...]:
    """The frames of a statement's verbs, or those of which a figure fills a part."""
    if ref.kind is RefKind.STATEMENT:
        return tuple(frame for part in parts for frame in story.frames(report, part))
    (span,) = parts
    around = story.frames(report, story.figures[ref.id].sentence)
    return tuple(
        frame
        for frame in around
        if any(span[0] <= part.start and part.end <= span[1] for part in frame.parts)
    )
