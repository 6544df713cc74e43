"""Turns of phrase in which a reporting word reports nothing, and questions, which tell what is asked and not
what is so: "you know, …", "that said, …", "it is hard to say", "found himself alone", "claimed asylum"."""

from typing import TYPE_CHECKING

from sayso.extract.sayings.cues import QUESTIONS, TALKING, infinitive, lemma, marked
from sayso.extract.sayings.stances import about_the_source
from sayso.extract.sayings.voices import is_person, means_people, object_of
from sayso.extract.sentences import bounds
from sayso.lexicon import words

if TYPE_CHECKING:
    from spacy.tokens import Token

_ONE = frozenset({"he", "she"})

_PURPOSE = frozenset({"advcl", "relcl", "acl"})
"""What the parser makes of an infinitive that tells what something is done for."""

_UNREAL = frozenset({"would", "'d", "’d", "should", "could"})

_MAYBE = _UNREAL | {"may", "might"}

_WITHOUT_A_WORD = {
    "admit": "idle.admitted",
    "claim": "idle.claimed",
    "concede": "idle.conceded",
    "deny": "idle.denied",
    "dismiss": "idle.dismissed",
    "reject": "idle.dismissed",
}
"""Verbs that with some objects tell of no saying, and where those are listed."""

_GIVEN = frozenset({"how", "when", "where", "why"})
"""Words whose question takes for granted that something was said."""


def idle(cue: "Token", head: "Token") -> bool:
    """Say whether a verb with this subject reports nothing, whatever it means elsewhere."""
    said_by = head.lower_
    if _never_came_about(cue, head):
        return True
    if said_by == "you":
        return _you_know(cue) or (_may(cue) and not asked(cue, head))
    if said_by == "that":
        return _that_said(cue, head)
    if said_by == "one" and _anybody(cue, head):
        return True
    if said_by == "it" and (
        _judged(cue, head) or _goes_without(cue) or lemma(cue) in words("cues", "idle.it")
    ):
        return True
    if _shown_by_deeds(cue, head):
        return True
    return (
        _next_thing(cue)
        or _of_oneself(cue)
        or _taken_up(cue)
        or _put_to_use(cue)
        or _sought(cue)
        or _finds_it(cue)
        or _finds_dead(cue)
        or _interrogates(cue)
        or _summons(cue)
        or _yet_to_show(cue, head)
        or _what_they_think(cue)
    )


def _anybody(cue: "Token", head: "Token") -> bool:
    """ "By doing so one is saying that …", "one might say": whoever it is; not "one has said", one of those
    before."""
    said = any(child.tag_ == "MD" or child.lemma_ == "be" for child in cue.lefts if child.dep_ == "aux")
    return said and head.left_edge.i == head.right_edge.i


def softens(word: "Token", head: "Token | None") -> bool:
    """ "I'm afraid the list will grow": a way to be polite about what one says, and no fear."""
    return head is not None and head.lower_ in TALKING and word.lower_ in words("cues", "idle.soft")


def asked(cue: "Token", head: "Token") -> bool:
    """Say whether a verb is that of a question, its subject behind an auxiliary: "do you think it is safe?".
    "Why has the mayor said so?" takes it as given that she has, "why would she say so?" does not."""
    if head.i > cue.i or head.head.i != cue.i:
        return False
    before = head.left_edge.i
    turned = any(child.dep_ in {"aux", "auxpass"} and child.i < before for child in cue.lefts)
    if not turned or not any(token.text == "?" for token in cue.doc[cue.i + 1 : bounds(cue)[1]]):
        return False
    given = any(child.lower_ in _GIVEN for child in cue.lefts)
    supposed = any(child.dep_ == "aux" and child.lower_ in _UNREAL for child in cue.lefts)
    return head.lower_ in TALKING or not given or supposed


def asks_itself(head: "Token") -> bool:
    """Say whether a question is put to nobody else than those who talk: "do we know that it is safe?" asks;
    "did the mayor say so?" does not show that the mayor says or asks anything."""
    return head.lower_ in TALKING


