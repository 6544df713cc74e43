"""The clause that a verb reports: its complement, one hung elsewhere, or the sentence around the cue.

A clause within it that has a source and a cue of its own is outside.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from sayso.extract.sayings.asides import without_side_clauses
from sayso.extract.sayings.cues import (
    QUESTIONS,
    Frame,
    claimed_apart,
    claimed_behind,
    infinitive,
    lemma,
    marked,
    telling,
    verb_frames,
)
from sayso.extract.sayings.further import second_clause
from sayso.extract.sayings.quotes import MARKS
from sayso.extract.sayings.stances import negated
from sayso.extract.sayings.subjects import told_clause
from sayso.extract.sayings.voices import can_speak
from sayso.extract.sentences import DASHES, bounds
from sayso.lexicon import words
from sayso.model.report import Stance

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

SHORTEST_CLAUSE = 5
"""Words that a clause before its cue must have when only a comma shows it."""

_STOPS = frozenset({";", ":"})
_COMPLEMENTS = frozenset({"ccomp", "xcomp", "dobj", "oprd"})
_THESE = frozenset({"it", "this", "that", "these", "those"})
_QUESTION_TAGS = frozenset({"WP", "WRB", "WDT"})
_COMPARING = frozenset({"as", "than", "if"})


def complement_clauses(cue: "Token", frame: Frame) -> set[int]:
    """The complement clauses; the parser of a small pipeline now and then splits one in two."""
    if not frame.frames & {"clause", "quote"}:
        return set()
    clausal = "clause" in frame.frames
    complements = [
        child
        for child in cue.children
        if (child.dep_ == "ccomp" and _may_be_content(child) and (clausal or _in_marks(child)))
        or (
            clausal
            and (
                _whether(child, cue)
                or _how_to(child)
                or _left_open(child, cue)
                or _inserted(child, cue)
                or (gerund(child) and not absolute(child))
            )
        )
    ]
    heads = [child for child in complements if not _before_stop(child, cue) and not _of_its_own(child, cue)]
    heads = [head for head in heads if not _of_the_subject(head, cue)]
    saying_when = {token.i for head in heads for token in _opening_time(head, cue)}
    inside = {
        index for head in heads for index in without_side_clauses({token.i for token in head.subtree}, cue)
    }
    inside |= _cut_off(heads, cue) | second_clause(heads, cue) | _up_to(inside, cue)
    return inside - saying_when


def _of_the_subject(clause: "Token", cue: "Token") -> bool:
    """ "The records demanded | are too broad": the parser takes a participle for the verb and its verb for a
    clause; not "which he said was too broad"."""
    asked = [child for child in cue.lefts if child.dep_ in {"nsubj", "dobj"}]
    return (
        clause.left_edge.i == cue.i + 1
        and clause.left_edge.pos_ in {"AUX", "VERB"}
        and cue.tag_ in {"VBD", "VBN"}
        and _bare_of_subject(clause)
        and len(asked) == 1
        and asked[0].tag_ not in {"WDT", "WP"}
        and cue.dep_ != "relcl"
        and not _in_marks(clause)
    )


def _up_to(inside: set[int], cue: "Token") -> set[int]:
    """ "712 were saved, 85 of them by air, and 2,300 stayed away, Kovar said.": of a cue that ends its
    sentence, all that stands before its source, where the parser cut the content short."""
    if not inside or max(inside) > cue.i or min(inside) > bounds(cue)[0] + 1:
        return set()
    own = next((child for child in cue.lefts if child.dep_ == "nsubj"), None)
    last = own.left_edge.i - 1 if own is not None else 0
    if own is None or cue.doc[last].text != "," or max(inside) >= last:
        return set()
    rest = cue.doc[max(inside) + 1 : last]
    behind = cue.doc[cue.i + 1 : bounds(cue)[1]]
    ends = not any(token.is_alpha for token in behind)
    return set(range(max(inside) + 1, last)) if ends and not any(map(telling, rest)) else set()


def _cut_off(heads: Sequence["Token"], cue: "Token") -> set[int]:
    """ "Said about half of the rise | reflected …": the subject of the clause, which the parser hung on the
    cue."""
    if len(heads) != 1 or heads[0].left_edge.i <= cue.i + 1 or not _bare_of_subject(heads[0]):
        return set()
    first = heads[0].left_edge.i
    between = [
        child for child in cue.children if cue.i < child.i < first and child.dep_ not in {"prt", "punct"}
    ]
    joined = between and between[0].left_edge.i == cue.i + 1 and _reaches(between[-1], first)
    if not joined or between[-1].dep_ not in {"prep", "npadvmod", "dobj"}:
        return set()
    return set(range(cue.i + 1, first))


def _reaches(phrase: "Token", first: int) -> bool:
    """Whether a phrase runs up to a place, but for the dash that ends an aside in it: "families – young
    or old – | would pay"."""
    rest = phrase.doc[phrase.right_edge.i + 1 : first]
    inner = any(token.text in DASHES for token in phrase.subtree)
    return not len(rest) or (inner and len(rest) == 1 and rest[0].text in DASHES)


