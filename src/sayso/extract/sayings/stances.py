"""What the source of a cue does with what it tells: the stance that its verb, a negation, or its content
gives it.
"""

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING

from sayso.extract.sayings.cues import US, Frame, entries, lemma, phrasal, telling, tells, verb_frames
from sayso.extract.sayings.quotes import MARKS
from sayso.extract.sentences import lowered
from sayso.lexicon import table, words
from sayso.model.report import Stance

if TYPE_CHECKING:
    from spacy.tokens import Token

_ONE = frozenset({"he", "she"})

NEGATION_REACH = 5
"""Tokens before a cue within which its negation stands; farther, or after it,
the parser has attached another one's."""

_TELLING = frozenset(
    {Stance.DENIES, Stance.DECLINES, Stance.PROMISES, Stance.WANTS, Stance.SUPPORTS, Stance.OPPOSES}
)
"""Stances that a content's own verb lends to the cue above it."""

_STANDS = frozenset({Stance.WANTS, Stance.SUPPORTS, Stance.OPPOSES})

_WITH_OBJECT = _STANDS | {Stance.PROMISES}
"""Of these such as need an object to be that."""

_NEVER = frozenset({Stance.ASKS, Stance.WARNS})

_STANDING = frozenset({"do", "does", "can", "ca", "could", "will", "wo", "would"})
"""Auxiliaries with which who does not support something is against it."""

_PAST = frozenset({"did", "has", "have", "had", "'ve", "’ve", "never"})

_GOING_ON = frozenset({"am", "are", "is", "was", "were", "'m", "'re", "'s"})

_CAN = frozenset({"can", "ca", "could"})

_IF = frozenset({"would", "'d", "’d"})
"""Auxiliaries that in somebody's very words ("I would pay") tell what would be so, and promise nothing."""

_ABLE = frozenset({"acomp", "xcomp", "relcl", "acl"})
"""How an infinitive hangs on "able", "going" or "in a position"."""

_NOW = frozenset({"do", "does"})

_OR = frozenset({"or", "nor"})

_ONLY = frozenset({"only", "just", "merely", "simply"})


def stance(cue: "Token", found: Stance) -> Stance:
    """Return what the source does: the stance of the cue's frame, turned by negation ("has not confirmed",
    "did not comment", "does not believe") or by what the content says of its own source ("said it would
    pay")."""
    if found is Stance.DENIES and _neither_confirms(cue):
        return Stance.NOT_CONFIRMED
    if found is Stance.CONFIRMS and _attempted(cue):
        return Stance.NOT_CONFIRMED
    if negated(cue):
        return _if_negated(cue) or disbelief(cue) or _left_open(cue) or _turned(cue, found)
    return _content_stance(cue) or found if found is Stance.ASSERTS else found


def _neither_confirms(cue: "Token") -> bool:
    """Say whether somebody neither confirms nor denies something."""
    beside = cue.head
    frame = verb_frames().get(lemma(beside)) if cue.dep_ == "conj" else None
    if frame is None or frame.stance is not Stance.CONFIRMS or not negated(beside):
        return False
    return any(child.lower_ in _OR for child in beside.rights if child.dep_ == "cc")


def _attempted(cue: "Token") -> bool:
    """Say whether somebody only tries to do what a verb tells: "was working to confirm the name"."""
    to = cue.tag_ == "VB" and any(one.lower_ == "to" for one in cue.lefts)
    return to and cue.dep_ in {"xcomp", "advcl"} and lemma(cue.head) in words("cues", "unsaid.trying")


def turned_down(cue: "Token", found: Stance) -> Stance:
    """Return the stance of who rejects a plan, a bid or people: they oppose what nobody had claimed."""
    if found is not Stance.DENIES or lemma(cue) not in words("cues", "turned_down.verbs"):
        return found
    things = [child for child in cue.children if child.dep_ in {"dobj", "nsubjpass"}]
    claimed = words("cues", "turned_down.claimed") | words("cues", "unowned.lemmas")
    return Stance.OPPOSES if things and lemma(things[0]) not in claimed else found


