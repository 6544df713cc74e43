"""What is told of whom: for each verb that states something, its negation, who acts, who or what is acted on,
and what stands to it by a preposition."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from sayso.extract.figures.deeds import is_passive
from sayso.extract.sayings.cues import infinitive
from sayso.extract.sayings.voices import RELATIVE
from sayso.extract.sentences import lemmas, lowered, tokens_of
from sayso.lexicon import words
from sayso.model.grammar import Clause, Frame, Part
from sayso.model.report import Pair

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

AGENT, PATIENT, PREDICATE = "agent", "patient", "predicate"
"""Roles beside prepositions: who acts, who or what is acted on, what somebody or something is said to be."""

_NEGATING = frozenset({"never", "neither", "nor", "no", "not", "n't", "hardly"})
_NOBODY = frozenset({"nobody", "none", "nothing", "neither"})

_ACTIVE = {"nsubj": AGENT, "csubj": AGENT, "dobj": PATIENT, "nsubjpass": PATIENT, "dative": PATIENT}
_SAID = {"attr": PREDICATE, "acomp": PREDICATE, "oprd": PREDICATE}
_FILLED = frozenset({*_ACTIVE, *_SAID})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})

CHAIN = 4
"""Verbs up which a missing subject is looked for ("wants to try to close"); longer chains are misreadings."""


def frames(doc: "Doc", shown: Sequence["Span"]) -> tuple[Frame, ...]:
    """Return a frame for each verb of the shown sentences that is no auxiliary, in order of place."""
    found = [token for sentence in shown for token in tokens_of(sentence) if _states(token)]
    return tuple(_frame(doc, verb) for verb in found)


def _states(token: "Token") -> bool:
    return token.pos_ in {"VERB", "AUX"} and token.dep_ not in {"aux", "auxpass"}


def _frame(doc: "Doc", verb: "Token") -> Frame:
    by_lemma = lemmas(doc)
    parts = tuple(
        Part(role, head.idx, head.idx + len(head), by_lemma[head.i])
        for role, head in sorted(set(_parts(verb)), key=lambda item: (item[1].i, item[0]))
    )
    negated, whole = _negated(doc, verb), _whole(doc, verb)
    start, end = verb.idx, verb.idx + len(verb)
    return Frame(start, end, by_lemma[verb.i], negated, parts, _is_main(verb), _clause(verb), whole)


def _is_main(verb: "Token") -> bool:
    """Whether a verb, or the one it completes ("plans to close"), is that of a sentence or of a content."""
    for _ in range(CHAIN):
        if verb.dep_ != "xcomp":
            break
        verb = verb.head
    return verb.dep_ in {"ROOT", "ccomp"}


def _clause(verb: "Token") -> Clause:
    """How the clause of a verb stands to the verb above; what is joined to a clause stands as that does, and
    what is joined to one that is part of another ("to close it and move all") tells nothing alone."""
    first = _first_joined(verb)
    if first.dep_ in {"relcl", "acl"}:
        return Clause.RELATIVE if _set_off(first) and first.tag_ != "VB" else Clause.OWN
    if first.dep_ == "advcl":
        return Clause.BESIDE if _happened(first) else Clause.OPEN
    if first is verb:
        return Clause.OPEN if verb.dep_ in {"csubj", "parataxis"} else Clause.OWN
    return Clause.JOINED if _is_main(first) else Clause.OPEN


def _first_joined(verb: "Token") -> "Token":
    """The first of the clauses that a verb's clause is joined to; the verb itself for none."""
    for _ in range(CHAIN):
        if verb.dep_ != "conj":
            break
        verb = verb.head
    return verb


def _set_off(verb: "Token") -> bool:
    """Whether a clause stands behind a comma: it tells more of what is named, not which one is meant."""
    first = verb.left_edge
    return first.i > 0 and first.nbor(-1).is_punct


def _happened(verb: "Token") -> bool:
    """Whether an adverbial clause tells of something as having happened: "after it sank", "killing nine"."""
    link = next((child.lower_ for child in verb.lefts if child.dep_ == "mark" or child.tag_ == "WRB"), "")
    return link in words("relate", "factive") if link else verb.tag_ == "VBG"


