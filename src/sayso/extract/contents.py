"""The content of a cue: which words of the sentence say what was said.

Conventions (PolNeAR): "that" and quotation marks are inside, the final full stop outside unless quoted;
with a passive cue the subject belongs to the content; a clause that has a source and a cue of its own is
outside.
"""

from collections.abc import Callable, Iterable, Sequence, Set
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sayso.extract.cues import Frame, lemma, negated, verb_frames
from sayso.extract.sources import can_speak, outer_reporter, told_clause
from sayso.lexicon import table
from sayso.model.report import Stance

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_EDGE = " \t\n,;:—–-…"
"""Characters trimmed off both ends of a piece of content outside quotation marks."""

_REASONS = frozenset({"because", "though", "although", "unless", "if", "so"})
_ASIDE = frozenset({",", "-", "–", "—", "--"})
_MANNER = frozenset({"as", "for", "over"})
_MARKS = frozenset({'"', "''", "``", "“", "”"})

SHORTEST_CLAUSE = 5
"""Words that a clause before its cue must have when only a comma shows it."""

_SIDE_CLAUSES = frozenset({"while", "whereas", "although", "though", "after", "as", "since", "but"})


@dataclass(frozen=True, slots=True)
class Found:
    """The token indices of a content, the frame by which it was found, and whether it is a clause of its
    own; empty
    and None where there is none."""

    inside: frozenset[int]
    frame: Frame | None
    clausal: bool = True


def of_clause(cue: "Token", frames: Sequence[Frame]) -> Found:
    """Return the clause that a verb reports by one of its frames."""
    return _first((_clauses, _told_by, _displaced, _surrounding), cue, frames)


def of_phrase(cue: "Token", frames: Sequence[Frame]) -> Found:
    """Return what else a verb reports: an object, an infinitive, the object of a preposition. See
    `preposition` for
    what then belongs to the cue."""
    finders = (_passive_subject, _infinitive, _blamed, _rated, _named, _prepositional, _unanswered, _object)
    return replace(_first(finders, cue, frames), clausal=False)


def _first(
    finders: Iterable[Callable[["Token", Frame], set[int]]], cue: "Token", frames: Sequence[Frame]
) -> Found:
    found = (Found(frozenset(find(cue, frame)), frame) for find in finders for frame in frames)
    return next((one for one in found if one.inside), Found(frozenset(), None))


def before(cue: "Token", source_first: int, sentence: "Span") -> set[int]:
    """Return the tokens before the source of a cue that closes or interrupts its sentence:
    "The road was shut, police said".

    A last resort where the parser found no complement: the source must follow a comma,
    and enough must stand before it.
    """
    doc = sentence.doc
    if (
        cue.i < source_first
        or source_first - sentence.start < SHORTEST_CLAUSE
        or doc[source_first - 1].text not in {",", '"', "''"}
        or not _tells(doc[sentence.start : source_first - 1])
    ):
        return set()
    return set(range(sentence.start, source_first - 1))


def _tells(words: "Span") -> bool:
    """The words are a clause of their own, none that only says when or although."""
    return any(
        token.pos_ in {"VERB", "AUX"}
        and token.dep_ not in {"advcl", "relcl", "acl", "pcomp", "xcomp"}
        and any(child.dep_ in {"nsubj", "nsubjpass", "expl"} for child in token.children)
        and (token.head.i == token.i or token.head.i not in range(words.start, words.end))
        and not any(child.dep_ == "mark" or child.tag_ == "WRB" for child in token.children)
        for token in words
    )


def of_noun(clause: "Token") -> set[int]:
    """Return the token indices of a reporting noun's that-clause, and of a second clause that the parser
    joined to the
    noun ("data that nine people had died and another thirty fallen ill")."""
    noun = clause.head
    joined = {
        t.i
        for child in noun.children
        if child.dep_ in {"conj", "cc"} and child.i > clause.i
        for t in child.subtree
    }
    return {token.i for token in clause.subtree} | joined


