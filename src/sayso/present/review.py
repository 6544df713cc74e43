"""What a reviewer sees of one thing before deciding: how it was read, and what can be decided of it."""

import re
from collections.abc import Iterable, Iterator

from sayso.model.decision import ALONE, FIELDS, Decision, Standing, What, written
from sayso.model.relation import Claim, Conflict, Derivation, Entity, Ref, RefKind
from sayso.model.report import Extent, Figure, Statement
from sayso.present import claims, decided, likely, parties, quotes, words
from sayso.present.index import Fact, Index, fact_anchor
from sayso.present.views.review import Choice, Field, ReviewView
from sayso.present.views.reviewed import DecisionView

KNOWN = 400
"""Names that are proposed where one is to be typed: those who speak most."""

_EXTENT = {
    Extent.LEVEL: "as things stand",
    Extent.CUMULATIVE: "all in all so far",
    Extent.IN_PERIOD: "in that time only",
    Extent.NEW_SINCE: "new since the count before",
    Extent.PART: "a part of another figure",
}
_CLOCK = re.compile(r"(?<=\d)T\d{2}:\d{2}\S*")
_DAYS = "2024-12-14, 2024-12, or two of them: 2024-12-14/2024-12-15"
_LABELS = {
    "source": ("Who says it", "empty: nobody but the outlet"),
    "stance": ("Says it how", ""),
    "kind": ("Kind", ""),
    "low": ("At least", "empty: open"),
    "high": ("At most", "empty: open"),
    "measure": ("What is counted", "killed, injured, missing …"),
    "who": ("Who or what", ""),
    "extent": ("Over what", ""),
    "as_of": ("As of", _DAYS),
    "name": ("Name", ""),
    "authority": ("Answers to", "somebody whom an article names"),
    "side": ("Side", "somebody whom an article names"),
}
_CHOICES: dict[tuple[RefKind, str], dict[str, str]] = {
    (RefKind.STATEMENT, "stance"): {str(key): text for key, text in words.STANCE.items()},
    (RefKind.STATEMENT, "kind"): {str(key): text for key, text in words.KIND.items()},
    (RefKind.FIGURE, "extent"): {str(key): text for key, text in _EXTENT.items()},
    (RefKind.ENTITY, "kind"): {str(key): text or "something else" for key, text in parties.KIND.items()},
}


def view(index: Index, id_: str, find: str = "") -> ReviewView | None:
    """Return what can be decided of a thing; None where the dossier has none of that id. The claims that it
    may be one with are those that `find` means, else the likely ones."""
    match index.things.get(id_):
        case Statement() | Figure() as thing:
            return _fact(index, thing)
        case Claim() as thing:
            return _claim(index, thing, find)
        case Conflict() as thing:
            return _conflict(index, thing)
        case Derivation() as thing:
            return _derivation(index, thing)
        case Entity() as thing:
            return _entity(index, thing)
        case Decision() as thing:
            return _decision(index, thing)
    return None


def _fact(index: Index, fact: Fact) -> ReviewView:
    figure = isinstance(fact, Figure)
    ref = Ref(RefKind.FIGURE if figure else RefKind.STATEMENT, fact.id)
    summed = isinstance(fact, Figure) and fact.derived_from
    seen = quotes.view(index, fact)
    return ReviewView(
        ref=ref,
        kind="figure" if figure else "statement",
        head=words.capital(seen.amount) if figure else words.clip(fact.text, 90),
        href=f"#{fact_anchor(fact.id)}",
        reading="",
        quotes=(seen,),
        alone=_alone(ref.kind),
        fields=() if summed else tuple(_fields(index, ref.kind, fact)),
        claims=tuple(_choice(index, one) for one in index.claims_of.get(fact.id, ())),
        decided=_decided(index, fact.id),
        seen=_seen(index, fact.id),
    )


def _claim(index: Index, claim: Claim, find: str) -> ReviewView:
    parties_ = {one.entity: one for one in claim.origins if one.entity in index.entities}
    return ReviewView(
        ref=Ref(RefKind.CLAIM, claim.id),
        kind="claim",
        head=claims.text(index, claim),
        href=f"#{claims.anchor(claim)}",
        reading=" · ".join(filter(None, (claims.speaker(index, claim), claims.counts(index, claim)))),
        quotes=(),
        alone=_alone(RefKind.CLAIM),
        origins=tuple(
            Choice(one.entity or "", f"{index.origin_name(one)}: {index.spoken(one.why)}")
            for one in parties_.values()
        ),
        others=tuple(_choice(index, one) for one in likely.claims(index, claim, find)),
        parts=tuple(quotes.view(index, fact) for fact in index.member_facts(claim)),
        decided=_decided(index, claim.id),
        seen=_seen(index, claim.id),
    )


