"""The timeline of small invented stories, made by the whole pipeline."""

from functools import cache

from sayso.clean.report import clean
from sayso.model.dossier import Dossier
from sayso.model.ids import content_id
from sayso.model.relation import Story
from sayso.model.report import Received
from sayso.run import stages

PUBLISHED = "2024-05-15"
"""A Wednesday."""


@cache
def dossier(*texts: str) -> Dossier:
    """The dossier of these texts, taken as one story."""
    reports = [
        clean(
            Received(name=f"{n}.txt", raw=text.encode(), text=text, language="en", published=PUBLISHED)
        ).report
        for n, text in enumerate(texts)
    ]
    found = list(stages.facts(report for report in reports if report is not None))
    ids = tuple(sorted(one.report.id for one in found))
    return stages.dossier(Story(content_id("story", ids[0]), ids, ()), found, stages.made_with(), ())


def shown(*texts: str) -> list[tuple[str, str, int]]:
    """First day, text and number of members of each item."""
    return [((one.when.from_ or "")[:10], one.text, len(one.members)) for one in dossier(*texts).timeline]


def test_an_event_stands_on_its_own_day_and_not_on_that_of_the_saying() -> None:
    assert shown("The coast guard said on Tuesday that a trawler sank off Storr on Sunday.") == [
        ("2024-05-12", "coast guard: A trawler sank off Storr on Sunday", 1)
    ]


def test_what_was_only_said_on_a_day_is_no_event() -> None:
    assert shown("The mayor told the Storr Herald on Tuesday that the quay is safe.") == []


def test_an_order_is_an_event_on_the_day_it_was_given() -> None:
    (item,) = shown("Mayor Ana Brandt announced on Tuesday that the harbour will close for good.")
    assert item[0] == "2024-05-14"
    assert "announced on Tuesday that the harbour will close" in item[1]


def test_one_event_of_two_reports_is_one_item_with_both_as_members() -> None:
    found = shown(
        "Divers found the wreck of the trawler Marra off Storr on Sunday.",
        "After a day of storm, navy divers on Sunday discovered the wreck of the Marra, a trawler of 1986.",
    )
    assert [(day, members) for day, _, members in found] == [("2024-05-12", 2)]


def test_two_events_of_one_day_stay_two() -> None:
    found = shown(
        "Divers found the wreck of the trawler Marra off Storr on Sunday.",
        "Police arrested two farmers in Tarn on Sunday over a stolen tractor.",
    )
    assert [members for _, _, members in found] == [1, 1]


def test_the_earlier_event_comes_first_and_each_leads_to_its_claim() -> None:
    text = "The bakery opened in March 2021. Fire destroyed the bakery on Monday."
    found = dossier(text)
    assert [(one.when.from_ or "")[:7] for one in found.timeline] == ["2021-03", "2024-05"]
    assert {one.claim for one in found.timeline} <= {claim.id for claim in found.claims}


def test_a_question_is_no_event() -> None:
    assert shown("What happened on the pier on Monday?") == []


def test_a_toll_stands_on_the_day_for_which_it_was_given() -> None:
    (item,) = shown("Nine people are missing, police chief Ana Brandt said on Tuesday.")
    assert item[0] == "2024-05-14"
    assert "Nine people are missing" in item[1]


def test_a_count_of_things_that_was_only_given_on_a_day_is_no_event() -> None:
    assert shown("The pier has nine lamps, harbour master Ana Brandt said on Tuesday.") == []


def test_today_in_a_quotation_is_not_the_day_of_the_report() -> None:
    assert shown('"Divers found the wreck of the trawler this morning," Mayor Ana Brandt said.') == []
    assert len(shown('"Divers found the wreck of the trawler on Sunday," Mayor Ana Brandt said.')) == 1


def test_what_cannot_stand_alone_is_no_item() -> None:
    assert shown("Mayor Ana Brandt asked divers exactly what happened on Sunday.") == []
    assert shown("22/34 12 May 2024 Divers carry the wreck of the trawler Marra ashore on Sunday.") == []