def disbelief(cue: "Token") -> Stance | None:
    """Return what is done by who "does not believe" or "did not know" something, None for any other verb.

    To believe now that it is not so is to deny it; what somebody did not think then may have come about, and
    what one "could not believe" has. "Nobody thinks so" is nobody's denial."""
    own = next((child for child in cue.lefts if child.dep_ == "neg" or child.lower_ == "never"), None)
    helping = {child.lower_ for child in cue.lefts if child.dep_ == "aux"}
    if own is None or not helping.isdisjoint(_CAN):
        return None
    if lemma(cue) in words("cues", "unbelief.disbelieved"):
        return Stance.DENIES if not helping.isdisjoint(_NOW) else Stance.NOT_CONFIRMED
    unknown = lemma(cue) in words("cues", "unbelief.unknown") and tells(cue)
    return Stance.NOT_CONFIRMED if unknown else None


def _turned(cue: "Token", found: Stance) -> Stance:
    """What a stance becomes where its verb is negated: who "cannot support" a plan opposes it, who "has not
    backed" one, or "has not promised" it, leaves it open; and who "does not oppose" one does not back it
    either."""
    if found is Stance.SUPPORTS:
        standing = any(child.dep_ == "aux" and child.lower_ in _STANDING for child in cue.lefts)
        return Stance.OPPOSES if standing else Stance.NOT_CONFIRMED
    if found is Stance.PROMISES:
        return Stance.NOT_CONFIRMED
    return Stance.ASSERTS if found is Stance.OPPOSES else found


def never_done(cue: "Token", put: Stance, *, blames: bool) -> bool:
    """Say whether what would be asked or warned of never was: "did not call for a strike"; "does not
    recommend it" tells what one thinks. `blames`: the verb is one of blaming somebody or something, which
    who "is not criticising her" does not do either."""
    if put not in _NEVER and not (blames and put is Stance.ASSERTS):
        return False
    helping = {child.lower_ for child in cue.lefts if child.dep_ in {"aux", "neg"}}
    undone = _PAST | _GOING_ON if blames else _PAST
    return negated(cue) and not helping.isdisjoint(undone)


def _left_open(cue: "Token") -> Stance | None:
    """ "Has not ruled out an attack": what is not excluded is left open."""
    return Stance.NOT_CONFIRMED if any(one.stance is Stance.DENIES for one in phrasal(cue)) else None


def _if_negated(verb: "Token") -> Stance | None:
    """What a verb means once negated: "gave no details" declines, "will not give up the land" does not."""
    if any(child.dep_ == "prt" for child in verb.rights):
        return None
    given = [lemma(child) for child in verb.rights if child.dep_ == "dobj"]
    told = words("cues", "given") | words("cues", "kept_back")
    if lemma(verb) in words("cues", "giving") and told.isdisjoint(given):
        # "Did not give him the keys" keeps nothing back.
        return None
    return _negated_stances().get(lemma(verb))


@cache
def _negated_stances() -> Mapping[str, Stance]:
    listed = table("cues")["negated"]
    return {word: Stance(key.replace("_", "-")) for key, lemmas in listed.items() for word in lemmas}


def _content_stance(cue: "Token") -> Stance | None:
    """A content about what its own source will do, denies or cannot confirm turns a plain "said" into
    that."""
    for clause in cue.children:
        if clause.dep_ != "ccomp" or not about_the_source(clause, cue):
            continue
        refused = None if _supposed(clause) else _refused(clause)
        if refused is not None:
            return refused
        if clause.pos_ != "VERB":
            continue
        inner = _entry(clause)
        if inner is not None and inner.stance in _WITH_OBJECT and not _has_object(clause):
            # Who agrees, or agrees with somebody, promises nothing; who backs down backs nothing.
            inner = None
        if inner is not None and inner.stance in _STANDS and negated(clause):
            inner = None
        if inner is not None and inner.stance is Stance.PROMISES and _long_past(clause):
            inner = None
        if inner is not None and inner.stance in _TELLING and "answer" not in inner.frames:
            return inner.stance
        if promised(clause):
            return Stance.PROMISES
    return None


