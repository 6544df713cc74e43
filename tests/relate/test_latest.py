"""Which numbers of a count later ones took the place of: they come after the number it came to."""

from tests.relate.make import entity, facts, figure, of, report, resolved, statement

from sayso.embed import embed
from sayso.model.dossier import MadeWith
from sayso.model.relation import Claim
from sayso.model.report import Facts
from sayso.relate import assemble
from sayso.relate.ranks import in_order

MADE_WITH = MadeWith("0", "none", "none")
LEFT, FOLLOWED = "a later count took its place (half)", "reports that follow the count to here"


def told(day: int, text: str, *counts: tuple[str, str, int]) -> Facts:
    """A report of a day in May, in which the police count: words, their measure, and how many."""
    one = report(f"r{day}", text, f"2024-05-{day:02}", outlet=f"Post {day}")
    said = statement(one, text.rstrip("."), "Police")
    return facts(one, [said], [of(said, figure(one, words, what, n, n)) for words, what, n in counts])


def ranked(*reports: Facts) -> list[Claim]:
    """The claims of some reports, the weightiest first."""
    return list(
        in_order(assemble.relate(resolved(list(reports), [entity("Police")]), embed, MADE_WITH).claims)
    )


def dead(day: int, number: int) -> Facts:
    return told(day, f"The quay fell and killed {number} people.", (f"{number} people", "killed", number))


def test_the_number_that_a_toll_came_to_goes_before_those_it_had_before() -> None:
    found = ranked(dead(3, 9), dead(4, 17), dead(5, 23))
    assert [claim.text.split()[-2] for claim in found] == ["23", "17", "9"]
    assert f"3 {FOLLOWED}" in found[0].rank_why
    assert [LEFT in claim.rank_why for claim in found] == [False, True, True]


def test_two_numbers_of_one_day_took_nobodys_place() -> None:
    for claim in ranked(dead(3, 9), dead(3, 17)):
        assert LEFT not in claim.rank_why


def test_a_number_that_a_count_came_back_to_is_not_overtaken() -> None:
    found = ranked(dead(3, 40), dead(4, 41), dead(5, 40))
    assert not any(LEFT in claim.rank_why for claim in found if " 40 " in claim.text)


def test_a_claim_that_tells_an_older_number_as_well_is_not_where_the_count_came_to() -> None:
    early = told(3, "The fire killed 9 people.", ("9 people", "killed", 9))
    both = told(
        4,
        "The fire killed 17 people, and not 9 people.",
        ("17 people", "killed", 17),
        ("9 people", "killed", 9),
    )
    last = dead(5, 23)
    for claim in ranked(early, both, last):
        assert (FOLLOWED in claim.rank_why) is (" 23 " in claim.text)
