"""Reporting verbs that tell of nothing said: what is refused, promised, asked for or ought to be said, what
stands under "whether", and what nobody says."""

from typing import TYPE_CHECKING

from sayso.extract.sayings import clauses, cues, stances
from sayso.lexicon import words
from sayso.model.report import Stance

if TYPE_CHECKING:
    from spacy.tokens import Token

_FOR = frozenset({"for"})

_REASONS = frozenset({"because", "as", "since", "for"})

NO_ONE = frozenset({"nobody", "none", "neither", "anyone", "anybody"})
"""Subjects that mean nobody: "nobody told us" is no statement of anyone's."""


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
    "without" that verb is not told at all. "His voice thundering" tells how it was said; what somebody
    "should not say" is not said either, nor is "whatever she says"."""
    if stances.unsaid(cue) or clauses.absolute(cue) or _whatever(cue) or _brought_to(cue):
        return True
    if _ought(cue) or _only_may(cue) or _for_others(cue) or _due(cue) or _forbidden(cue):
        return True
    if _why_unnamed(cue):
        return True
    if cue.dep_ in {"xcomp", "ccomp"} and cues.lemma(cue.head) == "help" and cue.tag_ == "VB":
        cue = cue.head  # "asked the clerk to help explain it"
    joined = cue.dep_ == "conj" and cue.tag_ == cue.head.tag_ == "VB"
    deed = cue.head if joined and not any(child.dep_ in {"nsubj", "aux"} for child in cue.lefts) else cue
    frame = cues.verb_frames().get(cues.lemma(deed.head))
    refused = deed.dep_ == "xcomp" and frame is not None and "to" in frame.frames
    return refused or _disowned(deed) or _to_be_said(cue)


def _to_be_said(cue: "Token") -> bool:
    """ "Urged that the board condemn it": what somebody is asked to say is not said yet."""
    asking = cues.verb_frames().get(cues.lemma(cue.head))
    one = any(child.dep_ == "nsubj" and child.tag_ in {"NN", "NNP"} for child in cue.lefts)
    bare = cue.tag_ == "VB" or (cue.tag_ == "VBP" and one)
    bare = bare and not any(child.dep_ == "aux" for child in cue.lefts)
    asked = asking is not None and asking.stance is Stance.ASKS and cues.verbal(cue.head)
    return bare and cue.dep_ == "ccomp" and asked and cues.marked(cue, cues.THAT)


def _disowned(deed: "Token") -> bool:
    """ "Denied telling them so", "would not rule out accepting the plan": what is denied, or left open, is
    not done; and "did not regret calling it a breach" is one statement."""
    verb = deed.head
    if deed.tag_ != "VBG" or deed.dep_ not in {"xcomp", "pcomp"} or not cues.verbal(verb):
        return False
    if cues.telling(verb) and deed.dep_ == "xcomp" and stances.negated(verb):
        return True
    entries = (*cues.entries("verbs").get(cues.lemma(verb), ()), *cues.phrasal(verb))
    return any(entry.stance is Stance.DENIES for entry in entries)


def _whatever(cue: "Token") -> bool:
    """ "Whatever she says, they will ask for more": it tells of no saying."""
    return any(child.lower_ in {"whatever", "whichever"} and child.dep_ == "dobj" for child in cue.lefts)


def _brought_to(cue: "Token") -> bool:
    """ "To let them know that it is over", "tried to get him to admit it": what others are to learn, or to be
    brought to say, they have not said; "got him to admit it" he has, and "have to say" is another thing."""
    verb = cue.head
    if cue.tag_ != "VB" or cue.dep_ not in {"ccomp", "xcomp"} or verb.tag_ != "VB":
        return False
    others = any(child.dep_ == "nsubj" for child in cue.lefts) or any(
        child.dep_ == "dobj" and child.i < cue.i for child in verb.rights
    )
    return others and verb.lower_ in words("cues", "unsaid.brought")


def _ought(cue: "Token") -> bool:
    """ "Mr Kovar should not speak ill of the dam": what others ought to say; "I must say" says it."""
    bound = any(child.dep_ == "aux" and child.lower_ in words("cues", "ought") for child in cue.children)
    return bound and not _by_us(cue)


def _only_may(cue: "Token") -> bool:
    """ "Traders think the board could announce a sale": what others may say yet, in somebody's words, is
    those words alone; "I could say" says it."""
    if cue.dep_ != "ccomp" or cue.tag_ != "VB" or not cues.telling(cue.head) or _by_us(cue):
        return False
    may = any(child.dep_ == "aux" and child.lower_ in words("cues", "only_may") for child in cue.lefts)
    return may and not stances.negated(cue)


def _for_others(cue: "Token") -> bool:
    """ "Pushed for the council to accept it", "time for the mayor to admit it": it is not done yet."""
    return cues.infinitive(cue) and cues.marked(cue, _FOR)


def _due(cue: "Token") -> bool:
    """ "They deserve to know", "he needs to explain why": what somebody is yet to learn or to say."""
    bound = cue.dep_ == "xcomp" and cues.infinitive(cue) and not _by_us(cue.head)
    return (
        bound and cues.lemma(cue.head) in words("cues", "unsaid.due") and cue.head.tag_ not in {"VBD", "VBN"}
    )


def _forbidden(cue: "Token") -> bool:
    """ "Because he was not authorized to discuss it", "is barred from talking of it": who may not say
    something is not shown to have been asked."""
    told = cue.head.head if cue.dep_ == "pcomp" else cue.head
    if cue.dep_ not in {"xcomp", "pcomp"} or not any(one.dep_ == "auxpass" for one in told.lefts):
        return False
    if cues.lemma(told) in words("cues", "unsaid.barring"):
        return not stances.negated(told)
    return cues.lemma(told) in words("cues", "unsaid.allowing") and stances.negated(told)


def _why_unnamed(cue: "Token") -> bool:
    """ "Who asked not to be named because he feared losing his job": why somebody is not named is nothing
    that he tells."""
    reason = next((one for one in (cue, *cue.ancestors) if one.dep_ == "advcl"), None)
    if reason is None or not cues.marked(reason, _REASONS):
        return False
    above = reason.head
    asked = {token.lower_ for token in above.doc[above.left_edge.i : reason.left_edge.i]}
    not_named = "not" in asked and not asked.isdisjoint(words("cues", "unsaid.naming"))
    return not_named or not asked.isdisjoint(words("cues", "unsaid.unnamed"))


def _by_us(cue: "Token") -> bool:
    return any(child.dep_ == "nsubj" and child.lower_ in cues.US for child in cue.children)


def by_none(head: "Token") -> bool:
    """ "No group has claimed the attack", "none of them said so", "not a single senator backed it": nobody
    says it."""
    return head.lower_ in NO_ONE or any(stances.none(child) or child.lower_ == "not" for child in head.lefts)


def by_any(head: "Token") -> bool:
    """ "The coin is not recognised by any bank", "any doctor will tell you that …": nobody in particular."""
    return any(child.lower_ == "any" for child in head.lefts)


def refusal_denied(cue: "Token") -> bool:
    """ "Had not refused to show his books", "did not decline to comment": neither words nor silence."""
    return cues.lemma(cue) in words("cues", "refused.refusing") and stances.negated(cue)


def refuses_to_act(cue: "Token", stance: Stance) -> bool:
    """ "Refused to resign", "their refusal to stand", "never returned their greetings": no word is refused,
    so nothing is left unsaid."""
    if stance is not Stance.DECLINES:
        return False
    refused = [child for child in cue.children if child.dep_ in {"xcomp", "acl"} and child.tag_ == "VB"]
    if refused:
        return cues.lemma(refused[0]) not in words("cues", "refused.saying")
    left = {child.lower_ for child in cue.children if child.dep_ == "dobj"}
    answers = cues.lemma(cue) in words("cues", "refused.answering")
    return answers and bool(left) and left.isdisjoint(words("cues", "refused.asked"))