def _long_past(clause: "Token") -> bool:
    """ "Said it had offered the union a meeting": what was given earlier is no promise now; "had agreed to
    pay" still is."""
    had = any(child.dep_ == "aux" and child.lower_ in {"had", "'d"} for child in clause.lefts)
    return had and not any(child.dep_ in {"xcomp", "ccomp"} for child in clause.rights)


def _entry(clause: "Token") -> Frame | None:
    """The entry of a content's verb that fits its complement: who "agrees to pay" promises, who "agrees that
    it is so" does not."""
    listed = entries("verbs").get(lemma(clause), ())
    told = {child.dep_ for child in clause.rights}
    sort = "clause" if "ccomp" in told else "to" if "xcomp" in told else None
    fitting = next((one for one in listed if sort in one.frames), None)
    return fitting or verb_frames().get(lemma(clause))


def _refused(clause: "Token") -> Stance | None:
    """What the verb of a content leaves open or refuses: "could not confirm it", "was in no position to say",
    "had no comment"."""
    deed = _deed(clause)
    between = clause.doc[clause.i + 1 : deed.i]
    not_so = negated(clause) or any(child.dep_ == "neg" for child in clause.rights)
    not_so = not_so or any(
        none(word) or word.lower_ in words("cues", "content.stance.unable") for word in between
    )
    things = [child for child in deed.rights if child.dep_ == "dobj"]
    if any(lemma(thing) in words("cues", "content.stance.withheld") for thing in things):
        nothing = not_so or any(none(word) for thing in things for word in thing.lefts)
        return Stance.DECLINES if nothing else None
    return _if_negated(deed) if not_so and deed.pos_ == "VERB" else None


def _deed(clause: "Token") -> "Token":
    """The infinitive that a clause comes to: "was able | to say", "is not going | to comment", "is in no
    position | to confirm"; any other clause itself."""
    if clause.pos_ == "VERB" and clause.lower_ != "going":
        return clause
    last = [token for token in clause.subtree if token.tag_ == "VB" and token.dep_ in _ABLE]
    deed = next((token for token in last if any(child.lower_ == "to" for child in token.lefts)), clause)
    leads = words("cues", "content.stance.leading") | words("cues", "content.stance.unable")
    return deed if any(token.lower_ in leads for token in clause.doc[clause.i : deed.i]) else clause


def promised(clause: "Token") -> bool:
    """Say whether a clause tells what its subject will do: not what it will know, or what "I would" do."""
    idle = clause.pos_ != "VERB" or lemma(clause) in words("cues", "content.stance.no_deed")
    if idle or negated(clause):
        return False
    helping = {child.lower_ for child in clause.children if child.dep_ == "aux"}
    us = any(child.dep_ == "nsubj" and child.lower_ in US for child in clause.lefts)
    return not (helping - _IF if us else helping).isdisjoint(words("cues", "content.stance.promises"))


def _supposed(clause: "Token") -> bool:
    """ "If I did not trust him, I would not say that": what would be so, in the words of who says it."""
    us = any(child.dep_ == "nsubj" and child.lower_ in US for child in clause.lefts)
    return us and any(child.dep_ == "aux" and child.lower_ == "would" for child in clause.lefts)


def _has_object(verb: "Token") -> bool:
    return any(child.dep_ in {"xcomp", "ccomp", "dobj"} for child in verb.children)


def about_the_source(clause: "Token", cue: "Token") -> bool:
    """The content's subject is a pronoun for its source, or the source's own word again."""
    inner = next((child for child in clause.children if child.dep_ == "nsubj"), None)
    outer = next((child for child in cue.children if child.dep_ == "nsubj"), None)
    if inner is None or outer is None:
        return False
    if inner.pos_ == "PRON" and inner.lower_ not in US and _in_very_words(inner, cue):
        return False
    if inner.lower_ == "it":
        return outer.pos_ != "PRON" and outer.ent_type_ != "PERSON"
    if inner.lower_ == "they":
        joined = any(child.dep_ == "conj" for child in outer.children)
        return joined or not (outer.lower_ in _ONE or outer.ent_type_ == "PERSON")
    if inner.lower_ in _ONE:
        return (outer.pos_ != "PRON" and outer.tag_ != "NNS") or inner.lower_ == outer.lower_
    return inner.lower_ in US or inner.lower_ == outer.lower_


