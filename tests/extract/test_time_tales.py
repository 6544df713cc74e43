"""Dates in a tale of history, before our era too, and in a message."""

from tests.extract.figures_of import times_of

WAR = "War broke out in May 1911. It ended in June 1914. In March 1915 the king fled. "


def last_value(text: str, published: str | None = "2024-05-15") -> str | None:
    return times_of(text, published)[-1].value


def test_a_year_said_in_passing_does_not_move_the_story() -> None:
    assert last_value(
        WAR + "Papers released in 2005 tell why. He returned in May. It rained in June 1915."
    ) == ("1915-06")
    *_, may, _ = times_of(
        WAR + "Papers released in 2005 tell why. He returned in May. It rained in June 1915."
    )
    assert may.value == "1915-05"


def test_a_step_back_does_not_move_the_story() -> None:
    assert last_value(WAR + "The year before he had been ill. He returned in May.") == "1915-05"


def test_what_is_planned_in_a_tale_does_not_move_the_story() -> None:
    tale = WAR + "In May 1918 he vowed to leave by next summer. "
    assert last_value(tale + "In June he fell.") == "1918-06"
    assert last_value(WAR + "In May 1918 he left. The next year he came back. In June he fell.") == "1919-06"


def test_the_day_following_goes_on_from_the_day_told() -> None:
    assert last_value(WAR + "On 3 May 1918 he left, and the day following he fell.") == "1918-05-04"


def test_a_bare_year_leaves_the_month_where_the_story_is() -> None:
    found = times_of("War broke out in 1911. It ended in 1914. In November 1915, the worst of 1915, he fled. "
                     "In January he returned.")  # fmt: skip
    assert found[-1].value == "1916-01"


def test_that_year_is_the_one_told_last() -> None:
    assert last_value(WAR + "In 1914 it had snowed. Later that year a mill burned.") == "1914"


def test_today_in_a_tale_is_no_day() -> None:
    *_, today = times_of(WAR + "“I leave today,” he wrote.")
    assert (today.value, today.moment) == ("PRESENT_REF", None)


def test_a_report_that_opens_with_its_own_day_is_news() -> None:
    text = "The mill shut on Monday. Built in 1911, it burned in 1914, 1923 and 1931. It will open Friday."
    assert last_value(text) == "2024-05-17"


def test_years_before_our_era_have_values_and_no_days() -> None:
    found = times_of("The temple fell in 480 BC and the wall in the spring of 479 BC.")
    assert [(item.value, item.moment) for item in found] == [("BC0480", None), ("BC0479-SP", None)]


def test_a_tale_from_before_our_era_goes_on() -> None:
    tale = "A revolt broke out in 499 BC. It was put down in 493 BC. The fleet sailed in 492 BC. "
    assert last_value(tale + "The following year heralds came.") == "BC0491"
    assert last_value(tale + "In August it was lost.") == "BC0492-08"
    assert last_value("The revolt lasted from 499 to 493 BC.") == "BC0499/BC0493"


def test_early_years_are_years_only_where_nothing_is_counted() -> None:
    assert last_value("He died on 30 September 420.") == "0420-09-30"
    assert last_value("In 384 he left the city.") == "0384"
    assert times_of("It rose in 384 cases.") == ()
    assert times_of("One in 500 is ill.") == ()


def test_a_message_is_of_the_day_when_it_was_sent() -> None:
    (message,) = times_of("Doors open at 7pm, see you there!")
    assert (message.value, message.moment) == ("2024-05-15T19:00", None)


def test_a_time_of_day_in_an_article_has_no_day_of_its_own() -> None:
    text = "The boat left the quay with goods for the islands and came back late. " * 5
    (only,) = times_of(text + "It was seen at 7pm.")
    assert only.value == "XXXX-XX-XXT19:00"


def test_one_day_told_three_times_is_no_history() -> None:
    text = (
        "Three men were killed on 11 May 2011 in Brod. The Brod murders of 11 May 2011 were never solved. "
        "Since 11 May 2011 the flat has been empty. The mayor said late last month that she would act. "
    )
    assert last_value(text) == "2024-04"


def test_the_winter_of_a_tale_from_before_our_era_is_that_of_the_next_year() -> None:
    found = times_of(
        "War broke out in 490 BC. It ended in 485 BC. In 481 BC he came. They passed the winter there, and "
        "in spring they left."
    )
    assert [item.value for item in found[-2:]] == ["BC0480-WI", "BC0480-SP"]
