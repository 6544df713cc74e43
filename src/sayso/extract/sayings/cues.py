"""Reporting cues of a sentence: verbs, nouns and prepositions that introduce what somebody said,
with their frames.

The words and frames are data (`lexicon/en/cues.toml`); this file finds them in a parsed sentence.
"""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cache, lru_cache, reduce
from typing import TYPE_CHECKING

from sayso.extract.sentences import bounds, lowered
from sayso.lexicon import table, words
from sayso.model.report import Stance

if TYPE_CHECKING:
    from spacy.tokens import Token

REMEMBERED = 8192
"""Lemmas kept ready; a report has a few hundred."""

QUESTIONS = frozenset({"if", "whether"})
"""Words that open a clause which is asked or supposed."""

THAT = frozenset({"that"})

US = frozenset({"i", "we"})
"""Subjects that mean whoever speaks."""

TALKING = US | {"you"}
"""Subjects that mean those who talk with each other."""


_SO_THAT = frozenset({"so", "such"})
"""Words after which "that" tells a result."""


_NARROW = frozenset({"changed", "count", "given", "intent", "matters", "shown", "side"})
"""Frames of verbs that are cues only with the one complement they name."""


_GROUP = frozenset({"aux", "auxpass", "neg", "prt"})
"""Dependents that belong to a cue's verb group (PolNeAR: the whole group with auxiliaries, negation,
particle)."""


@dataclass(frozen=True, slots=True)
class Frame:
    """What a reporting word's complement can be, and what the source does with it."""

    frames: frozenset[str]
    stance: Stance
    prepositions: frozenset[str] = frozenset()
    anything: bool = False


@cache
def entries(kind: str) -> Mapping[str, tuple[Frame, ...]]:
    """Return the frames of each reporting word of a kind ("verbs", "nouns", "adjectives") by lemma, in the
    order of the lexicon."""
    listed: dict[str, tuple[Frame, ...]] = {}
    for group in table("cues")[kind]:
        frame = Frame(
            frozenset(group["frames"]),
            Stance(group["stance"]),
            frozenset(group.get("prepositions", ())),
            group.get("anything", False),
        )
        for word in group["examples"]:
            listed[word] = (*listed.get(word, ()), frame)
    return listed


@cache
def verb_frames() -> Mapping[str, Frame]:
    """Return each reporting verb's frame by lemma, its entries in one: all their complements, the first
    stance."""
    return {word: reduce(_both, frames) for word, frames in entries("verbs").items()}


def telling(verb: "Token") -> bool:
    """Say whether a verb, by its lemma, tells what somebody says or thinks, and does not only count, show or
    plan."""
    return lemma(verb) in _telling_verbs()


@cache
def _telling_verbs() -> frozenset[str]:
    return frozenset(word for word, frame in verb_frames().items() if not frame.frames <= _NARROW)


def _both(one: Frame, other: Frame) -> Frame:
    return Frame(
        one.frames | other.frames,
        one.stance,
        one.prepositions | other.prepositions,
        one.anything or other.anything,
    )


_UNLISTED = Frame(frozenset({"clause"}), Stance.ASSERTS)
_BESIDE_QUOTE = Frame(frozenset({"quote"}), Stance.ASSERTS)


def lemma(token: "Token") -> str:
    """Return the lemma of a word in small letters; where the pipeline knows a wrong one ("hoped" of "hop"),
    the right one."""
    return _righted(token.lemma_)


@lru_cache(maxsize=REMEMBERED)
def _righted(lemma: str) -> str:
    small = lemma.lower()
    return str(table("cues")["misread"].get(small, small))


def frame(token: "Token", beside_quote: bool = False) -> Frame | None:
    """Return the frame of a verb: its entry in the lexicon; of an unlisted one what its complement shows, a
    that-clause or the quotation that it stands beside; None when it reports nothing."""
    if not verbal(token):
        return None
    word = lemma(token)
    known = verb_frames().get(word) or _with_particle(token)
    if token.pos_ == "AUX" or (known is not None and "clause" in known.frames):
        return known
    if word not in words("cues", "not_said") and _reports(token) and not _lends(token):
        return _both(known, _UNLISTED) if known is not None else _UNLISTED
    return known or (_BESIDE_QUOTE if beside_quote else None)


def _with_particle(verb: "Token") -> Frame | None:
    """The frame of a verb that reports with a particle alone: "played down the risk"."""
    found = phrasal(verb)
    return reduce(_both, found) if found else None


def phrasal(verb: "Token") -> tuple[Frame, ...]:
    """Return the entries of a verb together with its particle: "laid out", "ruled out"."""
    if verb.i + 1 == len(verb.doc) or lemma(verb) not in _first_words():
        return ()
    # The parser makes a preposition of some: "played down the risk".
    particle = next((child for child in verb.children if child.dep_ == "prt"), verb.doc[verb.i + 1])
    return entries("phrasal").get(f"{lemma(verb)} {particle.lower_}", ())


