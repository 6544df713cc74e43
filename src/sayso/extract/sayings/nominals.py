"""Reporting nouns and adjectives: "the mayor's claim that …", "voiced concern about …", "is confident that
…".

Whose word a noun is, its possessive tells, or "by" and "from" after it, or the subject of the light verb
whose object it is. Nobody's ("amid reports that …") keeps its cue and has no source.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.extract.sayings import cues, stances, subjects, voices
from sayso.extract.sayings.cues import Frame
from sayso.extract.sentences import lemmas, lowered, tokens_of
from sayso.lexicon import words
from sayso.model.report import Stance

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

LONGEST_GAP = 6
"""Tokens at most between a light verb and its noun for the two to be one cue ("issued a fresh warning")."""

_CLAUSES = frozenset({"acl", "ccomp", "relcl", "advcl", "csubj"})

_OF_WHOM = frozenset({"by", "from", "among"})


@dataclass(frozen=True, slots=True)
class Nominal:
    """A reporting noun or adjective with its content: `head` is who says so, None where nobody is named,
    `verb` the light verb or copula that goes with it, `group` the token range of the cue."""

    cue: "Token"
    head: "Token | None"
    verb: "Token | None"
    group: tuple[int, int]
    inside: frozenset[int]
    stance: Stance


def nominals(sentence: "Span") -> Iterator[Nominal]:
    """Yield the reporting nouns and adjectives of a sentence that have a content, in order."""
    nouns, adjectives = cues.entries("nouns"), cues.entries("adjectives")
    by_lemma, by_word = lemmas(sentence.doc), lowered(sentence.doc)
    for token in tokens_of(sentence):
        found = None
        if by_lemma[token.i] in nouns and token.pos_ == "NOUN":
            found = _first(_noun, token, nouns[by_lemma[token.i]])
        elif by_word[token.i] in adjectives and token.pos_ in {"ADJ", "VERB"}:
            found = _first(_adjective, token, adjectives[by_word[token.i]])
        if found is not None:
            yield found


def _first(
    find: Callable[["Token", Frame], Nominal | None], word: "Token", frames: Sequence[Frame]
) -> Nominal | None:
    return next((found for frame in frames if (found := find(word, frame)) is not None), None)


def _noun(noun: "Token", frame: Frame) -> Nominal | None:
    head, verb = _owner(noun)
    inside, preposition = _complement(noun, frame)
    if not inside and verb is not None:
        inside, preposition = _behind(noun, verb, frame)
    if not inside and "clause" in frame.frames:
        inside = _displaced(noun)
    emerging = _emerging(noun) if not inside and "clause" in frame.frames else set()
    inside = inside or emerging
    if not inside:
        return None
    apart = bool(emerging) or cues.claimed_apart(noun.head) is not None
    clausal = apart or (preposition is None and cues.that_clause(noun) is not None)
    if head is None and not (clausal and noun.lemma_.lower() in words("cues", "unowned.lemmas")):
        return None
    if head is None and any(map(stances.none, noun.lefts)):
        # "There were no reports that anyone was hurt".
        return None
    if head is not None and not voices.can_speak(head):
        return None
    first = cues.group(verb)[0] if verb is not None and noun.i - verb.i <= LONGEST_GAP else _first_of(noun)
    last = noun.i if preposition is None else preposition.i
    stance = _stance(noun, verb, frame) if clausal else frame.stance
    return Nominal(noun, head, verb, (first, last + 1), frozenset(inside), stance)


def _first_of(noun: "Token") -> int:
    """Where a cue that is a noun begins: "the mayor's | earlier claim that …"."""
    first = noun.i
    while (
        first > noun.left_edge.i
        and noun.doc[first - 1].head == noun
        and noun.doc[first - 1].dep_ == "amod"
        and noun.doc[first - 1].ent_type_ != "NORP"
    ):
        first -= 1
    return first


def _complement(cue: "Token", frame: Frame) -> tuple[set[int], "Token | None"]:
    """The tokens of the content, and the preposition before it where there is one."""
    for child in cue.children:
        if child.i < cue.i:
            continue
        if "clause" in frame.frames and child.dep_ in _CLAUSES and _says(child):
            return {token.i for token in child.subtree} | _joined(cue, child), None
        if "to" in frame.frames and child.dep_ in {"acl", "xcomp"} and cues.infinitive(child):
            return {token.i for token in child.subtree}, None
        if child.dep_ == "prep" and child.lower_ in frame.prepositions and child.i <= cue.i + 2:
            inside = {token.i for token in child.subtree} - {child.i}
            if inside:
                return inside, child
    return set(), None


def _behind(noun: "Token", verb: "Token", frame: Frame) -> tuple[set[int], "Token | None"]:
    """A preposition right behind the noun that the parser hung on the light verb: "voiced concern about
    the dam"."""
    for child in verb.children:
        if child.dep_ == "prep" and child.i == noun.i + 1 and child.lower_ in frame.prepositions:
            return {token.i for token in child.subtree} - {child.i}, child
    return set(), None


