"""Independent origins of each claim, as an interval (DESIGN §4.6). When in doubt, an origin is not shown.

1. Every member that asserts the claim is followed to its roots (`roots`).
2. What the outlet says in its own words adds none when its own body, or the report it copies, says from whom;
   what it has from another outlet adds none when that outlet's own report makes the claim.
3. Roots under one authority, or under names of which one holds the other, are one origin.
4. What an outlet only takes up, a count that it calls an earlier one or what it calls "the claim", adds none
   where somebody is shown to have made it. A source that could not be settled adds none to somebody who says
   what it stands in, or the same words.
5. A body or document only described where others quote the same words under a name is who they name.
6. An unnamed source that could be a named one, a party named only jointly, a source resting on an unnamed
   one, and a speaker whom another report contradicts are possible, not shown.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from sayso.lexicon import words
from sayso.model.blocks import HEADINGS, role
from sayso.model.decision import NO_RULINGS, Rulings
from sayso.model.relation import (
    About,
    Bearing,
    Certainty,
    Claim,
    Conflict,
    ConflictType,
    Derivation,
    Member,
    Origin,
    Ref,
    RefKind,
    Resolved,
    Support,
)
from sayso.model.report import EntityKind, Pair, StatementKind
from sayso.relate import doubts, reviewed
from sayso.relate.contradictions.misquotes import same_utterance, same_words
from sayso.relate.contradictions.updates import taken_up
from sayso.relate.doubts import SUREST, in_order
from sayso.relate.matters import same_words as in_same_words
from sayso.relate.media import carries_words_of, is_media
from sayso.relate.moments import before, known
from sayso.relate.parties import bare_firm, one_name
from sayso.relate.reasons import Reason, in_words
from sayso.relate.roots import Root, outlet, roots
from sayso.relate.view import View, view

BY_THE_WAY = "tells it in a clause beside other things, which could be the outlet's"
"""Why a member that tells a claim in one clause only shows no origin."""


@dataclass(frozen=True, slots=True)
class _Rooted:
    """A member of a claim and one of its roots."""

    ref: Ref
    report: str
    root: Root


@dataclass(frozen=True, slots=True)
class _Apart:
    """What a story's conflicts mean for origins: the statements whose speakers deny having said so, what is
    given to two speakers, and the conflicts on each member but for updates."""

    disowned: frozenset[str]
    misquotes: tuple[Conflict, ...]
    disputing: Mapping[Ref, Sequence[str]]

    @staticmethod
    def of(conflicts: Sequence[Conflict]) -> "_Apart":
        disputing: dict[Ref, list[str]] = defaultdict(list)
        for one in conflicts:
            for ref in (one.a, one.b) if one.type is not ConflictType.UPDATE else ():
                disputing[ref].append(one.id)
        denials = (one for one in conflicts if one.type is ConflictType.DENIAL)
        return _Apart(
            frozenset(one.a.id for one in denials if one.about is About.SAYING),
            tuple(one for one in conflicts if one.type is ConflictType.MISQUOTE),
            disputing,
        )


def relate(
    resolved: Resolved,
    derivations: Sequence[Derivation],
    conflicts: Sequence[Conflict],
    claims: Sequence[Claim],
    rulings: Rulings = NO_RULINGS,
) -> tuple[Claim, ...]:
    """Return the claims with origins, their interval, sides, support, and the conflicts that dispute them;
    who is no origin of one, reviewers say by `rulings`."""
    story = view(resolved)
    copies, apart = _copies(derivations), _Apart.of(conflicts)
    return tuple(_with_origins(story, copies, apart, claim, rulings) for claim in claims)


def _with_origins(
    story: View,
    copies: Mapping[str, list[Derivation]],
    apart: _Apart,
    claim: Claim,
    rulings: Rulings,
) -> Claim:
    rooted = _rooted(story, claim)
    rooted = _from_own_body(story, rooted)
    rooted = _from_copied(story, copies, rooted)
    rooted = _from_told(story, rooted)
    rooted = _without_taken_up(story, rooted)
    rooted = _without_unsettled(story, rooted)
    rooted = _joined_names(story, rooted)
    rooted = _of_one_utterance(story, rooted)
    rooted = _without_taken_back(story, apart, rooted)
    rooted = _contradicted(story, apart, rooted)
    origins = doubts.relate(story, reviewed.origins(story.entities, claim, _origins(story, rooted), rulings))
    shown = [origin for origin in origins if origin.certainty is Certainty.SHOWN]
    sides = sorted({side for origin in shown if (side := _party(story, origin))})
    return replace(
        claim,
        origins=origins,
        origins_low=len(shown),
        origins_high=len(origins),
        sides=tuple(sides),
        support=_support(shown, sides),
        disputed_by=_disputes(apart, claim),
    )


def _rooted(story: View, claim: Claim) -> list[_Rooted]:
    """The roots of the members that assert; where none does, of all, for a denial has an origin as well."""
    asserting = [member for member in claim.members if member.bearing is Bearing.ASSERTS] or claim.members
    return [one for member in asserting for one in _rooted_member(story, member)]


def _rooted_member(story: View, member: Member) -> Iterator[_Rooted]:
    ref = Ref(member.kind, member.id)
    for root in roots(story, ref):
        one = _Rooted(ref, _place(story, ref)[0], root)
        yield _held_back(one, BY_THE_WAY) if member.parts else one


def _place(story: View, ref: Ref) -> tuple[str, Pair]:
    fact = story.fact(ref.id)
    return fact.report, fact.sentence


def _copies(derivations: Sequence[Derivation]) -> dict[str, list[Derivation]]:
    found: dict[str, list[Derivation]] = defaultdict(list)
    for one in derivations:
        if one.from_.report:
            found[one.report].append(one)
    return found


def _from_own_body(story: View, rooted: Sequence[_Rooted]) -> list[_Rooted]:
    """A headline, whomever it names, and a lead in the outlet's own words sum up what the body attributes."""
    headed = [one for one in rooted if _in_heading(story, one)]
    attributed: dict[str, list[Root]] = defaultdict(list)
    for one in rooted:
        if not one.root.narrated and one not in headed:
            attributed[one.report].append(one.root)
    for one in headed:
        if not one.root.narrated and one.report not in attributed:
            attributed[one.report].append(one.root)
    made = []
    for one in rooted:
        own = one in headed or (one.root.narrated and one.root.certainty is Certainty.UNKNOWN)
        made += (
            [replace(one, root=root) for root in attributed[one.report]]
            if own and attributed[one.report]
            else [one]
        )
    return made


