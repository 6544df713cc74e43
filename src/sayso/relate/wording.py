"""The text a claim is shown by: a member that stands alone, with its speaker where only one stands behind
it (DESIGN §4.9).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from sayso.lexicon import words
from sayso.model.blocks import HEADINGS, role
from sayso.model.relation import Bearing, Certainty, Claim, Derivation, Ref, Resolved
from sayso.model.report import Figure, Pair, Report, Stance, Statement, StatementKind
from sayso.relate.clauses import own_clause
from sayso.relate.matching.refrains import refrains
from sayso.relate.matching.units import REFUSED
from sayso.relate.view import View, view

LONGEST, SHORTEST = 220, 25
"""Characters beyond which a text is hard to take in, and below which it seldom stands alone."""

UNSAID = 4
"""What speaks against a text that is not in the name of the one party behind a claim: more than that it is a
heading, or leaves a pronoun open (DESIGN §4.9)."""

INCLUDED = UNSAID + 1
"""What speaks against showing a figure by a sentence that only counts it in: "1,850, including the 640"."""

BY_THE_WAY = 2
"""What speaks against showing a figure by a sentence that has it in a clause beside what it tells."""

_ASIDE = frozenset({"among", "after", "since", "despite", "with", "from"})
"""Prepositions behind which a number is no news: "three were among the 84", "fell to 30 from 40"."""

REACH = 30
"""Characters before a whole among which its part ends."""

_WHOLE = re.compile(r"(\w+) of (?:the|its|their|these|those) (?:\w+ )?$")

_INCLUDED = re.compile(r"\bincluding (?:the|its|their|these|those|all)? ?$")

_ONESELF = frozenset({"i", "we"})

_WORD = re.compile(r"[\w'’-]+")
_STRAIGHT_END = re.compile(r"'(?!\w)")
_PAIRS = (('"', '"'), ("“", "”"), ("‘", "’"))
_MARKS = " ,\"“”‘'’"
_JOINED = frozenset(",'’")
"""With what stands right behind a speaker: a comma, or the rest of a contraction ("we’re")."""
_OPENERS = frozenset(opening for opening, _ in _PAIRS)

_WITH_CUE = REFUSED | {Stance.OPPOSES, Stance.SUPPORTS, Stance.WANTS, Stance.ASKS}
"""Stances whose content alone would say the contrary, or not what is done with it: they are shown with their
speaker and cue."""


@dataclass(frozen=True, slots=True)
class _Choice:
    """A member's text, how many things speak against it, and whether it names its speaker itself."""

    ref: Ref
    text: str
    faults: int
    spoken: bool = False


def relate(
    resolved: Resolved, derivations: Sequence[Derivation], claims: Sequence[Claim]
) -> tuple[Claim, ...]:
    """Return the claims with their text and the member it is from."""
    story = view(resolved)
    copied = {(one.report, pair.a) for one in derivations if one.from_.report for pair in one.evidence}
    return tuple(_worded(story, copied, claim) for claim in claims)


def _worded(story: View, copied: set[tuple[str, Pair]], claim: Claim) -> Claim:
    asserting = [member for member in claim.whole if member.bearing is Bearing.ASSERTS] or claim.whole
    refs = [Ref(member.kind, member.id) for member in asserting]
    speaker = _speaker(claim)
    choices = (_choice(story, copied, ref, speaker) for ref in refs)
    best = min(choices, key=lambda one: (one.faults, len(one.text), one.ref.id))
    plain = best.spoken or not speaker or not _says(story, best.ref, speaker)
    text = best.text if plain else with_speaker(story.name(_voice(story, best.ref, speaker)), best.text)
    return replace(claim, text=text, text_from=best.ref)


def _speaker(claim: Claim) -> str | None:
    """The one party that is shown, or can be, to stand behind a claim."""
    named = [origin for origin in claim.origins if origin.entity]
    shown = [origin for origin in named if origin.certainty is Certainty.SHOWN] or named
    return shown[0].entity if len(shown) == 1 else None


def _voice(story: View, ref: Ref, speaker: str | None) -> str | None:
    """The speaker, or who says it under the same authority in the member that is shown."""
    said_by = story.sources(ref)
    return speaker if speaker in said_by else min(said_by, default=speaker)


def with_speaker(name: str, text: str) -> str:
    """Put the speaker before a text that does not begin with that name."""
    return text if text.lower().startswith(name.lower()) else f"{name}: {text}"


def _choice(story: View, copied: set[tuple[str, Pair]], ref: Ref, speaker: str | None) -> _Choice:
    """A member's text, with what speaks against it where it stands for a claim of somebody's."""
    own = _alone(story, ref)
    fact = story.fact(ref.id)
    faults = UNSAID * bool(speaker and not _says(story, ref, speaker))
    faults += (fact.report, fact.sentence) in copied
    return replace(own, faults=own.faults + faults) if faults else own


