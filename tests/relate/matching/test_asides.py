"""What a statement tells in one clause belongs to the claim of that, too."""

import pytest
from tests.relate.test_guards import dossier_of

from sayso.model.dossier import Dossier
from sayso.model.relation import Certainty, Claim


def asides(*texts: str) -> list[tuple[Claim, str]]:
    """The claims told in a clause by the way, each with the words of that."""
    dossier = dossier_of(*texts)
    return [
        (claim, words(dossier, member.id, member.parts))
        for claim in dossier.claims
        for member in claim.members
        if member.parts
    ]


def words(dossier: Dossier, statement: str, parts: tuple[tuple[int, int], ...]) -> str:
    one = next(one for one in dossier.statements if one.id == statement)
    text = next(report.text for report in dossier.reports if report.id == one.report)
    return " … ".join(text[start:end] for start, end in parts)


ARREST = "A harbour official said police arrested the pilot of the barge on Monday."
DIVERS = "Divers went down to the wreck again on Tuesday with new lamps and longer ropes, while"
WALL = "A surveyor said the engineers inspected the northern wall of the dam."
FARMERS = "Farmers and millers from Corrie and Brod met the mayor in the town hall,"
WARNED = "A port official said Petar Lukic had been warned twice by radio on Monday to stay in the harbour."
GRANDSON = "a grandson of the first mayor of Brod and learned his trade on the barges of the mill."


@pytest.mark.parametrize(
    ("whole", "holding", "clause"),
    [
        (
            ARREST,
            f"{DIVERS} police arrested the pilot of the barge.",
            "while police arrested the pilot of the barge",
        ),
        (
            WALL,
            f"{FARMERS} and the engineers inspected the northern wall of the dam.",
            "the engineers inspected the northern wall of the dam",
        ),
        (
            WARNED,
            f"Petar Lukic, who had been warned twice not to sail, is {GRANDSON}",
            "who had been warned twice not to sail",
        ),
    ],
)
def test_a_clause_that_tells_the_deed_of_a_claim_belongs_to_it(whole: str, holding: str, clause: str) -> None:
    ((claim, told),) = asides(whole, holding)
    assert told == clause
    assert claim.text_from.id in {member.id for member in claim.whole}


@pytest.mark.parametrize(
    ("whole", "holding"),
    [
        # Another did it, or it was done to another, or on another day.
        (ARREST, f"{DIVERS} soldiers arrested the pilot of the barge."),
        (ARREST, f"{DIVERS} police arrested a thief at the market."),
        (f"{ARREST[:-8]} 6 May 2021.", f"{DIVERS} police arrested the pilot of the barge in April 2020."),
        # It did not happen, or may only.
        (WALL, f"{FARMERS} while the engineers never inspected the northern wall of the dam."),
        (WALL, f"{FARMERS} while the engineers will inspect the northern wall of the dam."),
        (WALL, f"{FARMERS} to hear if the engineers inspected the northern wall of the dam."),
        # Which sailor is meant, not what befell him.
        (WARNED, f"The sailor who had been warned twice not to sail is {GRANDSON}"),
    ],
)
def test_what_looks_like_a_deed_of_the_claim_stays_out(whole: str, holding: str) -> None:
    assert asides(whole, holding) == []


def test_who_tells_it_by_the_way_is_no_origin_that_is_shown() -> None:
    ((claim, _),) = asides(
        "Harbour chief Ana Kovar said police arrested the pilot of the barge on Monday.",
        f"Petar Lukic of the union said d{DIVERS[1:]} police arrested the pilot of the barge.",
    )
    assert claim.origins_low == 1
    assert [one.certainty for one in claim.origins] == [Certainty.SHOWN, Certainty.POSSIBLE]


def test_a_statement_stays_in_the_claim_of_all_that_it_says() -> None:
    dossier = dossier_of(WALL, f"{FARMERS} and the engineers inspected the northern wall of the dam.")
    whole = [member.id for claim in dossier.claims for member in claim.whole]
    assert sorted(whole) == sorted({*whole}) == sorted(one.id for one in dossier.statements)
