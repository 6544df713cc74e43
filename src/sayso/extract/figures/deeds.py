"""Whether what a verb or noun tells of was done, and to whom: passive, denied, only planned."""

from functools import cache
from typing import TYPE_CHECKING

from sayso.extract.figures.countwords import slot, words_of
from sayso.extract.sentences import tokens

if TYPE_CHECKING:
    from spacy.tokens import Token


_COMPLEMENT = 4
"""Words after a verb among which what completes it stands: "was shot twice and left dead"."""


def completed(verb: "Token") -> str | None:
    """Return the measure of "shot dead", "gunned down", "beaten to death", "fatally shot"; None for any other
    verb."""
    lemma = verb.lemma_.lower()
    if lemma not in completed_verbs():
        return None
    near = tokens(verb.doc)[verb.i + 1 : verb.i + 1 + _COMPLEMENT]
    after = next((found for token in near if (found := slot("ended").get(f"{lemma} {token.lower_}"))), None)
    if after:
        return after
    fatal = verb.i > 0 and verb.doc[verb.i - 1].lower_ in words_of("fatally")
    return "killed" if fatal else None


@cache
def completed_verbs() -> frozenset[str]:
    """Return the lemmas of verbs that `completed` asks about."""
    return frozenset(phrase.split()[0] for phrase in slot("ended")) | words_of("fatal")


def is_passive(verb: "Token") -> bool:
    """Tell whether a participle is passive: "were killed", "got hurt"."""
    return verb.tag_ == "VBN" and any(
        child.dep_ == "auxpass" or (child.lemma_ in words_of("passive") and child.i < verb.i)
        for child in verb.children
    )


def is_denied(verb: "Token") -> bool:
    """Tell whether a verb is negated or says what has not happened: "could kill 500", "in order to free
    two"; "is known to be hurt" says that it has."""
    marks = [child for child in verb.children if child.i < verb.i]
    unreal = any(child.lower_ in words_of("unreal") or _is_condition(child) for child in marks)
    before = {child.lower_ for child in marks}
    led = verb.tag_ in ("VB", "VBN") and "to" in before and "have" not in before
    purpose = led and not _is_taken_for(verb)
    return unreal or purpose or _is_negated(verb) or _is_only_talked_of(verb) or _goes_on_unreal(verb)


def _goes_on_unreal(verb: "Token") -> bool:
    """Tell whether a verb goes on from one of what has not happened: "charged with using it to kill three and
    wound 40"."""
    own = any(child.dep_ in ("nsubj", "nsubjpass", "aux") for child in verb.lefts)
    joined = verb.dep_ == "conj" and verb.tag_ == "VB" and verb.head.tag_ == "VB" and not own
    return joined and is_denied(verb.head)


def _is_taken_for(verb: "Token") -> bool:
    """Tell whether others only take it to be so: "is known to be hurt", "appear to be injured"."""
    being = any(child.lemma_ == "be" for child in verb.lefts)
    told = verb.head.lemma_.lower() in words_of("taken_for") and verb.dep_ in ("xcomp", "ccomp")
    return being and told and not _is_negated(verb.head)


def _is_only_talked_of(verb: "Token") -> bool:
    """Tell whether a deed in "-ing" is only wanted or weighed: "the mission of killing", "the chance of a
    sailor being murdered"."""
    being = any(child.lower_ == "being" for child in verb.lefts)
    weighed = being and verb.dep_ == "acl" and verb.head.dep_ == "pobj" and _is_called_for(verb.head)
    return weighed or ((verb.tag_ == "VBG" or being) and _is_called_for(verb))


def is_spared(verb: "Token") -> bool:
    """Tell whether it is plainly said that a verb befell somebody not: "was not hurt"; "was not badly hurt"
    says that it did, and "could not be hurt" nothing."""
    marks = [child for child in verb.children if child.i < verb.i]
    denied = any(child.dep_ == "neg" for child in marks)
    hedged = any(child.lower_ in words_of("unreal") for child in marks)
    return denied and not hedged and not any(child.dep_ == "advmod" for child in marks) and is_passive(verb)


def suffered(deed: "Token") -> str | None:
    """Return the measure of a noun that rules with "of" whom it befell: "the murder of", "cost the lives of".

    Lives saved or in danger are not lost, and a deed that was not done befell nobody.
    """
    lemma = deed.lemma_.lower()
    if lemma == "life":
        return slot("takes").get(f"{deed.head.lemma_.lower()} life")
    return slot("of").get(lemma) if is_real(deed) else None


def _is_called_for(deed: "Token") -> bool:
    """Tell whether a deed is only wanted, planned or feared: "calls for the murder of", "planned the murder
    of", "had the mission of killing"."""
    if deed.head.lower_ in ("for", "of"):
        return deed.head.head.lemma_.lower() in words_of("calls")
    return deed.dep_ in ("dobj", "xcomp") and deed.head.lemma_.lower() in words_of("plans")


def _is_condition(word: "Token") -> bool:
    return word.dep_ == "mark" and word.lower_ in words_of("conditions")


def _is_negated(verb: "Token") -> bool:
    return any(
        child.dep_ == "neg" or child.lower_ in words_of("negations") or child.lower_ in words_of("nobody")
        for child in verb.children
    )


def is_excluded(noun: "Token") -> bool:
    """Tell whether a noun stands under a word that leaves nobody: "neither he nor his wife", "not a single
    guard"."""
    marks = (*noun.lefts, *(child for child in noun.head.lefts if noun.dep_ == "conj"))
    joints = (child for child in noun.head.children if child.i < noun.i) if noun.dep_ == "conj" else ()
    before = noun.doc[noun.left_edge.i - 1].lower_ if noun.left_edge.i else ""
    words = {token.lower_ for token in (*marks, *joints)}
    return before in ("not", "nor", "neither", "none") or bool(words & {"neither", "nor", "not"})


def is_real(deed: "Token") -> bool:
    """Tell whether a noun tells of a deed that was done; "an attempted murder", "a murder plot", "calls for
    the murder of" do not."""
    marks = (deed.head, *deed.lefts) if deed.dep_ == "compound" else tuple(deed.lefts)
    return not _is_called_for(deed) and not any(token.lower_ in words_of("attempts") for token in marks)
