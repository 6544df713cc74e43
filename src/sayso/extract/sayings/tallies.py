"""The counts that a source gives: how many were harmed, and what a toll is now."""

from functools import cache
from typing import TYPE_CHECKING

from sayso.extract.sayings.cues import Frame, lemma, telling
from sayso.lexicon import table, words

if TYPE_CHECKING:
    from spacy.tokens import Token


def changed(cue: "Token", frame: Frame) -> set[int]:
    """Return the tokens of what a count is now ("lowered the toll from 26 to 19"), not of what it was."""
    thing = next((child for child in cue.children if child.dep_ == "dobj" and child.i > cue.i), None)
    if thing is None or "changed" not in frame.frames or lemma(thing) not in words("cues", "counts"):
        return set()
    numbers = (token for token in cue.subtree if token.like_num and _to(token) and token.i > thing.i)
    end = max((_with_unit(token).i for token in numbers), default=0)
    doc, inside, before = cue.doc, set(), False
    for index in range(thing.left_edge.i, end + 1):
        word = doc[index].lower_
        before = word == "from" or (before and word != "to")
        if not before:
            inside.add(index)
    return inside


def _with_unit(number: "Token") -> "Token":
    """ "To 3 | percent"."""
    return number.head if number.dep_ == "nummod" and number.head.i == number.i + 1 else number


def _to(number: "Token") -> bool:
    return number.doc[number.i - 1].lower_ in {"to", "at"}


def counted(cue: "Token", frame: Frame) -> set[int]:
    """Return the tokens of a number of people harmed ("gave 14 dead"), or of a bare one or of what somebody
    sees and counts ("counted 14", "counted 27 houses flattened")."""
    thing = next((child for child in cue.children if _is_counted(child) and child.i > cue.i), None)
    if "count" not in frame.frames or thing is None or _told_by_it(cue):
        return set()
    # "Gave 14 dead and 52 missing": the parser may join "missing" to the verb.
    second = (child for child in cue.children if child.dep_ == "conj" and _is_number_of(child))
    counted = {token.i for child in (thing, *second) for token in child.subtree}
    told = [cue.doc[index] for index in counted]
    harmed = any(token.lemma_.lower() in _harmed() for token in told)
    counts = lemma(cue) in words("cues", "counting")
    bare = counts and (thing.like_num or any(token.lemma_.lower() in _seen() for token in told))
    return counted if any(token.like_num for token in told) and (harmed or bare) else set()


def tellings(thing: "Token") -> bool:
    """Say whether an object only tells how often, or how differently, somebody told a thing: "gave three
    accounts", "conflicting versions"."""
    many = (child.dep_ == "nummod" or child.lower_ in words("cues", "differing") for child in thing.lefts)
    return lemma(thing) in words("cues", "tellings") and any(many)


def _told_by_it(cue: "Token") -> bool:
    """ "The clinic said it had recorded twelve deaths": what it says of itself is told by that already."""
    own = next((child for child in cue.lefts if child.dep_ == "nsubj"), None)
    return own is not None and own.pos_ == "PRON" and cue.dep_ == "ccomp" and telling(cue.head)


def _is_counted(child: "Token") -> bool:
    """An object; of a bare number the parser may make an adverb."""
    return child.dep_ == "dobj" or (child.dep_ == "npadvmod" and child.like_num)


def _is_number_of(token: "Token") -> bool:
    return token.lemma_.lower() in _harmed() and any(child.like_num for child in token.lefts)


@cache
def _seen() -> frozenset[str]:
    """Words for what was harmed that only who counts it has seen: "bodies", "flattened"."""
    data = table("measures")
    done = (word for measure in ("damaged", "destroyed") for word in data["patient"][measure])
    return frozenset((*data["words"]["bodies"], *done))


@cache
def _harmed() -> frozenset[str]:
    """Words that tell what befell people: "dead", "missing", "deaths"."""
    data, harm = table("measures"), table("comparison")["measures"]["harm"]
    return frozenset(
        word for slot in ("nouns", "adjectives") for measure in harm for word in data[slot].get(measure, ())
    )
