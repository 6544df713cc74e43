"""Numbers told without what they count, from sentences through the whole program."""

from pathlib import Path

import pytest
from tests.relate.matching.test_sameness import claims_of, together

ABOARD = "Mayor Ada Brandt said that 143 people were on board the ferry."


@pytest.mark.parametrize(
    ("content", "same"),
    [
        ("143 “remains the only documented figure”", True),
        ("143 “remains the best bus to the harbour”", False),
        ("150 “remains the only documented figure”", False),
        ("a 143-year-old rule led to a number of errors", False),
    ],
)
def test_a_bare_number_that_is_called_one_is_the_story_s(tmp_path: Path, content: str, same: bool) -> None:
    found = claims_of(tmp_path, ABOARD, f"In a letter about the ferry Mayor Ada Brandt wrote that {content}.")
    assert together(found, "143 people", content.split(" ", 1)[1].strip("“”")) is same


@pytest.mark.parametrize(
    ("before", "same"),
    [
        ("The owner had put the number of people on board at 171.", True),
        ("The owner had said that 171 people were on board and 12 people were dead.", False),
    ],
)
def test_that_figure_is_the_one_told_right_before(tmp_path: Path, before: str, same: bool) -> None:
    found = claims_of(
        tmp_path,
        "The navy said that 171 people were on board the ferry.",
        f"The ferry sank off Ostry on Monday. {before} That figure was given by the navy.",
    )
    assert together(found, "171 people", "That figure") is same