def of_according(preposition: "Token", sentence: "Span") -> set[int]:
    """Return the tokens of the clause on which "according to X" hangs,
    without the phrase itself and foreign side clauses."""
    clause = preposition.head
    while clause.pos_ not in {"VERB", "AUX"} and clause.dep_ != "ROOT":
        clause = clause.head
    inside = _without_side_clauses({token.i for token in clause.subtree}, preposition)
    inside -= {token.i for token in preposition.subtree}
    return {index for index in inside if sentence.start <= index < sentence.end}


def tidied(inside: set[int], cue: "Token", sentence: "Span") -> set[int]:
    """Return a content without what stands around it in its sentence: an opening "But", an adjunct before
    source and
    cue when the content proper follows them, and an aside behind a comma or dash at its end."""
    if not inside:
        return inside
    kept = _with_second_clause(_without_opening(inside, sentence), cue)
    kept = _with_reason(kept, cue)
    kept = _without_fronted(kept, cue)
    return without_aside(kept, sentence)


def _with_second_clause(inside: set[int], cue: "Token") -> set[int]:
    """ "Wrote that he was caught, and a day later he died": a joint at the end of the content belongs to a
    second
    clause, which the parser hung on the cue; without one it is left out."""
    doc, last = cue.doc, max(inside)
    if doc[last].dep_ != "cc" or doc[last].head.i not in inside:
        return inside
    second = next((child for child in cue.children if child.left_edge.i == last + 1 and child.i > last), None)
    return inside | {token.i for token in second.subtree} if second is not None else inside - {last}


def _with_reason(inside: set[int], cue: "Token") -> set[int]:
    """ "Said he would pay, though he had not been asked": a reason or concession right behind the content,
    which the
    parser hung on the cue, is part of it."""
    doc, last = cue.doc, max(inside)
    following = last + 2 if last + 1 < len(doc) and doc[last + 1].text == "," else last + 1
    reason = next(
        (
            child
            for child in cue.children
            if child.dep_ == "advcl" and child.left_edge.i == following and child.left_edge.lower_ in _REASONS
        ),
        None,
    )
    return inside | {token.i for token in reason.subtree} if reason is not None and last > cue.i else inside


def _without_opening(inside: set[int], sentence: "Span") -> set[int]:
    """ "But", "And" and "Yet" join a sentence to the one before; they are the outlet's."""
    first = min(inside)
    token = sentence.doc[first]
    return inside - {first} if first == sentence.start and token.pos_ == "CCONJ" else inside


def _without_fronted(inside: set[int], cue: "Token") -> set[int]:
    """ "In her speech, she said the dam …": the adjunct belongs to the saying, unless commas set the cue
    off."""
    after = {index for index in inside if index > cue.i}
    doc = cue.doc
    told = any(doc[index].pos_ in {"VERB", "AUX"} for index in after)
    if not told or len(after) == len(inside) or doc[min(cue.i + 1, len(doc) - 1)].text == ",":
        return inside
    before = inside - after
    subject = any(
        doc[index].dep_ in {"nsubj", "nsubjpass", "csubj", "expl", "dobj", "attr"}
        and doc[index].head.i in inside | {cue.i}
        and doc[index].head.i > cue.i
        for index in before
    )
    return inside if subject else after


def without_aside(inside: set[int], sentence: "Span") -> set[int]:
    """Return a content without an aside at its end: "…, which holds 900 people", " - a fact later
    confirmed": an aside at the end is the outlet's, unless quoted."""
    doc, last = sentence.doc, max(inside, default=0)
    for index in sorted(inside):
        token = doc[index]
        if token.dep_ not in {"relcl", "appos", "acl"} or token.head.i not in inside:
            continue
        first = token.left_edge.i
        if (
            first - 1 > min(inside)
            and doc[first - 1].text in _ASIDE
            and token.right_edge.i >= last
            and (
                doc[first].tag_ in {"WDT", "WP", "WP$"}
                or (token.dep_ == "appos" and doc[first - 1].text != ",")
            )
            and not any(doc[i].pos_ in {"VERB", "AUX"} for i in range(token.head.i + 1, first))
            and not any(doc[i].text in _MARKS for i in range(first, last + 1))
        ):
            return {i for i in inside if i < first}
    return inside