def _never_came_about(cue: "Token", head: "Token") -> bool:
    """ "They would have told us"; not "I should have said that …", which says so now."""
    helping = {child.lower_ for child in cue.lefts if child.dep_ == "aux"}
    now = head.lower_ in TALKING and "should" in helping
    return "have" in helping and not helping.isdisjoint(_UNREAL) and not now


def _may(cue: "Token") -> bool:
    """ "You'd think that …", "you might wonder …": what anybody may think."""
    return any(child.dep_ == "aux" and child.lower_ in _MAYBE for child in cue.lefts)


def _you_know(cue: "Token") -> bool:
    """ "The boats were, you know, gone", "as you know": nobody is told what he knows."""
    return lemma(cue) in words("cues", "idle.you") and not any(
        child.dep_ in {"aux", "neg"} for child in cue.lefts
    )


def _that_said(cue: "Token", head: "Token") -> bool:
    """ "That said, the boats were old"."""
    follows = cue.doc[cue.i + 1].text if cue.i + 1 < len(cue.doc) else ""
    return cue.tag_ in {"VBD", "VBN"} and head.i == cue.i - 1 and head.tag_ == "DT" and follows == ","


def _judged(cue: "Token", head: "Token") -> bool:
    """ "It is important to note that …", "it was hard to know whether …", "it may take days to tell how …",
    "it is radical to suggest so": "it" stands for what follows; not "it was ready to suggest so"."""
    kept = cue.head if cue.tag_ == "VBG" and cue.dep_ == "xcomp" else cue  # "to keep asking"
    if not infinitive(kept) or head.i > cue.i:
        return False
    between = cue.doc[head.i + 1 : cue.i]
    if lemma(cue.head) in words("cues", "idle.taking") or _is_a_thing(kept):
        return True
    return any(
        token.pos_ == "ADJ" and (token.lower_ in words("cues", "idle.judged") or _is_so(token, cue))
        for token in between
    )


def _is_a_thing(deed: "Token") -> bool:
    """ "It was “harassment” to ask for it": a noun that tells what it is to do so."""
    named = any(child.dep_ == "attr" and child.pos_ == "NOUN" for child in deed.head.rights)
    return deed.dep_ == "xcomp" and lemma(deed.head) == "be" and named


def _is_so(adjective: "Token", cue: "Token") -> bool:
    """Whether an adjective is what something is to do: "is radical to suggest"; not what tells of who does
    it."""
    is_it = adjective.dep_ in {"acomp", "attr"} and adjective.head.pos_ == "AUX"
    of_cue = cue.dep_ == "xcomp" and cue.head in {adjective, adjective.head}
    return is_it and of_cue and adjective.lower_ not in words("cues", "idle.disposed")


def _goes_without(cue: "Token") -> bool:
    """ "It goes without saying that …"."""
    return cue.dep_ == "pcomp" and cue.head.lower_ == "without" and lemma(cue.head.head) == "go"


def _shown_by_deeds(cue: "Token", head: "Token") -> bool:
    """ "Kovar has shown that he lacks patience": what somebody's deeds show of himself is not his word."""
    if lemma(cue) not in words("cues", "idle.deeds") or not (head.pos_ == "PROPN" or head.lower_ in _ONE):
        return False
    return any(child.dep_ == "ccomp" and about_the_source(child, cue) for child in cue.rights)


def _sought(cue: "Token") -> bool:
    """ "To prove whether the pumps work, she ran a test": what a deed is to show is not said."""
    return infinitive(cue) and cue.dep_ in _PURPOSE and lemma(cue) in words("cues", "idle.sought")


def _what_they_think(cue: "Token") -> bool:
    """ "Asked what they thought of the dam": what they think is not told; nor is what was said in "some of
    what Kovar said about it"."""
    if cue.left_edge.lower_ != "what":
        return False
    if cue.dep_ == "pcomp" and lemma(cue) in words("cues", "idle.what_said"):
        return not any(child.dep_ in {"ccomp", "xcomp"} for child in cue.rights)
    return cue.dep_ in {"ccomp", "pcomp"} and lemma(cue) in words("cues", "idle.what")