def _bare_of_subject(clause: "Token") -> bool:
    """A finite verb without a subject."""
    auxiliary = next((child for child in clause.lefts if child.dep_ in {"aux", "auxpass"}), clause)
    return auxiliary.tag_ in {"VBD", "VBZ", "VBP", "MD"} and not any(
        child.dep_ in {"nsubj", "nsubjpass", "csubj", "expl", "mark"} for child in clause.children
    )


def _in_marks(clause: "Token") -> bool:
    """A verb of manner or of going on ("began", "sighed") introduces quoted words only."""
    first = clause.left_edge.i
    return any(token.text in MARKS for token in clause.subtree) or (
        first > 0 and clause.doc[first - 1].text in MARKS
    )


def _how_to(child: "Token") -> bool:
    """ "Explained how to see in the dark"."""
    return child.dep_ == "xcomp" and child.left_edge.tag_ in {"WRB", "WP", "WDT"}


def _left_open(child: "Token", cue: "Token") -> bool:
    """ "Has not said when the road will reopen": a question left open, hung on its verb like an adverb."""
    return (
        child.dep_ == "advcl"
        and child.left_edge.i == cue.i + 1
        and child.left_edge.tag_ == "WRB"
        and any(one.dep_ in {"nsubj", "nsubjpass"} for one in child.lefts)
        and lemma(cue) in words("cues", "left_open")
        and negated(cue)
    )


def _inserted(child: "Token", cue: "Token") -> bool:
    """ "The bill, which residents say left a hole": what a relative clause tells, with who says so in its
    midst."""
    return (
        child.dep_ == "xcomp"
        and child.left_edge.i == cue.i + 1
        and child.tag_ in {"VBD", "VBZ", "VBP", "VBN"}
        and sum(one.dep_ == "nsubj" for one in cue.lefts) > 1
        and any(one.tag_ in {"WDT", "WP"} for one in cue.lefts)
    )


def _whether(child: "Token", cue: "Token") -> bool:
    """ "Asked by reporters if he would pay": a question hung on its verb like an adverb."""
    return (
        child.dep_ == "advcl"
        and child.i > cue.i
        and lemma(cue) in verb_frames()
        and verb_frames()[lemma(cue)].stance is Stance.ASKS
        and marked(child, QUESTIONS)
    )


def _before_stop(clause: "Token", cue: "Token") -> bool:
    """In "toll rises to 17; operator denies it was warned" the first clause stands for itself, and so it does
    before a colon: "It was a surprise: he agreed to leave"."""
    parted = any(child.text in _STOPS and clause.i < child.i < cue.i for child in cue.children)
    return parted and any(other.dep_ in _COMPLEMENTS for other in cue.rights) and not _in_marks(clause)


def _of_its_own(clause: "Token", cue: "Token") -> bool:
    """ "The vote is near, and growers reject the idea that …": a clause before a cue that tells of a thing is
    none of its content, but for a quotation; nor is what a claim says that the cue denies, or that somebody
    makes behind it."""
    if clause == claimed_apart(cue) or _behind_a_claim(clause, cue):
        return True
    things = (child for child in cue.rights if child.dep_ == "dobj")
    told_of = any(_is_told(thing, cue) for thing in things)
    return told_of and clause.right_edge.i < cue.i and not _in_marks(clause)