@cache
def _first_words() -> frozenset[str]:
    return frozenset(entry.split()[0] for entry in entries("phrasal"))


def _reports(verb: "Token") -> bool:
    """A that-clause after a verb that is not listed is what its subject reports: not after "so" or "such"
    ("played so well that …") nor when "it" stands for the clause itself ("it emerged that …")."""
    clause = next(
        (
            child
            for child in verb.children
            if child.dep_ == "ccomp" and child.i > verb.i and marked(child, THAT)
        ),
        None,
    )
    if clause is None or not _SO_THAT.isdisjoint(lowered(verb.doc)[verb.i + 1 : clause.left_edge.i]):
        return False
    return not any(child.dep_ == "nsubj" and child.lower_ == "it" for child in verb.children)


def _lends(verb: "Token") -> bool:
    """ "Goes on to insist, most of all in June, that …": the clause is that of the infinitive before it."""
    return any(child.dep_ == "xcomp" and infinitive(child) and telling(child) for child in verb.rights)


def tells(cue: "Token") -> bool:
    """Say whether a cue has a that-clause: then even a thing can be its subject ("the ledgers show that
    …")."""
    return any(child.dep_ == "ccomp" and child.i > cue.i for child in cue.children)


def marked(clause: "Token", listed: Set[str]) -> bool:
    """Say whether one of these words opens a clause: "that", "whether"."""
    return any(child.dep_ == "mark" and child.lower_ in listed for child in clause.children)


def infinitive(verb: "Token") -> bool:
    """Say whether a verb is an infinitive with "to"."""
    return any(child.dep_ == "aux" and child.lower_ == "to" for child in verb.children)


def agentless(verb: "Token") -> bool:
    """Say whether a verb is in the passive and nobody is named whose doing it is."""
    dependents = {child.dep_ for child in verb.children}
    return "auxpass" in dependents and "agent" not in dependents


def frames(token: "Token", found: Frame) -> tuple[Frame, ...]:
    """Return the entries of a reporting verb, each with its own stance; of an unlisted one the frame `found`
    for it."""
    listed = (*entries("verbs").get(lemma(token), ()), *phrasal(token))
    if not listed:
        return (found,)
    clausal = any("clause" in entry.frames for entry in listed)
    return (*listed, _UNLISTED) if "clause" in found.frames and not clausal else listed


def quoting(entries: Sequence[Frame]) -> Frame | None:
    """Return the entry by which a verb takes a quotation, or None."""
    return next((entry for entry in entries if "quote" in entry.frames), None)


def that_clause(noun: "Token") -> "Token | None":
    """Return the head of the that-clause which a noun carries, or None."""
    clauses = (child for child in noun.children if child.dep_ in {"acl", "ccomp", "relcl"})
    return next((clause for clause in clauses if marked(clause, THAT)), None)


def claimed_apart(verb: "Token") -> "Token | None":
    """Return the head of the that-clause which the parser hung on a verb though the noun before it carries it
    ("denied a claim by the union | that …"), or None."""
    if lemma(verb) in words("cues", "addressing") or lemma(verb) in words("cues", "light.lemmas"):
        return None
    nouns = entries("nouns")
    thing = next((child for child in verb.rights if child.dep_ == "dobj" and lemma(child) in nouns), None)
    if thing is None or not any("clause" in frame.frames for frame in nouns[lemma(thing)]):
        return None
    clauses = (child for child in verb.rights if child.dep_ == "ccomp" and child.left_edge.i > thing.i)
    return next((clause for clause in clauses if marked(clause, THAT)), None)


def claimed_behind(noun: "Token") -> "Token | None":
    """Return the head of the that-clause right behind a noun with an owner which the parser hung on the verb
    above it ("voiced alarm at the union's claims | that …"), or None; not where the noun tells how the verb
    is done ("said in Monday's statement that …", "know from his statements that …")."""
    inside = noun.dep_ == "pobj" and noun.head.head.pos_ == "NOUN"
    frames = entries("nouns").get(lemma(noun), ()) if inside else ()
    if not any("clause" in frame.frames for frame in frames) or not any(
        child.dep_ == "poss" for child in noun.lefts
    ):
        return None
    verb = next((word for word in noun.ancestors if word.pos_ == "VERB"), noun)
    clauses = (child for child in verb.rights if child.dep_ in {"ccomp", "advcl"} and marked(child, THAT))
    return next((clause for clause in clauses if clause.left_edge.i == noun.i + 1), None)


def is_short_name(word: "Token") -> bool:
    """Tell whether an adverb is in truth a name in capitals: "the union AMMU has said"."""
    return word.pos_ == "ADV" and word.is_alpha and word.is_upper and len(word) > 1