def _next_thing(cue: "Token") -> bool:
    """ "The next thing she knew, the lights were out"."""
    thing = cue.head
    return lemma(cue) == "know" and thing.lower_ == "thing" and cue.doc[thing.i - 1].lower_ == "next"


def _finds_it(cue: "Token") -> bool:
    """ "Drivers find it easy to pay"; not "find it odd that …", which judges."""
    behind = [token.lower_ for token in cue.doc[cue.i + 1 : cue.i + 3]]
    return lemma(cue) == "find" and behind[:1] == ["it"] and behind[-1] in words("cues", "idle.found")


def _finds_dead(cue: "Token") -> bool:
    """ "Found her brother dead in the yard": not "found him guilty"."""
    how = (child for child in cue.rights if child.dep_ in {"ccomp", "oprd", "acomp"})
    bare = (child for child in how if child.lower_ in words("cues", "idle.found_so"))
    return lemma(cue) == "find" and any(
        all(one.dep_ not in {"aux", "auxpass"} for one in child.lefts) for child in bare
    )


def _interrogates(cue: "Token") -> bool:
    """ "Police questioned two men": nothing is told of what was asked; not "questioned the plan"."""
    asked_of = (child for child in cue.rights if child.dep_ == "dobj") if lemma(cue) == "question" else ()
    return any(is_person(one) or one.lemma_.lower() in words("offices", "people") for one in asked_of)


def _summons(cue: "Token") -> bool:
    """ "Inspectors cited the mill with nine violations", "was cited for failures": a deed of theirs; not
    "cited the storm for the delay"."""
    if lemma(cue) != "cite":
        return False
    charged = (token for token in cue.subtree if token.lower_ in {"for", "with"} and token.i > cue.i)
    things = (object_of(token) for token in charged)
    return any(thing is not None and lemma(thing) in words("cues", "idle.charges") for thing in things)


def _yet_to_show(cue: "Token", head: "Token") -> bool:
    """ "The ruling will show whether the mine may open", "she will then decide whether it may": what a thing,
    or somebody, is to settle, nobody tells yet."""
    still = any(child.tag_ == "MD" for child in cue.lefts)
    settles = lemma(cue) in words("cues", "idle.settling")
    if not still or not (settles or (head.pos_ == "NOUN" and not means_people(head))):
        return False
    open_ = (child for child in cue.rights if child.dep_ == "ccomp")
    return any(marked(child, QUESTIONS) or child.left_edge.tag_ in {"WRB", "WP", "WDT"} for child in open_)


def _of_oneself(cue: "Token") -> bool:
    """ "Found himself alone", "found themselves on the roof"."""
    behind = cue.doc[cue.i + 1] if cue.i + 1 < len(cue.doc) else cue
    return lemma(cue) in words("cues", "idle.oneself") and behind.lower_.endswith(("self", "selves"))


def _put_to_use(cue: "Token") -> bool:
    """ "The phrase they used to describe their split"; not "used the hearing to explain the plan"."""
    used = infinitive(cue) and cue.dep_ in {"xcomp", "advcl"} and lemma(cue.head) == "use"
    return used and lemma(cue) in words("cues", "idle.put_to_use")


def _taken_up(cue: "Token") -> bool:
    """ "Claimed asylum", "the storm claimed nine lives", "conceded a penalty", "denied him bail", "dismissed
    the workers"."""
    slot = _WITHOUT_A_WORD.get(lemma(cue))
    if slot is None or any(child.dep_ in {"ccomp", "xcomp"} for child in cue.rights):
        return False
    things = [child for child in cue.rights if child.dep_ in {"dobj", "oprd", "appos"}]
    return any(lemma(thing) in words("cues", slot) or _is_sent_away(thing, slot) for thing in things)


def _is_sent_away(thing: "Token", slot: str) -> bool:
    """ "Dismissed a teacher", "dismissed Mirela Kovar": a deed; "dismissed his critics", "dismissed Kovar as
    a fraud" are words."""
    if slot != _WITHOUT_A_WORD["dismiss"] or any(child.lower_ == "as" for child in thing.head.rights):
        return False
    who = thing.ent_type_ == "PERSON" or lemma(thing) in words("offices", "people")
    return who and lemma(thing) not in words("cues", "idle.doubting")