def pieces(doc_indices: Iterable[int], sentence: "Span", blocked: set[int]) -> tuple[tuple[int, int], ...]:
    """Return the spans (code points) of runs of tokens; gaps of mere punctuation close up,
    ends lose stray punctuation.

    `blocked` tokens (the cue, its source) never join the content, not even to close a gap.
    """
    doc = sentence.doc
    runs: list[list[int]] = []
    for index in sorted(i for i in set(doc_indices) - blocked if sentence.start <= i < sentence.end):
        gap = range(runs[-1][1], index) if runs else range(0)
        if runs and all(doc[i].is_punct or doc[i].is_space for i in gap) and not blocked.intersection(gap):
            runs[-1][1] = index + 1
        else:
            runs.append([index, index + 1])
    # The text of the sentence alone: a Doc puts its whole text together anew each time it is asked.
    text, offset = sentence.text, sentence.start_char
    spans = (
        _trim(text, doc[first].idx - offset, doc[last - 1].idx + len(doc[last - 1]) - offset)
        for first, last in runs
    )
    return tuple(
        (start + offset, end + offset)
        for start, end in spans
        if any(character.isalnum() for character in text[start:end])
    )


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in _EDGE + ".":
        start += 1
    while end > start and (text[end - 1] in _EDGE or (text[end - 1] == "." and not _abbreviation(text, end))):
        end -= 1
    return start, end


def _abbreviation(text: str, end: int) -> bool:
    """A full stop belongs to the word in `U.S.` and `p.m.`."""
    return end >= 4 and text[end - 3] == "." and text[end - 2].isalpha()


def _clauses(cue: "Token", frame: Frame) -> set[int]:
    """The complement clauses; the parser of a small pipeline now and then splits one in two."""
    if not frame.frames & {"clause", "quote"}:
        return set()
    clausal = "clause" in frame.frames
    complements = [
        child
        for child in cue.children
        if (child.dep_ == "ccomp" and _may_be_content(child) and (clausal or _in_marks(child)))
        or (clausal and (_whether(child, cue) or _gerund(child) or _how_to(child)))
    ]
    heads = [child for child in complements if not _before_semicolon(child, cue, complements)]
    saying_when = {token.i for head in heads for token in _opening_time(head, cue)}
    inside = {
        index for head in heads for index in _without_side_clauses({token.i for token in head.subtree}, cue)
    }
    return inside - saying_when


def _in_marks(clause: "Token") -> bool:
    """A verb of manner or of going on ("began", "sighed") introduces quoted words only."""
    first = clause.left_edge.i
    return any(token.text in _MARKS for token in clause.subtree) or (
        first > 0 and clause.doc[first - 1].text in _MARKS
    )


def _how_to(child: "Token") -> bool:
    """ "Explained how to see in the dark"."""
    return child.dep_ == "xcomp" and child.left_edge.tag_ in {"WRB", "WP", "WDT"}


def _whether(child: "Token", cue: "Token") -> bool:
    """ "Asked by reporters if he would pay": a question hung on its verb like an adverb."""
    return (
        child.dep_ == "advcl"
        and child.i > cue.i
        and lemma(cue) in verb_frames()
        and verb_frames()[lemma(cue)].stance is Stance.ASKS
        and any(token.dep_ == "mark" and token.lower_ in {"if", "whether"} for token in child.children)
    )


def _before_semicolon(clause: "Token", cue: "Token", complements: list["Token"]) -> bool:
    """In "toll rises to 17; operator denies it was warned" the first clause stands for itself."""
    parted = any(child.text == ";" and clause.i < child.i < cue.i for child in cue.children)
    return parted and any(other.i > cue.i for other in complements)


def _opening_time(clause: "Token", cue: "Token") -> list["Token"]:
    """ "said on Wednesday it planned …": a date right after the cue tells when it was said,
    though parsed into the clause."""
    first = clause.left_edge
    if first.i != cue.i + 1:
        return []
    for child in clause.lefts:
        if child.left_edge.i == first.i and child.dep_ in {"prep", "npadvmod"}:
            dated = [token for token in child.subtree if token.dep_ != "prep"]
            return (
                list(child.subtree) if dated and all(t.ent_type_ in {"DATE", "TIME"} for t in dated) else []
            )
    return []


