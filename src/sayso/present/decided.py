"""What reviewers decided, in plain words: beside a fact, and as a line of its own."""

from collections.abc import Iterator

from sayso.model.decision import Decision, Setting, Standing, What
from sayso.model.relation import Claim, RefKind
from sayso.model.report import Precision
from sayso.present import words
from sayso.present.index import Index
from sayso.present.views.common import Link
from sayso.present.views.reviewed import DecisionView

_DONE = {
    What.ACCEPT: "accepted",
    What.REJECT: "rejected",
    What.MERGE: "taken for one",
    What.APART: "taken apart",
    What.CORRECT: "corrected",
    What.UNDO: "undone",
}
_STANDING = {
    Standing.HOLDS: "",
    Standing.REPLACED: "a later decision took its place",
    Standing.UNDONE: "undone",
    Standing.UNMATCHED: "finds nothing to stand on",
}
_FIELDS = {"as_of": "as of", "who": "who is counted"}
_KINDS = {
    RefKind.STATEMENT: "statement",
    RefKind.FIGURE: "figure",
    RefKind.CLAIM: "claim",
    RefKind.CONFLICT: "conflict",
    RefKind.DERIVATION: "copy or credit",
    RefKind.ENTITY: "name",
    RefKind.DECISION: "decision",
}
_WORDS = 70
_NOTE = 200


def marks(index: Index, id_: str) -> Iterator[str]:
    """Yield what reviewers decided about a thing and what holds, each with name and reason."""
    yield from (mark(one) for one in index.decided.get(id_, ()))


def review(index: Index, id_: str) -> str | None:
    """Return what reviewers decided about a thing as one text, for a cell; None for nothing."""
    return "; ".join(marks(index, id_)) or None


def rejected(index: Index, id_: str) -> bool:
    """Say whether a reviewer rejected a thing."""
    return any(one.what is What.REJECT for one in index.decided.get(id_, ()))


def short(index: Index, claim: Claim) -> str:
    """Return what was done in review to a claim or its facts: `corrected and accepted in review`."""
    ids = (claim.id, *(member.id for member in claim.members))
    done = dict.fromkeys(_done(one) for id_ in ids for one in index.decided.get(id_, ()))
    return f"{words.joined(done)} in review" if done else ""


def notes(index: Index, claim: Claim) -> Iterator[str]:
    """Yield what reviewers decided about a claim, as sentences beside it."""
    yield from (words.capital(mark(one)) for one in index.decided.get(claim.id, ()))


def mark(one: Decision) -> str:
    """Return a decision as it stands beside its fact: `rejected by A. B. because …`."""
    was = f" (was: {_settings(one.was)})" if one.was else ""
    because = f" because: {words.clip(one.note, _NOTE)}" if one.note else ""
    return f"{_done(one)} by {words.isolated(words.clip(one.by, 60))}{was}{because}"


def _done(one: Decision) -> str:
    """What was done; where two things are meant, to what: the other one is not beside it."""
    if one.with_ is None:
        return _DONE[one.what]
    if one.what is What.REJECT:
        return f"{_other(one)} taken out of its origins"
    if one.about.kind is RefKind.CLAIM:
        return "joined with another claim"
    if one.with_.kind is RefKind.CLAIM:
        return f"“{words.clip(one.signs[0].text, _WORDS)}” taken out" if one.signs else "a fact taken out"
    return f"{'taken for one with' if one.what is What.MERGE else 'kept apart from'} {_other(one)}"


def _other(one: Decision) -> str:
    return f"“{words.clip(one.with_signs[0].text, _WORDS)}”" if one.with_signs else "another"


def line(one: Decision) -> str:
    """Return what was decided about what: `rejected: figure “52” (missing)`."""
    if one.with_ is None:
        done = f"{_DONE[one.what]}: {subject(one)}"
        return f"{done}: {_settings(one.set)}" if one.set else done
    other = _named(one.with_.kind, one.with_signs[0].text if one.with_signs else one.with_.id[:8])
    if one.what is What.REJECT:
        return f"no origin of {subject(one)}: {other}"
    if one.what is What.APART and one.with_.kind is RefKind.CLAIM:
        return f"taken out of {other}: {subject(one)}"
    return f"{'taken for one' if one.what is What.MERGE else 'kept apart'}: {subject(one)} and {other}"


def line_of(index: Index, one: Decision) -> str:
    """Return the same with what an undoing undoes, where the dossier knows that decision."""
    undone = index.things.get(one.about.id)
    return f"{_DONE[one.what]}: {line(undone)}" if isinstance(undone, Decision) else line(one)


def subject(one: Decision) -> str:
    """Return in words what a decision is about."""
    text = one.signs[0].text if one.signs else one.about.id[:8]
    if one.about.kind in (RefKind.CONFLICT, RefKind.DERIVATION):
        ends = " and ".join(f"“{words.clip(sign.text, _WORDS // 2)}”" for sign in one.signs[1:3] if sign.text)
        return f"{_KINDS[one.about.kind]} ({text}) {f'between {ends}' if ends else ''}".rstrip()
    measure = f" ({one.signs[0].measure})" if one.signs and one.signs[0].measure else ""
    return _named(one.about.kind, text) + measure


def view(index: Index) -> tuple[DecisionView, ...]:
    """Return all decisions on a story, in order of time."""
    return tuple(view_of(index, one) for one in index.dossier.decisions)


def view_of(index: Index, one: Decision) -> DecisionView:
    """Return one decision as a line."""
    return DecisionView(
        anchor=f"d-{one.id}",
        when=words.stretch(one.at[:10], one.at[:10], Precision.DAY),
        by=words.isolated(words.clip(one.by, 60)),
        what=Link(line_of(index, one), index.anchor(one.about)),
        note=words.clip(one.note, 2 * _NOTE),
        standing=_STANDING[one.standing],
    )


def standing(one: Decision) -> str:
    """Return in words what became of a decision; empty for one that holds."""
    return _STANDING[one.standing]


def _named(kind: RefKind, text: str) -> str:
    return f"{_KINDS.get(kind, str(kind))} “{words.clip(text, _WORDS)}”"


def _settings(settings: tuple[Setting, ...]) -> str:
    return ", ".join(
        f"{_FIELDS.get(one.field, one.field)} {words.clip(one.value, _WORDS) if one.value else 'open'}"
        for one in settings
    )
