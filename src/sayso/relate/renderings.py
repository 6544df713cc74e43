"""Renderings of one utterance: what one party said once, as several reports tell it (DESIGN §4.5).

Only facts of one claim are compared. Two are one utterance when the same words stand between quotation marks,
or when one named party says them, on one day as far as days are known, and nothing shows that it spoke twice.
Copies fold into one rendering.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from sayso.lexicon import words
from sayso.model.ids import content_id, smallest
from sayso.model.relation import (
    Bearing,
    Claim,
    Difference,
    Differs,
    Member,
    Ref,
    RefKind,
    Rendering,
    Resolved,
    Utterance,
)
from sayso.model.report import Figure, Pair, Report, Span, Statement, StatementKind
from sayso.relate import moments
from sayso.relate.bounds import meet
from sayso.relate.matching.senses import sense
from sayso.relate.media import is_media
from sayso.relate.parties import one_name
from sayso.relate.quoted import (
    Changed,
    Quoted,
    alike,
    changes,
    holds,
    partner,
    quoted,
    same_words,
    spelled,
)
from sayso.relate.view import View, view

NEAR = 1
"""Days between two reports up to which one party's words in both are taken for one utterance when neither
says on which day they fell: a morning paper prints what was said the day before."""

MOST = 24
"""Renderings of one utterance that are compared; more tell a reader nothing, and cost their square."""

HEDGED = 4
"""Content words after a hedge by which what it weakens is known again."""


@dataclass(frozen=True, slots=True)
class _Told:
    """A member of a claim with its statement, the figures it states, and what it has between quotation marks;
    once copies are folded, `copies` holds all that tell it in its words, itself among them.
    """

    ref: Ref
    statement: Statement
    figures: tuple[Figure, ...]
    stated: tuple[Figure, ...]
    quoted: tuple[Quoted, ...]
    spelled: Quoted
    report: Report
    copies: tuple["_Told", ...] = ()

    @property
    def hedges(self) -> set[str]:
        """The words that make it less than certain, in any copy."""
        return {hedge.text for one in self.copies for hedge in one.statement.hedges}

    @property
    def channels(self) -> set[str]:
        """Where it was said, as any copy has it."""
        return {one.statement.channel for one in self.copies if one.statement.channel}


def relate(resolved: Resolved, claims: Sequence[Claim]) -> tuple[Utterance, ...]:
    """Return the utterances of which a claim holds several renderings, by id."""
    story = view(resolved)
    found = (one for claim in claims for one in _utterances(story, claim))
    return tuple(sorted(found, key=lambda one: one.id))


def confirmed(claims: Sequence[Claim], found: Sequence[Utterance]) -> tuple[Claim, ...]:
    """Return the claims, those with an utterance whose quotations disagree marked as such."""
    unsure = {one.claim for one in found if not one.wording_confirmed}
    return tuple(replace(claim, wording_confirmed=False) if claim.id in unsure else claim for claim in claims)


def _utterances(story: View, claim: Claim) -> Iterator[Utterance]:
    if len({_report(story, one) for one in claim.whole}) < 2:
        return
    for group in _groups(story, _members(story, claim)):
        folded = _folded(story, group)[:MOST]
        if len({one.report.id for one in folded}) < 2:
            continue
        told = tuple(
            Rendering(
                tuple(copy.ref for copy in one.copies), tuple(_differences(story, one, _others(one, folded)))
            )
            for one in folded
        )
        kinds = {difference.kind for one in told for difference in one.differences}
        if kinds or any(one.ref.kind is RefKind.STATEMENT for one in folded):
            yield Utterance(
                id=content_id("utterance", claim.id, smallest(one.ref.id for one in folded)),
                claim=claim.id,
                sources=tuple(sorted({source for one in folded for source in one.statement.sources})),
                wording_confirmed=Differs.QUOTED_WORDS not in kinds,
                renderings=told,
            )


def _report(story: View, one: Member) -> str:
    fact = story.fact(one.id)
    return fact.report


def _others(one: _Told, group: Sequence[_Told]) -> list[_Told]:
    return [other for other in group if other is not one]


def _members(story: View, claim: Claim) -> list[_Told]:
    """What a party is said to have asserted: statements, and figures whose statement is not there itself."""
    asserted = [Ref(one.kind, one.id) for one in claim.whole if one.bearing is Bearing.ASSERTS]
    ids = {ref.id for ref in asserted}
    told = []
    for ref in asserted:
        one = story.statement_of(ref)
        own = ref.kind is RefKind.STATEMENT
        if one and one.kind is not StatementKind.NARRATED and (own or one.id not in ids):
            report = story.report(one.report)
            of_it = story.figures_of(one.id)
            figures = of_it if own else (story.figures[ref.id],)
            spoken = quoted(report, one) if own else ()
            plain = Quoted(spelled(one.text), ())
            told.append(_Told(ref, one, figures, of_it, spoken, plain, report))
    return told


def _groups(story: View, told: Sequence[_Told]) -> list[list[_Told]]:
    """Put each, what quotes most first, with the first group of which one is the same utterance and none is
    another; only the first few groups of its speaker, or with a run of its quoted words, are looked at."""
    groups: list[list[_Told]] = []
    near: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for one in sorted(told, key=lambda one: (-sum(len(part.words) for part in one.quoted), one.ref.id)):
        keys = sorted({tuple(sorted(_names(story, one))), *_runs(one)})
        tried = sorted({number for key in keys for number in near[key][:MOST]})
        home = next((n for n in tried if _joins(story, one, groups[n][:MOST])), len(groups))
        if home == len(groups):
            groups.append([])
        groups[home].append(one)
        for key in keys:
            if len(near[key]) < MOST and home not in near[key]:
                near[key].append(home)
    return groups


def _runs(one: _Told) -> Iterator[tuple[str, ...]]:
    """Three words in a row, of each quotation: what is nearly the same keeps some."""
    for part in one.quoted:
        yield from zip(part.words, part.words[1:], part.words[2:], strict=False)


def _joins(story: View, one: _Told, group: Sequence[_Told]) -> bool:
    """Say whether one belongs; what has the quoted words of one rendering need not fit the next."""
    if any(_two(one, other) for other in group):
        return False
    if any(_same_words(one, other) or _same_telling(story, one, other) for other in group):
        return True
    return all(_near(one, other) and not _other_words(one, other) for other in group) and any(
        one.statement.sources == other.statement.sources and _speaks(story, other.statement)
        for other in group
    )


def _two(a: _Told, b: _Told) -> bool:
    """Say whether two facts of a claim are of two utterances whatever their words: of one report or two days,
    or with numbers that exclude each other."""
    apart = moments.apart(a.statement.said, b.statement.said)
    return a.report.id == b.report.id or apart or _spoke_twice(a, b)


def _same_words(a: _Told, b: _Told) -> bool:
    return any(same_words(ours, theirs) for ours in a.quoted for theirs in b.quoted)


def _same_telling(story: View, a: _Told, b: _Told) -> bool:
    """Say whether two reports tell in nearly the same words what one party said, named or not: one has it
    from the other, or both from a third.
    """
    names = _names(story, a)
    if a.ref.kind is not b.ref.kind or names != _names(story, b) or not names:
        return False
    return same_words(a.spelled, b.spelled)


def _other_words(a: _Told, b: _Told) -> bool:
    """Say whether two quotations have no sentence in common, nor one of them a piece of the other's."""
    direct = [one.statement.kind is StatementKind.DIRECT for one in (a, b)]
    if not (a.quoted and b.quoted and any(direct)):
        return False
    common = alike if all(direct) else holds
    return not any(common(ours, theirs) for ours in a.quoted for theirs in b.quoted)