def _behind_a_claim(clause: "Token", cue: "Token") -> bool:
    """ "Voiced alarm at the union's claims that …"."""
    first = clause.left_edge.i
    return first > cue.i + 1 and claimed_behind(clause.doc[first - 1]) == clause


def _is_told(thing: "Token", cue: "Token") -> bool:
    """An object that is told and not who is told it: "wrote a letter", "will demand this"."""
    if not can_speak(thing):
        return True
    told = thing.lower_ in _THESE or lemma(thing) in words("offices", "documents")
    return told and lemma(cue) not in words("cues", "addressing")


def _has_told(cue: "Token") -> bool:
    """ "As we learn more about it", "as polls show her ahead": the verb has an object that is told."""
    told = lemma(cue) not in words("cues", "addressing")
    return any(child.dep_ == "dobj" and (told or _is_told(child, cue)) for child in cue.rights)


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


def told_by(cue: "Token", frame: Frame) -> set[int]:
    """ "Was told by a manager that …": the parser hangs the clause on the manager."""
    clause = told_clause(cue) if "clause" in frame.frames else None
    return {token.i for token in clause.subtree} if clause is not None else set()


def displaced(cue: "Token", frame: Frame) -> set[int]:
    """A that-clause hung by the parser on a noun between it and its cue:
    "confirmed for the first time that …"."""
    if "clause" not in frame.frames:
        return set()
    for token in cue.subtree:
        if (
            token.lower_ == "that"
            and token.i > cue.i
            and _of_relative(token).dep_ in {"relcl", "acl", "ccomp"}
            and _of_relative(token).head.i != cue.i
        ):
            clause = _of_relative(token)
            if (
                clause.head.pos_ in {"NOUN", "PROPN"}
                and _complete(clause, token)
                and (_addressed(clause.head, cue) or _displaced_on(clause.head, cue))
            ):
                return {inner.i for inner in clause.subtree}
    return set()


def _of_relative(that: "Token") -> "Token":
    """The verb of the clause that a "that" opens: where the parser made it a second object of an infinitive
    ("at the time that the app was used to spread spam"), the verb above."""
    verb = that.head
    second = that.dep_ == "dobj" and verb.dep_ == "xcomp" and any(one.dep_ == "dobj" for one in verb.rights)
    return verb.head if second else verb


def _addressed(noun: "Token", cue: "Token") -> bool:
    """ "Told a meeting of growers that …", "told the judge and a clerk who sat with him that …": the
    clause is not about those who were told."""
    told = next((child for child in cue.rights if child.dep_ == "dobj"), None)
    return told is not None and noun in told.subtree and lemma(cue) in words("cues", "addressing")


def _displaced_on(noun: "Token", cue: "Token") -> bool:
    return noun.dep_ in {"pobj", "npadvmod"} and _hangs_on(noun, cue)


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
    if absolute(child) or _now_that(child) or _behind_which(child) or _perceived(child):
        return False
    return not marked(child, _COMPARING) or any(token.lower_ in QUESTIONS for token in child.children)


def _behind_which(clause: "Token") -> bool:
    """ "“Go,” Kovar said, which drew applause", "…, to which he replied that …": what came of her words, or
    another's answer, is none of them."""
    first = clause.left_edge
    parted = first.i > clause.head.i + 1 and first.nbor(-1).text == ","
    which = first.nbor(1) if first.lower_ == "to" else first
    return parted and which.tag_ == "WDT" and which.lower_ == "which"


def _perceived(clause: "Token") -> bool:
    """ "Heard the mayor say that it was over": what was heard is told by whoever said it."""
    bare = clause.tag_ == "VB" and not any(one.dep_ in {"aux", "mark"} for one in clause.lefts)
    return bare and lemma(clause.head) in words("cues", "perceiving") and telling(clause)


def _now_that(clause: "Token") -> bool:
    """ "Favours reopening now that the goals are met": why it is so, and not what is said; "Here & Now" is a
    name."""
    that = next((child for child in clause.lefts if child.dep_ == "mark" and child.lower_ == "that"), None)
    return that is not None and that.i > 0 and that.nbor(-1).text in {"now", "given", "provided"}


