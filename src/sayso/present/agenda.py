"""What a reviewer should look at in a story, what matters most first: facts that stand apart, then those of
somebody without a name, then those that rest on least."""

from dataclasses import dataclass

from sayso.model.decision import Standing, What
from sayso.model.dossier import Dossier
from sayso.model.relation import ConflictType, Support
from sayso.model.report import Figure, Statement, StatementKind
from sayso.present import quotes, words
from sayso.present.index import Fact, Index
from sayso.present.views.common import Link
from sayso.present.views.review import AskView


@dataclass(frozen=True, slots=True)
class Ask:
    """A fact to be looked at: why, its sentence, how sayso read it, and what claim it is in."""

    fact: Fact
    why: str
    sentence: str
    reading: str
    claim: str


def present(dossier: Dossier) -> tuple[Ask, ...]:
    """Return the facts that nobody has decided on and that a reviewer should see, in order."""
    return asked(Index(dossier))


def asked(index: Index) -> tuple[Ask, ...]:
    """Return the same of a dossier that is looked up already."""
    done = {
        one.about.id
        for one in index.dossier.decisions
        if one.standing is Standing.HOLDS and one.what is not What.UNDO
    }
    ordered = [
        (found[0], -_rank(index, fact), fact.report, fact.start, fact.id, Ask(fact, *found[1:]))
        for fact in index.facts.values()
        if fact.id not in done and (found := _ask(index, fact))
    ]
    return tuple(one[-1] for one in sorted(ordered, key=lambda one: one[:-1]))


def view(index: Index) -> tuple[AskView, ...]:
    """Return the same as a page shows it."""
    return tuple(_view(index, one) for one in asked(index))


def _view(index: Index, one: Ask) -> AskView:
    claim = next(iter(index.claims_of.get(one.fact.id, ())), None)
    return AskView(
        id=one.fact.id,
        why=words.capital(one.why),
        quote=quotes.view(index, one.fact),
        reading=one.reading,
        claim=Link(one.claim, f"#c-{claim.id}") if claim else None,
    )


def _ask(index: Index, fact: Fact) -> tuple[int, str, str, str, str] | None:
    if isinstance(fact, Figure) and fact.derived_from:
        return None
    reasons = [_apart(index, fact), _unnamed(index, fact), _weak(index, fact)]
    place = next((number for number, why in enumerate(reasons) if why), None)
    if place is None:
        return None
    claims = index.claims_of.get(fact.id, ())
    told = f"{words.clip(claims[0].text, 90)} ({_origins(claims[0].origins_low)})" if claims else ""
    return place, reasons[place], " ".join(index.sentence(fact).split()), reading(index, fact), told


def _apart(index: Index, fact: Fact) -> str:
    found = [one for one in index.conflicts_of.get(fact.id, ()) if one.type is not ConflictType.UPDATE]
    names = dict.fromkeys(words.CONFLICT[one.type].lower() for one in found)
    return words.joined(names)


def _unnamed(index: Index, fact: Fact) -> str:
    sources = [index.entities[one] for one in index.sources(fact) if one in index.entities]
    if any(not one.named for one in sources):
        return "a source without a name"
    unsettled = isinstance(fact, Statement) and fact.source and not fact.sources
    return "not settled who says so" if unsettled else ""


def _weak(index: Index, fact: Fact) -> str:
    """Only what several articles tell, or what counts people, is worth asking after."""
    if isinstance(fact, Statement) and fact.kind is StatementKind.NARRATED:
        return ""
    for claim in index.claims_of.get(fact.id, ()):
        if claim.support is Support.UNTRACED:
            return "not traced to anyone"
        if claim.origins_high > claim.origins_low:
            return "an origin that is not shown to be apart"
    return "a vague number" if isinstance(fact, Figure) and fact.vague and fact.track else ""


def reading(index: Index, fact: Fact) -> str:
    """Return how sayso read a fact: its amount or words, who says so, how, when and where."""
    seen = quotes.view(index, fact)
    read = seen.amount or f"{seen.opening}{seen.text}{seen.closing}"
    parts = (read, seen.speaker, seen.stance, seen.when, index.outlet(fact.report), *seen.aside)
    return " · ".join(filter(None, parts))


def _origins(low: int) -> str:
    return words.plural(low, "origin")


def _rank(index: Index, fact: Fact) -> float:
    return max((claim.rank for claim in index.claims_of.get(fact.id, ())), default=0.0)
