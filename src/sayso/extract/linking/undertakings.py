"""What somebody says that those will do for whom they speak: "a spokesman said the company would pay"
promises, as "the company said it would pay" does."""

from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.extract.linking.relays import Sourced
from sayso.extract.referents.parties import Parties
from sayso.extract.referents.register import GOVERNMENT, Register
from sayso.extract.sayings.stances import promised
from sayso.lexicon import words
from sayso.model.report import Stance

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


def undertaken(doc: "Doc", parties: Parties, one: Sourced) -> Sourced:
    """Return an attribution as a promise where its content tells what those will do for whom its source
    speaks; any other as it is."""
    cue = one.base.cue_token
    if one.base.stance is not Stance.ASSERTS or cue is None or not one.sources:
        return one
    clause = next((child for child in doc[cue].children if child.dep_ == "ccomp" and promised(child)), None)
    doer = next((child for child in clause.lefts if child.dep_ == "nsubj"), None) if clause else None
    whose = _entity(parties, doer) if doer is not None else None
    if whose is None or not all(_speaks_for(parties.book, source, whose) for source in one.sources):
        return one
    return replace(one, base=replace(one.base, stance=Stance.PROMISES))


def _entity(parties: Parties, doer: "Token") -> str | None:
    named = parties.book.by_token.get(doer.i)
    if named is not None:
        return named[1]
    return (parties.before.known(doer) or parties.public_body(doer)) if doer.pos_ == "NOUN" else None


def _speaks_for(book: Register, source: str, whose: str) -> bool:
    """Say whether a source is that one, answers to them, or is the spokesman of whom both answer to."""
    speaker, doer = book.records[source], book.records[whose]
    if whose in {source, speaker.owner}:
        return True
    if speaker.owner is None:
        return False
    if doer.place is not None and speaker.owner == GOVERNMENT + doer.place:
        return True
    return doer.owner == speaker.owner and speaker.office in words("offices", "speaking")
