"""Reporting verbs that tell of nothing said: what is refused, promised or asked for, and what stands under
"whether"."""

from typing import TYPE_CHECKING

from sayso.extract.sayings import clauses, cues

if TYPE_CHECKING:
    from spacy.tokens import Token


def only_asked(cue: "Token") -> bool:
    """What stands under "whether" or "if" is asked or supposed; nobody is shown to have said it. A participle
    behind a comma goes on with the clause before ("hedged on whether he would go, telling reporters …")."""
    clause = cue
    while clause.head.i != clause.i:
        if cues.marked(clause, cues.QUESTIONS):
            return True
        if clause.dep_ == "advcl" and clause.tag_ == "VBG" and clause.doc[clause.i - 1].text == ",":
            return False
        clause = clause.head
    return False


def copies_itself(head: "Token", cue: "Token") -> bool:
    """A cue in the passive without an agent has no source ("was said to be")."""
    return head.i == cue.i


def left_unsaid(cue: "Token") -> bool:
    """ "Refused to say how many", "promised to discuss it": what is refused, promised or asked for, and a
    second deed joined to it, is the content of the verb above alone; and what is told "instead of" or
    "without" that verb is not told at all. "His voice thundering" tells how it was said."""
    if cues.unsaid(cue) or clauses.absolute(cue):
        return True
    joined = cue.dep_ == "conj" and cue.tag_ == cue.head.tag_ == "VB"
    deed = cue.head if joined and not any(child.dep_ in {"nsubj", "aux"} for child in cue.lefts) else cue
    frame = cues.verb_frames().get(cues.lemma(deed.head))
    return deed.dep_ == "xcomp" and frame is not None and "to" in frame.frames