def _displaced(noun: "Token") -> set[int]:
    """The clause that the parser hung on the verb of which the noun is the object, or part of one: "denied a
    claim by the union that …", "voiced alarm at the union's claims that …"."""
    clause = cues.claimed_apart(noun.head) if noun.dep_ == "dobj" else cues.claimed_behind(noun)
    return {token.i for token in clause.subtree} if clause is not None else set()


def _emerging(noun: "Token") -> set[int]:
    """ "Claims emerged on Monday that the boat was old": the clause behind the verb is what is claimed."""
    verb = noun.head
    if noun.dep_ != "nsubj" or cues.lemma(verb) not in words("cues", "emerging"):
        return set()
    told = (child for child in verb.children if child.dep_ == "ccomp" and child.i > verb.i)
    return {token.i for clause in told if cues.marked(clause, cues.THAT) for token in clause.subtree}


def _says(clause: "Token") -> bool:
    """A that-clause says what the noun means; one that ends in its verb, or lacks its object, is about the
    noun ("a claim that he denies", "that he made in May", "that he called false")."""
    known = cues.verb_frames().get(cues.lemma(clause))
    open_ended = known is not None and "object" in known.frames and clause.right_edge.i == clause.i
    parts = {child.dep_ for child in clause.children}
    without = parts.isdisjoint({"dobj", "nsubjpass", "ccomp", "xcomp"})
    judged = without and ("oprd" in parts or cues.lemma(clause) in words("cues", "done_to_claims"))
    taken_up = any(child.dep_ == "dobj" and child.lower_ == "that" for child in clause.lefts)
    about = open_ended or judged or taken_up
    return clause.dep_ == "ccomp" or (cues.marked(clause, cues.THAT) and not about)


def _joined(cue: "Token", clause: "Token") -> set[int]:
    """A second clause that the parser joined to the noun ("data that nine had died and another thirty
    fallen ill")."""
    return {
        token.i
        for child in cue.children
        if child.dep_ in {"conj", "cc"} and child.i > clause.i
        for token in child.subtree
    }


def _owner(noun: "Token") -> tuple["Token | None", "Token | None"]:
    """Whose word it is, and the light verb that says so."""
    verb = noun.head
    if noun.dep_ == "dobj" and cues.lemma(verb) in words("cues", "light.lemmas"):
        subject = subjects.subject(verb)
        if subject is not None and voices.can_speak(subject):
            return subject, verb
    if noun.dep_ == "pobj" and _comes_to(noun):
        # "Came to the conclusion that …".
        subject = subjects.subject(verb.head)
        if subject is not None and voices.can_speak(subject):
            return subject, verb.head
    apart = verb.children if noun.dep_ == "dobj" and cues.claimed_apart(verb) is not None else ()
    for child in (*noun.children, *(child for child in apart if child.i == noun.i + 1)):
        if child.dep_ == "poss":
            return child, None
        if child.dep_ == "prep" and child.lower_ in _OF_WHOM:
            return voices.object_of(child), None
        if noun.tag_ == "NNS" and noun.dep_ == "ROOT" and child.dep_ == "compound" and child.i == noun.i - 1:
            # "Kovar estimates that …": the parser takes the verb for a plural noun.
            return child, None
    return _raiser(noun) or _beside(noun), None


