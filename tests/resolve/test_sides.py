import pytest
from tests.resolve.story_of import named, story_of

WAR = "Russia is at war with Ukraine."


def side(found_name: str, *texts: str) -> str | None:
    found = story_of(*texts)
    party = next(
        one for one in found.entities if one.name == found_name and (one.government or one.authority)
    )
    return next((one.name for one in found.entities if one.id == party.side), None)


@pytest.mark.parametrize(
    "text",
    [
        "North Korean troops are fighting alongside Russian forces, Kyiv said.",
        "North Korea said its men were fighting for Russia.",
        "North Korea, an ally of Russia, said its men were well.",
    ],
)
def test_words_of_alliance_put_two_countries_on_one_side(text: str) -> None:
    texts = (f"{WAR} Moscow said the bridge was open.", text, "Pyongyang said its men were well.")
    assert side("North Korea", *texts) == side("Russia", *texts) == "Russia"


def test_words_of_war_put_two_countries_on_opposite_sides() -> None:
    texts = (f"{WAR} Moscow said the bridge was open. Kyiv said the bridge was shut.",)
    assert (side("Russia", *texts), side("Ukraine", *texts)) == ("Russia", "Ukraine")


def test_bodies_and_people_of_a_state_are_on_its_side() -> None:
    found = story_of(
        f"{WAR} Moscow said the bridge was open.",
        "Ukrainian President Danylo Vershko said the bridge was open.",
    )
    ukraine = next(one for one in found.entities if one.government and one.name == "Ukraine")
    assert named(found, "Danylo Vershko").side == ukraine.id


def test_a_country_that_nothing_ties_to_a_party_has_no_side() -> None:
    assert side("Brazil", f"{WAR} Moscow said the bridge was open.", "Brazil said talks were needed.") is None


def test_where_nobody_is_at_war_nobody_has_a_side() -> None:
    found = story_of("France said the ferry was late. Italy said the ferry was full.")
    assert {one.side for one in found.entities} == {None}


def test_a_figure_says_on_whose_side_the_counted_stand() -> None:
    found = story_of(
        f"{WAR} Moscow said the bridge was open.",
        "Kyiv said 40 North Korean soldiers fighting alongside Russian forces had been killed.",
        "North Korea said its men were fighting for Russia.",
    )
    (figure,) = [one for item in found.facts for one in item.figures if one.measure == "killed"]
    russia = next(one for one in found.entities if one.government and one.name == "Russia")
    assert figure.who_side == russia.id


def test_those_counted_are_on_the_side_of_their_state() -> None:
    found = story_of(
        f"{WAR} Moscow said the bridge was open. Kyiv said the bridge was shut.",
        "At least 30 Ukrainian soldiers were killed. Three Norwegian sailors were hurt.",
    )
    by_text = {one.text: one.who_side for item in found.facts for one in item.figures}
    names = {one.id: one.name for one in found.entities}
    assert names[by_text["At least 30 Ukrainian soldiers"] or ""] == "Ukraine"
    assert by_text["Three Norwegian sailors"] is None


def side_of(name: str, *texts: str) -> str | None:
    found = story_of(*texts)
    party = named(found, name)
    return next((one.name for one in found.entities if one.id == party.side), None)


def test_who_denies_what_is_said_of_it_is_a_party_with_all_that_answer_to_it() -> None:
    text = (
        "The firm Talcamar denied that the ferry was full. Talcamar spokesman Odran Feeley said it was late."
    )
    assert side_of("Talcamar", text) == side_of("Odran Feeley", text) == "Talcamar"


def test_who_accuses_another_is_a_party() -> None:
    text = "The Brod Dockers Union accused the firm Talcamar of lying."
    assert side_of("Brod Dockers Union", text) == "Brod Dockers Union"


@pytest.mark.parametrize(
    "text",
    [
        "The Brod Dockers Union said the ferry was full.",
        "The Brod Dockers Union denied rumours that it would strike.",
        "The Brod Dockers Union declined to comment.",
    ],
)
def test_who_only_speaks_or_declines_is_no_party(text: str) -> None:
    assert side_of("Brod Dockers Union", text) is None


def test_who_is_asked_and_does_not_confirm_is_a_party() -> None:
    text = "The Brod Council said it could not confirm that the firm had asked for money."
    assert side_of("Brod Council", text) == "Brod Council"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Brod Council", "The Brod Council declined to comment on the money."),
        ("Brod Courier", "The Brod Courier could not confirm that the firm had asked for money."),
        ("Brod Council", "The Brod Council confirmed that the firm had asked for money."),
    ],
)
def test_who_only_declines_or_passes_it_on_is_none(name: str, text: str) -> None:
    assert side_of(name, text) is None


PARTY = "The Tarn Council denied that it had asked for money."


def test_who_plans_with_a_party_is_a_party() -> None:
    text = "The Tarn Council and the Brod Council said that a task force would meet on Monday."
    assert side_of("Brod Council", PARTY, text) == "Brod Council"


@pytest.mark.parametrize(
    "text",
    [
        "The Tarn Council and the Brod Council said that the boat was old.",
        "The Brod Council said that a task force would meet on Monday.",
    ],
)
def test_who_tells_the_same_as_a_party_or_plans_alone_is_none(text: str) -> None:
    assert side_of("Brod Council", PARTY, text) is None


def test_prosecutors_are_on_the_side_of_their_state_and_answer_to_nobody() -> None:
    texts = ("Chile's navy denied that it was slow.", "Prosecutors said two men were held in Chile.")
    assert side_of("Prosecutors", *texts) == "Chile"
    assert named(story_of(*texts), "Prosecutors").authority is None


@pytest.mark.parametrize(
    "texts",
    [
        (
            "The U.S. Navy denied that it was slow.",
            "Prosecutors said two men were held in the United States.",
        ),
        ("Chile's navy said that it was slow.", "Prosecutors said two men were held in Chile."),
        ("Chile's navy denied that it was slow.", "Lawyers said two men were held in Chile."),
    ],
)
def test_others_who_go_to_court_have_no_side(texts: tuple[str, ...]) -> None:
    found = story_of(*texts)
    speakers = {source for item in found.facts for one in item.statements for source in one.sources}
    assert {one.side for one in found.entities if one.id in speakers and not one.named} == {None}
