"""Who passed a statement on: agencies and outlets that report what another said, and those it was told to.

Works on attributions whose sources are resolved. An agency's own attribution that only wraps another's
becomes a relay of that one; behind what an agency says "…, according to X" makes X the innermost source, as
does "according to Y …, as reported by X"; behind what anybody else says it makes X who tells of it.
"""

from collections.abc import Sequence, Set
from dataclasses import dataclass, field, replace

from sayso.extract.referents.register import Register
from sayso.extract.sayings.drafts import Attribution
from sayso.model.report import Pair, StatementKind

_OVERLAP = 0.5
"""Share of one content that must lie in another for the two to be the same words."""

_COMMA = 2
"""Characters of a comma and the blank behind it."""

_MOST = 0.7
"""Share of an outlet's statement that another's must make up for the outlet to do nothing but pass it on."""


@dataclass(frozen=True, slots=True)
class Sourced:
    """An attribution with its sources (register keys) and its relays: keys with their spans,
    innermost first."""

    base: Attribution
    sources: tuple[str, ...]
    relays: tuple[tuple[str, Pair], ...] = ()
    relies_on: tuple[str, ...] = field(default=())


def chained(found: Sequence[Sourced], book: Register) -> tuple[Sourced, ...]:
    """Return the statements with their relay chains; attributions that only pass others on are gone."""
    done = list(found)
    dropped: set[int] = set()
    for index, one in enumerate(found):
        if one.sources and one.base.source is not None and _only_passes_on(index, one, done, dropped, book):
            dropped.add(index)
    return tuple(one for index, one in enumerate(done) if index not in dropped)


def _only_passes_on(index: int, one: Sourced, done: list[Sourced], dropped: Set[int], book: Register) -> bool:
    """Whether an attribution does nothing but pass others on, which are given it as a relay."""
    around = next((i for i, other in enumerate(done) if _set_behind_its_cue(one, other)), None)
    if around is not None:
        done[around] = _retold(one, _without_lead(one, done[around]))
        return True
    media = _all_media(one, book)
    inner = [
        i
        for i, other in enumerate(done)
        if i != index
        and i not in dropped
        and (
            _holds_cue(one, other)
            or ((one.base.parenthetical or media) and _same_words(one, other) and not _holds_cue(other, one))
        )
    ]
    if media:
        carried = [i for i in inner if not _all_media(done[i], book)]
        for i in carried:
            done[i] = _retold(one, done[i])
        return bool(carried) and _fill(one, [done[i] for i in carried])
    if not one.base.parenthetical or not _reported_by(one):
        return False
    told = {i: now for i in inner if (now := _told_by(one, done[i], book)) is not None}
    for i, now in told.items():
        done[i] = now
    return bool(told)


def _told_by(one: Sourced, known: Sourced, book: Register) -> Sourced | None:
    """What "…, according to X" makes of a statement before it, which X passed on or is the source of; None
    where X tells more than that."""
    if known.base.source is None or known.sources == one.sources or not _same_words(one, known):
        return None
    if _all_media(known, book) or _is_beside(known):
        return _innermost(one, known)
    if _holds_cue(one, known) and not (known.base.kind is StatementKind.DIRECT and _fill(one, [known])):
        return None
    return _retold(one, known) if _cue_first(one) else None


def _passed_on(inner: Sourced, outer: Sourced, where: Pair) -> Sourced:
    return replace(inner, relays=inner.relays + tuple((key, where) for key in outer.sources))


def _all_media(one: Sourced, book: Register) -> bool:
    return bool(one.sources) and all(book.records[key].media for key in one.sources)


def _holds_cue(outer: Sourced, inner: Sourced) -> bool:
    """The outer content holds the inner cue."""
    cue = inner.base.cue
    if cue is not None:
        for start, end in outer.base.parts:
            if start <= cue[0] < end:
                return True
    return False


def _same_words(one: Sourced, other: Sourced) -> bool:
    shared = sum(max(0, min(e, f) - max(s, t)) for s, e in one.base.parts for t, f in other.base.parts)
    shortest = min(sum(e - s for s, e in one.base.parts), sum(e - s for s, e in other.base.parts))
    return shortest > 0 and shared / shortest >= _OVERLAP


def _fill(outer: Sourced, inner: Sequence[Sourced]) -> bool:
    """The inner statements with their sources and cues are most of what the outer one says: it only passes
    them on."""
    said = {
        index
        for one in inner
        for span in (*one.base.parts, one.base.source, one.base.cue)
        if span is not None
        for index in range(*span)
    }
    outside = [index for start, end in outer.base.parts for index in range(start, end)]
    return sum(index in said for index in outside) >= _MOST * len(outside)


def _reported_by(one: Sourced) -> bool:
    """ "…, as reported by X": the cue stands after its content."""
    return one.base.cue is not None and one.base.cue[0] >= one.base.end


def _set_behind_its_cue(one: Sourced, other: Sourced) -> bool:
    """ "The mayor said, according to X, that …": a comma stands between the cue and who tells of it."""
    if not one.base.parenthetical or one.base.cue is None or other.base.cue is None or not other.base.parts:
        return False
    apart = one.base.cue[0] - other.base.cue[1]
    return 1 < apart <= _COMMA and other.base.start == one.base.cue[0] and one.base.end > one.base.cue[1]


def _without_lead(one: Sourced, around: Sourced) -> Sourced:
    """A content from where the words begin that `one` passes on."""
    first = max(one.base.start, one.base.source[1] if one.base.source is not None else 0)
    parts = tuple((max(start, first), end) for start, end in around.base.parts if end > first)
    return replace(around, base=replace(around.base, parts=parts))


def _cue_first(one: Sourced) -> bool:
    """ "According to X", "as reported by X"; not "as X has said"."""
    return one.base.cue is not None and one.base.source is not None and one.base.cue < one.base.source


def _is_beside(known: Sourced) -> bool:
    """ "According to X nine died, as reported by Y": a cue before its source stands beside the clause as
    well; quoted words are nobody's but the speaker's."""
    if not known.base.parenthetical or known.base.kind is not StatementKind.INDIRECT:
        return False
    return _cue_first(known)


def _retold(one: Sourced, known: Sourced) -> Sourced:
    """ "“No,” the mayor replied, according to X": the words are the mayor's, and X passed them on."""
    assert one.base.source is not None
    return _passed_on(known, one, one.base.source)


def _innermost(one: Sourced, known: Sourced) -> Sourced:
    """X of "Yonhap reported …, according to X" becomes the source; the outlet passed it on."""
    assert known.base.source is not None
    relays = tuple((key, known.base.source) for key in known.sources)
    base = replace(known.base, source=one.base.source, heads=one.base.heads)
    return replace(known, base=base, sources=one.sources, relays=relays + known.relays)