def _in_heading(story: View, one: _Rooted) -> bool:
    return role(story.report(one.report), _place(story, one.ref)[1][0]) in HEADINGS


def _from_copied(
    story: View, copies: Mapping[str, list[Derivation]], rooted: Sequence[_Rooted]
) -> list[_Rooted]:
    """What a report took over from another has that report's root; own reporting that is copied is not its
    own.
    """
    made = list(dict.fromkeys(rooted))
    if len({one.report for one in made}) < 2 and not any(copies.get(one.report) for one in made):
        return made  # from no other report
    for _ in range(len({one.report for one in rooted})):
        by_report: dict[str, list[_Rooted]] = defaultdict(list)
        for one in made:
            by_report[one.report].append(one)
        # Each root once: reports that copy each other in rings would double them with every round.
        after = list(dict.fromkeys(new for one in made for new in _copied(story, copies, by_report, one)))
        if after == made:
            break
        made = after
    return made


def _copied(
    story: View, copies: Mapping[str, list[Derivation]], by_report: Mapping[str, list[_Rooted]], one: _Rooted
) -> list[_Rooted]:
    if not one.root.narrated:
        return _passed_on(story, by_report, one)
    sentence = _place(story, one.ref)[1]
    for derivation in copies.get(one.report, ()):
        source = derivation.from_.report or ""
        aligned = [pair.b for pair in derivation.evidence if _touch(pair.a, sentence)]
        told = [
            other
            for other in by_report.get(source, ())
            if any(_touch(_place(story, other.ref)[1], b) for b in aligned)
        ]
        if told:
            return [replace(one, root=other.root) for other in told]
        if aligned and one.root.certainty is Certainty.SHOWN:
            said = f"has copied it from {outlet(story.report(source))}, whose own basis is not shown"
            why = Reason(outlet(story.report(one.report)), said)
            return [replace(one, root=Root(f"report:{source}", None, Certainty.UNKNOWN, why, narrated=True))]
    return [one]


