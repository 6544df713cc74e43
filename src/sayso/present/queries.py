"""Which claims of a dossier somebody means by a number, an id or a few words."""

import re
from dataclasses import dataclass

from sayso.model.dossier import Dossier
from sayso.model.names import fold
from sayso.model.relation import Claim
from sayso.model.report import Problem, Stage
from sayso.present import decided
from sayso.present.index import Index


@dataclass(frozen=True, slots=True)
class Answer:
    """The claims of one story that somebody asked for, the likeliest first; `story` is its handle where it is
    in a database."""

    dossier: Dossier
    claims: tuple[Claim, ...]
    story: int | None = None


SHORTEST_ID = 6
"""Characters of an id that are enough to mean it."""

_NUMBER = re.compile(r"\d[\d,. ]*")
_ID = re.compile(rf"[0-9a-f]{{{SHORTEST_ID},}}")
_WORD = re.compile(r"\w+")


def find(dossier: Dossier, wanted: str) -> tuple[Claim, ...]:
    """Return the claims meant, the likeliest first.

    An id, or how one begins, means a claim or the claim of a fact; a number the claims with a figure that has
    it for a bound; words the claims that hold them all, first those that do so in the text they are shown by.
    """
    text = wanted.strip()
    if meant := _by_id(dossier, text):
        return meant
    number = _number(text)
    return _by_words(dossier, text) if number is None else _by_number(dossier, number)


def rejected(dossier: Dossier, wanted: str) -> tuple[Problem, ...]:
    """Return a problem for each fact that an id means and that a reviewer rejected: it is in no claim."""
    text = wanted.strip()
    index = Index(dossier)
    meant = (one for one in index.facts.values() if _ID.fullmatch(text) and one.id.startswith(text))
    return tuple(
        Problem(
            one.report,
            index.outlet(one.report),
            Stage.REVIEW,
            "rejected",
            f"“{one.text}”: {decided.review(index, one.id)}",
        )
        for one in meant
        if decided.rejected(index, one.id)
    )


def _ranked(claims: list[tuple[bool, Claim]]) -> tuple[Claim, ...]:
    ordered = sorted(claims, key=lambda pair: (not pair[0], -pair[1].rank, pair[1].id))
    return tuple(claim for _, claim in ordered)


def _by_id(dossier: Dossier, text: str) -> tuple[Claim, ...]:
    def means(id_: str) -> bool:
        return id_ == text or bool(_ID.fullmatch(text) and id_.startswith(text))

    return _ranked(
        [
            (means(claim.id), claim)
            for claim in dossier.claims
            if means(claim.id) or any(means(member.id) for member in claim.members)
        ]
    )


def _number(text: str) -> float | None:
    """A number in digits, blanks and commas between its thousands, None for any other text."""
    if not _NUMBER.fullmatch(text):
        return None
    try:
        return float(re.sub(r"[ ,]", "", text))
    except ValueError:
        return None


def _by_number(dossier: Dossier, number: float) -> tuple[Claim, ...]:
    """Claims with a figure that has the number for a bound, or with its statement; exact figures first."""
    figures = [one for one in dossier.figures if number in (one.low, one.high)]
    exact = {one.id: one.low == one.high for one in figures}
    exact |= {one.statement: exact[one.id] for one in figures if one.statement}
    found = []
    for claim in dossier.claims:
        meant = [exact[member.id] for member in claim.members if member.id in exact]
        if meant:
            found.append((any(meant), claim))
    return _ranked(found)


def _by_words(dossier: Dossier, text: str) -> tuple[Claim, ...]:
    asked = set(_folded(text))
    index = Index(dossier)
    names = {one.id: " ".join((one.name, *one.names)) for one in dossier.entities}
    found = []
    for claim in dossier.claims if asked else ():
        members = index.member_facts(claim)
        said = [claim.text, *(one.text for one in members)]
        said += [names.get(source, "") for one in members for source in one.sources]
        if asked <= set(_folded(" ".join(said))):
            found.append((asked <= set(_folded(claim.text)), claim))
    return _ranked(found)


def _folded(text: str) -> list[str]:
    return [fold(word) for word in _WORD.findall(text)]
