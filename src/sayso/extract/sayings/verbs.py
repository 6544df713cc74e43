"""What a verb of saying tells: who says what, and how it is put."""

from collections.abc import Sequence, Set
from typing import TYPE_CHECKING

from sayso.extract.sayings import (
    clauses,
    contents,
    cues,
    extents,
    idioms,
    prepositions,
    sources,
    stances,
    strays,
    subjects,
    unsaid,
    voices,
)
from sayso.extract.sayings.drafts import Attribution, draft
from sayso.extract.sayings.nominals import LONGEST_GAP
from sayso.extract.sayings.quotes import Quote, quoted
from sayso.extract.sentences import tokens_of
from sayso.lexicon import words
from sayso.model.report import Pair, Stance

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token


_OF_A_NOUN = frozenset({"relcl", "acl"})
_RELATIVE = frozenset({"WDT", "WP"})

_POINTING = frozenset({"this", "that"})

_HELD = frozenset(
    {
        Stance.ASSERTS, Stance.WANTS, Stance.SUPPORTS, Stance.OPPOSES, Stance.ASKS, Stance.PROMISES,
        Stance.WARNS, Stance.ESTIMATES,
    }
)  # fmt: skip
"""Stances that somebody must take."""


def told(cue: "Token", frame: cues.Frame, sentence: "Span", marks: Sequence[Quote]) -> Attribution | None:
    """Return what a verb of a sentence tells by its frame, None where it tells nothing; `marks` are the
    quotations near, none where the verb itself stands in one."""
    head = _speaker(cue, frame, marks)
    if head is None or _tells_nothing(cue, head):
        return None
    speaker = sources.source(head, cue)
    entries = cues.frames(cue, frame)
    found = contents.of_clause(cue, entries)
    if found.frame is None and voices.can_speak(head):
        found = contents.of_phrase(cue, entries)
    group = _group(cue, head, found)
    blocked = (set(range(*group)) | sources.tokens_within(speaker, sentence)) - _passive(cue)
    inside = _inside(cue, frame, found, speaker, sentence) - blocked
    inside -= _leading_title(inside, cue, marks)
    tidied = (
        extents.tidied(inside, cue, sentence)
        if found.clausal
        else extents.without_aside(
            extents.with_condition(extents.without_joint(inside, sentence), cue), sentence
        )
    )
    parts = extents.pieces(tidied, sentence, blocked)
    stance = stances.stance(cue, (found.frame or cues.quoting(entries) or frame).stance)
    if not found.clausal and _negated(cue, marks) and (not parts or _never_put_out(cue, frame)):
        # "Decided not to press charges" takes no quotation beside it.
        return None
    if not _tells(parts, inside, stance, frame, sentence.doc) or unsaid.refuses_to_act(cue, stance):
        return None
    put = _put(cue, head, stance, found, _behind_colon(inside, sentence))
    if _only_points(head) and not found.clausal:
        return None
    if (
        put is None
        or stances.never_done(cue, put, blames=found.frame is not None and "blame" in found.frame.frames)
        or _is_nobodys(head, put, clause=found.clausal and bool(parts))
    ):
        return None
    around = cue.dep_ in {"parataxis", "advcl"} and bool(parts)
    return draft(sentence.doc, sentence, speaker, group, cue, parts, put, around)


def _only_points(head: "Token") -> bool:
    """ "This helps explain the mayor's odd remark": no word of anybody's; not "the placards that read …"."""
    return head.lower_ in _POINTING and head.tag_ == "DT"


def _speaker(cue: "Token", frame: cues.Frame, marks: Sequence[Quote]) -> "Token | None":
    """Who may be the source of a verb, or None; a thing only of a clause that the verb has."""
    head = subjects.subject(cue)
    if head is not None and quoted(head, marks):
        # The parser took a word of the quotation for the subject: "“Never,” wrote the captain".
        head = strays.beside(cue)
    if head is None or unsaid.copies_itself(head, cue):
        return None
    thing = "clause" in frame.frames and cues.tells(cue) and voices.is_thing(head)
    thing = thing and not _ahead(cue, head)
    return head if voices.can_speak(head, frame) or thing else None