def issuing(cue: "Token") -> "Token | None":
    """Return the verb of issuing what tells something: "issued a statement saying that …", "a statement that
    said …"; or None."""
    paper = cue.head
    saying = cue.dep_ == "acl" and cue.tag_ == "VBG"
    if not (saying or tells_of_itself(cue)) or lemma(paper) not in words("cues", "issued"):
        return None
    if paper.dep_ == "pobj" and paper.head.lower_ == "of":
        paper = paper.head.head  # "a series of tweets"
    verb = paper.head
    return (
        verb
        if paper.dep_ == "dobj" and paper.i > verb.i and lemma(verb) in words("cues", "issuing")
        else None
    )


def tells_of_itself(cue: "Token") -> bool:
    """Say whether "that" or "which" tells, which is no person: "a statement that said"."""
    if cue.dep_ != "relcl":
        return False
    return any(one.dep_ == "nsubj" and one.tag_ == "WDT" for one in cue.lefts)


def _ends_a_name(word: "Token") -> bool:
    """ "Ana Kovar of Justice | Now said": a word with a capital inside a sentence is no adverb."""
    behind_capital = word.i > 0 and word.nbor(-1).text[:1].isupper() and not word.is_sent_start
    return word.pos_ == "PROPN" or (word.text[:1].isupper() and behind_capital)


def group(cue: "Token") -> tuple[int, int]:
    """Return the token range (half open) of a cue with what belongs to its verb group: auxiliaries, negation,
    particle, adverbs beside it, and the verbs of which it is the infinitive ("went on to say")."""
    first, last = cue.i, cue.i
    start, end = bounds(cue)
    verbs = {cue.i}
    while first > start:
        before = cue.doc[first - 1]
        led = before.dep_ in _GROUP | {"advmod"} and not (is_short_name(before) or _ends_a_name(before))
        if before.head.i in verbs and led and not _opens(before):
            first -= 1
        elif _above(cue.doc[min(verbs)]) == before.i and _carries(before):
            verbs.add(before.i)
            first -= 1
        elif _particle(before, verbs, cue):
            first -= 1
        else:
            break
    while last + 1 < end and (_beside(cue.doc[last + 1], cue) or _goes_with(cue.doc[last + 1], cue)):
        last += 1
    return first, last + 1


def _above(verb: "Token") -> int | None:
    """The index of the verb, or of "able", of which this one is the infinitive, or None."""
    if verb.dep_ == "acomp" and verb.lower_ in words("cues", "able"):
        return verb.head.i
    return verb.head.i if verb.dep_ == "xcomp" or _led_on(verb) else None


def _led_on(verb: "Token") -> bool:
    """ "Went on to say", "came forward to report": the parser hangs the infinitive on the particle's verb as
    an aside."""
    particle = verb.doc[verb.i - 2] if verb.i > 2 else verb
    led = particle.dep_ in {"prt", "advmod"} and particle.head.i == verb.head.i == particle.i - 1
    return verb.dep_ == "advcl" and led and infinitive(verb)


def _opens(token: "Token") -> bool:
    """Question words and clause adverbs are no part of a verb group: "where he said"."""
    return token.tag_ in {"WRB", "WP", "WDT"} or any(True for _ in token.children)


def _carries(verb: "Token") -> bool:
    """A verb whose infinitive is the cue proper: "seemed to suggest"; not one that reports by itself, for
    then the infinitive is what it reports."""
    known = verb_frames().get(lemma(verb))
    able = verb.lower_ in words("cues", "able")
    return able or (verb.pos_ in {"VERB", "AUX"} and (known is None or "to" not in known.frames))


def _particle(token: "Token", verbs: set[int], cue: "Token") -> bool:
    """The "on" of "went on to say": it hangs on the verb above."""
    above = cue.doc[min(verbs)].head
    return token.dep_ in {"prt", "advmod", "acomp"} and token.head.i == above.i and above.i == token.i - 1


def _beside(token: "Token", cue: "Token") -> bool:
    """A particle or bare adverb right after a cue."""
    return (
        token.head.i == cue.i
        and token.dep_ in {"prt", "advmod", "neg"}
        and not _opens(token)
        and token.pos_ in {"ADV", "ADP", "PART"}
    )


def _goes_with(token: "Token", cue: "Token") -> bool:
    """The noun of a turn of phrase right behind its verb: "took | issue | with"."""
    beside = token.dep_ == "dobj" and token.i == cue.i + 1
    return beside and f"{lemma(cue)} {token.lower_}" in entries("phrasal")


def verbal(token: "Token") -> bool:
    """Say whether a token is a verb, by its part of speech or its tag."""
    return token.pos_ in {"VERB", "AUX"} or (token.tag_.startswith("VB"))
