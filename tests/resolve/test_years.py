"""Days without a year in undated reports, settled by the dated reports of the story or left open."""

from tests.extract.facts_of import facts_of
from tests.resolve.story_of import story

from sayso.model.report import Basis, Facts
from sayso.resolve.story import resolve

DATED = "Nine people died in the Brod fire, Mayor Ana Kovar said."


def undated(text: str, published: str | None = "2024-03-04") -> Facts:
    """The facts of a report without a date, beside one that appeared on a known day."""
    facts = (facts_of(DATED, published, "0.txt"), facts_of(text, None, "1.txt"))
    return next(item for item in resolve(story(facts), facts).facts if item.report.name == "1.txt")


def test_a_day_without_a_year_takes_the_one_nearest_to_the_dated_reports() -> None:
    found = undated("Kovar said on February 27 that the Brod fire had killed nine people.")
    (time,) = found.times
    assert time.moment is not None
    assert (time.moment.from_, time.moment.basis) == ("2024-02-27", Basis.INFERRED)


def test_a_statement_takes_its_day_of_saying_from_it() -> None:
    found = undated("Kovar said on February 27 that the Brod fire had killed nine people.")
    assert [one.said.from_ for one in found.statements if one.said is not None] == ["2024-02-27"]


def test_a_count_over_two_days_takes_its_period_from_it() -> None:
    found = undated("On February 25 and 26 at least 30 soldiers were killed, Kovar said.")
    (figure,) = [one for one in found.figures if one.low == 30]
    assert figure.during is not None
    assert (figure.during.from_, figure.during.to) == ("2024-02-25", "2024-02-26")


def test_a_day_far_from_every_dated_report_keeps_its_year_open() -> None:
    found = undated("Kovar said on September 9 that the Brod fire had killed nine people.")
    assert all(one.moment is None for one in found.times)


def test_without_any_dated_report_the_year_stays_open() -> None:
    found = undated("Kovar said on February 27 that the Brod fire had killed nine people.", None)
    assert all(one.moment is None for one in found.times)


def test_a_day_that_no_near_year_has_is_never_made_up() -> None:
    found = undated("Kovar said on February 29 that the Brod fire had killed nine people.", "2023-03-04")
    assert all(one.moment is None for one in found.times)
