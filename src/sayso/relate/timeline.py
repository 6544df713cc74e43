"""Dated events across reports, each once: what happened when.

An event stands on the day that its own words date. The day on which somebody spoke dates the saying; a saying
is an event only where speaking does something (to order, to accuse). Tellings of one claim and day are one
event, and so are those of one day that name one deed alike and share what it was about.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sayso.embed import Embed
from sayso.lexicon import words
from sayso.lexicon.idf import weight
from sayso.model.blocks import LOUD, role
from sayso.model.ids import content_id, smallest
from sayso.model.relation import Bearing, Claim, Ref, RefKind, Resolved, TimelineItem
from sayso.model.report import (
    Deed,
    Facts,
    Moment,
    Pair,
    Precision,
    Statement,
    StatementKind,
)
from sayso.relate.bounds import is_harm, light
from sayso.relate.events import Telling, events
from sayso.relate.moments import day, key, stated
from sayso.relate.tracks import ON_THE_LINE
from sayso.relate.view import View, view
from sayso.relate.wording import LONGEST, SHORTEST, closed, is_clause, shed, with_speaker

_PRECISIONS = (
    Precision.MINUTE, Precision.DAY, Precision.WEEK, Precision.MONTH, Precision.SEASON, Precision.YEAR,
)  # fmt: skip
"""From the finest; a decade dates no event."""

_COARSE = frozenset({Precision.SEASON, Precision.YEAR})

_PICTURE = re.compile(r"\d+/\d+ ")
"""How the caption of one picture of many begins: "22/34 A minister leaves"."""

BROKEN = 2
"""Faults from which a text cannot stand alone: it is no clause, or a pronoun in it stays open."""

_Home = Mapping[str, tuple[Claim, bool]]
"""The claim of a member, and whether the member asserts it."""

_HANGING = re.compile(r"(?:\w+ )?(?:which|whom|whose|who|what|how|why)\b", re.IGNORECASE)
"""How a text begins that hangs on a noun which is not in it."""

SAME_WORDS = 0.7
"""Cosine of two clauses from which they tell of one event though their verbs differ ("plowed into",
"drove")."""


@dataclass(frozen=True, slots=True)
class _Worded:
    """A deed, the statement that holds it, whether it is a saying, the text shown, and what speaks against
    that text."""

    deed: Deed
    statement: Statement
    saying: bool
    text: str
    faults: int

    @property
    def worth(self) -> tuple[int, int, str, int]:
        """The best to show comes first."""
        return self.faults, len(self.text), self.statement.id, self.deed.start


@dataclass(frozen=True, slots=True)
class _Told:
    """One telling, and the claim that it is of."""

    worded: _Worded
    claim: Claim

    @property
    def deed(self) -> Deed:
        return self.worded.deed

    @property
    def statement(self) -> Statement:
        return self.worded.statement

    @property
    def text(self) -> str:
        return self.worded.text

    @property
    def worth(self) -> tuple[int, int, str, int]:
        return self.worded.worth


def relate(resolved: Resolved, claims: Sequence[Claim], embed: Embed) -> tuple[TimelineItem, ...]:
    """Return the dated events of a story in order of time; `embed` turns words into unit rows."""
    story = view(resolved)
    claim_of = {
        member.id: (claim, member.bearing is Bearing.ASSERTS) for claim in claims for member in claim.whole
    }
    told = [one for facts in story.facts.values() for one in _tellings(story, facts, claim_of)]
    items = [_item(group) for group in _folded(story, told, embed)]
    return tuple(sorted(items, key=lambda item: (key(item.when), item.id)))


def _tellings(story: View, facts: Facts, claim_of: _Home) -> Iterator[_Told]:
    """The tellings of one report; of one statement's that would read alike, those with the finest date."""
    found: dict[tuple[str, str], list[_Told]] = defaultdict(list)
    for one in _worded(story, facts):
        claim, asserted = claim_of.get(one.statement.id, (None, False))
        if claim is not None and (asserted or one.saying):
            found[one.statement.id, one.text].append(_Told(one, claim))
    for group in found.values():
        finest = min(_fineness(one.deed.moment) for one in group)
        yield from (one for one in group if _fineness(one.deed.moment) == finest)


def _worded(story: View, facts: Facts) -> Sequence[_Worded]:
    """The dated deeds of one report in words that can stand alone, of whatever claim they are."""
    kept = story.told_of(facts.report.id)
    if _worded not in kept:
        deeds = (deed for deed in (*facts.deeds, *_tolls(facts)) if _counts(facts, deed))
        told = (_best_worded(story, facts, deed) for deed in deeds)
        kept[_worded] = [one for one in told if one is not None and not one.text.endswith("?")]
    found: Sequence[_Worded] = kept[_worded]
    return found


def _tolls(facts: Facts) -> Iterator[Deed]:
    """Counts of people killed, hurt or missing as they stood on a stated day: their own, else that of the
    saying, for a toll is told because it has changed."""
    holding = {one.id: one for one in facts.statements}
    for figure in facts.figures:
        one = holding.get(figure.statement or "")
        counts = is_harm(figure) and figure.unit == "person" and figure.extent in ON_THE_LINE
        moment = (_closed(figure.as_of) or _toll_day(facts, one)) if one and counts else None
        if one and moment:
            yield Deed(
                report=one.report,
                time=figure.id,
                start=figure.start,
                end=figure.end,
                lemma=figure.measure,
                clause=(one.start, one.end),
                moment=moment,
                own=True,
            )


def _toll_day(facts: Facts, one: Statement) -> Moment | None:
    """The day of a saying, where what is said has no day of its own."""
    own = any(one.start <= deed.start and deed.end <= one.end for deed in facts.deeds)
    return None if own else _closed(one.said)