def _told_by(cue: "Token", frame: Frame) -> set[int]:
    """ "Was told by a manager that …": the parser hangs the clause on the manager."""
    clause = told_clause(cue) if "clause" in frame.frames else None
    return {token.i for token in clause.subtree} if clause is not None else set()


def _displaced(cue: "Token", frame: Frame) -> set[int]:
    """A that-clause hung by the parser on a noun between it and its cue:
    "confirmed for the first time that …"."""
    if "clause" not in frame.frames:
        return set()
    for token in cue.subtree:
        if (
            token.lower_ == "that"
            and token.i > cue.i
            and token.head.dep_ in {"relcl", "acl", "ccomp"}
            and token.head.head.i != cue.i
        ):
            clause = token.head
            if (
                clause.head.pos_ == "NOUN"
                and clause.head.dep_ in {"pobj", "npadvmod"}
                and _complete(clause, token)
                and _hangs_on(clause.head, cue)
            ):
                return {inner.i for inner in clause.subtree}
    return set()


def _hangs_on(noun: "Token", cue: "Token") -> bool:
    """No other verb stands between a noun and the cue."""
    token = noun
    while token.head.i != token.i:
        token = token.head
        if token.i == cue.i:
            return True
        if token.pos_ in {"VERB", "AUX"}:
            return False
    return False


def _complete(clause: "Token", that: "Token") -> bool:
    """The clause has a subject of its own beside "that", so "that" is no relative pronoun."""
    return any(child.dep_ in {"nsubj", "nsubjpass"} and child.i != that.i for child in clause.children)


def _may_be_content(child: "Token") -> bool:
    """A complement that the parser hangs on a cue by a bare adverb ("as") is a comparison, not a content."""
    return not any(
        token.dep_ == "mark" and token.lower_ in {"as", "than", "if"} for token in child.children
    ) or any(token.lower_ in {"if", "whether"} for token in child.children)


def _surrounding(cue: "Token", frame: Frame) -> set[int]:
    """A cue set into or after the sentence it reports: "The ship, he said, was late", or
    "…, as reported by the agency"."""
    if "clause" not in frame.frames or cue.dep_ not in {"parataxis", "ccomp", "advcl", "dep"}:
        return set()
    head = cue.head
    if head.pos_ not in {"VERB", "AUX"} and head.dep_ != "ROOT":
        return set()
    if lemma(head) in verb_frames() and cue.dep_ == "ccomp":
        return set()
    if cue.dep_ == "advcl" and not _as_clause(cue):
        return set()
    if cue.dep_ in {"ccomp", "dep"} and any(child.dep_ == "mark" for child in cue.children):
        return set()
    return _without_side_clauses(
        {token.i for token in head.subtree} - {token.i for token in cue.subtree}, cue
    )


def _as_clause(cue: "Token") -> bool:
    return any(
        child.lower_ == "as" and child.i < cue.i and child.dep_ in {"mark", "advmod", "prep"}
        for child in cue.children
    )


def _passive_subject(cue: "Token", frame: Frame) -> set[int]:
    """ "The plan was rejected by the union": the subject is what is rejected, with what it is declared
    to be or asked to do."""
    subject = next((child for child in cue.children if child.dep_ == "nsubjpass"), None)
    if subject is None or not frame.frames & {"object", "clause", "blame"}:
        return set()
    rest = (child for child in cue.children if child.dep_ in {"oprd", "xcomp"} and child.i > cue.i)
    return {token.i for child in (subject, *rest) for token in child.subtree}


def _infinitive(cue: "Token", frame: Frame) -> set[int]:
    if "to" not in frame.frames:
        return set()
    child = next(
        (child for child in cue.children if child.dep_ == "xcomp" or _asked_to(child, cue, frame)), None
    )
    if child is None or child.lemma_.lower() in table("cues")["anonymity"]["lemmas"]:
        return set()
    addressee = {token.i for other in cue.children if other.dep_ == "dobj" for token in other.subtree}
    return addressee | {token.i for token in child.subtree}


def _asked_to(child: "Token", cue: "Token", frame: Frame) -> bool:
    """ "Implored residents to leave": an infinitive that the parser hung on an asking verb as a clause."""
    asked = next((other for other in cue.children if other.dep_ == "dobj"), None)
    return (
        frame.stance is Stance.ASKS
        and (child.dep_ == "ccomp" or (child.dep_ == "advcl" and asked is not None and can_speak(asked)))
        and child.i > cue.i
        and any(token.dep_ == "aux" and token.lower_ == "to" for token in child.children)
    )


