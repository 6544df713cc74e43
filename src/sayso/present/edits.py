"""One article's change in plain words: what it no longer says, says otherwise or says now, and where."""

from collections.abc import Iterator

from sayso.model.change import Edit, Revision, Touch, TouchKind
from sayso.model.report import Figure, Pair, Stance
from sayso.present import quotes, words
from sayso.present.index import Fact, Index
from sayso.present.views.changes import Said

SHOWN = 6
"""Changed sentences of an article that are shown, those that touched facts first."""

LENGTH = 300

TOUCHED = {
    TouchKind.STATEMENT_GONE: "no longer says",
    TouchKind.STATEMENT_NEW: "now says",
    TouchKind.STATEMENT_CHANGED: "words it otherwise",
    TouchKind.FIGURE_GONE: "no longer gives",
    TouchKind.FIGURE_NEW: "now gives",
    TouchKind.FIGURE_CHANGED: "number changed",
    TouchKind.HEDGE_GONE: "hedge gone",
    TouchKind.HEDGE_NEW: "now hedged",
    TouchKind.STANCE_CHANGED: "stance changed",
    TouchKind.SOURCE_CHANGED: "source changed",
}


def lines(before: Index, after: Index, revision: Revision) -> Iterator[Said]:
    """Yield what an edit did: for each sentence that changed, what became of its facts, then its words.

    Sentences in which facts changed come first; of those that are left over the number is told.
    """
    told = [(edit, _touches(before, after, edit, revision)) for edit in revision.edits]
    if any(touches for _, touches in told) and _silent(before, after, revision):
        yield Said("", "its date is the same as before")
    ordered = sorted(told, key=lambda pair: not pair[1])
    for edit, touches in ordered[:SHOWN]:
        for touch in touches:
            yield Said("", note(before, after, touch))
        yield from _sentences(before, after, revision, edit)
    if len(ordered) > SHOWN:
        yield Said("", f"and {words.plural(len(ordered) - SHOWN, 'more sentence')} changed")


def _silent(before: Index, after: Index, revision: Revision) -> bool:
    was, now = before.reports.get(revision.before), after.reports.get(revision.after)
    return (
        was is not None and now is not None and (was.published, was.updated) == (now.published, now.updated)
    )


def note(before: Index, after: Index, touch: Touch) -> str:
    """Return in a line what became of a fact."""
    was, now = _fact(before, touch.before), _fact(after, touch.after)
    label = TOUCHED[touch.kind]
    if touch.kind is TouchKind.FIGURE_CHANGED and isinstance(was, Figure) and isinstance(now, Figure):
        return f"{quotes.figure_what(after, now) or label}: {words.amount(was)} → {words.amount(now)}"
    if touch.kind in {TouchKind.FIGURE_GONE, TouchKind.FIGURE_NEW}:
        index, fact = (before, was) if was else (after, now)
        return f"{label}: {quotes.counted(index, fact)}" if isinstance(fact, Figure) else label
    if touch.kind in {TouchKind.STATEMENT_GONE, TouchKind.STATEMENT_NEW}:
        index, fact = (before, was) if was else (after, now)
        return f"{label} ({index.speaker(fact)})" if fact else label
    return f"{label}: {_pair(touch)}" if touch.kind in _PAIRS else label


_PAIRS = {TouchKind.HEDGE_GONE, TouchKind.HEDGE_NEW, TouchKind.STANCE_CHANGED, TouchKind.SOURCE_CHANGED}


def _pair(touch: Touch) -> str:
    if touch.kind is TouchKind.STANCE_CHANGED:
        return " → ".join(words.STANCE[Stance(value)] for value in (touch.was, touch.now))
    if touch.kind is TouchKind.SOURCE_CHANGED:
        return " → ".join(f"“{name}”" if name else "nobody" for name in (touch.was, touch.now))
    return f"“{touch.was or touch.now}”"


def _fact(index: Index, ref: object) -> Fact | None:
    return index.facts.get(getattr(ref, "id", ""))


def _touches(before: Index, after: Index, edit: Edit, revision: Revision) -> list[Touch]:
    return [
        touch
        for touch in revision.touches
        if _inside(_fact(after, touch.after), edit.after)
        or (touch.after is None and _inside(_fact(before, touch.before), edit.before))
    ]


def _inside(fact: Fact | None, span: Pair | None) -> bool:
    return fact is not None and span is not None and span[0] <= fact.start < span[1]


def _sentences(before: Index, after: Index, revision: Revision, edit: Edit) -> Iterator[Said]:
    was, now = before.reports.get(revision.before), after.reports.get(revision.after)
    if edit.before and was:
        yield Said("-", words.clip(was.text[slice(*edit.before)], LENGTH))
    if edit.after and now:
        yield Said("+", words.clip(now.text[slice(*edit.after)], LENGTH))