def _passed_on(story: View, by_report: Mapping[str, list[_Rooted]], one: _Rooted) -> list[_Rooted]:
    """What a report has from another outlet has the roots of that outlet's own report, where one that came
    out no later makes the claim."""
    entity = one.root.entity
    if entity is None or one.root.certainty is not Certainty.UNKNOWN or not is_media(story, entity):
        return [one]
    names, day = story.entities[entity].names, known(story.report(one.report))
    theirs = [
        report
        for report in map(story.report, by_report)
        if report.id != one.report and carries_words_of(report, names) and not before(day, known(report))
    ]
    told = [other for report in theirs for other in by_report[report.id] if other.root != one.root]
    return [replace(one, root=other.root) for other in told] or [one]


def _from_told(story: View, rooted: Sequence[_Rooted]) -> list[_Rooted]:
    """Who has it from somebody unnamed in one report ("the union was told by a manager") has it from them
    where another report leaves that out."""
    told: dict[str, Root] = {}
    for one in rooted:
        said = story.statement_of(one.ref)
        if one.root.relies and said is not None:
            told |= {story.authority(relay.entity): one.root for relay in said.relays}
    return [
        replace(one, root=told[one.root.key])
        if one.root.certainty is Certainty.SHOWN and one.root.key in told
        else one
        for one in rooted
    ]


def _without_taken_up(story: View, rooted: Sequence[_Rooted]) -> list[_Rooted]:
    """Leave out what an outlet only takes up, in its own words, where another member is shown to be said."""
    if not any(one.root.certainty is Certainty.SHOWN for one in rooted):
        return list(rooted)
    return [one for one in rooted if not (one.root.narrated and _taken_up(story, one))]


def _without_unsettled(story: View, rooted: Sequence[_Rooted]) -> list[_Rooted]:
    """Leave out a source that could not be settled ("they say", "it shows"), or was not found behind a
    quotation, where somebody who is known says what it stands in, or the same words: nothing shows that it is
    another."""
    settled = [one for one in rooted if one.root.entity]
    unsettled = [one for one in rooted if one.root.entity is None and _open(story, one)]
    if not settled or not unsettled:
        return list(rooted)
    gone = [one for one in unsettled if any(_tells_it_too(story, other, one) for other in settled)]
    return [one for one in rooted if one not in gone]


def _open(story: View, one: _Rooted) -> bool:
    """Say whether a member has a source, or stands between quotation marks, and nobody is found for it."""
    said = story.statement_of(one.ref)
    quoted = said is not None and said.kind is StatementKind.DIRECT and said.source is None
    return quoted or not one.root.narrated


def _tells_it_too(story: View, one: _Rooted, other: _Rooted) -> bool:
    """Say whether `other` is told inside what `one` says, or in the same words."""
    ours, theirs = story.statement_of(one.ref), story.statement_of(other.ref)
    if ours is None or theirs is None:
        return False
    outer = story.statements.get(theirs.within or "")
    while outer is not None:
        if outer.id == ours.id or one.root.entity in outer.sources:
            return True
        outer = story.statements.get(outer.within or "")
    return same_words(ours, theirs) or in_same_words(story, one.ref, other.ref)


def _taken_up(story: View, one: _Rooted) -> bool:
    if one.root.certainty is not Certainty.UNKNOWN:
        return False
    figure, said = story.figures.get(one.ref.id), story.statement_of(one.ref)
    told = (figure,) if figure is not None else story.figures_of(one.ref.id)
    if told and all(taken_up(story, number) for number in told):
        return True
    return said is not None and said.cue is not None and _definite(story, said.report, said.cue.start)


def _definite(story: View, report: str, cue: int) -> bool:
    """Say whether a cue is a noun for what was told of before: "the claim that", "that allegation"."""
    before = story.report(report).text[max(0, cue - 6) : cue].lower().split()
    return bool(before) and before[-1] in words("relate", "known_again")


def _touch(a: Pair, b: Pair) -> bool:
    return a[0] < b[1] and b[0] < a[1]


def _joined_names(story: View, rooted: Sequence[_Rooted]) -> list[_Rooted]:
    """Guard: two names of which one holds the other are taken for one party, though they were not merged, and
    so is "the company" beside the only firm."""
    keys = sorted({one.root.key for one in rooted if one.root.entity})
    if len(keys) < 2:
        return list(rooted)
    into: dict[str, str] = {}
    for key in keys:
        same = next((other for other in keys if other < key and one_name(story, key, other)), key)
        into[key] = into.get(same, same)
    firms = {into[key] for key in keys if _is_firm(story, key)}
    if len(firms) == 1:
        into |= {key: min(firms) for key in keys if bare_firm(story, key)}
    return [replace(one, root=replace(one.root, key=into.get(one.root.key, one.root.key))) for one in rooted]


