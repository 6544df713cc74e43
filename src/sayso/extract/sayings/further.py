"""What goes on telling of a content though the parser hung it on the cue: phrases behind an object, a second
infinitive, a second gerund, a second clause."""

from collections.abc import Sequence, Set
from typing import TYPE_CHECKING

from sayso.extract.sayings.cues import THAT, US, claimed_apart, entries, infinitive, lemma, marked, telling
from sayso.extract.sayings.quotes import MARKS
from sayso.extract.sayings.voices import TIMES, object_of
from sayso.lexicon import words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

LONGEST_JOINT = 2
"""Words between two clauses that are joined: a comma and "and"."""

_SINGLE = frozenset("'’")
_STOPS = frozenset(",!?")

_MORE_OF = frozenset({"prep", "dative"})


def phrases(inside: Set[int], cue: "Token") -> set[int]:
    """ "Described rough play | by the guards": phrases right behind an object that tell more of it, though
    the parser hung them on the cue; not when, where or to whom it was said."""
    more: set[int] = set()
    last = max(inside, default=cue.i)
    apart = claimed_apart(cue)
    if apart is not None and inside and min(inside) < apart.i:
        return set(range(min(inside), apart.right_edge.i + 1))
    for child in cue.rights:
        if child.i > last and inside and child.left_edge.i == last + 1 and _deed_of(cue.doc[last], child):
            last = child.right_edge.i
            more |= {token.i for token in child.subtree}
        if child.i > last and child.dep_ in _MORE_OF and child.left_edge.i == last + 1 and _tells_more(child):
            last = child.right_edge.i
            more |= {token.i for token in child.subtree}
    more |= _quoted_behind(cue.doc, last) if inside else set()
    return more if inside and last > cue.i else set()


def _quoted_behind(doc: "Doc", last: int) -> set[int]:
    """ "Promised elections | “within 18 months”": what is quoted of when or how, right behind an object."""
    if last + 2 >= len(doc) or doc[last + 1].text not in MARKS or doc[last + 2].dep_ != "prep":
        return set()
    end = doc[last + 2].right_edge.i + 1
    shut = end < len(doc) and doc[end].text in MARKS
    return set(range(last + 1, end + 1)) if shut else set()


def _deed_of(noun: "Token", deed: "Token") -> bool:
    """ "Defended her call | to raise the wage": what a noun of asking or promising is for."""
    frames = entries("nouns").get(lemma(noun), ()) if deed.dep_ == "advcl" and noun.pos_ == "NOUN" else ()
    return infinitive(deed) and any("to" in frame.frames for frame in frames)


def _tells_more(phrase: "Token") -> bool:
    noun = object_of(phrase)
    if phrase.lower_ not in words("cues", "of_the_thing") or (noun is not None and noun.ent_type_ in TIMES):
        return False
    if phrase.lower_ == "from":
        # "Railed against the fees from his boat".
        return noun is not None and not any(child.tag_ == "PRP$" for child in noun.children)
    # "By phone", "by closing the bank": how, not by whom.
    return phrase.lower_ != "by" or (noun is not None and (noun.left_edge != noun or noun.pos_ == "PROPN"))


def joined_phrase(inside: Set[int], cue: "Token") -> set[int]:
    """ "Spoke of the old laws, and how the fight went on", "cited the cold, and the price of oil": a second
    thing told, which the parser joined to the cue."""
    last = max(inside, default=cue.i)
    if any(child.dep_ == "xcomp" and child.i in inside for child in cue.rights):
        return set()
    for child in cue.rights:
        joint = cue.doc[last + 1 : child.left_edge.i]
        runs_on = 0 < len(joint) <= LONGEST_JOINT and all(token.dep_ in {"cc", "punct"} for token in joint)
        thing = child.pos_ in {"NOUN", "PROPN", "NUM"} or child.left_edge.tag_ in {"WRB", "WP"}
        if inside and child.dep_ == "conj" and child.left_edge.i > last and runs_on and thing:
            return set(range(last + 1, child.right_edge.i + 1))
    return set()


def second_deed(cue: "Token", deed: "Token") -> set[int]:
    """ "Promised to lift the ban and reopen the port": a second deed that the parser joined to the cue, whose
    form shows that it goes with the infinitive."""
    second = next(
        (child for child in cue.children if child.dep_ == "conj" and child.i > deed.i and _bare(child)), None
    )
    if second is None or _bare(cue):
        return set()
    return set(range(deed.right_edge.i + 1, second.left_edge.i)) | {token.i for token in second.subtree}


