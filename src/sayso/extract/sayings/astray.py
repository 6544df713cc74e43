"""The clause that a verb reports, where the parser hung it on another word or took it apart."""

from typing import TYPE_CHECKING

from sayso.extract.sayings.cues import THAT, Frame, lemma, marked, telling, verb_frames
from sayso.extract.sayings.voices import TIMES
from sayso.extract.sentences import bounds
from sayso.lexicon import words

if TYPE_CHECKING:
    from spacy.tokens import Token

_OPENS_A_SUBJECT = frozenset({"DET", "PRON", "PROPN", "NOUN", "ADJ", "NUM"})
"""Parts of speech of the first word of a phrase that may be the subject of what is told."""

_VERBS = frozenset({"VERB", "AUX"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
_OCCASIONS = frozenset({"as", "when", "while", "after", "before"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def parted(cue: "Token", frame: Frame) -> set[int]:
    """ "These workers, Kovar explained in the hearing, were paid well": a cue between commas, to which the
    parser tied both ends of the clause around it."""
    own = next((child for child in reversed(list(cue.lefts)) if child.dep_ == "nsubj"), None)
    if "clause" not in frame.frames or own is None or cue.tag_ not in _FINITE:
        return set()
    first, start = own.left_edge.i, bounds(cue)[0]
    if cue.doc[first - 1].lower_ == "as":
        first -= 1
    if first - 1 <= start or cue.doc[first - 1].text != "," or not _subject(cue, start, first - 1):
        return set()
    rest = next((child for child in cue.rights if _left_over(child, cue)), None)
    if rest is None:
        return set()
    return set(range(start, first - 1)) | {token.i for token in rest.subtree if token.i > cue.i}


def _subject(cue: "Token", start: int, end: int) -> bool:
    """Whether the words of a place are a noun phrase: not "In May", "If he pays"."""
    phrase = [cue.doc[at] for at in range(start, end)]
    return (
        phrase[0].pos_ in _OPENS_A_SUBJECT
        and phrase[-1].pos_ in {"NOUN", "PROPN"}
        and not any(token.pos_ in _VERBS or token.ent_type_ in TIMES for token in phrase)
    )


def _left_over(clause: "Token", cue: "Token") -> bool:
    """A finite verb right behind the comma that ends an aside, without a subject but one before the aside."""
    lefts = [child for child in clause.lefts if child.i > cue.i]
    first = lefts[0].left_edge if lefts else clause
    if clause.pos_ not in _VERBS or clause.doc[first.i - 1].text != "," or first.dep_ in {"cc", "mark"}:
        return False
    helping = next((child for child in lefts if child.dep_ in {"aux", "auxpass"}), clause)
    return helping.tag_ in _FINITE and not any(child.dep_ in _SUBJECTS for child in lefts)


def lent(cue: "Token", frame: Frame) -> set[int]:
    """ "Goes on to insist, most of all in June, | that he wants to stay": the that-clause of an infinitive
    which the parser hung on the verb above."""
    above = cue.head
    own = verb_frames().get(lemma(above))
    takes_one = own is not None and "clause" in own.frames
    if "clause" not in frame.frames or cue.dep_ != "xcomp" or takes_one:
        return set()
    told = (child for child in above.rights if child.dep_ == "ccomp" and child.left_edge.i > cue.i)
    return {token.i for clause in told if marked(clause, THAT) for token in clause.subtree}


def before_main(cue: "Token", frame: Frame) -> set[int]:
    """ "While he acknowledged | money was short, Kovar said that …": the clause right behind a cue, which the
    parser took for that of the main verb and hung the cue on it."""
    clause = cue.head
    if "clause" not in frame.frames or (cue.dep_, clause.dep_) != ("advcl", "ccomp"):
        return set()
    behind = {token.i for token in clause.subtree if token.i > cue.i}
    whose = [child.left_edge.i for child in clause.lefts if child.dep_ in _SUBJECTS]
    own = any(child.dep_ in _SUBJECTS for child in cue.lefts)
    plain = not any(cue.doc[index].text == "," for index in behind)
    told = own and plain and clause.head.i > clause.i and whose == [cue.i + 1]
    return behind if told else set()


def told_to(cue: "Token", frame: Frame) -> set[int]:
    """ "Told the panel | the firm paid a lot": the clause without a "that" which the parser hung on one of
    those who are told."""
    if "clause" not in frame.frames or lemma(cue) not in words("cues", "addressing"):
        return set()
    told = next((child for child in cue.rights if child.dep_ == "dobj"), None)
    within = told.subtree if told is not None else ()
    clauses = [one for one in within if one.dep_ in {"acl", "relcl"} and _whole(one)]
    return {token.i for clause in clauses[:1] for token in clause.subtree}


def _whole(clause: "Token") -> bool:
    """A clause right behind a noun with a subject and an object of its own: of "the man the police had held"
    the man is the object."""
    own = next((child for child in clause.lefts if child.dep_ in _SUBJECTS), None)
    opens = own is not None and own.pos_ != "PRON" and clause.left_edge.i == clause.head.i + 1
    return opens and _completed(clause)


def _completed(clause: "Token") -> bool:
    """Whether a verb has an object or what stands for one, itself or in the infinitive that it takes."""
    rest = [child for child in clause.rights if child.dep_ in {"dobj", "attr", "acomp", "ccomp", "xcomp"}]
    return any(child.dep_ != "xcomp" or _completed(child) for child in rest)


def in_statement(cue: "Token", frame: Frame) -> set[int]:
    """ "Said in a statement | it learned of the breach": the clause that the parser hung on the statement;
    not "in a statement it issued"."""
    if "clause" not in frame.frames or any(child.dep_ == "ccomp" for child in cue.children):
        return set()
    nouns = (noun for child in cue.rights if child.lower_ == "in" for noun in child.rights)
    papers = (noun for noun in nouns if lemma(noun) in words("cues", "issued"))
    hung = (one for noun in papers for one in noun.rights if one.dep_ == "relcl")
    clause = next((one for one in hung if lemma(one) not in words("cues", "issuing") and _opened(one)), None)
    return {token.i for token in clause.subtree} if clause is not None else set()


def _opened(clause: "Token") -> bool:
    """A clause that begins with a subject of its own, and with no "that" or "which"."""
    own = next((child for child in clause.lefts if child.dep_ in _SUBJECTS), None)
    return own is not None and own.left_edge.i == clause.left_edge.i and own.tag_ not in {"WDT", "WP"}


def behind_aside(cue: "Token", frame: Frame) -> set[int]:
    """ "Though he insists, with some pride, | that the vote is fair": the parser made the main clause of what
    he insists on."""
    main = cue.head
    if "clause" not in frame.frames or cue.dep_ != "advcl" or main.i < cue.i:
        return set()
    that = next((child for child in main.lefts if child.dep_ == "mark" and child.lower_ in THAT), None)
    return {token.i for token in main.subtree if that is not None and token.i >= that.i > cue.i}


def behind_occasion(cue: "Token", frame: Frame) -> set[int]:
    """ "Said as she left the hall | that he had lied": the that-clause which the parser hung on the clause
    that tells when it was said; not "as she left the hall that he had built"."""
    if "clause" not in frame.frames or any(child.dep_ in {"ccomp", "dobj"} for child in cue.rights):
        return set()
    occasions = (child for child in cue.rights if child.dep_ == "advcl" and child.left_edge.i == cue.i + 1)
    when = next((one for one in occasions if one.left_edge.lower_ in _OCCASIONS), None)
    if when is None or telling(when):
        return set()
    clauses = (one for one in when.subtree if one.dep_ in {"ccomp", "relcl"} and one.i > when.i)
    told = next((one for one in clauses if one.left_edge.lower_ == "that" and _own_subject(one)), None)
    return {token.i for token in told.subtree} if told is not None and _completed(told) else set()


def _own_subject(clause: "Token") -> bool:
    return any(child.dep_ in _SUBJECTS and child.lower_ != "that" for child in clause.lefts)


def unmarked(cue: "Token", frame: Frame) -> set[int]:
    """ "Said after the vote | he would not run": the parser took what is told for an aside, and when it was
    said for a part of it; no word opens it as one."""
    asides = [child for child in cue.rights if child.dep_ == "advcl" and child.tag_ not in {"VBG", "VBN"}]
    tells = "clause" in frame.frames and cue.tag_ in _FINITE and telling(cue)
    if len(asides) != 1 or not tells or any(child.dep_ in {"ccomp", "dobj"} for child in cue.rights):
        return set()
    clause = asides[0]
    own = next((child for child in clause.lefts if child.dep_ in {"nsubj", "nsubjpass"}), None)
    when = [child for child in clause.lefts if own is not None and child.i < own.i]
    phrase = len(when) == 1 and when[0].dep_ == "prep" and when[0].i == cue.i + 1
    if own is None or not phrase or own.left_edge.i != when[0].right_edge.i + 1:
        return set()
    return {token.i for token in clause.subtree if token.i >= own.left_edge.i}
