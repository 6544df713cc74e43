"""Whose a figure is: who says it, where the words around a statement leave that open."""

import pytest
from tests.extract.facts_of import facts_of


def sources(text: str, counted: str) -> list[str]:
    facts = facts_of(text)
    (found,) = [one for one in facts.figures if one.text == counted]
    return [one.name for one in facts.entities if one.id in found.sources]


@pytest.mark.parametrize(
    ("text", "counted", "who"),
    [
        # a part behind the content with its whole
        ("Ida Kovar said that 171 people were on board, 157 of them passengers.",
         "157 of them passengers", "Ida Kovar"),
        # behind a comma, amid a content
        ("Ida Kovar blamed energy bills, up 38 per cent since 2021, and a loss last year.",
         "38 per cent", "Ida Kovar"),
        # asked for, as somebody says
        ("Ida Kovar said the owner asked for £15m last autumn.", "£15m", "Ida Kovar"),
        # what somebody saw and counted
        ("Ida Kovar counted 27 houses flattened.", "27 houses", "Ida Kovar"),
        ("Ida Kovar counted 27 bodies.", "27 bodies", "Ida Kovar"),
        # a count that somebody is said to have given
        ("The figure of 26 dead was given to the radio by Ida Kovar.", "26 dead", "Ida Kovar"),
        ("The coastguard saved 30, while Ida Kovar had counted only 14 dead.", "only 14 dead", "Ida Kovar"),
    ],
)  # fmt: skip
def test_a_figure_is_of_whoever_says_it(text: str, counted: str, who: str) -> None:
    assert sources(text, counted) == [who]


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        # what the outlet adds behind the one who speaks
        ("The bridge was shut for good, Ida Kovar said, as the death toll reached 41.", "41"),
        ("The search will end on Sunday, Ida Kovar said, with 24 people still missing.", "24 people"),
        # what somebody has
        ("Ida Kovar counted 27 houses.", "27 houses"),
        # where a place lies
        ("Ida Kovar said they were taken to Brod, the district seat, some 310 kilometres west of Zel.",
         "some 310 kilometres"),
        # what others than those who speak say
        ("Some 60 percent of men said the wall was good, compared with 20 percent of women.", "20 percent"),
        ("Some 73% of men said they were worn out, more than among women (55%).", "55%"),
        # what was is another's
        ("Ida Kovar cut the toll from 26 to 19.", "26"),
    ],
)  # fmt: skip
def test_a_figure_beside_what_is_said_is_the_outlets(text: str, counted: str) -> None:
    assert sources(text, counted) == []


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("The toll, Ida Kovar said, has reached 41.", "41"),
        ("Ida Kovar said the plane fell 310 kilometres west of the capital.", "310 kilometres"),
        ("Ida Kovar asked for £15m in aid.", "£15m"),
        ("Ida Kovar said the search ended with 24 people still missing.", "24 people"),
    ],
)
def test_what_looks_alike_is_the_speakers(text: str, counted: str) -> None:
    assert sources(text, counted) == ["Ida Kovar"]


def test_a_part_in_a_sentence_of_its_own_is_not_given_to_the_speaker_of_its_whole() -> None:
    text = "Ida Kovar said that 171 people were on board. These included 157 passengers."
    assert sources(text, "157 passengers") == []


def test_a_short_name_behind_its_noun_is_the_source() -> None:
    facts = facts_of("The Danish union AMMU has said that the firm lost £15m. The AMMU was glad.")
    assert [one.source.text for one in facts.statements if one.source] == ["The Danish union AMMU"]


def test_the_day_when_a_count_was_given_is_no_day_of_the_event() -> None:
    facts = facts_of("The figure of 26 dead was given on Thursday by Ida Kovar.")
    assert [one.during for one in facts.figures] == [None]


def test_what_a_count_came_from_is_whose_the_same_count_is_elsewhere() -> None:
    text = "The toll was cut from 26 to 19. The figure of 26 dead was given on Thursday by Ida Kovar."
    assert sources(text, "26") == ["Ida Kovar"]
    assert sources("The toll was cut from 26 to 19. Ida Kovar said 27 people had died.", "26") == []


def test_a_count_is_as_of_the_day_when_it_was_given_out() -> None:
    facts = facts_of("The figure of 26 dead was given on Thursday by Ida Kovar.")
    assert [one.as_of.from_ for one in facts.figures if one.as_of] == ["2024-05-16"]
    facts = facts_of("Ida Kovar said on Monday that 26 people were dead.")
    assert [one.as_of.from_ for one in facts.figures if one.as_of] == [None]