def _speaks(story: View, one: Statement) -> bool:
    """Say whether one party, known by name, is said to have said it: "officials" are many."""
    single = len(one.sources) == 1 and not one.joint
    return single and story.named(one.sources[0]) and not is_media(story, one.sources[0])


def _near(a: _Told, b: _Told) -> bool:
    """Say whether the days known of two facts leave room for one utterance."""
    if a.statement.said and b.statement.said:
        return True
    first, second = moments.known(a.report), moments.known(b.report)
    if not moments.apart(first, second) or first is None or second is None:
        return True
    ends = sorted(moments.day(end) for one in (first, second) for end in (one.from_, one.to) if end)
    days = date.fromisoformat(ends[-1]) - date.fromisoformat(ends[0])
    return days.days <= NEAR


def _spoke_twice(a: _Told, b: _Told) -> bool:
    """Say whether the two statements hold numbers of one measure that cannot both be of one utterance."""
    return any(
        ours.measure == theirs.measure and not meet(ours, theirs) for ours in a.stated for theirs in b.stated
    )


def _folded(story: View, group: Sequence[_Told]) -> list[_Told]:
    """One for each wording, with all that tell it in the same words: copies add no rendering."""
    by_words: dict[tuple[object, ...], list[_Told]] = defaultdict(list)
    for one in sorted(group, key=lambda one: one.ref.id):
        by_words[_wording(story, one)].append(one)
    parts = [part for same in by_words.values() for part in _by_channel(same)]
    return sorted((replace(part[0], copies=tuple(part)) for part in parts), key=lambda one: one.ref.id)


def _wording(story: View, one: _Told) -> tuple[object, ...]:
    direct = one.statement.kind is StatementKind.DIRECT and one.quoted
    said = tuple(part.words for part in one.quoted) if direct else one.spelled.words
    return one.ref.kind, bool(direct), said, tuple(sorted(_names(story, one)))


def _by_channel(same: Sequence[_Told]) -> list[list[_Told]]:
    """The same words put on two channels are two renderings; a copy that names none goes with the first."""
    named = sorted({one.statement.channel for one in same if one.statement.channel})
    if len(named) < 2:
        return [list(same)]
    return [[one for one in same if (one.statement.channel or named[0]) == channel] for channel in named]


def _names(story: View, one: _Told) -> set[str]:
    return {story.name(source) for source in one.statement.sources}


def _differences(story: View, one: _Told, others: Sequence[_Told]) -> Iterator[Difference]:
    yield from _words(one, others)
    yield from _hedges(story, one, others)
    yield from _numbers(one, others)
    yield from _parties(story, one, others)
    yield from _channels(one, others)
    yield from _relays(story, one, others)