def _conflict(index: Index, conflict: Conflict) -> ReviewView | None:
    pair = index.pair(conflict)
    if pair is None:
        return None
    return ReviewView(
        ref=Ref(RefKind.CONFLICT, conflict.id),
        kind="contradiction",
        head=words.CONFLICT[conflict.type],
        href=f"#x-{conflict.id}",
        reading=index.spoken(conflict.why),
        quotes=tuple(quotes.view(index, one) for one in pair),
        alone=_alone(RefKind.CONFLICT),
        decided=_decided(index, conflict.id),
        seen=_seen(index, conflict.id),
    )


def _derivation(index: Index, one: Derivation) -> ReviewView:
    return ReviewView(
        ref=Ref(RefKind.DERIVATION, one.id),
        kind="copy or credit",
        head=derivation(index, one),
        href=f"#r-{one.report}",
        reading=index.spoken(one.why),
        quotes=(),
        alone=_alone(RefKind.DERIVATION),
        decided=_decided(index, one.id),
        seen=_seen(index, one.id),
    )


def derivation(index: Index, one: Derivation) -> str:
    """Return in words what draws on what: `The Voice copied from Norwire`."""
    other = index.outlet(one.from_.report) if one.from_.report else index.name(one.from_.entity)
    return f"{index.outlet(one.report)} {words.DERIVATION[one.kind]} {other or 'somebody not known'}"


def _entity(index: Index, one: Entity) -> ReviewView:
    kind = ", ".join(filter(None, (parties.KIND[one.kind], "" if one.named else "not named")))
    return ReviewView(
        ref=Ref(RefKind.ENTITY, one.id),
        kind="name",
        head=words.isolated(one.name),
        href=index.party_href(one.id),
        reading=" · ".join(filter(None, (kind, _written_also(one)))),
        quotes=(),
        alone=_alone(RefKind.ENTITY) if one.named else (What.ACCEPT,),
        fields=tuple(_fields(index, RefKind.ENTITY, one)) if one.named else (),
        names=tuple(dict.fromkeys((one.name, *one.names))) if one.named else (),
        known=_names(index) if one.named else (),
        decided=_decided(index, one.id),
        seen=_seen(index, one.id),
    )


def _written_also(one: Entity) -> str:
    others = [words.isolated(name) for name in one.names if name != one.name]
    return f"also written {', '.join(others)}" if others else ""


def _decision(index: Index, one: Decision) -> ReviewView:
    return ReviewView(
        ref=Ref(RefKind.DECISION, one.id),
        kind="decision",
        head=words.capital(decided.line_of(index, one)),
        href=f"#d-{one.id}",
        reading=decided.standing(one),
        quotes=(),
        alone=() if one.standing is Standing.UNDONE else (What.UNDO,),
        decided=(decided.view_of(index, one),),
        seen=_seen(index, one.id),
    )


def _alone(kind: RefKind) -> tuple[What, ...]:
    return tuple(what for what in (What.ACCEPT, What.REJECT) if kind in ALONE[what])


def _choice(index: Index, claim: Claim) -> Choice:
    """Return a claim to pick; with its figure, for several claims may be of one sentence."""
    told = ": ".join(filter(None, (claims.introduction(index, claim), claims.text(index, claim))))
    figure = claims.about(index, claim)
    stands = f"{figure}, {claims.counts(index, claim)}" if figure else claims.counts(index, claim)
    return Choice(claim.id, f"{words.clip(told, 140)} ({stands})")


def _fields(index: Index, kind: RefKind, thing: Fact | Entity) -> Iterator[Field]:
    for name in FIELDS[kind]:
        label, hint = _LABELS[name]
        choices = tuple(Choice(*one) for one in _CHOICES.get((kind, name), {}).items())
        yield Field(name, label, _value(index, thing, name), choices, _proposed(index, name), hint)


def _value(index: Index, thing: Fact | Entity, name: str) -> str:
    """Return what is read now, as the text that would set it."""
    if name == "source" and not isinstance(thing, Entity):
        return "; ".join(index.entities[one].name for one in thing.sources if one in index.entities)
    found = getattr(thing, name)
    if name in {"authority", "side"}:
        return index.entities[found].name if found in index.entities else ""
    return _CLOCK.sub("", written(found) or "")


def _proposed(index: Index, name: str) -> tuple[str, ...]:
    if name in {"source", "authority", "side"}:
        return _names(index)
    if name in {"measure", "who"}:
        found = (getattr(one, name) or "" for one in index.dossier.figures)
        return tuple(sorted({one for one in found if one}))[:KNOWN]
    return ()


def _names(index: Index) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.name for one in index.parties if one.named))[:KNOWN]


def _on(index: Index, id_: str) -> Iterable[Decision]:
    about = {one.id: one.about.id for one in index.dossier.decisions}
    for one in index.dossier.decisions:
        undone = about.get(one.about.id)
        if id_ in {one.about.id, undone, one.with_.id if one.with_ else None}:
            yield one


def _decided(index: Index, id_: str) -> tuple[DecisionView, ...]:
    return tuple(decided.view_of(index, one) for one in _on(index, id_))


def _seen(index: Index, id_: str) -> str:
    return next((one.id for one in reversed(list(_on(index, id_)))), "")
