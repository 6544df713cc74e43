"""Counts that lean on one of the sentence before."""

import pytest
from tests.extract.figures_of import figures_of


@pytest.mark.parametrize(
    ("text", "measure", "who"),
    [
        ("Six people drowned on Monday. Two of them are children.", "killed", "people"),
        ("Police arrested 12 people. The mayor said two of them are children.", "arrested", "people"),
        ("Officials confirmed the deaths of nine people. Four of those were from Brod.", "killed", "people"),
        ("The firm runs 12 mills. Two of them were shut.", "mill", "mills"),
        ("Nine people died. Of those, two were children.", "killed", "people"),
        ("The storm burned 12 mills. Of these, two were shut before.", "mill", "mills"),
    ],
)
def test_some_of_them_are_a_part_of_the_count_before(text: str, measure: str, who: str) -> None:
    whole, part = figures_of(text)
    assert (part.measure, part.who, part.part_of) == (measure, who, whole.id)


@pytest.mark.parametrize(
    "text",
    [
        # others may be meant, or either of two counts
        "Gunmen killed nine guards. Three of them were women.",
        "Nine people died. When the guards came, two of them wept.",
        "The firm runs 12 mills with large pumps. Two of them were shut.",
        "Nine people died and 12 were hurt. Two of them are children.",
        # more than there were, and one sentence too late
        "Nine people died. Twenty of them are children.",
        "Nine people died. Of those, twenty were children.",
        "Nine people died. The road was shut. Two of them are children.",
        "Nine people died. Two of those mills were shut.",
    ],
)
def test_of_whom_it_is_not_sure_is_no_part(text: str) -> None:
    assert [one.part_of for one in figures_of(text)][-1] is None


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("About 2,000 people took part. Organisers put the number at more than 15,000.", "people"),
        ("About 2,000 people took part, while organisers put the number at more than 15,000.", "people"),
        ("Nine people died. Residents put the number at 20.", "killed"),
        ("Police estimated the crowd at 2,000. Organisers put it at 15,000.", "crowd"),
        ("The firm had 12 mills. That number has risen to 40.", "mill"),
        ("Nine people died. A clerk said the true number was closer to 20.", "killed"),
        ("Nine people died. The ministry revised its count to 20.", "killed"),
    ],
)
def test_the_number_is_that_of_the_count_before(text: str, measure: str) -> None:
    assert [one.measure for one in figures_of(text)] == [measure, measure]


@pytest.mark.parametrize(
    "text",
    [
        "Nine people died. The number of mills rose to 40.",
        "The firm paid $4 million. The figure will reach 5 million.",
        "Nine people died and 12 were hurt. Residents put the number at 20,000.",
    ],
)
def test_another_number_is_not(text: str) -> None:
    measures = [one.measure for one in figures_of(text)]
    assert measures[-1] in ("mill", "count")


def test_a_crowd_that_somebody_puts_at_so_many_is_that_crowd() -> None:
    assert [one.measure for one in figures_of("Police put the crowd at 2,000.")] == ["crowd"]
    assert [one.measure for one in figures_of("Police left the crowd at 2,000 metres.")] == ["distance"]