def _blamed(cue: "Token", frame: Frame) -> set[int]:
    if "blame" not in frame.frames:
        return set()
    parts = [child for child in cue.children if child.dep_ in {"dobj", "dative"} or _fits(child, frame)]
    thing = next((child for child in parts if child.dep_ == "dobj"), None)
    if thing is None:
        return _antecedent(cue)
    return _with_manner(thing, cue) | {token.i for child in parts for token in child.subtree}


def _rated(cue: "Token", frame: Frame) -> set[int]:
    """An object together with what it is said to be: "put the toll at nine"."""
    thing = next((child for child in cue.children if child.dep_ == "dobj"), None)
    said_to_be = next(
        (
            child
            for child in cue.children
            if child.i > cue.i and (_fits(child, frame) or child.dep_ == "oprd" or _as_clause_after(child))
        ),
        None,
    )
    if "as" not in frame.frames or thing is None:
        return set()
    if said_to_be is None:
        # "Put the number of houses destroyed at 203": the parser ties the figure to the last word.
        within = thing.pos_ != "PRON" and any(
            token.dep_ == "prep" and token.lower_ == "at" for token in thing.subtree
        )
        return _with_manner(thing, cue) if within else set()
    return _with_manner(thing, cue) | {token.i for token in said_to_be.subtree}


def _named(cue: "Token", frame: Frame) -> set[int]:
    """An object with the name it is given: "called the plan an insult"."""
    if "name" not in frame.frames:
        return set()
    small = next(
        (child for child in cue.children if child.dep_ == "ccomp" and child.pos_ in {"NOUN", "ADJ"}), None
    )
    if small is not None:
        # "Considers the contract a fraud": a clause without a verb.
        return {token.i for token in small.subtree}
    objects = [child for child in cue.children if child.dep_ == "dobj" and child.i > cue.i]
    thing = objects[0] if objects else None
    # The parser makes a second object of some names: "branded the plan an insult".
    name = next(
        (child for child in cue.children if child.dep_ == "oprd"), objects[1] if objects[1:] else None
    )
    if thing is None or (name is None and not any(child.dep_ == "appos" for child in thing.children)):
        return set()
    return {token.i for child in (thing, name) if child is not None for token in child.subtree}


def preposition(cue: "Token", inside: Set[int]) -> int | None:
    """Return the index of the preposition that stands between a cue and a content that is its object and
    nothing
    else ("called for an inquiry"), or None."""
    for child in cue.children:
        if (
            child.dep_ == "prep"
            and child.i > cue.i
            and inside == {token.i for token in child.subtree} - {child.i}
        ):
            return child.i
    return None


def _prepositional(cue: "Token", frame: Frame) -> set[int]:
    if "of" not in frame.frames and not ("answer" in frame.frames and negated(cue)):
        return set()
    child = next((child for child in cue.children if _fits(child, frame)), None)
    return {token.i for token in child.subtree} - {child.i} if child is not None else set()


def _fits(child: "Token", frame: Frame) -> bool:
    return child.dep_ == "prep" and child.lower_ in frame.prepositions


def _unanswered(cue: "Token", frame: Frame) -> set[int]:
    """What a source did not answer: "did not respond to questions", "did not return calls"."""
    if "answer" not in frame.frames or not negated(cue):
        return set()
    child = next(
        (child for child in cue.children if child.dep_ == "dobj" or _fits(child, frame)),
        None,
    )
    return {token.i for token in child.subtree} if child is not None else set()


def _object(cue: "Token", frame: Frame) -> set[int]:
    if "object" not in frame.frames:
        return set()
    child = next((child for child in cue.children if child.dep_ == "dobj" or _gerund(child)), None)
    if child is None:
        return _antecedent(cue)
    if child.pos_ == "PRON" and child.i > cue.i and not _stands_for_a_claim(child, cue, frame):
        return set()
    return _with_manner(child, cue)


