import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.clean.stamps import find


@pytest.mark.parametrize(
    ("text", "date", "clock"),
    [
        ("2024-05-02", "2024-05-02", None),
        ("2024-05-02T10:11:12.345+02:00", "2024-05-02", "10:11"),
        ("2024-05-02T10:11:12Z", "2024-05-02", "10:11"),
        ("20240502", "2024-05-02", None),
        ("2024/5/2", "2024-05-02", None),
        ("May 2, 2024", "2024-05-02", None),
        ("Sept. 2, 2024 4:15 p.m. ET", "2024-09-02", "16:15"),
        ("2nd of May 2024", "2024-05-02", None),
        ("Thursday 2 May 2024", "2024-05-02", None),
        ("Thu, 02 May 2024 10:11:00 GMT", "2024-05-02", "10:11"),
        ("07:12, 2 May 2024", "2024-05-02", "07:12"),
        ("2 May 2024, 10.40pm", "2024-05-02", "22:40"),
        ("02-May-2024", "2024-05-02", None),
        ("2.5.2024", "2024-05-02", None),
        ("13/05/2024", "2024-05-13", None),
        ("05/13/2024", "2024-05-13", None),
        ("May 2024", "2024-05", None),
        ("2024-05", "2024-05", None),
        ("May 2", None, None),
        ("12 a.m. on May 2, 2024", "2024-05-02", "00:00"),
    ],
)
def test_a_date_is_read(text: str, date: str | None, clock: str | None) -> None:
    (stamp,) = find(text)
    assert (stamp.date(), stamp.clock) == (date, clock)


def test_a_numeric_date_of_two_readings_keeps_both() -> None:
    (stamp,) = find("04/05/2024")
    assert {(stamp.month, stamp.day), stamp.other} == {(4, 5), (5, 4)}


@pytest.mark.parametrize(
    "text", ["2024-02-30", "30 February 2024", "12345678", "1,850 jobs", "the May meeting", "10:45"]
)
def test_what_is_no_date_gives_none(text: str) -> None:
    assert list(find(text)) == []


@settings(deadline=None)
@given(st.dates())
def test_iso_dates_read_back(day: object) -> None:
    found = [stamp.date() for stamp in find(str(day))]
    assert found == [str(day)] if str(day)[:2] in {"19", "20"} else found == []


@settings(deadline=None)
@given(st.text("0123456789-/.: aApPmMTZ,May", max_size=40))
def test_no_text_raises(text: str) -> None:
    for stamp in find(text):
        assert 0 <= stamp.start < stamp.end <= len(text)