def _ahead(cue: "Token", head: "Token") -> bool:
    """ "Considering that it is late, any delay would hurt": a participle ahead of the main clause is not what
    a thing does."""
    return cue.tag_ == "VBG" and cue.dep_ == "advcl" and cue.i < head.i


def _negated(cue: "Token", marks: Sequence[Quote]) -> bool:
    """Say whether a verb is negated, and not by the words that it quotes: "“No swimming,” read the sign"."""
    if not stances.negated(cue):
        return False
    head = subjects.subject(cue)
    return head is None or not quoted(head, marks)


def _never_put_out(cue: "Token", frame: cues.Frame) -> bool:
    """ "Has not announced a motive": what is not put out is told by nobody; what is not "until
    Friday" is then."""
    until = any(child.dep_ in {"prep", "mark"} and child.lower_ == "until" for child in cue.subtree)
    return frame.stance is stances.stance(cue, frame.stance) is Stance.ASSERTS and not until


def _tells_nothing(cue: "Token", head: "Token") -> bool:
    return (
        unsaid.left_unsaid(cue)
        or unsaid.refusal_denied(cue)
        or unsaid.only_asked(cue)
        or idioms.idle(cue, head)
        or stances.own_stand(cue)
        or _quotes_teller(cue)
        or _quoted_as_saying(cue)
    )


def _quoted_as_saying(cue: "Token") -> bool:
    """ "Was quoted by the Post as saying …": what is quoted is what is said then."""
    by = any(child.dep_ == "agent" for child in cue.rights) and cue.tag_ == "VBN"
    return by and cue.lemma_.lower() in words("media", "quoting") and any(map(subjects.as_saying, cue.rights))


def _quotes_teller(cue: "Token") -> bool:
    """ "She quoted Kovar, who told the Post “…”": what is quoted is what he told."""
    named = subjects.quoted_object(cue)
    clauses = (child for child in named.rights if child.dep_ == "relcl") if named is not None else ()
    return any(map(cues.telling, clauses))


def _group(cue: "Token", head: "Token", found: contents.Found) -> tuple[int, int]:
    """The token range of a cue with its verb group, the preposition that it takes, and the verb of issuing
    that goes with it ("issued a statement saying that …")."""
    first, last = cues.group(cue)
    first = head.i + 1 if first <= head.i < cue.i else first  # "May said": who it is was taken for a "may"
    issued = cues.issuing(cue)
    if issued is not None and head.i < issued.i and cue.i - issued.i <= LONGEST_GAP:
        first = cues.group(issued)[0]
    return first, last + (prepositions.preposition(cue, found.inside) == last)


def _inside(
    cue: "Token", frame: cues.Frame, found: contents.Found, speaker: sources.Source, sentence: "Span"
) -> set[int]:
    """The tokens of the sentence that are told: what the verb takes, else the clause before it."""
    inside = set(found.inside)
    if subjects.quotee(cue) is not None:
        inside = {index for index in inside if index < cue.i}  # "as saying …" tells the rest
    if _only_dates(inside, sentence.doc) or _fragment(inside, cue, speaker, sentence):
        inside = set()
    if _answered(cue):
        return {index for index in inside if index > cue.i}
    if not inside and "clause" in frame.frames and not _closes_nothing(cue):
        first = min(token.i for token in tokens_of(sentence) if token.idx >= speaker.start)
        if cue.dep_ not in _OF_A_NOUN or _set_off(cue, first):
            inside = clauses.before(cue, first, sentence)
    return {index for index in inside if sentence.start <= index < sentence.end}


def _closes_nothing(cue: "Token") -> bool:
    """ "Helped her disclose the loss", "if it failed, they may not find that out": an infinitive that hangs
    on another verb, and what was not said, report no clause before them."""
    return (cue.tag_ == "VB" and cue.dep_ in {"ccomp", "xcomp"}) or stances.negated(cue)


def _answered(cue: "Token") -> bool:
    """ "They want to close the mill; dockers say | no way": an answer to what stands before, which is no word
    of theirs."""
    behind = cue.doc[cue.i + 1 : cue.i + 4]
    last = next((at for at, token in enumerate(behind) if token.is_punct), len(behind))
    return behind[:last].text.lower() in words("cues", "answers")


