"""What is never one: look-alikes that the reports of a story keep apart, in one report and across two."""

# ruff: noqa: E501 (a table reads better with a row a line)

from itertools import permutations

import pytest
from tests.resolve.story_of import all_named, story_of

LATE = "said the bridge was shut"


def together(a: str, b: str, *texts: str) -> bool:
    """Whether some entity has both names, or the two have one entity."""
    found = story_of(*texts)
    of_a, of_b = ({one.id for one in all_named(found, name)} for name in (a, b))
    assert of_a, a
    assert of_b, b
    return bool(of_a & of_b)


PAIRS = [
    # two states of one people
    ("North Korea", "South Korea", "North Korea {}.", "South Korea {}."),
    ("North Korea", "South Korea", "Pyongyang {}, and North Korea agreed.", "Seoul {}, and South Korea agreed."),
    ("Niger", "Nigeria", "Niger {}.", "Nigeria {}."),
    # father and son, husband and wife, namesakes
    ("Andrej Wolan", "Piotr Wolan", "Andrej Wolan {}.", "His son, Piotr Wolan, {}."),
    ("Arvo Brenn", "Ilse Brenn", "Arvo Brenn {}.", "His wife, Ilse Brenn, {}."),
    ("Bimal Rana", "Maya Rana", "Officer Bimal Rana {}.", "Maya Rana, a teacher, {}."),
    ("Peter Kovar", "Paul Kovar", "Peter Kovar {}.", "Paul Kovar {}."),
    # two ministries of one country, one ministry of two
    ("Polish foreign ministry", "Polish defence ministry", "The Polish foreign ministry {}.", "The Polish defence ministry {}."),
    ("home ministry", "transport ministry", "The home ministry {}.", "The transport ministry {}."),
    ("Polish foreign ministry", "Czech foreign ministry", "The Polish foreign ministry {}.", "The Czech foreign ministry {}."),
    # a firm and its union, its river, its paper
    ("Talcamar", "Talcamar Workers Union", "The firm Talcamar {}.", "The Talcamar Workers Union {}."),
    ("Brodel Group", "Brodel Union", "Brodel Group {}.", "The Brodel Union {}."),
    ("Lunde Steel", "Lunde Gazette", "Lunde Steel {}.", "The Lunde Gazette {}."),
    # a firm and who bears the second half of its name, or the name of another one in short
    ("Brodel Kovar", "Ana Kovar", "The firm Brodel Kovar {}.", "Ana Kovar {}. Kovar left."),
    ("Ana Weil", "Phil", "Ana Weil {}.", "Phil {}."),
    ("Brodex", "Brodex X", "The firm Brodex {}.", "The app Brodex X {}."),
    # a letter more is another firm
    ("SpaceX", "Space Foundation", "SpaceX {}.", "The Space Foundation {}."),
    # places that sound alike
    ("Shanxi", "Shaanxi", "A dam broke in Shanxi. Odran Feeley {}.", "A dam broke in Shaanxi. Mirela Kovar {}."),
]  # fmt: skip


@pytest.mark.parametrize(("a", "b", "first", "second"), PAIRS)
def test_in_one_report(a: str, b: str, first: str, second: str) -> None:
    assert not together(a, b, f"{first.format(LATE)} {second.format(LATE)}")


@pytest.mark.parametrize(("a", "b", "first", "second"), PAIRS)
def test_in_two_reports(a: str, b: str, first: str, second: str) -> None:
    for one, other in permutations((first.format(LATE), second.format(LATE))):
        assert not together(a, b, one, other)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("A senior official", "A senior official"),
        ("A police officer who asked not to be named", "A police officer"),
        ("A spokesman", "A spokesman"),
        ("A resident", "A resident"),
    ],
)
def test_two_unnamed_ones_of_two_reports(first: str, second: str) -> None:
    found = story_of(f"{first} {LATE}.", f"{second} said the road was open.")
    sources = {source for item in found.facts for one in item.statements for source in one.sources}
    assert len(sources) == 2


@pytest.mark.parametrize(("long", "short"), [("Elverton Mining Corp", "EMC"), ("Brod Adler", "BA")])
def test_an_acronym_that_may_stand_for_much_is_no_name_of_another_report(long: str, short: str) -> None:
    assert not together(long, short, f"The firm {long} {LATE}.", f"The firm {short} {LATE}.")


def test_an_acronym_of_a_body_is_its_name_in_another_report() -> None:
    assert together("Brod Agency", "BA", f"Brod Agency {LATE}.", f"The agency BA {LATE}.")
    assert together(
        "Elverton Mining Union", "EMU", f"Elverton Mining Union {LATE}.", f"The union EMU {LATE}."
    )


def test_a_surname_that_two_bear_is_neither_s() -> None:
    found = story_of(f"Andrej Wolan {LATE}.", f"Piotr Wolan {LATE}.", "Wolan said the road was open.")
    (lone,) = [
        source
        for item in found.facts
        if item.report.text.startswith("Wolan")
        for one in item.statements
        for source in one.sources
    ]
    full = {one.id for name in ("Andrej Wolan", "Piotr Wolan") for one in all_named(found, name)}
    assert len(full) == 2
    assert lone not in full


def test_the_ministry_of_two_countries_in_one_story_is_nobody_s() -> None:
    found = story_of(
        f"Poland and France met. The foreign ministry {LATE}.",
        "France and Poland met. The foreign ministry said the road was open.",
    )
    sources = {source for item in found.facts for one in item.statements for source in one.sources}
    assert len(sources) == 2