def _in_very_words(inner: "Token", cue: "Token") -> bool:
    """ "“He will pay,” Kovar said": who is meant by "he" in words that are quoted is another than who says
    them; not "said he “will pay”"."""
    first, last = sorted((inner.i, cue.i))
    return sum(token.text in MARKS for token in cue.doc[first:last]) % 2 == 1


def own_stand(verb: "Token") -> bool:
    """Say whether a verb is that of what somebody says they themselves want, back or oppose: "said it opposes
    the plan"."""
    within = verb.dep_ == "ccomp" and lemma(verb) in words("cues", "held")
    return within and telling(verb.head) and about_the_source(verb, verb.head)


def negated(cue: "Token") -> bool:
    """Say whether a cue is denied by its own group or its subject ("not", "never", "neither X nor Y",
    "no official")."""
    for child in cue.children:
        if (
            child.dep_ == "neg" or child.lower_ in {"never", "neither"}
        ) and cue.i - NEGATION_REACH <= child.i < cue.i:
            # "Not only said that …".
            return child.i + 1 == len(cue.doc) or cue.doc[child.i + 1].lower_ not in _ONLY
        if child.dep_ in {"nsubj", "preconj"} and any(none(t) for t in [child, *child.lefts]):
            return True
    return _not_yet(cue) or _withheld(cue) or _joined_to_negated(cue)


def _joined_to_negated(cue: "Token") -> bool:
    """ "Has not named a suspect nor announced a motive": the one "not" is said of both; not where the second
    verb has a subject or an auxiliary of its own."""
    verb = cue.head
    if cue.dep_ != "conj" or verb.pos_ not in {"VERB", "AUX"} or not _parts_of_one(verb, cue):
        return False
    return negated(verb)


def _parts_of_one(verb: "Token", cue: "Token") -> bool:
    """Say whether two verbs stand in one verb phrase, joined by "or" or "nor"."""
    joint = any(one.dep_ == "cc" and one.lower_ in _OR and one.i < cue.i for one in verb.rights)
    return joint and not any(one.dep_ in {"nsubj", "nsubjpass", "aux", "auxpass"} for one in cue.lefts)


def none(token: "Token") -> bool:
    """Say whether a word before or for a subject means nobody: "no official", "none of them"; not "the No. 2
    official"."""
    if token.lower_ not in {"neither", "no", "nobody", "none"}:
        return False
    return token.i + 1 == len(token.doc) or not token.doc[token.i + 1].text.startswith(".")


def unsaid(cue: "Token") -> bool:
    """Say whether a cue names what somebody did not say: "instead of apologising", "rather than admit",
    "without claiming"; "without saying how many" declines to say."""
    before = lowered(cue.doc)[max(cue.i - 2, 0) : cue.i]
    if " ".join(before) in words("cues", "unsaid.never"):
        return True
    return _withheld(cue) and lemma(cue) not in _negated_stances()


def _withheld(cue: "Token") -> bool:
    """ "Left without saying how many", "without ever telling them", "stopped short of saying"."""
    before = lowered(cue.doc)[max(cue.i - 2, 0) : cue.i]
    listed = words("cues", "unsaid.withheld")
    if not listed.isdisjoint({" ".join(before), *before[-1:]}):
        return True
    return len(before) == 2 and before[0] in listed and cue.nbor(-1).dep_ == "advmod"


def _not_yet(cue: "Token") -> bool:
    """ "has yet to confirm", "was unable to confirm"."""
    if cue.dep_ != "xcomp":
        return False
    before = lowered(cue.doc)[max(cue.i - 3, 0) : cue.i]
    return "to" in before and ("yet" in before or "unable" in before)
