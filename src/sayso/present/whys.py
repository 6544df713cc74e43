"""One claim down to its roots, for a terminal: what is said, who it is traced to and why, each quote with its
article, who copied it, and what stands against it."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from sayso.model.codec import to_plain
from sayso.model.dossier import Dossier
from sayso.model.relation import Claim, Conflict, Derivation
from sayso.present import claims, words
from sayso.present.index import NOT_TRACED, Index
from sayso.present.views.claims import ClaimView
from sayso.present.views.common import Quote
from sayso.present.words import printable

if TYPE_CHECKING:
    from rich.console import Group
    from rich.text import Text

SHOWN = 3
"""Claims shown in full; of further ones a line each."""

LISTED = 10

Row = tuple[int, str, str]
"""How far a line is set in, its words, its style."""


def present(dossier: Dossier, found: Sequence[Claim]) -> "Group":
    """Return the chains of the claims as something that a rich Console prints."""
    from rich.console import Group
    from rich.padding import Padding

    index = Index(dossier)
    rows = [row for claim in found[:SHOWN] for row in _claim(index, claim)]
    rows += _rest(found[SHOWN:])
    return Group(
        *(Padding(_text(said, style), (0, 0, 0, inset), expand=False) for inset, said, style in rows)
    )


def plain(dossier: Dossier, found: Sequence[Claim]) -> list[dict[str, Any]]:
    """Return the claims as JSON values, each with the facts, conflicts and derivations that it rests on."""
    index = Index(dossier)
    return [_plain(index, claim) for claim in found]


def _plain(index: Index, claim: Claim) -> dict[str, Any]:
    return {
        "story": index.dossier.title,
        "claim": to_plain(claim),
        "facts": [to_plain(fact) for fact in index.member_facts(claim)],
        "conflicts": [to_plain(one) for one in _conflicts(index, claim)],
        "derivations": [to_plain(one) for one in _derivations(index, claim)],
        "renderings": [to_plain(one) for one in index.utterances_of.get(claim.id, ())],
    }


def _text(said: str, style: str) -> "Text":
    from rich.text import Text

    return Text(printable(said), style=style)


def _claim(index: Index, claim: Claim) -> Iterator[Row]:
    view = claims.view_of(index, claim)
    who = f"{view.speaker}: " if view.speaker else ""
    yield 0, f"{who}{view.text}", "bold"
    yield 0, "   ".join(filter(None, (view.when, view.counts, view.support, claim.id))), "cyan"
    yield from _origins(view)
    yield from _utterances(view)
    for bearers in view.against:
        yield 2, f"{bearers.label}:", "red"
        yield from (row for quote in bearers.quotes for row in _quote(quote))
    for conflict in _conflicts(index, claim):
        yield 2, f"{words.CONFLICT[conflict.type]}: {conflict.why}", "red"
    yield from _copies(index, claim)
    yield from ((2, note, "dim") for note in view.notes)
    yield 0, "", ""


def _origins(view: ClaimView) -> Iterator[Row]:
    for origin in view.origins:
        side = f" ({origin.side})" if origin.side else ""
        traced = f"traced to {origin.name}{side}, {origin.certainty}"
        head = traced if origin.name != NOT_TRACED else origin.name
        yield 2, ": ".join(filter(None, (head, origin.why))), ""
        yield from (row for quote in origin.quotes for row in _quote(quote))


def _utterances(view: ClaimView) -> Iterator[Row]:
    for utterance in view.utterances:
        yield 2, f"{utterance.head}:", ""
        for one in utterance.renderings:
            yield 4, "".join(f"[{piece.text}]" if piece.marked else piece.text for piece in one.pieces), ""
            yield (
                6,
                " · ".join((words.joined(place.text for place in one.places), one.how, *one.differs)),
                "dim",
            )


def _quote(quote: Quote) -> Iterator[Row]:
    where = words.joined(place.text for place in quote.places)
    told = " · ".join(dict.fromkeys(filter(None, (quote.speaker, where, quote.when, *quote.aside))))
    yield 4, f"{quote.opening}{quote.text}{quote.closing}", ""
    yield 6, told, "dim"


def _copies(index: Index, claim: Claim) -> Iterator[Row]:
    for one in _derivations(index, claim):
        whom = index.outlet(one.from_.report) if one.from_.report else index.name(one.from_.entity)
        yield 2, f"{index.outlet(one.report)} {words.DERIVATION[one.kind]} {whom} ({one.why})", "dim"


def _conflicts(index: Index, claim: Claim) -> list[Conflict]:
    """The conflicts of a claim's members: what disputes it, and how its figures moved."""
    found = {one.id for member in claim.members for one in index.conflicts_of.get(member.id, ())}
    return [one for one in index.dossier.conflicts if one.id in found]


def _derivations(index: Index, claim: Claim) -> list[Derivation]:
    """What the articles that hold a claim draw on."""
    reports = {fact.report for fact in index.member_facts(claim)}
    return [one for one in index.dossier.derivations if one.report in reports]


def _rest(left: Sequence[Claim]) -> Iterator[Row]:
    for claim in left[:LISTED]:
        yield 0, f"{claim.id}  {words.clip(claim.text, 80)}", ""
    if len(left) > LISTED:
        yield 0, f"and {len(left) - LISTED} more", "dim"
