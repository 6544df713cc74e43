"""Whom "he" and "she" mean where the one told of last was told of long before: not that one where somebody
else who fits is named since."""

from collections.abc import Set
from typing import TYPE_CHECKING

from sayso.extract.referents.pronouns import JUST, Salience
from sayso.extract.sentences import begin_before
from sayso.model.report import EntityKind

if TYPE_CHECKING:
    from spacy.tokens import Token

FAR = 400
"""Code points behind which one is no longer meant once another is named: of the 19 such pronouns read in 180
articles 15 meant somebody else, of those nearer most still the one told of; `JUST` for one without a name."""

_MODIFYING = frozenset({"compound", "nmod"})
"""What a name hangs by that only tells which ones something is of: "Kovar voters"."""


def since(pronoun: "Token", salience: Salience, entity: str, others: Set[str]) -> tuple[str, ...]:
    """Return the entity that "he" or "she" was taken to mean; where that one was told of long before, the
    only other one who is named in the sentence or the one before, none of `others`, and nobody where another
    is named earlier, or several are, or the text went on about the first."""
    book = salience.book
    before = [(name, one) for at, (name, one) in sorted(book.by_token.items()) if at < pronoun.i]
    places = [name.end for name, one in before if one == entity]
    last = max([*places, *salience.traces(entity, pronoun.idx)])
    reach = FAR if book.records[entity].named else JUST
    if pronoun.idx - last <= reach:
        return (entity,)
    apart = {entity, *others}
    later = [
        (name, one)
        for name, one in before
        if name.start >= last
        and one not in apart
        and book.records[one].kind is EntityKind.PERSON
        and "/" not in name.text
        and pronoun.doc[name.last - 1].dep_ not in _MODIFYING
        and salience.fits(pronoun.lower_, one)
    ]
    if not later:
        return (entity,)
    if _goes_on(pronoun, last, later[0][0].start):
        return ()
    begun = begin_before(pronoun)
    near = {one for name, one in later if name.first >= begun}
    return tuple(near) if len(near) == 1 else ()


def _goes_on(pronoun: "Token", start: int, end: int) -> bool:
    """Whether the same pronoun tells of deeds between two places (code points): "Kovar lost. He raced past
    Brod", of whom it is the first one."""
    between = (one for one in pronoun.doc[: pronoun.i] if start <= one.idx < end)
    return any(one.lower_ == pronoun.lower_ and one.dep_ in {"nsubj", "nsubjpass"} for one in between)