def _alone(story: View, ref: Ref) -> _Choice:
    """A member's text by itself, as its report alone makes it."""
    kept = story.told_by(ref)
    if _alone not in kept:
        kept[_alone] = _made_alone(story, ref)
    found: _Choice = kept[_alone]
    return found


def _made_alone(story: View, ref: Ref) -> _Choice:
    """A member's text made to stand alone, and how many things speak against it."""
    statement = story.statement_of(ref)
    figure = story.figures.get(ref.id)
    fact = statement or story.figures[ref.id]
    report = story.report(fact.report)
    clause = _own_clause(story, figure, statement)
    titles = refrains(story.facts[fact.report])
    span = clause or ((statement.start, statement.end) if statement else fact.sentence)
    span = max(span[0], titles.get(span[0], span[0])), span[1]
    raw = report.text[span[0] : span[1]] if clause else _raw(report, statement, span)
    text, open_ = closed(story, fact.report, span, shed(raw))
    whole = is_clause(story, fact.report, span, text) and _tells(story, fact.report, span, text)
    refused = bool(statement and statement.stance in _WITH_CUE)
    told = _as_told(story, statement, open_) if statement and (refused or not whole or open_) else None
    if told is None and refused and statement and len(statement.sources) == 1:
        told = with_speaker(story.name(statement.sources[0]), text)  # in no origin, for nobody asserts it
    faults = (2 if told else 4) * (not whole) + (1 if told else 3) * open_
    faults += 2 * (len(text) < SHORTEST and not told) + (len(text) > LONGEST)
    faults += 3 * (role(report, fact.start) in HEADINGS)
    faults += 3 * any(word in text.lower() for word in words("relate", "page"))
    if figure:
        faults += INCLUDED * bool(_INCLUDED.search(report.text, max(0, figure.start - REACH), figure.start))
    if figure and not clause:
        # A sentence about one thing shows a figure best.
        faults += len(story.figures_of(statement.id)) - 1 if statement else 0
        faults += BY_THE_WAY * (_by_the_way(story, figure) + _only_a_whole(report, figure))
    return _Choice(ref, told or text, faults, spoken=told is not None)


def _own_clause(story: View, figure: Figure | None, statement: Statement | None) -> Pair | None:
    """The clause that states a figure of a statement which states several; none of what a party refuses to
    say."""
    if figure is None or statement is None or statement.stance in REFUSED:
        return None
    several = len(story.figures_of(statement.id)) > 1
    return own_clause(story, figure, statement) if several else None


def _by_the_way(story: View, figure: Figure) -> bool:
    """Say whether a sentence tells of something else and has a figure in a clause beside it."""
    main = [frame for frame in story.frames(figure.report, figure.sentence) if frame.main]
    parts = (part for frame in main for part in frame.parts if part.role not in _ASIDE)
    return bool(main) and not any(figure.start <= part.start < figure.end for part in parts)


def _only_a_whole(report: Report, figure: Figure) -> bool:
    """Say whether a figure is the whole of which a sentence counts a part: "60 of the 640"."""
    found = _WHOLE.search(report.text, max(0, figure.start - REACH), figure.start)
    part = found[1].lower() if found else ""
    return part.isdigit() or part in words("comparison", "groups.portions")


def _says(story: View, ref: Ref, speaker: str) -> bool:
    """Say whether a member is in the name of a party, or of one that answers to the same authority."""
    return any(story.authority(one) == story.authority(speaker) for one in story.sources(ref))


def _raw(report: Report, statement: Statement | None, span: Pair) -> str:
    """A member's own words; of a quotation that the outlet breaks up, the quoted pieces alone."""
    pieces = [part for part in statement.parts if part[0] < part[1]] if statement else []
    if statement and statement.kind is StatementKind.DIRECT and len(pieces) > 1:
        return " … ".join(report.text[start:end].strip(_MARKS) for start, end in pieces)
    return report.text[span[0] : span[1]]


def _as_told(story: View, one: Statement, open_: bool) -> str | None:
    """The clause from speaker to content as the report has it, the speaker by name; where the content comes
    first, the whole sentence, unless that leaves a pronoun open.
    """
    source, cue = one.source, one.cue
    if source is None or cue is None or not one.sources:
        return None
    text, (start, end) = story.report(one.report).text, one.sentence
    inside = start <= source.start < source.end <= cue.start < one.start < one.end <= end
    inside = inside and not headless(text[one.start : one.end])  # its subject stands before the speaker
    if not inside or len(one.sources) > 1:  # "neither … nor" must not lose its negation
        whole = " ".join(text[start:end].split())
        left_open = open_ and not _relative(text[one.start : one.end])
        return None if left_open or len(whole) > LONGEST else _unpaired(whole).strip(" ,;:")
    after = " ".join(text[source.end : one.end].split())
    after = after if re.match(r",\s+(?:who|which|the|a|an)\b", after) else after.lstrip(" ,")
    space = "" if after[:1] in _JOINED else " "
    if source.text.lower() in _ONESELF:  # "we know …": a name would not go with the verb
        own = _unpaired(f"{source.text.capitalize()}{space}{after}")
        return with_speaker(story.name(one.sources[0]), own)
    name = _voiced(story, one.sources[0], source.text, after)
    return _unpaired(f"{name[:1].upper()}{name[1:]}{space}{after}".strip(" ,;:"))