def _whole(doc: "Doc", verb: "Token") -> Pair:
    """Where the words that hang on a verb begin and end, marks at the end aside."""
    first, last = verb.left_edge.i, verb.right_edge.i
    while last > first and (doc[last].is_punct or doc[last].is_space):
        last -= 1
    return doc[first].idx, doc[last].idx + len(doc[last])


def _parts(verb: "Token") -> Iterator[tuple[str, "Token"]]:
    """Each role with the head of what fills it; a subject that stands farther up or in front is fetched."""
    told = {child.dep_ for child in verb.children}
    for child in verb.children:
        role = _ACTIVE.get(child.dep_) or _SAID.get(child.dep_)
        if role:
            yield from ((role, one) for one in _joined(_meant(child, verb)))
        elif child.dep_ in {"prep", "agent", "dative"}:
            by = AGENT if child.dep_ == "agent" else child.lower_
            yield from (
                (by, one) for under in child.children if under.dep_ == "pobj" for one in _joined(under)
            )
    if not told & _SUBJECTS:
        role, subject = _far_subject(verb)
        if subject is not None:
            yield from ((role, one) for one in _joined(subject))


def _meant(child: "Token", verb: "Token") -> "Token":
    """What a relative pronoun stands for."""
    return verb.head if child.lower_ in RELATIVE and verb.dep_ == "relcl" else child


def _joined(head: "Token") -> Iterator["Token"]:
    yield head
    for child in head.children:
        if child.dep_ == "conj":
            yield from _joined(child)


def _far_subject(verb: "Token") -> tuple[str, "Token | None"]:
    """The subject of a verb without one: what a participle stands behind, or that of the verb above."""
    passive = verb.tag_ == "VBN" and not any(child.lemma_ == "have" for child in verb.lefts)
    role, above = (PATIENT if passive else AGENT), verb
    if verb.dep_ == "acl":
        return (role, verb.head) if verb.tag_ in {"VBN", "VBG"} else (role, None)
    for _ in range(CHAIN):
        if above.dep_ not in {"conj", "xcomp"}:
            break
        above = above.head
        subject = next((child for child in above.children if child.dep_ in _SUBJECTS), None)
        if subject is not None:
            return (role, _meant(subject, above))
    return role, None


def _negated(doc: "Doc", verb: "Token") -> bool:
    """Whether a verb is denied by "not", by "nobody", by what it is not done to ("no bodies"), or by what it
    hangs on ("failed to open"); what is denied twice is not."""
    return _denied(doc, verb) != undone(doc, verb)


def undone(doc: "Doc", verb: "Token") -> bool:
    """Whether a verb hangs by "to" on one that says it was not done: "failed to open or repair it", "was
    unable to open it", "the failure to open it"; who did not fail to open it did."""
    for _ in range(CHAIN):
        if verb.dep_ != "conj" or verb.tag_ != "VB":
            break
        verb = verb.head
    head = verb.head
    if verb.dep_ not in {"xcomp", "acl"} or lemmas(doc)[head.i] not in words("relate", "undoing"):
        return False
    return infinitive(verb) and not _denied(doc, _said_of(head))


def _said_of(word: "Token") -> "Token":
    """The verb that says an adjective of somebody ("was unable"); the word itself where it is a verb."""
    return word.head if word.pos_ == "ADJ" else word


def _denied(doc: "Doc", verb: "Token") -> bool:
    if verb.dep_ == "xcomp" and is_passive(verb.head) and _denied(doc, verb.head):
        return True  # who is not believed to have left did not leave, for all that is believed
    by_word = lowered(doc)
    marks = (child for child in verb.children if not never_before(by_word, child.i))
    return any(
        child.dep_ == "neg" or by_word[child.i] in _NEGATING or _none(by_word, child) for child in marks
    )


def never_before(by_word: Sequence[str], index: int) -> bool:
    """Whether "never" stands before "before": that something never happened before says that it did now."""
    return by_word[index] == "never" and by_word[index + 1 : index + 2] == ("before",)


def _none(by_word: Sequence[str], child: "Token") -> bool:
    if child.dep_ not in _FILLED:
        return False
    return by_word[child.i] in _NOBODY or any(
        by_word[one.i] in _NEGATING for one in child.children if one.dep_ in {"det", "neg", "preconj"}
    )