def _is_firm(story: View, id_: str) -> bool:
    entity = story.entities.get(id_)
    body = entity is not None and entity.kind is EntityKind.ORGANISATION and not entity.government
    return body and story.named(id_) and not is_media(story, id_)


def _of_one_utterance(story: View, rooted: Sequence[_Rooted]) -> list[_Rooted]:
    """A body or document that one report only describes ("the airline", "the statement") is whom another
    quotes with the same words: the only party named for them, else the same nameless one."""
    if not any(_only_described(story, one.root) for one in rooted):
        return list(rooted)
    named: dict[str, set[str]] = defaultdict(set)
    nameless: dict[str, set[str]] = defaultdict(set)
    for a, b in combinations([one for one in rooted if one.root.certainty is Certainty.SHOWN], 2):
        if a.root.key == b.root.key or not _one_utterance(story, a, b):
            continue
        for one, other in ((a.root, b.root), (b.root, a.root)):
            if _only_described(story, one):
                if story.named(other.entity or ""):
                    named[one.key].add(other.key)
                elif _only_described(story, other):
                    nameless[one.key].add(other.key)
    into = {key: min(keys | {key}) for key, keys in nameless.items() if key not in named}
    into |= {key: min(keys) for key, keys in named.items() if len(keys) == 1}
    return [replace(one, root=replace(one.root, key=into.get(one.root.key, one.root.key))) for one in rooted]


def _only_described(story: View, root: Root) -> bool:
    """Say whether a root is a body or a document not named that answers to nobody: a person or a group told
    of by what they are ("the driver") may be somebody else than the one named."""
    entity = story.entities.get(root.entity or "")
    if entity is None or entity.named or root.key != root.entity:
        return False
    return entity.kind in {EntityKind.ORGANISATION, EntityKind.OTHER}


def _contradicted(story: View, apart: _Apart, rooted: Sequence[_Rooted]) -> list[_Rooted]:
    """Of two speakers given the same words, the one who denies having said so, else the unnamed one, or the
    one whom fewer reports name, is possible only; so is whoever is given another speaker's number.
    """
    reports: dict[str, set[str]] = defaultdict(set)
    for one in rooted:
        reports[one.root.key].add(one.report)
    doubted = {one.root.key for one in rooted if _told_in(story, one.ref) in apart.disowned}
    if len(reports) < 2 and not doubted:
        return list(rooted)
    named = {one.root.key for one in rooted if story.named(one.root.entity or "")}

    def standing(one: _Rooted) -> tuple[bool, bool, int, str]:
        key = one.root.key
        return key not in doubted, key in named, len(reports[key]), key

    quoted = {(one.a, one.b) for one in apart.misquotes if one.a.kind is RefKind.STATEMENT}
    pairs = [
        (a, b)
        for a, b in combinations(rooted, 2)
        if a.root.key != b.root.key
        and ({(a.ref, b.ref), (b.ref, a.ref)} & quoted or _one_utterance(story, a, b))
    ]
    reasons: dict[str, str] = {}
    for pair in pairs:
        weaker, stronger = sorted(pair, key=standing)
        name = story.name(stronger.root.entity)
        reasons.setdefault(weaker.root.key, f"another report gives the same words to {name}")
    # A number moved to another speaker is not that speaker's: the moved one is the conflict's first.
    moved = {one.a for one in apart.misquotes if one.a.kind is RefKind.FIGURE}
    number = "another report gives the number to another speaker"
    reasons |= {one.root.key: number for one in rooted if one.ref in moved and len(reports) > 1}
    reasons |= dict.fromkeys(doubted, "denies having said so, as another report tells")
    return [_doubted(one, reasons.get(one.root.key)) for one in rooted]