def _closed(moment: Moment | None) -> Moment | None:
    """A moment that the text states, with both its ends."""
    found = stated(moment)
    return found if found and found.from_ and found.to else None


def _counts(facts: Facts, deed: Deed) -> bool:
    """Say whether a deed is dated by words, in the text itself, and finely enough for how it is told."""
    moment = stated(deed.moment)
    if moment is None or not (moment.from_ or moment.to) or moment.precision not in _PRECISIONS:
        return False
    fine = deed.own or moment.precision not in _COARSE
    return fine and role(facts.report, deed.start) not in LOUD


def _fineness(moment: Moment) -> int:
    return _PRECISIONS.index(moment.precision)


def _best_worded(story: View, facts: Facts, deed: Deed) -> _Worded | None:
    """A deed by the best text for it, None where no statement holds it, or the date is only that of a
    saying."""
    saying = next((one for one in facts.statements if _in_cue(one, deed)), None)
    host = saying or _holder(facts, deed)
    told_of = "acts" if saying else "sayings"
    if host is None or (deed.lemma in words("relate", told_of)) != bool(saying):
        return None
    if _counted_by_speaker(facts, host, deed):
        return None
    choices = [(host.sentence, True, 1)]
    if saying is None:
        clause = max(host.start, deed.clause[0]), min(host.end, deed.clause[1])
        choices += [(clause, False, 0), ((host.start, host.end), False, int(not deed.own))]
    told = (_told(story, deed, host, saying is not None, choice) for choice in choices)
    best = min(told, key=lambda one: one.worth)
    return best if best.faults < BROKEN and not _PICTURE.match(best.text) else None


def _counted_by_speaker(facts: Facts, host: Statement, deed: Deed) -> bool:
    """Say whether a date is counted from the day on which somebody spoke, in that speaker's own words: the
    day of the report may be a later one."""
    if host.kind is not StatementKind.DIRECT:
        return False
    dated = next((one.text for one in facts.times if one.id == deed.time), "")
    return not words("relate", "from_now").isdisjoint(dated.lower().split())


def _in_cue(one: Statement, deed: Deed) -> bool:
    return bool(one.cue and one.cue.start < deed.end and deed.start < one.cue.end)


def _holder(facts: Facts, deed: Deed) -> Statement | None:
    """The shortest statement whose content holds the deed."""
    holding = [
        one
        for one in facts.statements
        if any(start <= deed.start and deed.end <= end for start, end in one.parts)
    ]
    return min(holding, key=lambda one: (one.end - one.start, one.id), default=None)


def _told(story: View, deed: Deed, host: Statement, saying: bool, choice: tuple[Pair, bool, int]) -> _Worded:
    """A deed by one of its texts: the span, whether the speaker stands in it, faults that it has
    already."""
    span, spoken, faults = choice
    report = story.report(host.report)
    pieces = [span] if spoken else [_overlap(part, span) for part in host.parts]
    raw = " ".join(report.text[start:end].strip(" ,") for start, end in pieces if start < end)
    text, open_ = closed(story, host.report, span, shed(raw))
    faults += 3 * (open_ or bool(_HANGING.match(text))) + 2 * (not is_clause(story, host.report, span, text))
    faults += (len(text) > LONGEST) + (len(text) < SHORTEST)
    if host.sources and not spoken:
        text = with_speaker(story.name(host.sources[0]), text)
    return _Worded(deed, host, saying, text, faults)


def _overlap(one: Pair, other: Pair) -> Pair:
    return max(one[0], other[0]), min(one[1], other[1])


def _folded(story: View, told: Sequence[_Told], embed: Embed) -> Iterator[list[_Told]]:
    """One group for each event: by claim and days first, then those of the same days that tell alike."""
    of_claim: dict[tuple[str, str, str], list[_Told]] = defaultdict(list)
    for one in told:
        of_claim[*_days(one.deed.moment), one.claim.id].append(one)
    of_days: dict[tuple[str, str], list[list[_Told]]] = defaultdict(list)
    for (first, last, _), group in sorted(of_claim.items()):
        of_days[first, last].append(group)
    for groups in of_days.values():
        by_deed = _joined(groups, events([_telling(story, group) for group in groups], embed))
        clauses = [_telling(story, group, clause=True) for group in by_deed]
        yield from _joined(by_deed, events(clauses, embed, SAME_WORDS))


def _joined(groups: Sequence[list[_Told]], numbers: Sequence[Sequence[int]]) -> list[list[_Told]]:
    return [[one for number in some for one in groups[number]] for some in numbers]


def _days(moment: Moment) -> tuple[str, str]:
    return day(moment.from_ or ""), day(moment.to or "")


def _telling(story: View, group: Sequence[_Told], *, clause: bool = False) -> Telling:
    """What a group tells, named by the deed, or by the clause that tells of it."""
    best = min(group, key=lambda one: one.worth)
    lemmas = {
        word.lemma
        for one in group
        for word in story.words(one.statement.report, one.deed.clause)
        if word.lemma not in light() and word.lemma != one.deed.lemma
    }
    told = story.report(best.statement.report).text[slice(*best.deed.clause)]
    return Telling(
        told if clause else best.deed.lemma, about={lemma: weight(lemma) for lemma in sorted(lemmas)}
    )


def _item(group: Sequence[_Told]) -> TimelineItem:
    best = min(group, key=lambda one: one.worth)
    when = min((one.deed.moment for one in group), key=lambda one: (_fineness(one), key(one)))
    ids = sorted({one.statement.id for one in group})
    members = tuple(Ref(RefKind.STATEMENT, id_) for id_ in ids)
    return TimelineItem(
        content_id("timeline", smallest(ids), *_days(when)), when, best.text, members, best.claim.id
    )
