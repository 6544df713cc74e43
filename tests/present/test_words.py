import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.model.report import Basis, Moment, Precision
from sayso.present import words


def moment(first: str | None, last: str | None, precision: Precision = Precision.DAY) -> str:
    return words.moment(Moment(first, last, precision, Basis.TEXT))


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [
        (4000, 4000, "4,000"),
        (3000, None, "at least 3,000"),
        (None, 1000, "up to 1,000"),
        (10000, 12000, "10,000 to 12,000"),
        (1.5, 1.5, "1.5"),
        (None, None, "a number not given"),
    ],
)
def test_bounds_are_put_in_words(low: float | None, high: float | None, expected: str) -> None:
    assert words.bounds(low, high) == expected


@pytest.mark.parametrize(
    ("first", "last", "precision", "expected"),
    [
        ("2024-12-14", "2024-12-14", Precision.DAY, "14 Dec 2024"),
        ("2024-12-14", "2024-12-15", Precision.DAY, "14–15 Dec 2024"),
        ("2024-12-27", "2025-01-12", Precision.DAY, "27 Dec 2024 – 12 Jan 2025"),
        ("2024-11-30", "2024-12-02", Precision.DAY, "30 Nov – 2 Dec 2024"),
        ("2024-12-01", "2024-12-31", Precision.MONTH, "Dec 2024"),
        ("2024-06-01", "2024-08-31", Precision.SEASON, "Jun – Aug 2024"),
        ("2024-01-01", "2024-12-31", Precision.YEAR, "2024"),
        ("1990-01-01", "1999-12-31", Precision.DECADE, "1990s"),
        ("2024-12-14T21:05", "2024-12-14T21:05", Precision.MINUTE, "14 Dec 2024, 21:05"),
        (None, "2025-01-12", Precision.DAY, "by 12 Jan 2025"),
        ("2024-12-27", None, Precision.DAY, "from 27 Dec 2024"),
        (None, None, Precision.DAY, "no date"),
    ],
)
def test_moments_are_put_in_words(
    first: str | None, last: str | None, precision: Precision, expected: str
) -> None:
    assert moment(first, last, precision) == expected


@settings(deadline=None)
@given(st.text())
def test_nothing_printable_moves_the_cursor_or_turns_the_line(text: str) -> None:
    shown = words.printable(text)
    assert not any(
        ord(letter) < 32 or 0x7F <= ord(letter) < 0xA0 or letter in "\u202e\u2066" for letter in shown
    )


@settings(deadline=None)
@given(st.text(), st.integers(10, 80))
def test_clipped_text_is_never_longer_than_asked(text: str, length: int) -> None:
    assert len(words.clip(text, length)) <= length


def test_what_is_counted_is_said_once() -> None:
    assert words.counted("casualties", "soldiers") == "soldiers killed and injured"
    assert words.counted("bodies", "bodies") == "bodies"
    assert words.counted("killed", "dead") == "dead"
    assert words.counted("evacuated", "evacuees") == "evacuees"
    assert words.counted("destroyed", "destroyed homes") == "homes destroyed"
    assert words.counted("killed", "charred bodies") == "charred bodies"
    assert words.counted("votes", "the opposition") == "votes, the opposition"


def test_right_to_left_names_are_isolated() -> None:
    assert words.isolated("صوت") == "\u2068صوت\u2069"
    assert words.isolated("Norwire") == "Norwire"


def test_every_closed_list_has_words_for_each_of_its_members() -> None:
    tables = (
        words.KIND,
        words.STANCE,
        words.BEARING,
        words.CERTAINTY,
        words.SUPPORT,
        words.CONFLICT,
        words.ABOUT,
    )
    tables += (words.TIME, words.DERIVATION, words.GAP, words.EXTENT, words.STAGE)  # type: ignore[assignment]
    for table in tables:
        assert set(table) == set(type(next(iter(table))))


def test_a_quotation_mark_without_its_partner_is_not_shown() -> None:
    assert words.unpaired("several hundred” casualties") == "several hundred casualties"
    assert words.unpaired("“several hundred” casualties") == "“several hundred” casualties"


@pytest.mark.parametrize(
    ("name", "called"),
    [
        ("01-harbour-shut.txt", "01-harbour-shut"),
        ("000_f51cff93871cb838.txt", "article 000"),
        ("5f2b9c1e-8a41-4c0d-9e77-1d2c3b4a5f60.html", "article"),
        ("deadbeefdeaf.txt", "deadbeefdeaf"),
        ("report-20170312.txt", "report-20170312"),
        ("no ending", "no ending"),
        (".txt", "article"),
    ],
)
def test_a_file_is_called_by_the_words_in_its_name(name: str, called: str) -> None:
    assert words.file(name) == called


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("The port sent 40 men, marking the first time it sent any", "…marking the first time it sent any"),
        (
            "The first time that it sent any, it sent 40 men",
            "The first time that it sent any, it sent 40 men",
        ),
        ("The port sent 40 men, and they stayed", "The port sent 40 men, and they stayed"),
    ],
)
def test_what_is_called_a_first_is_shown_from_its_clause_on(text: str, shown: str) -> None:
    assert words.clause_with(text, ["the first time"]) == shown