def _raiser(noun: "Token") -> "Token | None":
    """ "Concerns raised by | his aides that …": who raised them."""
    raised = (child for child in noun.rights if child.dep_ == "acl" and child.tag_ == "VBN")
    return next((one for verb in raised if (one := subjects.agent(verb)) is not None), None)


def _beside(noun: "Token") -> "Token | None":
    """ "Media reports that …", "Norlander claims that …": whose they are, the word before tells."""
    before = noun.doc[noun.i - 1] if noun.i else noun
    if before.head.i != noun.i or cues.that_clause(noun) is None:
        return None
    of_body = before.dep_ == "compound" and voices.known(before)
    return before if of_body or before.ent_type_ == "NORP" else None


def _comes_to(noun: "Token") -> bool:
    """Say whether a noun with a that-clause is what somebody comes to or acts on: not "came to the defence of
    the mayor"."""
    through = f"{cues.lemma(noun.head.head)} {noun.head.lower_}"
    return through in words("cues", "light.through") and cues.that_clause(noun) is not None


def _stance(word: "Token", verb: "Token | None", frame: Frame) -> Stance:
    """What a source does by a noun or an adjective with a clause: "has no evidence that" leaves it open, "has
    no doubt that" asserts it."""
    denied = verb is not None and (stances.negated(verb) or any(one.dep_ == "neg" for one in verb.rights))
    if not denied and not any(map(stances.none, word.lefts)):
        return frame.stance
    if frame.stance is Stance.NOT_CONFIRMED:
        return Stance.ASSERTS
    sure = not {word.lower_, cues.lemma(word)}.isdisjoint(words("cues", "unbelief.sure"))
    return Stance.NOT_CONFIRMED if sure else frame.stance


def _made_so(word: "Token") -> bool:
    """ "Made it clear that": the parser makes a clause of the adjective and its "it"."""
    return word.dep_ == "ccomp" and cues.lemma(word.head) == "make"


def _adjective(word: "Token", frame: Frame) -> Nominal | None:
    verb = word.head if word.dep_ in {"acomp", "attr", "oprd"} or _made_so(word) else word
    if cues.lemma(verb) == "make" and word.lower_ in words("cues", "not_told"):
        return None
    if verb.pos_ not in {"AUX", "VERB"} and not any(child.dep_ == "auxpass" for child in verb.children):
        return None
    inside, preposition = _complement(word, frame)
    if not inside and "clause" in frame.frames:
        inside = {
            token.i
            for child in verb.children
            if child.dep_ == "ccomp" and child.i > word.i
            for token in child.subtree
        }
    head = next((child for child in verb.children if child.dep_ in {"nsubj", "nsubjpass"}), None)
    if head is None:
        head = subjects.subject(verb)
    if (
        not inside
        or head is None
        or head.lower_ in {"it", "this", "that", "there"}
        or not voices.can_speak(head)
    ):
        return None
    first = min(cues.group(verb)[0], word.i)
    last = word.i if preposition is None else preposition.i
    stance = _stance(word, verb, frame) if preposition is None else frame.stance
    if all(one.lower_ == "to" or cues.telling(one) for one in map(word.doc.__getitem__, inside)):
        # "My first and, I'm happy to report, last visit".
        return None
    return Nominal(word, head, verb, (first, last + 1), frozenset(inside), stance)