def _without_taken_back(story: View, apart: _Apart, rooted: Sequence[_Rooted]) -> list[_Rooted]:
    """Leave out whom an outlet no longer says to have given a number, where somebody else did, and what the
    correction itself tells of that."""
    gone: set[tuple[str, str]] = set()
    told: set[tuple[str, int]] = set()
    for conflict in apart.misquotes:
        right = story.statements.get(conflict.b.id)
        if conflict.a.kind is not RefKind.FIGURE or right is None:
            continue
        keys = {one.root.key for one in rooted if one.ref in {conflict.a, _said_with(story, conflict.a)}}
        gone |= {(key, story.figures[conflict.a.id].report) for key in keys}
        told.add((right.report, right.sentence[0]))
    kept = [
        one
        for one in rooted
        if (one.root.key, one.report) not in gone
        and not any(one.report == report and _just_before(story, one, start) for report, start in told)
    ]
    return kept or list(rooted)


def _just_before(story: View, one: _Rooted, start: int) -> bool:
    """Say whether a member stands in the sentence before a place."""
    ends = [end for _, end in story.facts[one.report].sentences if end <= start]
    return bool(ends) and _place(story, one.ref)[1][1] == max(ends)


def _said_with(story: View, ref: Ref) -> Ref | None:
    said = story.statement_of(ref)
    return Ref(RefKind.STATEMENT, said.id) if said else None


def _told_in(story: View, ref: Ref) -> str | None:
    statement = story.statement_of(ref)
    return statement.id if statement else None


def _one_utterance(story: View, a: _Rooted, b: _Rooted) -> bool:
    one, other = story.statements.get(a.ref.id), story.statements.get(b.ref.id)
    return bool(one and other and one.sources and other.sources and same_utterance(story, one, other))


def _doubted(one: _Rooted, reason: str | None) -> _Rooted:
    return one if reason is None else _held_back(one, reason)


def _held_back(one: _Rooted, reason: str) -> _Rooted:
    """A root that is shown as one that is possible only."""
    if one.root.certainty is not Certainty.SHOWN:
        return one
    return replace(one, root=replace(one.root, certainty=Certainty.POSSIBLE, doubt=reason))


def _origins(story: View, rooted: Sequence[_Rooted]) -> tuple[Origin, ...]:
    groups: dict[str, list[_Rooted]] = defaultdict(list)
    for one in rooted:
        groups[one.root.key].append(one)
    return in_order(_origin(story, group) for group in groups.values())


def _origin(story: View, group: Sequence[_Rooted]) -> Origin:
    best = min(group, key=lambda one: (*_standing(story, one.root), one.ref.id))
    certainty = Certainty.POSSIBLE if any(one.root.relies for one in group) else best.root.certainty
    entity = best.root.entity
    in_turn = sorted(group, key=lambda one: (one.report, one.ref.id))
    doubts = dict.fromkeys(one.root.doubt for one in in_turn if one.root.doubt)
    members = {(one.ref.kind, one.ref.id): one.ref for one in group}
    return Origin(
        entity=entity,
        authority=story.authority(entity) if entity else None,
        side=story.side(entity) if entity else None,
        certainty=certainty,
        why="; ".join((in_words(one.root.why for one in in_turn), *doubts)),
        members=tuple(members[key] for key in sorted(members)),
    )


def _standing(story: View, root: Root) -> tuple[int, bool, str]:
    """Which of several roots that are one origin stands for it: the surest, best a named one."""
    return SUREST.index(root.certainty), not story.named(root.entity or ""), root.entity or ""


def _party(story: View, origin: Origin) -> str | None:
    """The side of an origin: the one shown for it, else a named body or government stands for itself; an
    outlet that saw something is no party to it."""
    if origin.side or origin.authority is None:
        return origin.side
    authority = story.entities.get(origin.authority)
    if authority is None or not authority.named or is_media(story, origin.authority):
        return None
    stands = authority.government or authority.kind is EntityKind.ORGANISATION
    return origin.authority if stands else None


def _support(shown: Sequence[Origin], sides: Sequence[str]) -> Support:
    if len(shown) < 2:
        return Support.ONE_ORIGIN if shown else Support.UNTRACED
    return Support.SEVERAL_SIDES if len(sides) > 1 else Support.SEVERAL_ORIGINS_ONE_SIDE


def _disputes(apart: _Apart, claim: Claim) -> tuple[str, ...]:
    own = (Ref(member.kind, member.id) for member in claim.whole)
    return tuple(sorted({id_ for ref in own for id_ in apart.disputing.get(ref, ())}))