def _words(one: _Told, others: Sequence[_Told]) -> Iterator[Difference]:
    """The quoted words that differ from those of the first other rendering that has the sentence."""
    for sentence in one.quoted:
        pairs = ((other, mate) for other in others if (mate := partner(sentence, other.quoted)))
        for other, mate in pairs:
            found = changes(one.report, sentence, mate)
            if found:
                yield from (_changed(one, other, change) for change in found)
                break


def _changed(one: _Told, other: _Told, change: Changed) -> Difference:
    return Difference(
        Differs.QUOTED_WORDS,
        tuple(filter(None, (_text(one.report, change.here),))),
        tuple(filter(None, (_text(other.report, change.there),))),
        ((change.here[0][0], change.here[-1][1]),) if change.here else (),
    )


def _text(report: Report, places: Sequence[Pair]) -> str:
    return " ".join(report.text[places[0][0] : places[-1][1]].split()) if places else ""


def _hedges(story: View, one: _Told, others: Sequence[_Told]) -> Iterator[Difference]:
    """A hedge that others have before words that this one has too, without any or anything like it."""
    if one.hedges or words("relate", "softened") & set(one.spelled.words):
        return
    lost = {
        hedge.text
        for other in others
        for hedge in other.statement.hedges
        if _of_its_number(story, one, other, hedge) or _of_its_words(story, one, other, hedge)
    }
    if lost:
        yield Difference(Differs.HEDGE, (), tuple(sorted(lost)))


def _of_its_words(story: View, one: _Told, other: _Told, hedge: Span) -> bool:
    """Say whether most of what comes after another's hedge is told here as well."""
    own = {sense(word) for word in story.words(one.report.id, _span(one))}
    start, end = _span(other)
    after = story.words(other.report.id, (max(start, hedge.end), end))[:HEDGED]
    shared = sum(sense(word) in own for word in after)
    return shared >= min(2, len(after)) and 3 * shared >= 2 * len(after) > 0


def _of_its_number(story: View, one: _Told, other: _Told, hedge: Span) -> bool:
    """Say whether another's hedge stands right beside a number of a measure of which one is told here."""
    return any(
        _only(one.figures, figure.measure) and not story.words(other.report.id, _between(hedge, figure))
        for figure in other.figures
    )


def _between(hedge: Span, figure: Figure) -> Pair:
    return min(hedge.end, figure.end), max(hedge.start, figure.start)


def _span(one: _Told) -> Pair:
    return one.statement.start, one.statement.end


def _numbers(one: _Told, others: Sequence[_Told]) -> Iterator[Difference]:
    """The one number of a measure, where another rendering bounds it otherwise."""
    for figure in one.figures:
        rivals = [other for told in others if (other := _only(told.figures, figure.measure))]
        there = sorted({other.text for other in rivals if _bounds(other) != _bounds(figure)})
        if there and _only(one.figures, figure.measure):
            yield Difference(Differs.FIGURE, (figure.text,), tuple(there), ((figure.start, figure.end),))


def _only(figures: Iterable[Figure], measure: str) -> Figure | None:
    found = [one for one in figures if one.measure == measure]
    return found[0] if len(found) == 1 else None


def _bounds(figure: Figure) -> tuple[float | None, float | None, bool]:
    return figure.low, figure.high, figure.approximate


def _parties(story: View, one: _Told, others: Sequence[_Told]) -> Iterator[Difference]:
    """Another speaker, both known by name."""
    own, theirs = _named(story, one), {source for other in others for source in _named(story, other)}
    there = {source for source in theirs if not any(one_name(story, source, mine) for mine in own)}
    if own and there:
        here, elsewhere = ({story.name(source) for source in some} for some in (own, there))
        yield Difference(Differs.SPEAKER, tuple(sorted(here)), tuple(sorted(elsewhere)))


def _named(story: View, one: _Told) -> set[str]:
    """The speakers that the report names right there: whom "he" means is too little to go by."""
    said = set(spelled(one.statement.source.text)) if one.statement.source else set()
    if said & words("relate", "open_pronouns"):
        return set()
    return {source for source in one.statement.sources if story.named(source) and not is_media(story, source)}


def _channels(one: _Told, others: Sequence[_Told]) -> Iterator[Difference]:
    there = {channel for other in others for channel in other.channels} - one.channels
    if one.channels and there:
        yield Difference(Differs.CHANNEL, tuple(sorted(one.channels)), tuple(sorted(there)))


def _relays(story: View, one: _Told, others: Sequence[_Told]) -> Iterator[Difference]:
    """Whom this one has it through, where others have it through somebody else or through nobody."""
    own, theirs = _through(story, one), [_through(story, other) for other in others]
    if own and any(own != some for some in theirs):
        there = {name for some in theirs for name in some} - own
        yield Difference(Differs.RELAY, tuple(sorted(own)), tuple(sorted(there)))


def _through(story: View, one: _Told) -> set[str]:
    return {story.name(relay.entity) for copy in one.copies for relay in copy.statement.relays}
