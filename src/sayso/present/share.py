"""A dossier that may be passed on: of each article only the sentences that carry facts, since the rest is not
ours.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain

from sayso.model.decision import Decision
from sayso.model.dossier import Dossier
from sayso.model.relation import Member, Ref, RefKind
from sayso.model.report import Figure, Mention, Pair, Statement, StatementKind, TimeExpression

_Placed = Statement | Figure | Mention | TimeExpression


def present(dossier: Dossier) -> Dossier:
    """Return the dossier with everything outside the sentences of its facts blanked out; every offset stays
    valid.

    What an outlet alone tells in its own words, and nothing else in the dossier leans on, is no fact to be
    passed on: it goes, and so do claims, mentions and times that lose their words with it. Line breaks stay;
    all else is a space.
    """
    kept = _kept(dossier)
    gone = {statement.id for statement in dossier.statements} - kept
    statements = tuple(statement for statement in dossier.statements if statement.id in kept)
    spans = _spans(statements, dossier.figures)
    return _without(
        replace(
            dossier,
            reports=tuple(
                replace(report, text=blank(report.text, spans.get(report.id, ())))
                for report in dossier.reports
            ),
            statements=statements,
            mentions=tuple(item for item in dossier.mentions if _inside(item, spans)),
            times=tuple(item for item in dossier.times if _inside(item, spans)),
            decisions=tuple(map(_without_sentences, dossier.decisions)),
        ),
        gone,
    )


def _without_sentences(one: Decision) -> Decision:
    """Return a decision without the sentences by which a desk finds again what it is about."""
    return replace(
        one,
        signs=tuple(replace(sign, sentence=None) for sign in one.signs),
        with_signs=tuple(replace(sign, sentence=None) for sign in one.with_signs),
    )


def blank(text: str, spans: Iterable[Pair]) -> str:
    """Return the text with each character outside the spans as a space, line breaks kept; the length never
    changes.
    """
    letters = [letter if letter == "\n" else " " for letter in text]
    for start, end in spans:
        letters[start:end] = text[start:end]
    return "".join(letters)


def _kept(dossier: Dossier) -> set[str]:
    """Return the ids of the statements to keep: attributed ones, and those that something else leans on."""
    leaned_on = {ref.id for ref in _references(dossier)}
    kept = {
        statement.id
        for statement in dossier.statements
        if statement.kind is not StatementKind.NARRATED or statement.id in leaned_on
    }
    outer = {
        statement.within for statement in dossier.statements if statement.id in kept and statement.within
    }
    return kept | outer


def _references(dossier: Dossier) -> Iterator[Ref | Member]:
    for claim in dossier.claims:
        yield from claim.members if len(claim.members) > 1 else ()
    for conflict in dossier.conflicts:
        yield from (conflict.a, conflict.b)
    yield from chain.from_iterable(item.members for item in dossier.timeline)
    yield from chain.from_iterable(lead.named_by for lead in dossier.leads)
    yield from (decision.about for decision in dossier.decisions)
    for figure in dossier.figures:
        if figure.statement:
            yield Ref(RefKind.STATEMENT, figure.statement)


def _spans(statements: Iterable[Statement], figures: Iterable[Figure]) -> dict[str, list[Pair]]:
    """Return what to keep of each article: sentences, and the words of a fact that stand outside its
    sentence.
    """
    spans: dict[str, list[Pair]] = {}
    facts: tuple[Statement | Figure, ...] = (*statements, *figures)
    for fact in facts:
        spans.setdefault(fact.report, []).extend((fact.sentence, (fact.start, fact.end)))
        if isinstance(fact, Statement):
            spans[fact.report].extend(_words(fact))
    return spans


def _words(statement: Statement) -> Iterator[Pair]:
    single = (statement.source, statement.cue, statement.own_reporting)
    words = chain(single, statement.hedges, (relay.mention for relay in statement.relays))
    yield from ((span.start, span.end) for span in words if span is not None)
    yield from chain(statement.parts, statement.also)


def _inside(item: _Placed, spans: dict[str, list[Pair]]) -> bool:
    return any(start <= item.start and item.end <= end for start, end in spans.get(item.report, ()))


def _without(dossier: Dossier, gone: set[str]) -> Dossier:
    """Return the dossier without what hangs on statements that are gone."""
    claims = tuple(
        claim for claim in dossier.claims if not all(member.id in gone for member in claim.members)
    )
    known = {claim.id for claim in claims}
    lost = gone | ({claim.id for claim in dossier.claims} - known)
    return replace(
        dossier,
        claims=claims,
        timeline=tuple(
            replace(item, claim=item.claim if item.claim in known else None) for item in dossier.timeline
        ),
        gaps=tuple(
            replace(gap, about=tuple(key for key in gap.about if key not in lost)) for gap in dossier.gaps
        ),
    )
