"""Measures that the counted cannot have."""

import pytest
from tests.extract.figures_of import figures_of


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("Mudslides buried 200 homes.", "home"),
        ("Mudslides buried 200 people.", "killed"),
        ("A film crew had two scuffles captured on camera.", "scuffle"),
        ("The rebels had two guards captured in the hills.", "captured"),
        ("Kovar changed his account of the killing several times.", "time"),
        ("Kovar spoke of the killing of several guards.", "killed"),
    ],
)
def test_what_cannot_befall_the_counted_is_no_measure(text: str, measure: str) -> None:
    (only,) = figures_of(text)
    assert only.measure == measure


def test_a_body_that_somebody_leads_is_nobody_dead() -> None:
    assert figures_of("She leads a body that grants licences.") == ()
    (found,) = figures_of("She saw a body that had washed ashore.")
    assert found.measure == "killed"


def test_men_that_there_are_are_not_deployed() -> None:
    (men,) = figures_of("There were 20 men who left the race.")
    assert men.measure == "man"
    (troops,) = figures_of("There were 20 soldiers in the yard.")
    assert troops.measure == "deployed"


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("The policy saved 12,000 jobs.", "job"),
        ("Crews saved 12 sailors.", "rescued"),
        ("Nine people are now confirmed as having died.", "killed"),
        ("Nine people were described as happy.", "people"),
        ("Twelve houses were burned down and destroyed.", "destroyed"),
        ("Two men wounded in the raid have died.", "killed"),
        ("Twenty-one girls kidnapped by rebels in 2014 were freed.", "freed"),
        ("Two men wounded in the raid were questioned.", "injured"),
        ("Four detained union leaders were released on Wednesday.", "freed"),
        ("Four detained union leaders were released from hospital.", "arrested"),
    ],
)
def test_what_befell_the_counted(text: str, measure: str) -> None:
    (one,) = figures_of(text)
    assert one.measure == measure
