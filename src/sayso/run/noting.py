"""The log of changes: told of each story that is related anew, in the transaction that writes its dossier."""

from collections.abc import Iterable

from sayso.compare import dossiers as compared
from sayso.compare import stories as moved
from sayso.model.change import Change, ChangeKind
from sayso.model.codec import to_plain
from sayso.model.dossier import Dossier
from sayso.model.relation import RefKind
from sayso.present.changes import view
from sayso.store import changes, reports
from sayso.store.changes import Note, Whereabouts
from sayso.store.database import Database
from sayso.store.dossiers import Related


def note(database: Database, related: Related) -> None:
    """Write what changed in a story to the log.

    What tells of a report that the database has no more, or quotes it, is not told.
    """
    old, new, story = related.old, related.new, related.story
    if old is None and (old := _revised(database, new)):
        told = compared.compare(old, new)
        found = tuple(one for one in told if one.kind in {ChangeKind.REPORT_NEW, ChangeKind.REPORT_EDITED})
    else:
        found = compared.compare(old, new)
    ids = {one.id for one in new.reports} | {one.id for one in (old.reports if old else ())}
    known = changes.whereabouts(database, sorted(ids))
    found = moved.compare(found, story, _came(story, new, known), _went(story, old, new, known))
    quoted = _report_of(old, new)
    notes = [
        Note(one, shown.text, to_plain(shown), _quoted(one, quoted))
        for one, shown in zip(found, view(old, new, found), strict=True)
    ]
    changes.put(database, story, related.at, (one for one in notes if one.reports <= known.keys()))
    changes.tell(database, story, (one.id for one in new.reports))


def _revised(database: Database, new: Dossier) -> Dossier | None:
    """What stood in the earlier revisions of a new story's articles, where some were told of: a story of one
    article that changes its text begins anew. Only the articles' own words can be compared."""
    numbers = changes.earlier_revisions(database, [one.id for one in new.reports])
    facts = [reports.facts_of(database, number) for number in numbers]
    if not facts:
        return None
    return Dossier(
        new.format, new.made_with, new.title, None,
        reports=tuple(one.report for one in facts),
        entities=(), mentions=(), times=(),
        statements=tuple(one for found in facts for one in found.statements),
        figures=tuple(one for found in facts for one in found.figures),
        claims=(), tracks=(), conflicts=(), derivations=(), timeline=(), leads=(), gaps=(), decisions=(),
        problems=(),
    )  # fmt: skip


def _came(story: int, new: Dossier, known: dict[str, Whereabouts]) -> dict[str, int]:
    """The reports that were told of in another story before, with that story."""
    found = {one.id: known[one.id].told for one in new.reports if one.id in known}
    return {id_: told for id_, told in found.items() if told is not None and told != story}


def _went(story: int, old: Dossier | None, new: Dossier, known: dict[str, Whereabouts]) -> dict[str, int]:
    """The reports that are in another story now, with that story."""
    here = {one.id for one in new.reports}
    gone = [one.id for one in (old.reports if old else ()) if one.id not in here and one.id in known]
    found = {id_: known[id_].now for id_ in gone}
    return {id_: now for id_, now in found.items() if now is not None and now != story}


def _report_of(old: Dossier | None, new: Dossier) -> dict[str, str]:
    """The report of each fact on either side."""
    found: dict[str, str] = {}
    for dossier in (old, new):
        if dossier is not None:
            found |= {one.id: one.report for one in dossier.statements}
            found |= {one.id: one.report for one in dossier.figures}
    return found


def _quoted(one: Change, report_of: dict[str, str]) -> frozenset[str]:
    """The reports that a change comes from or quotes."""
    refs = (*one.before, *one.after)
    facts: Iterable[str] = (report_of[ref.id] for ref in refs if ref.id in report_of)
    own = (ref.id for ref in refs if ref.kind is RefKind.REPORT)
    revised = (one.revision.before, one.revision.after) if one.revision else ()
    return frozenset((*one.reports, *facts, *own, *revised))
