from tests.relate.make import day, facts, report, resolved

from sayso.model.relation import Resolved, TimelineItem
from sayso.model.report import Basis, Moment, Precision
from sayso.relate import stretch


def story(*days: str | None) -> Resolved:
    return resolved(
        [facts(report(str(n), "A quay fell into the sea.", one), []) for n, one in enumerate(days)]
    )


def event(first: str, last: str, precision: Precision = Precision.DAY) -> TimelineItem:
    return TimelineItem("t", Moment(first, last, precision, Basis.EXPRESSION), "A quay fell.", (), None)


def ends(found: Moment | None) -> tuple[str | None, str | None]:
    assert found is not None
    return found.from_, found.to


def test_a_story_runs_from_its_event_to_its_last_report() -> None:
    told = [event("2024-05-01", "2024-05-01")]
    assert ends(stretch.relate(story("2024-05-02", "2024-05-06", None), told)) == ("2024-05-01", "2024-05-06")


def test_an_event_years_before_is_recalled_and_no_part_of_the_story() -> None:
    told = [event("1998-08-03", "1998-08-03"), event("2024-05-01", "2024-05-01")]
    assert ends(stretch.relate(story("2024-05-02"), told)) == ("2024-05-01", "2024-05-02")


def test_what_only_a_month_dates_sets_no_end() -> None:
    told = [event("2024-05-01", "2024-05-31", Precision.MONTH)]
    assert ends(stretch.relate(story("2024-05-10"), told)) == ("2024-05-10", "2024-05-10")


def test_without_a_dated_report_the_events_say_when() -> None:
    told = [event("2024-05-01", "2024-05-01"), event("2024-05-03", "2024-05-03")]
    assert ends(stretch.relate(story(None), told)) == ("2024-05-01", "2024-05-03")


def test_with_no_day_at_all_the_stretch_is_unknown() -> None:
    assert stretch.relate(story(None), []) is None


def test_days_known_from_data_about_the_reports_alone_say_so() -> None:
    found = stretch.relate(story("2024-05-02"), [])
    assert found == day("2024-05-02")
