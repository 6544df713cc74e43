"""The text a claim is shown by: a member that stands alone, with its speaker where only one stands behind
it (DESIGN §4.9).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from sayso.lexicon import words
from sayso.model.relation import Bearing, Certainty, Claim, Derivation, Ref, Resolved
from sayso.model.report import Pair, Statement, StatementKind
from sayso.relate.view import View, view

LONGEST, SHORTEST = 220, 25
"""Characters beyond which a text is hard to take in, and below which it seldom stands alone."""

_WORD = re.compile(r"[\w'’-]+")
_OPENING = {'"': '"', "”": "“"}
_CLOSING = tuple(_OPENING)


@dataclass(frozen=True, slots=True)
class _Choice:
    ref: Ref
    text: str
    faults: int


def relate(
    resolved: Resolved, derivations: Sequence[Derivation], claims: Sequence[Claim]
) -> tuple[Claim, ...]:
    """Return the claims with their text, the member it is from, and whether its wording is confirmed."""
    story = view(resolved)
    copied = {(one.report, pair.a) for one in derivations if one.from_.report for pair in one.evidence}
    return tuple(_worded(story, copied, claim) for claim in claims)


def _worded(story: View, copied: set[tuple[str, Pair]], claim: Claim) -> Claim:
    asserting = [member for member in claim.members if member.bearing is Bearing.ASSERTS] or list(
        claim.members
    )
    refs = [Ref(member.kind, member.id) for member in asserting]
    best = min(
        (_choice(story, copied, ref) for ref in refs), key=lambda one: (one.faults, len(one.text), one.ref.id)
    )
    text = _with_speaker(story, claim, best.text)
    return replace(claim, text=text, text_from=best.ref, wording_confirmed=_wording_confirmed(story, refs))


def _choice(story: View, copied: set[tuple[str, Pair]], ref: Ref) -> _Choice:
    """A member's text made to stand alone, and how many things speak against it."""
    statement = story.statement_of(ref)
    figure = story.figures.get(ref.id)
    fact = statement or story.figures[ref.id]
    span = (statement.start, statement.end) if statement else fact.sentence
    raw = story.report(fact.report).text[span[0] : span[1]]
    text, open_ = _closed(story, fact.report, span, _plain(raw))
    faults = 4 * (not _clause(story, fact.report, span)) + 3 * open_ + 2 * (len(text) < SHORTEST)
    faults += len(text) > LONGEST
    faults += 3 * text.lower().startswith("to ")
    faults += (fact.report, fact.sentence) in copied
    if figure and statement:
        faults += len(story.figures_of(statement.id)) - 1  # a sentence about one thing shows a figure best
    return _Choice(ref, text, faults)


def _plain(raw: str) -> str:
    """White space made single; quotation marks around the whole, stray marks and leading links shed."""
    text = " ".join(raw.split()).strip(" ,;:—–-")
    words_ = text.rsplit(" ", 1)
    text = words_[0] if words_[-1].lower() in words("relate", "leading") else text
    if text[-1:] in _CLOSING and not any(mark in text[:-1] for mark in _OPENING[text[-1]]):
        text = text[:-1]
    if text[:1] in {'"', "“"} and not re.search('["”]', text[1:].rstrip('"”')):
        text = text[1:].rstrip('"”')
    text = text.strip(" ,;:")
    first = _WORD.match(text)
    while first and first[0].lower() in words("relate", "leading") and len(text) > len(first[0]) + SHORTEST:
        text = text[first.end() :].lstrip(" ,")
        first = _WORD.match(text)
    return text[:1].upper() + text[1:]


def _closed(story: View, report: str, span: Pair, text: str) -> tuple[str, bool]:
    """Put the name for a pronoun at the head, in brackets; say whether one stays open."""
    first = _WORD.match(text)
    if not first or first[0].lower() not in words("relate", "open_pronouns"):
        return text, False
    meant = next((one for one in story.mentions(report, span) if one.text.lower() == first[0].lower()), None)
    entity = story.entities.get(meant.entity) if meant else None
    if (
        entity is None
        or not entity.named
        or first[0].lower() in {"his", "her", "its", "their", "our", "my", "we", "i"}
    ):
        return text, True
    return f"[{entity.name}]{text[first.end() :]}", False


def _clause(story: View, report: str, span: Pair) -> bool:
    return any(word.pos == "VERB" for word in story.words(report, span))


def _with_speaker(story: View, claim: Claim, text: str) -> str:
    """Name the speaker of a claim that one party alone is shown, or can be, to stand behind."""
    named = [origin for origin in claim.origins if origin.entity]
    shown = [origin for origin in named if origin.certainty is Certainty.SHOWN] or named
    if len(shown) != 1:
        return text
    speaker = story.name(shown[0].entity)
    return text if text.lower().startswith(speaker.lower()) else f"{speaker}: {text}"


def _wording_confirmed(story: View, refs: Sequence[Ref]) -> bool:
    """False where two reports put different words between quotation marks for one speaker."""
    quotes: dict[tuple[str, ...], set[str]] = {}
    reports: dict[tuple[str, ...], set[str]] = {}
    for ref in refs:
        one = story.statements.get(ref.id)
        if one and one.sources and _quotes(one):
            quotes.setdefault(one.sources, set()).add(" ".join(_WORD.findall(one.text.lower())))
            reports.setdefault(one.sources, set()).add(one.report)
    return not any(len(reports[source]) > 1 and _rival(found) for source, found in quotes.items())


def _quotes(one: Statement) -> bool:
    return one.kind is StatementKind.DIRECT


def _rival(quotes: set[str]) -> bool:
    """Quotations of which none holds another: cutting a quotation short is no other wording."""
    ordered = sorted(quotes, key=len)
    return any(short not in long for index, short in enumerate(ordered) for long in ordered[index + 1 :])