def second_gerund(thing: "Token", cue: "Token") -> set[int]:
    """ "Mentioned closing the mine and moving the families": a second gerund that the parser joined to the
    cue."""
    if thing.left_edge.tag_ != "VBG" or cue.tag_ == "VBG":
        return set()
    second = next(
        (
            child
            for child in cue.children
            if child.dep_ == "conj" and child.tag_ == "VBG" and child.i > thing.i
        ),
        None,
    )
    if second is None:
        return set()
    return set(range(thing.right_edge.i + 1, second.left_edge.i)) | {token.i for token in second.subtree}


def second_clause(heads: Sequence["Token"], cue: "Token") -> set[int]:
    """Return a second clause that the parser joined to the cue: "said that he was tired, and that she had
    left", and behind a cue in the midst, "The road was shut, police said, and the bridge had sunk"."""
    if heads and _main_behind(heads[-1], cue):
        return {token.i for token in cue.head.subtree if token.i > cue.right_edge.i}
    for joined in cue.children:
        if joined.dep_ != "conj" or joined.i < cue.i or not heads:
            continue
        own = next((child for child in joined.lefts if child.dep_ in {"nsubj", "nsubjpass", "expl"}), None)
        amidst = heads[-1].i < cue.i and own is not None and not telling(joined)
        amidst = amidst and not _closed_before(cue)
        if marked(joined, THAT):
            joints = {child.i for child in cue.children if child.dep_ == "cc" and child.i < joined.i}
            return joints | {token.i for token in joined.subtree}
        if amidst and joined.left_edge.i > cue.i and _behind_comma(joined):
            return {token.i for token in joined.subtree}
        first = heads[-1].right_edge.i + 1
        joint = cue.doc[first : joined.left_edge.i]
        runs_on = 0 < len(joint) <= LONGEST_JOINT and all(token.dep_ in {"cc", "punct"} for token in joint)
        other = own is not None and own.lower_ not in US and not telling(joined)
        theirs = other and (_in_its_tense(joined, heads[-1], cue) or _quoting(joined))
        if runs_on and (theirs or joined.pos_ == "ADP"):
            return set(range(first, joined.left_edge.i)) | {token.i for token in joined.subtree}
    return set()


def _main_behind(told: "Token", cue: "Token") -> bool:
    """ "The road was shut, said Mirela Kovar, the mayor, and | the bridge had sunk": where a name has words
    beside it the parser makes the main clause of the second one."""
    main, joint = cue.head, cue.right_edge
    who = next((child for child in cue.rights if child.dep_ == "nsubj"), None)
    amidst = cue.dep_ == "parataxis" and told.i < cue.i < joint.i < main.i and who is not None
    joined = amidst and joint.dep_ == "cc" and joint.nbor(-1).text == ","
    own = next((child for child in main.lefts if child.dep_ in {"nsubj", "nsubjpass", "expl"}), None)
    follows = joined and own is not None and own.left_edge.i == joint.i + 1
    return follows and not telling(main) and (_quoting(main) or not _closed_before(cue))


def _closed_before(cue: "Token") -> bool:
    """ "“He lied,” Kovar said, but the council was not moved": the words quoted end before who says so, and
    what follows is the outlet's."""
    own = next((child for child in cue.lefts if child.dep_ == "nsubj"), cue)
    first = min(own.left_edge.i, cue.i)
    before = [token.text for token in cue.doc[max(first - 2, 0) : first]]
    return bool(before) and (before[-1] in MARKS or (before[-1] in _SINGLE and before[0] in _STOPS))


def _quoting(clause: "Token") -> bool:
    """ "Said it was too early, and there was “no sign” of a plot": a clause with words that somebody said."""
    return sum(token.text in MARKS for token in clause.subtree) > 1


def _in_its_tense(joined: "Token", told: "Token", cue: "Token") -> bool:
    """ "Claims that it was taken and she was sent away", "said it was shut and nobody would pay", "said they
    may leave, and others may follow": the tense goes with what is told and not with the telling."""
    past = finite(cue).tag_ == "VBD"
    helping, likewise = finite(joined), finite(told)
    if past and helping.tag_ == "MD":
        return helping.lower_ in {"would", likewise.lower_}
    return not past and helping.tag_ == likewise.tag_ == "VBD"


def finite(verb: "Token") -> "Token":
    """Return the word that shows a verb's tense."""
    return next((child for child in verb.lefts if child.dep_ in {"aux", "auxpass"}), verb)


def _behind_comma(clause: "Token") -> bool:
    """Say whether a clause stands behind ", and" or ", but"."""
    doc, first = clause.doc, clause.left_edge.i
    return doc[first - 1].dep_ == "cc" and doc[first - 2].text == ","


def _bare(verb: "Token") -> bool:
    """Say whether a verb stands in its bare form; the pipeline takes some for the present tense."""
    finite = any(child.dep_ in {"aux", "nsubj", "nsubjpass"} for child in verb.children)
    return verb.tag_ in {"VB", "VBP"} and verb.lower_ == lemma(verb) and not finite
