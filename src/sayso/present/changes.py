"""Changes in plain words: what is otherwise than before, and the sentences of the articles that show it."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from sayso.model.change import FOLDED, Change, ChangeKind
from sayso.model.dossier import Dossier
from sayso.model.relation import Claim, ConflictType, Ref, Support, When
from sayso.model.report import Figure, Report
from sayso.present import claims, decided, edits, quotes, words
from sayso.present.index import Fact, Index
from sayso.present.views.changes import ChangeView, Said

LENGTH = 220
"""Characters of a sentence that are shown under a change."""

LABEL = {
    ChangeKind.FIGURE_MOVED: "Moved",
    ChangeKind.CONFLICT_NEW: "Now apart",
    ChangeKind.CONFLICT_CHANGED: "Apart otherwise",
    ChangeKind.CONFLICT_SETTLED: "No longer apart",
    ChangeKind.DENIAL: "Denied",
    ChangeKind.CONFIRMATION: "Said to be so",
    ChangeKind.ORIGIN_GAINED: "One more origin",
    ChangeKind.ORIGIN_POSSIBLE: "Perhaps one more origin",
    ChangeKind.ORIGIN_LOST: "One origin less",
    ChangeKind.SUPPORT_CHANGED: "Rests on others",
    ChangeKind.CLAIM_NEW: "New",
    ChangeKind.CLAIM_GONE: "No longer said",
    ChangeKind.HEDGE_GONE: "Hedge gone",
    ChangeKind.SOURCE_NAMED: "Source named",
    ChangeKind.LEAD_FOUND: "Found",
    ChangeKind.REPORT_NEW: "New article",
    ChangeKind.REPORT_EDITED: "Article changed",
    ChangeKind.REPORT_GONE: "Article gone",
    ChangeKind.STORY_JOINED: "Stories joined",
    ChangeKind.STORY_SPLIT: "Story parted",
    ChangeKind.REVIEWED: "Decided in review",
}


@dataclass(frozen=True)
class Both:
    """The two states of a story, each with its look-ups; without an earlier one the later stands for it."""

    before: Index
    after: Index


def view(before: Dossier | None, after: Dossier, found: Sequence[Change]) -> tuple[ChangeView, ...]:
    """Return changes in plain words, in the order given."""
    later = Index(after)
    both = Both(Index(before) if before else later, later)
    return tuple(_view(both, one) for one in found)


def _view(both: Both, one: Change) -> ChangeView:
    text, lines = _WORDS[one.kind](both, one)
    return ChangeView(
        id=one.id,
        kind=one.kind,
        label=_label(one),
        text=" ".join(text.split()),
        lines=tuple(lines),
        articles=tuple(article(both, id_) for id_ in one.reports),
        weight=one.weight,
        minor=one.weight < FOLDED,
    )


def _label(one: Change) -> str:
    """The sort of a change; an origin where there was none, or none where there was one, is called so."""
    if one.kind is ChangeKind.ORIGIN_GAINED and one.was == Support.UNTRACED:
        return "Now traced"
    if one.kind is ChangeKind.ORIGIN_LOST and one.now == Support.UNTRACED:
        return "No longer traced"
    return LABEL[one.kind]


def article(both: Both, report: str) -> str:
    """Return what to call an article, with its day."""
    index = both.after if report in both.after.reports else both.before
    return f"{index.outlet(report)}, {index.dated(report)}"


def _said(index: Index, ref: Ref, mark: str) -> Iterator[Said]:
    fact = index.find(ref)
    if fact is not None:
        yield said(index, fact, mark)


def said(index: Index, fact: Fact, mark: str) -> Said:
    """Return the sentence of a fact with who says so, where and when."""
    who = f"{index.speaker(fact)} · {index.outlet(fact.report)}, {index.dated(fact.report)}"
    return Said(mark, words.clip(index.sentence(fact), LENGTH), who)


def _sides(both: Both, one: Change) -> list[Said]:
    """What stood before and what stands now; a sentence that is shown already is not shown again."""
    found = [line for ref in one.before for line in _said(both.before, ref, "-")]
    found += [line for ref in one.after for line in _said(both.after, ref, "+")]
    return list({(line.text, line.who): line for line in reversed(found)}.values())[::-1]


def _moved(both: Both, one: Change) -> tuple[str, list[Said]]:
    steps = [(both.before, ref) for ref in one.before] + [(both.after, ref) for ref in one.after]
    figures = [(index, fact) for index, ref in steps if isinstance(fact := index.find(ref), Figure)]
    what = quotes.figure_what(*figures[-1]) if figures else ""
    levels = " → ".join(words.amount(figure) for _, figure in figures)
    return f"{what}: {levels}" if what else levels, _sides(both, one)


def _conflict(both: Both, one: Change) -> tuple[str, list[Said]]:
    found = {conflict.id: conflict for conflict in both.after.dossier.conflicts}.get(one.about)
    facts = [fact for ref in one.after if (fact := both.after.find(ref))]
    text = one.why
    if one.now == ConflictType.FIGURE and len(facts) == 2 and all(isinstance(fact, Figure) for fact in facts):
        a, b = (
            f"{words.amount(fact)} ({both.after.speaker(fact)})" for fact in facts if isinstance(fact, Figure)
        )
        text = f"{_what(both.after, facts[0])}{a} – {b}"
    timing = f"; {words.TIME[found.time]}" if found and found.time is When.UNKNOWN else ""
    return text.removesuffix(" (apart; may be timing)") + timing, _sides(both, one)


def _what(index: Index, fact: Fact) -> str:
    what = quotes.figure_what(index, fact) if isinstance(fact, Figure) else ""
    return f"{what}: " if what else ""


def _changed_conflict(both: Both, one: Change) -> tuple[str, list[Said]]:
    was, now = (words.CONFLICT[ConflictType(kind)].lower() for kind in (one.was, one.now))
    return f"{one.why}: {now}, before: {was}", _sides(both, one)


def _settled(both: Both, one: Change) -> tuple[str, list[Said]]:
    return f"{one.why}: no article tells both any more", _sides(both, one)


def _denial(both: Both, one: Change) -> tuple[str, list[Said]]:
    return _conflict(both, one) if one.now == ConflictType.DENIAL else _stance(both, one, "denies")


def _confirmation(both: Both, one: Change) -> tuple[str, list[Said]]:
    return _stance(both, one, "says it is so")


def _stance(both: Both, one: Change, verb: str) -> tuple[str, list[Said]]:
    """Who takes a stance to what; a claim that is a denial itself says who."""
    facts = [fact for ref in one.after if (fact := both.after.find(ref))]
    who = both.after.speaker(facts[0]) if facts else ""
    text = _claim_text(both.after, one.about)
    named = bool(who) and text.casefold().startswith(who.casefold())
    return text if named else f"{who} {verb}: {text}", _sides(both, one)


def _claim_text(index: Index, claim: str) -> str:
    known = index.claims.get(claim)
    return words.clip(claims.text(index, known), LENGTH) if known else ""


def _origin(both: Both, one: Change) -> tuple[str, list[Said]]:
    claim = both.after.claims.get(one.about)
    name = words.capital(both.after.name(one.entity)) or "somebody"
    counts = claims.counts(both.after, claim) if claim else ""
    how = {
        ChangeKind.ORIGIN_GAINED: f"now traced to {name}",
        ChangeKind.ORIGIN_POSSIBLE: f"perhaps {name} as well, not shown to be apart",
    }[one.kind]
    return f"{_claim_text(both.after, one.about)} – {how}; {counts}{_support(one)}", _sides(both, one)


def _lost(both: Both, one: Change) -> tuple[str, list[Said]]:
    claim = both.after.claims.get(one.about)
    name = words.capital(both.before.name(one.entity)) or "somebody"
    counts = claims.counts(both.after, claim) if claim else ""
    text = (
        f"{_claim_text(both.after, one.about)} – {name} no longer shown as an origin; {counts}{_support(one)}"
    )
    note = [Said("", words.clip(one.why, LENGTH))] if one.why else []
    return text, [*_sides(both, one), *note]


def _support(one: Change) -> str:
    if one.was == one.now:
        return ""
    return f"; {words.SUPPORT[Support(one.now)]} (before: {words.SUPPORT[Support(one.was)]})"


def _rests(both: Both, one: Change) -> tuple[str, list[Said]]:
    return f"{_claim_text(both.after, one.about)}{_support(one)}", _sides(both, one)


def _claim(both: Both, one: Change) -> tuple[str, list[Said]]:
    gone = one.kind is ChangeKind.CLAIM_GONE
    index = both.before if gone else both.after
    claim = index.claims.get(one.about)
    text = _introduced(index, claim) if claim else ""
    stated = one.before if gone else one.after
    lines = [_less(line, text) for ref in stated for line in _said(index, ref, "-" if gone else "+")]
    if one.why:
        lines.append(Said("", words.clip(one.why, LENGTH)))
    return text, lines


def _less(line: Said, text: str) -> Said:
    """Leave out a sentence that holds little else than what is told already."""
    told = line.text.rstrip(".…")[: len(line.text) // 2] in text
    return Said("", line.who) if told else line


def _introduced(index: Index, claim: Claim) -> str:
    who = claims.introduction(index, claim)
    text = words.clip(claims.text(index, claim), LENGTH)
    return f"{who}: {text}" if who else text


def _hedge(both: Both, one: Change) -> tuple[str, list[Said]]:
    return f"“{one.was}” is gone: {_claim_text(both.after, one.about)}", _sides(both, one)


def _named(both: Both, one: Change) -> tuple[str, list[Said]]:
    return f"{words.capital(one.was)} is {one.now}", _sides(both, one)


def _found(both: Both, one: Change) -> tuple[str, list[Said]]:
    return f"{one.was}: {words.joined(article(both, ref.id) for ref in one.after)}", []


def _article(both: Both, one: Change) -> tuple[str, list[Said]]:
    index = both.before if one.kind is ChangeKind.REPORT_GONE else both.after
    report = index.reports.get(one.about)
    title = _title(report) if report else ""
    text = article(both, one.about) + (f": {title}" if title else "")
    notes = [] if one.kind is ChangeKind.REPORT_GONE else list(_brings(index, one.about))
    return text, [Said("", note) for note in notes]


def _title(report: Report) -> str:
    return words.clip(report.title or "", LENGTH)


def _brings(index: Index, report: str) -> Iterator[str]:
    """Yield what an article adds: how many claims no other article makes, and what it is copied from."""
    made = [
        claim
        for claim in index.dossier.claims
        if any(fact.report == report for fact in index.member_facts(claim))
    ]
    own = sum(all(fact.report == report for fact in index.member_facts(claim)) for claim in made)
    if made:
        yield f"{words.plural(len(made), 'claim')}, {own} of them in no other article"
    for one in index.dossier.derivations:
        if one.report == report and one.share:
            whom = index.outlet(one.from_.report) if one.from_.report else index.name(one.from_.entity)
            yield f"{words.DERIVATION[one.kind]} {whom}: {one.share:.0%} of its sentences"


def _edited(both: Both, one: Change) -> tuple[str, list[Said]]:
    text, _ = _article(both, one)
    return text, list(edits.lines(both.before, both.after, one.revision)) if one.revision else []


def _stories(both: Both, one: Change) -> tuple[str, list[Said]]:
    """Which articles of another story are now of this one, or of this one in another; by handles."""
    joined = one.kind is ChangeKind.STORY_JOINED
    moved = words.plural(len(one.reports), "article")
    text = f"{moved} from story {one.was}" if joined else f"{moved} to story {one.now}"
    return text, [Said("", article(both, id_)) for id_ in one.reports]


def _reviewed(both: Both, one: Change) -> tuple[str, list[Said]]:
    """Who decided what and why, and what became of it."""
    made = next((found for found in both.after.dossier.decisions if found.id == one.about), None)
    if made is None:
        return one.why, []
    because = f" because: {words.clip(made.note, LENGTH)}" if made.note else ""
    standing = f" ({decided.standing(made)})" if decided.standing(made) else ""
    return f"{made.by}: {decided.line(made)}{because}{standing}", []


_WORDS: dict[ChangeKind, Callable[[Both, Change], tuple[str, list[Said]]]] = {
    ChangeKind.FIGURE_MOVED: _moved,
    ChangeKind.CONFLICT_NEW: _conflict,
    ChangeKind.CONFLICT_CHANGED: _changed_conflict,
    ChangeKind.CONFLICT_SETTLED: _settled,
    ChangeKind.DENIAL: _denial,
    ChangeKind.CONFIRMATION: _confirmation,
    ChangeKind.ORIGIN_GAINED: _origin,
    ChangeKind.ORIGIN_POSSIBLE: _origin,
    ChangeKind.ORIGIN_LOST: _lost,
    ChangeKind.SUPPORT_CHANGED: _rests,
    ChangeKind.CLAIM_NEW: _claim,
    ChangeKind.CLAIM_GONE: _claim,
    ChangeKind.HEDGE_GONE: _hedge,
    ChangeKind.SOURCE_NAMED: _named,
    ChangeKind.LEAD_FOUND: _found,
    ChangeKind.REPORT_NEW: _article,
    ChangeKind.REPORT_EDITED: _edited,
    ChangeKind.REPORT_GONE: _article,
    ChangeKind.STORY_JOINED: _stories,
    ChangeKind.STORY_SPLIT: _stories,
    ChangeKind.REVIEWED: _reviewed,
}
