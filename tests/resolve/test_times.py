from tests.extract.facts_of import facts_of
from tests.resolve.story_of import story

from sayso.model.report import Placed
from sayso.resolve.story import resolve

SATURDAY = "Mirela Kovar said on Saturday that the lower dam had failed in the night after heavy rain."
AGAIN = "The lower dam had failed in the night after heavy rain, Mirela Kovar said on Saturday."


def placed(undated: str, *dated: tuple[str, str]) -> Placed | None:
    """Where an undated report is placed by others, each with its day of publication."""
    facts = [facts_of(text, day, f"{number}.txt") for number, (text, day) in enumerate(dated)]
    own = facts_of(undated, None, "undated.txt")
    assert own.report.published is None
    found = resolve(story((own, *facts)), (own, *facts))
    return next(one.placed for one in found.reports if one.name == "undated.txt")


def test_a_statement_that_another_report_dates_places_an_undated_report() -> None:
    assert placed(AGAIN, (SATURDAY, "2024-05-12")) == Placed(
        "2024-05-11", None, "tells of a statement that 0.txt dates 2024-05-11"
    )


def test_a_full_date_told_as_past_places_an_undated_report() -> None:
    assert placed("The lower dam failed on 3 May 2024, killing nine.") == Placed(
        "2024-05-03", None, "tells of 2024-05-03"
    )


def test_the_latest_of_several_dates_counts() -> None:
    found = placed("The lower dam failed on 3 May 2024. It was emptied on 5 May 2024, police said.")
    assert found is not None
    assert found.from_ == "2024-05-05"


def test_a_date_to_come_places_nothing() -> None:
    found = placed(
        "The lower dam failed on 3 May 2024. Mirela Kovar said it would be rebuilt by 1 June 2025."
    )
    assert found is not None
    assert found.from_ == "2024-05-03"


def test_nothing_settles_a_report_without_dates() -> None:
    assert placed("The lower dam failed in the night.", (SATURDAY, "2024-05-12")) is None


def test_the_same_words_of_another_source_settle_nothing() -> None:
    assert placed(AGAIN.replace("Mirela Kovar", "Odran Feeley"), (SATURDAY, "2024-05-12")) is None


def test_other_words_of_the_same_source_settle_nothing() -> None:
    assert (
        placed(
            "Mirela Kovar said on Saturday that taxes on fish and salt were too high.",
            (SATURDAY, "2024-05-12"),
        )
        is None
    )


def test_a_dated_report_is_never_placed() -> None:
    facts = (facts_of(SATURDAY, "2024-05-12", "a.txt"), facts_of(AGAIN, "2024-05-13", "b.txt"))
    assert [one.placed for one in resolve(story(facts), facts).reports] == [None, None]
