"""Whether what a verb or noun tells of was done, and to whom: passive, denied, only planned."""

from typing import TYPE_CHECKING

from sayso.extract.countwords import words_of

if TYPE_CHECKING:
    from spacy.tokens import Token


def is_passive(verb: "Token") -> bool:
    """Tell whether a participle is passive: "were killed", "got hurt"."""
    return verb.tag_ == "VBN" and any(
        child.dep_ == "auxpass" or (child.lemma_ in words_of("passive") and child.i < verb.i)
        for child in verb.children
    )


def is_denied(verb: "Token") -> bool:
    """Tell whether a verb is negated or says what has not happened: "could kill 500", "in order to free
    two"."""
    marks = [child for child in verb.children if child.i < verb.i]
    unreal = any(child.lower_ in words_of("unreal") for child in marks)
    purpose = verb.tag_ == "VB" and any(child.lower_ == "to" for child in marks)
    return unreal or purpose or _is_negated(verb)


def _is_negated(verb: "Token") -> bool:
    return any(
        child.dep_ == "neg" or child.lower_ in words_of("negations") or child.lower_ in words_of("nobody")
        for child in verb.children
    )


def is_real(deed: "Token") -> bool:
    """Tell whether a noun tells of a deed that was done; "an attempted murder", "a murder plot", "calls for
    the murder of" do not."""
    marks = (deed.head, *deed.lefts) if deed.dep_ == "compound" else tuple(deed.lefts)
    above = deed.head
    called_for = above.lower_ in ("for", "of") and above.head.lemma_.lower() in words_of("calls")
    return not called_for and not any(token.lower_ in words_of("attempts") for token in marks)