def _voiced(story: View, entity: str, told: str, after: str) -> str:
    """The speaker's name; the report's own words where they do not name the speaker, and what is said takes
    up something in them: "the owners of the mill announced plans to close it"."""
    name, words_ = story.name(entity), " ".join(told.split())
    taken_up = {"it", "its", "them", "their"} & {word.lower() for word in _WORD.findall(after)}
    return words_ if taken_up and " of " in words_ and name.lower() not in words_.lower() else name


def _relative(text: str) -> bool:
    """Say whether a content begins with a pronoun for what stands before it: its sentence says for what."""
    first = _WORD.search(text)
    return first is not None and first[0].lower() in words("relate", "relative")


def shed(raw: str) -> str:
    """White space made single; quotation marks around the whole, stray marks and leading links shed."""
    text = " ".join(raw.split()).strip(" ,;:—–-")
    words_ = text.rsplit(" ", 1)
    text = words_[0] if words_[-1].lower() in words("relate", "leading") else text
    text = _unpaired(text)
    text = text.strip(" ,;:")
    first = _WORD.match(text)
    while (
        first
        and first[0].lower() in words("relate", "leading")
        and (len(text) > len(first[0]) + SHORTEST or text[first.end() :].lstrip()[:1] in _OPENERS)
        and not headless(text[first.end() :])  # "That is for the judge": a subject, no link
    ):
        text = _unpaired(text[first.end() :].lstrip(" ,"))
        first = _WORD.match(text)
    return text[:1].upper() + text[1:]


def headless(text: str) -> bool:
    """Say whether a text lacks its subject: it begins with an auxiliary and asks nothing."""
    first = _WORD.search(text)
    if first is None or text[: first.start()].strip(_MARKS) or text.rstrip(_MARKS).endswith("?"):
        return False
    return first[0].lower() in words("relate", "auxiliaries") and "'" not in first[0]


def _unpaired(text: str) -> str:
    """Shed quotation marks around the whole and those that have no partner."""
    if text[:1] == "'" and (text.rstrip(".,!?")[-1:] == "'" or not _STRAIGHT_END.search(text[1:])):
        text = text.strip("' ,")
    for opening, closing in _PAIRS:
        inner = text.strip(" ,;:")
        if inner[:1] == opening and inner.rstrip(".,!?")[-1:] == closing and closing not in inner[1:-2]:
            text = inner[1:].replace(closing, "", 1) if inner.endswith(closing) else inner[1:]
        if opening == closing:
            text = text.replace(opening, "") if text.count(opening) % 2 else text
        elif text.count(opening) != text.count(closing):
            text = _without_lone(text, opening, closing)
    return text


def _without_lone(text: str, opening: str, closing: str) -> str:
    kept: list[str] = []
    waiting: list[int] = []
    for character in text:
        if character == closing and not waiting and not _apostrophe(kept, character):
            continue
        if character == opening:
            waiting.append(len(kept))
        elif character == closing and waiting and not _apostrophe(kept, character):
            waiting.pop()
        kept.append(character)
    for place in reversed(waiting):
        del kept[place]
    return "".join(kept)


def _apostrophe(before: Sequence[str], character: str) -> bool:
    return character == "’" and bool(before) and before[-1].isalpha()


def closed(story: View, report: str, span: Pair, text: str) -> tuple[str, bool]:
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


def _tells(story: View, report: str, span: Pair, text: str) -> bool:
    """Say whether a verb of a text is that of its main clause, or any an auxiliary: verbs that only tell of a
    noun tell nothing ("the number of people killed in the flood that burst the dam")."""
    frames = story.frames(report, span)
    told = any(one.lower() in words("relate", "auxiliaries") for one in _WORD.findall(text))
    return told or not frames or any(frame.main for frame in frames)


def is_clause(story: View, report: str, span: Pair, text: str) -> bool:
    """Say whether a text can be a complete clause: a verb not in -ing, no infinitive, and no participle that
    only tells of its noun ("the number of people killed in the flood")."""
    first = _WORD.match(text)
    if headless(text) or (first and first[0].lower() in words("relate", "dependent")):
        return False
    source = story.report(report).text
    reduced = {
        frame.start
        for frame in story.frames(report, span)
        if not frame.main and not any(part.role == "agent" for part in frame.parts)
    }
    verbs = [w for w in story.words(report, span) if w.pos == "VERB" and w.start not in reduced]
    finite = (
        not source[word.start : word.end].endswith("ing")
        and not re.search(r"\bto\s+$", source[max(0, word.start - 6) : word.start], re.IGNORECASE)
        for word in verbs
    )
    return any(finite) or any(one.lower() in words("relate", "auxiliaries") for one in _WORD.findall(text))