def absolute(verb: "Token") -> bool:
    """Say whether a participle tells how somebody looked or sounded while speaking: "…, his voice
    thundering"."""
    first = verb.left_edge
    return (
        verb.tag_ == "VBG"
        and first.tag_ == "PRP$"
        and first.i > 0
        and verb.doc[first.i - 1].text == ","
        and verb.doc[verb.i - 1].pos_ in {"NOUN", "ADV"}
    )


def surrounding(cue: "Token", frame: Frame) -> set[int]:
    """A cue set into or after the sentence it reports: "The ship, he said, was late", or
    "…, as reported by the agency"."""
    if "clause" not in frame.frames or cue.dep_ not in {"parataxis", "ccomp", "advcl", "dep"}:
        return set()
    head = cue.head
    if head.pos_ not in {"VERB", "AUX"} and head.dep_ not in {"ROOT", "nsubj"}:
        return set()
    if cue.dep_ == "ccomp" and (telling(head) or infinitive(cue) or _runs_on(cue) or _closed(cue)):
        # "The veto will cause them to answer a question", "helped them answer it" is not what they answer.
        return set()
    if any(child.tag_ in _QUESTION_TAGS or child.dep_ == "oprd" for child in cue.children):
        # "Here is what we know", "somewhere (we don't know where)", "a show she called “Salt”".
        return set()
    if cue.dep_ == "advcl" and (not _as_clause(cue) or _has_told(cue) or _with_its_own(cue)):
        return set()
    if cue.dep_ in {"ccomp", "dep"} and any(child.dep_ == "mark" for child in cue.children):
        return set()
    own = {token.i for token in cue.subtree}
    if cue.dep_ == "advcl" and cue.i > head.i:
        # "He met the owner, as the paper reported, and will go on": what stands before it is what it reports.
        return without_side_clauses({token.i for token in head.subtree if token.i < min(own)}, cue)
    if cue.dep_ == "parataxis" and head.dep_ == "advcl" and head.i < cue.i < head.head.i:
        # "Though the start was calm, he said, the end would not be": the parser hung it on the side clause.
        head = head.head
    if cue.dep_ == "parataxis" and head.dep_ == "nsubj" and head.i < cue.i < head.head.i:
        # "The difference, he said, is that …".
        head = head.head
    return without_side_clauses({token.i for token in head.subtree} - own, cue)


def _closed(cue: "Token") -> bool:
    """ "The council declared an emergency; nobody was hurt": a clause before, with an object, which a
    semicolon ends."""
    behind = cue.doc[cue.right_edge.i + 1 :]
    whole = any(child.dep_ == "dobj" for child in cue.rights)
    return cue.i < cue.head.i and whole and len(behind) > 0 and behind[0].text == ";"


def _runs_on(cue: "Token") -> bool:
    """Whether nothing parts a cue and its source from the words before."""
    first = cue.left_edge.i
    return first > cue.head.i and not cue.doc[first - 1].is_punct


def _as_clause(cue: "Token") -> bool:
    return any(
        child.lower_ == "as" and child.i < cue.i and child.dep_ in {"mark", "advmod", "prep"}
        for child in cue.children
    )


def _with_its_own(cue: "Token") -> bool:
    """ "Talks stalled as Kovar urged the mayor to pay": who has something to say of its own does not report
    the clause before."""
    return any(child.dep_ in {"ccomp", "xcomp"} and child.i > cue.i for child in cue.children)


def before(cue: "Token", source_first: int, sentence: "Span") -> set[int]:
    """Return the tokens before the source of a cue that closes or interrupts its sentence:
    "The road was shut, police said".

    A last resort where the parser found no complement: the source must follow a comma,
    and enough must stand before it; "…, although at first it did not show the rest" tells of nothing before.
    """
    doc = sentence.doc
    if (
        cue.i < source_first
        or source_first - sentence.start < SHORTEST_CLAUSE
        or doc[source_first - 1].text not in {",", '"', "''"}
        or not _tells(doc[sentence.start : source_first - 1])
        or any(child.dep_ == "mark" and child.lower_ != "as" for child in cue.lefts)
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


def gerund(child: "Token") -> bool:
    """ "denied having received it"."""
    return child.dep_ in {"xcomp", "pcomp"} and any(t.tag_ == "VBG" for t in [child, *child.lefts])
