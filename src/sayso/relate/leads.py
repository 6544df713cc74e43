"""What to fetch next: posts, addresses and agency copy that the reports name but the corpus lacks."""

from collections import defaultdict
from collections.abc import Sequence

from sayso.lexicon import table
from sayso.model.relation import Derivation, Lead, Ref, RefKind, Resolved
from sayso.model.report import Moment, Precision
from sayso.relate.media import same_outlet
from sayso.relate.moments import stated
from sayso.relate.view import View, view

_MONTHS = (
    "",
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def relate(resolved: Resolved, derivations: Sequence[Derivation]) -> tuple[Lead, ...]:
    """Return the leads of a story, those named by most first."""
    story = view(resolved)
    leads = [*_utterances(story), *_relayed(story, derivations)]
    return tuple(sorted(leads, key=lambda lead: (-len(lead.named_by), lead.what, lead.entity or "")))


def _utterances(story: View) -> list[Lead]:
    """One lead for each speaker, channel and day."""
    wording = table("relate")["leads"]
    found: dict[tuple[str, str], list[Ref]] = defaultdict(list)
    for one in story.statements.values():
        if one.channel in wording and one.sources:
            found[one.sources[0], wording[one.channel] + _on(stated(one.said))].append(
                Ref(RefKind.STATEMENT, one.id)
            )
    return [Lead(entity, what, _sorted(refs)) for (entity, what), refs in _folded(found).items()]


def _folded(found: dict[tuple[str, str], list[Ref]]) -> dict[tuple[str, str], list[Ref]]:
    """Put an undated post with the only dated one of the same speaker and channel."""
    for entity, what in [key for key in found if "," not in key[1]]:
        dated = [key for key in found if key[0] == entity and key[1].startswith(f"{what},")]
        if len(dated) == 1:
            found[dated[0]] += found.pop((entity, what))
    return found


def _on(moment: Moment | None) -> str:
    """ ", 11 January" for a day that is known."""
    if moment is None or moment.from_ is None or moment.precision not in {Precision.DAY, Precision.MINUTE}:
        return ""
    return f", {int(moment.from_[8:10])} {_MONTHS[int(moment.from_[5:7])]} {moment.from_[:4]}"


def _relayed(story: View, derivations: Sequence[Derivation]) -> list[Lead]:
    """The copy of a credited agency or outlet of which the story has no report."""
    outlets = [facts.report.outlet for facts in story.facts.values() if facts.report.outlet]
    found: dict[str, list[Ref]] = defaultdict(list)
    for one in derivations:
        entity = story.entities.get(one.from_.entity or "")
        if entity and not any(same_outlet(name, outlet) for name in entity.names for outlet in outlets):
            found[entity.id].append(Ref(RefKind.REPORT, one.report))
    return [Lead(id_, f"{story.name(id_)}'s own report", _sorted(refs)) for id_, refs in found.items()]


def _sorted(refs: Sequence[Ref]) -> tuple[Ref, ...]:
    return tuple(sorted(set(refs), key=lambda ref: (ref.kind, ref.id)))
