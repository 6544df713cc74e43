"""Which report draws on which, or on whom: copied text aligned sentence by sentence,
reports told again in other words, and credits (DESIGN §4.8).

Text between quotation marks that two reports share shows one utterance, and posts and captions one document,
not copying; so does page furniture, which names and counts nothing.
What both carry of one agency's copy is no copy of the one from the other.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sayso.model.ids import content_id
from sayso.model.relation import Derivation, DerivationKind, DerivedFrom, Resolved
from sayso.relate.copying import crediting, hyperlinks
from sayso.relate.copying.alignment import SAME, Match, align
from sayso.relate.copying.directions import Direction, direction
from sayso.relate.copying.paraphrases import IN_ORDER, told_again
from sayso.relate.copying.passages import Sentence, sentences, spoken_anywhere
from sayso.relate.copying.proofs import shows_copying
from sayso.relate.copying.utterances import Quoted, utterances
from sayso.relate.moments import key, known
from sayso.relate.view import View, view

EXCERPT_SHARE = 0.2
"""Up to this share of its sentences, a report that takes text over is an excerpt of the other, no copy."""

WHOLE = 0.9
"""Share of the words of both reports that must be aligned for the two to be one text."""

_Groups = Mapping[str, Sequence[Sentence]]


@dataclass(frozen=True, slots=True)
class _Copy:
    report: str
    found: Direction
    kind: DerivationKind
    share: float
    matches: tuple[Match, ...]

    @property
    def likeness(self) -> float:
        return _likeness(self.matches)


def relate(resolved: Resolved) -> tuple[Derivation, ...]:
    """Return the derivations of a story, by id: copies between its reports and credits to agencies and
    outlets.
    """
    story = view(resolved)
    earliest = sorted(story.facts.values(), key=lambda facts: (key(known(facts.report)), facts.report.id))
    groups = spoken_anywhere({facts.report.id: sentences(facts) for facts in earliest})
    quoted = utterances(earliest)
    pairs = _copied(story, groups, quoted)
    firm = {pair: matches for pair, matches in pairs.items() if len(matches) >= IN_ORDER}
    again = dict(told_again([(story.facts[id_], groups[id_]) for id_ in groups], firm))
    copies = [_copy(story, groups, pair, pairs[pair]) for pair in pairs if pair not in again]
    retold = [
        _copy(story, groups, pair, matches, DerivationKind.PARAPHRASE) for pair, matches in again.items()
    ]
    found = [
        *map(_derivation, (*_nearest(copies), *retold)),
        *_credits(story, quoted, pairs),
        *hyperlinks.relate(story),
    ]
    return tuple(sorted({one.id: one for one in found}.values(), key=lambda one: one.id))


def _credits(story: View, quoted: Quoted, copied: Mapping[tuple[str, str], object]) -> Iterable[Derivation]:
    """The credits; what a report copies from another as well is said once."""
    for one in crediting.relate(story, quoted):
        pair = sorted((one.report, one.from_.report or ""))
        if one.kind is DerivationKind.CREDITED or (pair[0], pair[1]) not in copied:
            yield one


def _copied(story: View, groups: _Groups, quoted: Quoted) -> dict[tuple[str, str], list[Match]]:
    """The pairs of reports that share text, with the sentences that are alike."""
    return {
        (a, b): found
        for (a, b), found in align(list(groups.values())).items()
        if shows_copying(
            story.report(a), story.report(b), (groups[a], groups[b]), found, len(quoted.get((a, b), ()))
        )
    }


def _copy(
    story: View,
    groups: _Groups,
    pair: tuple[str, str],
    matches: Sequence[Match],
    kind: DerivationKind | None = None,
) -> _Copy:
    shares = {id_: len(matches) / len(groups[id_]) for id_ in pair}
    found = direction(story.report(pair[0]), story.report(pair[1]), shares, copied=kind is None)
    report = pair[1] if found.source == pair[0] else pair[0]
    share = round(shares[report], 4)
    kind = kind or _kind(groups, matches, share, found)
    return _Copy(report, found, kind, share, tuple(matches))


def _kind(groups: _Groups, matches: Sequence[Match], share: float, found: Direction) -> DerivationKind:
    likeness = _likeness(matches)
    if likeness >= SAME and _one_text(groups, matches):
        return DerivationKind.IDENTICAL
    if found.agency:
        return DerivationKind.SHARED_AGENCY
    if likeness < SAME:
        return DerivationKind.EDITED_COPY
    return DerivationKind.EXCERPT if share <= EXCERPT_SHARE else DerivationKind.COPIED


def _likeness(matches: Sequence[Match]) -> float:
    """The mean over what neither only quotes: quotations are the same in edited text."""
    scores = [match.score for match in matches if match.own] or [match.score for match in matches]
    return sum(scores) / len(scores)


def _one_text(groups: _Groups, matches: Sequence[Match]) -> bool:
    """Nearly every word of both stands in the other."""
    ours, theirs = [match.a for match in matches], [match.b for match in matches]
    return all(_part(groups[side[0].report], side) >= WHOLE for side in (ours, theirs))


def _part(group: Sequence[Sentence], matched: Sequence[Sentence]) -> float:
    """The share of a report's words that is matched: what it says twice counts once,
    page furniture not at all."""
    taken = {one.words for one in matched}
    told = {one.words for one in group if one.telling} | taken
    return sum(map(len, taken)) / sum(map(len, told))


def _nearest(copies: Iterable[_Copy]) -> list[_Copy]:
    """For each report, keep the sources that add an aligned sentence to those of nearer sources."""
    kept: list[_Copy] = []
    seen: dict[str, set[object]] = {}
    order = sorted(copies, key=lambda one: (-len(one.matches), -one.likeness, one.report, one.found.source))
    for copy in order:
        spans: set[object] = {match.aligned(copy.report).a for match in copy.matches}
        if not spans <= seen.setdefault(copy.report, set()):
            seen[copy.report] |= spans
            kept.append(copy)
    return kept


def _derivation(copy: _Copy) -> Derivation:
    count = len(copy.matches)
    if copy.kind is DerivationKind.PARAPHRASE:
        alike = f"{count} sentences with the same names and numbers in one order, in other words"
    else:
        alike = f"{count} sentence{'s' * (count != 1)} alike, likeness {copy.likeness:.2f}"
    evidence = sorted((match.aligned(copy.report) for match in copy.matches), key=lambda one: (one.a, one.b))
    source = copy.found.source
    id_ = content_id("derivation", copy.report, source, "copy")
    return Derivation(
        id_,
        copy.report,
        DerivedFrom(report=source),
        copy.kind,
        copy.share,
        f"{alike}; {copy.found.why}",
        tuple(evidence),
    )