def _set_off(cue: "Token", first: int) -> bool:
    """ "It would keep up ties with the north, | the office of the mayor said after they met": behind a comma,
    and with no "who" or "which", a clause with a subject of its own describes no noun."""
    own = any(child.dep_ == "nsubj" and child.tag_ not in _RELATIVE for child in cue.lefts)
    apart = cue.i > 0 and cue.doc[first - 1].text == "," and first > 0
    return apart and cue.tag_ in {"VBD", "VBZ"} and (own or subjects.named_beside(cue) is not None)


def _fragment(inside: Set[int], cue: "Token", speaker: sources.Source, sentence: "Span") -> bool:
    """ "18 percent do not have | the licence, the Lunde Post reported": the parser made the end of a clause
    an object of the cue that closes its sentence."""
    doc, behind = sentence.doc, cue.doc[cue.i + 1 : sentence.end]
    first = min((token.i for token in tokens_of(sentence) if token.idx >= speaker.start), default=0)
    return (
        bool(inside)
        and sentence.start < min(inside)
        and max(inside) < first < cue.i
        and not any(token.is_alpha for token in behind)
        and not any(doc[index].pos_ in {"VERB", "AUX"} for index in inside)
        and doc[first - 1].text == ","
        and not any(token.dep_ == "auxpass" for token in cue.lefts)
    )


def _passive(cue: "Token") -> set[int]:
    return {token.i for child in cue.children if child.dep_ == "nsubjpass" for token in child.subtree}


def _leading_title(inside: Set[int], cue: "Token", marks: Sequence[Quote]) -> set[int]:
    """ "Warned on NBC's “Meet the Press” that …": the title with which the words of a content begin tells
    where it was said."""
    first = min((index for index in inside if index > cue.i), default=None)
    title = next(
        (mark for mark in marks if first is not None and mark.title and mark.holds(cue.doc[first].idx)), None
    )
    return {index for index in inside if title is not None and title.holds(cue.doc[index].idx)}


def _tells(parts: Sequence[Pair], inside: Set[int], stance: Stance, frame: cues.Frame, doc: "Doc") -> bool:
    """Whether a content was found; none yet is enough for a cue that takes the quotation beside it."""
    if not parts:
        return "quote" in frame.frames and stance is not Stance.DECLINES
    return stance is not Stance.ASSERTS or (_says_something(inside, doc) and not _verb_alone(inside, doc))


def _says_something(inside: Set[int], doc: "Doc") -> bool:
    """A pronoun alone ("reports what") tells nothing; denied or confirmed it does."""
    return any(doc[index].pos_ not in {"PRON", "DET", "PUNCT", "PART"} for index in inside)


def _verb_alone(inside: Set[int], doc: "Doc") -> bool:
    """ "Felt | we should tell you": a verb by itself that the parser took for what is told."""
    return len(inside) == 1 and doc[min(inside)].tag_ in {"VBD", "VBG"}


def _only_dates(inside: Set[int], doc: "Doc") -> bool:
    """ "What some are calling for | today", "the fleet will grow, Kovar promised | Thursday"."""
    return all(doc[index].ent_type_ in voices.TIMES for index in inside)


def _put(
    cue: "Token", head: "Token", stance: Stance, found: contents.Found, behind_colon: bool
) -> Stance | None:
    """The stance of a verb as it stands: a question asks, or tells nothing where it is about somebody else;
    what a colon sets behind a denial is what its speaker holds ("denied the charge: he had been at home")."""
    if idioms.asked(cue, head):
        return Stance.ASKS if found.clausal and idioms.asks_itself(head) else None
    own = stance is Stance.DENIES and found.clausal and behind_colon
    return Stance.ASSERTS if own else stances.turned_down(cue, stance)


def _behind_colon(inside: Set[int], sentence: "Span") -> bool:
    first = min(inside, default=0)
    return first > sentence.start and any(token.text == ":" for token in sentence.doc[first - 1 : first + 1])


def _is_nobodys(head: "Token", stance: Stance, *, clause: bool) -> bool:
    """Whether nobody says or wants it: "nobody told us"; "no group has claimed the attack" is told of all
    groups."""
    held = stance in _HELD or (stance is Stance.DECLINES and clause)
    return unsaid.by_any(head) or (unsaid.by_none(head) and held)