def _antecedent(cue: "Token") -> set[int]:
    """ "The policies she assailed": a relative clause without an object is about the noun it hangs on."""
    if cue.dep_ != "relcl" or any(child.dep_ in {"dobj", "ccomp", "xcomp", "prep"} for child in cue.children):
        return set()
    clause = {token.i for token in cue.subtree}
    return {token.i for token in cue.head.subtree} - clause


def _with_manner(thing: "Token", cue: "Token") -> set[int]:
    """An object with what the same verb says of it: "attacked the plan as a waste", "praised her for
    going"."""
    said_of = (
        child
        for child in cue.children
        if child.i > thing.i
        and (
            child.dep_ in {"oprd", "xcomp", "ccomp"}
            or (child.dep_ == "prep" and child.lower_ in _MANNER)
            or _as_clause_after(child)
        )
    )
    return {token.i for child in (thing, *said_of, *_and_another(thing, cue)) for token in child.subtree}


def _and_another(thing: "Token", cue: "Token") -> list["Token"]:
    """ "Put the dead at 17 and the missing at 48": a second object, which the parser joined to the verb,
    with what
    follows it."""
    second = next(
        (
            child
            for child in cue.children
            if child.dep_ == "conj" and child.i > thing.i and child.pos_ in {"NOUN", "PROPN", "NUM"}
        ),
        None,
    )
    if second is None:
        return []
    joint = [child for child in cue.children if child.dep_ == "cc" and thing.i < child.i < second.i]
    return [*joint, second, *(child for child in cue.children if child.dep_ == "prep" and child.i > second.i)]


def _as_clause_after(child: "Token") -> bool:
    """ "Described it as costing lives": the parser makes a clause of what the object is said to be."""
    return child.dep_ == "advcl" and child.left_edge.lower_ == "as"


def _gerund(child: "Token") -> bool:
    """ "denied having received it"."""
    return child.dep_ in {"xcomp", "pcomp"} and any(t.tag_ == "VBG" for t in [child, *child.lefts])


def _stands_for_a_claim(pronoun: "Token", cue: "Token", frame: Frame) -> bool:
    """ "has denied it", "has not confirmed this": what is refused matters even when a pronoun stands for
    it."""
    refuses = frame.stance is Stance.DENIES or (frame.stance is Stance.CONFIRMS and negated(cue))
    return refuses and pronoun.lower_ in {"it", "this", "that", "them"}


def _without_side_clauses(inside: set[int], cue: "Token") -> set[int]:
    """Leave out clauses within the content that have a source and a cue of their own ("…,
    while an official said …")."""
    doc = cue.doc
    for index in sorted(inside):
        clause = doc[index]
        side = clause.dep_ in {"advcl", "conj", "parataxis", "ccomp"} and _reports_by_itself(clause)
        if clause.i != cue.i and (side or _goes_on(clause, inside)):
            inside = inside - {inner.i for inner in clause.subtree}
        elif lemma(clause) in verb_frames() and outer_reporter(clause) == cue:
            joints = {child.i for child in clause.head.children if child.dep_ == "cc" and child.i < clause.i}
            inside = inside - {inner.i for inner in clause.subtree} - joints
    return inside


def _goes_on(clause: "Token", inside: Set[int]) -> bool:
    """ "…, adding that she would stay": a reporting participle behind a comma at the end is the source's
    own next
    word, though the parser hung it in the content."""
    first = clause.left_edge.i
    return (
        clause.tag_ == "VBG"
        and clause.dep_ in {"advcl", "acl", "conj"}
        and first == clause.i
        and first - 1 > min(inside)
        and clause.doc[first - 1].text == ","
        and lemma(clause) in verb_frames()
        and clause.right_edge.i >= max(inside)
    )


def _reports_by_itself(clause: "Token") -> bool:
    if lemma(clause) not in verb_frames() or not any(
        child.dep_ in {"nsubj", "agent"} for child in clause.children
    ):
        return False
    marked = any(
        child.dep_ in {"mark", "advmod"} and child.lower_ in _SIDE_CLAUSES for child in clause.children
    )
    return (
        marked
        or clause.dep_ == "parataxis"
        or (clause.dep_ == "conj" and lemma(clause.head) in verb_frames())
    )
