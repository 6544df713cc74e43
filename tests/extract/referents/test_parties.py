import pytest
from tests.extract.facts_of import entity, facts_of, owner, said, sources

from sayso.model.report import EntityKind


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Mirela Kovar visited the lock on Monday. She said the gates had failed.", "Mirela Kovar"),
        ("Mirela Kovar met Odran Feeley at the lock. Kovar said the gates had failed.", "Mirela Kovar"),
        (
            "Polish President Andrej Wolan spoke on Monday. The president said talks would go on.",
            "Andrej Wolan",
        ),
        (
            "The Lunde Water Agency published its survey. The agency said the wells were dry.",
            "Lunde Water Agency",
        ),
        ("The Lunde Water Agency published its survey. It said the wells were dry.", "Lunde Water Agency"),
        ("Tarn Steel shut its furnace on Monday. The company said the furnace was old.", "Tarn Steel"),
        ("“I saw it fall,” the driver, Henk Maas, told the court.", "Henk Maas"),
    ],
)
def test_pronouns_surnames_and_offices_find_who_was_named_before(text: str, speaker: str) -> None:
    assert sources(text, said(text)[-1]) == {speaker}


def test_a_pronoun_with_nobody_before_it_has_no_entity() -> None:
    text = "They said the road was blocked."
    (only,) = said(text)
    assert only.sources == ()
    assert only.source is not None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "A senior official, speaking on condition of anonymity, said the talks had failed.",
            "senior official",
        ),
        ("Two dock workers said the talks had failed.", "Two dock workers"),
        ("Three in ten said the talks had failed.", "Three in ten"),
        ("Things were worse, and 4 in 10 said the talks had failed.", "4 in 10"),
        ("The mayor (pictured) said the wells were dry.", "mayor"),
    ],
)
def test_a_source_known_by_description_only_is_not_named(text: str, name: str) -> None:
    (only,) = said(text)
    found = entity(text, only.sources[0])
    assert (found.name, found.named) == (name, False)


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("The Lunde Council and the Dockers’ Union said the talks had failed.",
         {"Lunde Council", "Dockers’ Union"}),
        ("U.S. and Polish officials said the convoy had left.", {"U.S. officials", "Polish officials"}),
        ("Mirela Kovar and Odran Feeley said the crane had fallen.", {"Mirela Kovar", "Odran Feeley"}),
        ("The White House and Pentagon said the ship had left.", {"White House", "Pentagon"}),
    ],
)  # fmt: skip
def test_a_joint_source_keeps_each_party(text: str, parties: set[str]) -> None:
    (only,) = said(text)
    assert sources(text, only) == parties
    assert only.joint


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Seoul’s intelligence agency said the convoy had turned back.", "South Korea"),
        ("South Korea’s National Intelligence Service said the convoy had turned back.", "South Korea"),
        ("Polish President Andrej Wolan said the convoy had turned back.", "Poland"),
        ("The French defence ministry said the convoy had turned back.", "France"),
        ("The Pentagon said the convoy had turned back.", "United States"),
        ("Ukrainian forces said the convoy had turned back.", "Ukraine"),
    ],
)
def test_offices_and_bodies_of_a_state_answer_to_its_government(text: str, country: str) -> None:
    (only,) = said(text)
    top = next(one for one in facts_of(text).entities if one.government)
    assert top.name == country
    assert owner(text, entity(text, only.sources[0])) == country


def test_a_spokeswoman_answers_to_the_body_she_speaks_for() -> None:
    text = "Mirela Kovar, a spokeswoman for the Dockers’ Union, said the strike would go on."
    (only,) = said(text)
    found = entity(text, only.sources[0])
    assert found.kind is EntityKind.PERSON
    assert owner(text, found) == "Dockers’ Union"


def test_a_capital_that_speaks_is_the_government_and_the_place_stays_a_place() -> None:
    text = "Paris said the convoy had turned back. Hotels in Paris are full."
    (only,) = said(text)
    speaker = entity(text, only.sources[0])
    place = next(one for one in facts_of(text).entities if one.kind is EntityKind.PLACE)
    assert (speaker.name, speaker.government) == ("France", True)
    assert (place.name, place.government) == ("Paris", False)


def test_a_document_speaks_for_whoever_made_it() -> None:
    text = "A report by the Lunde Water Agency found that the wells were dry."
    (only,) = said(text)
    assert sources(text, only) == {"Lunde Water Agency"}


def test_a_person_answers_to_the_body_named_right_behind() -> None:
    facts = facts_of("Marcela Kovar of the Lunde Water Agency said the wells were dry.")
    by_name = {one.name: one for one in facts.entities}
    assert by_name["Marcela Kovar"].answers_to == by_name["Lunde Water Agency"].id


def test_a_person_from_a_place_answers_to_nobody() -> None:
    facts = facts_of("Marcela Kovar of Lyon said the wells were dry.")
    assert next(one for one in facts.entities if one.name == "Marcela Kovar").answers_to is None


@pytest.mark.parametrize(
    ("text", "content", "speaker"),
    [
        (
            "Talcamar will shut two mills, the company said. Odran Feeley, chief executive of Brenn, wept.",
            "Talcamar will",
            {"Talcamar"},
        ),
        ("Talcamar sued Brenn over two mills, the company said in a post.", "Talcamar sued", {"company"}),
        ("Few had thought that Talcamar would sell. The company said it would.", "it would", {"Talcamar"}),
        (
            "Few had thought that a firm would sell to Talcamar. The company said it would.",
            "it would",
            {"company"},
        ),
        (
            "Talcamar shut. Odran Feeley, chief executive of Brenn, said the company opposed the plan.",
            "the plan",
            {"Brenn"},
        ),
        (
            "The company said it was sold. Few thought that Talcamar would sell. The company said it rains.",
            "it rains",
            {"Talcamar"},
        ),
        (
            "A company said it was sold. Few thought that Talcamar would sell. The company said it rains.",
            "it rains",
            {"company"},
        ),
    ],
)
def test_the_company_is_the_one_that_its_sentence_is_about(
    text: str, content: str, speaker: set[str]
) -> None:
    assert [sources(text, one) for one in said(text) if one.text.startswith(content)] == [speaker]


def test_the_company_is_no_institute() -> None:
    facts = facts_of("The Brod Law Center sued. Reddit answered. The company said it had done enough.")
    (statement,) = [one for one in facts.statements if one.source and one.source.text == "The company"]
    names = {one.id: one.name for one in facts.entities}
    assert [names[one] for one in statement.sources] != ["Brod Law Center"]


def test_she_is_not_a_man_known_by_his_given_name_alone() -> None:
    facts = facts_of("Isaiah cried. She said it was over.")
    (statement,) = [one for one in facts.statements if one.source and one.source.text == "She"]
    assert not statement.sources


def test_a_channel_is_not_who_uses_it() -> None:
    facts = facts_of("Ukrainian Telegram channels claimed that the bridge had been hit.")
    (statement,) = [one for one in facts.statements if one.source]
    names = {one.id: one.name for one in facts.entities}
    assert [names[one] for one in statement.sources] == ["Ukrainian Telegram channels"]


@pytest.mark.parametrize("short", ["Jim Comer", "Jimmy Comer"])
def test_a_given_name_in_short_is_the_same_person(short: str) -> None:
    text = f"The inquiry is led by {short}. James Comer said it would end. Comer was late."
    people = [one for one in facts_of(text).entities if one.kind is EntityKind.PERSON]
    assert [one.name for one in people] == ["James Comer"]


def test_other_given_names_of_one_surname_are_two_people() -> None:
    text = "The inquiry is led by Jane Comer. James Comer said it would end."
    people = {one.name for one in facts_of(text).entities if one.kind is EntityKind.PERSON}
    assert people == {"Jane Comer", "James Comer"}


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Elon Marsk owns the firm. “It will be cherry,” the South African tweeted.", "Elon Marsk"),
        ("Elon Marsk met Ana Kovar. Kovar left. Marsk left. The American said it was late.", "American"),
    ],
)
def test_one_of_a_people_is_the_only_person_told_of_or_nobody_named(text: str, speaker: str) -> None:
    (last,) = said(text)
    assert sources(text, last) == {speaker}
    assert entity(text, last.sources[0]).kind is EntityKind.PERSON


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        (
            "The government of Norland said the dam was old. The government of Sudmark said it was new.",
            ["government of Norland", "government of Sudmark"],
        ),
        (
            "The head of the union said the dam was old. The head of the company said the dam was new.",
            ["head of the union", "head of the company"],
        ),
        (
            "The ministry of health said 12 had died. The ministry of defence said 13 had died.",
            ["ministry of health", "ministry of defence"],
        ),
        ("Orvelle Mayor Dana Veck came. The mayor of Brannock said it rained.", ["mayor of Brannock"]),
        (
            "French President Ana Kovar came. The president of the United States said it rained.",
            ["president of the United States"],
        ),
        ("Sen. Mark Vale spoke first. The Texas senator said the bill was dead.", ["Texas senator"]),
        ("The federal government paid. The agency said it had not.", ["agency"]),
        (
            "The hotel chain Radel was shut. Norland Air stopped its flights. The airline said it rained.",
            ["airline"],
        ),
    ],
)
def test_of_another_body_or_place_is_another_party(text: str, speakers: list[str]) -> None:
    assert [sources(text, one) for one in said(text)] == [{speaker} for speaker in speakers]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Dana Veck, the mayor of Orvelle, came. The mayor of Orvelle said it rained.", "Dana Veck"),
        ("French President Ana Kovar came. The president of France said it rained.", "Ana Kovar"),
        ("Dana Veck, head of the Dockers Union, came. The head of the union said it rained.", "Dana Veck"),
        ("The health ministry met. The ministry of health said it rained.", "health ministry"),
    ],
)
def test_of_the_same_body_or_place_is_the_same_party(text: str, speaker: str) -> None:
    assert sources(text, said(text)[-1]) == {speaker}


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Judge Jory Smith wrote the ruling. The two judges said the law was old.", "two judges"),
        ("Tarn Steel and Orvelle Steel met. Both companies said the furnace was old.", "companies"),
        ("Two dock workers came. The workers said it was late.", "workers"),
    ],
)
def test_several_are_nobody_who_is_one(text: str, speaker: str) -> None:
    assert sources(text, said(text)[-1]) == {speaker}


def test_the_only_person_named_so_far_is_the_holder_of_an_office_who_speaks() -> None:
    text = "Mirela Kovar denied it on Monday. “We asked for nothing,” the chief executive said."
    assert sources(text, said(text)[-1]) == {"Mirela Kovar"}


@pytest.mark.parametrize(
    "text",
    [
        "Mirela Kovar denied it. Odran Feeley left. “We asked for nothing,” the chief executive said.",
        "Mayor Mirela Kovar denied it on Monday. “We asked for nothing,” the chief executive said.",
        "Mirela Kovar denied it on Monday. “We asked for nothing,” the Norwegian minister said.",
        "Mirela Kovar denied it on Monday. “We asked for nothing,” the pilot said.",
    ],
)
def test_an_office_is_not_that_of_one_of_two_nor_of_who_holds_another(text: str) -> None:
    assert sources(text, said(text)[-1]) != {"Mirela Kovar"}


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The British union AMWU has said that the firm asked for help.", "AMWU"),
        ("The British union has said that the firm asked for help.", "British union"),
        ("The company's own list showed 143 people aboard.", "company"),
        ("The harbour authority's records showed that nine boats sank.", "harbour authority"),
        ("A fisherman's list showed 143 people aboard.", "fisherman's list"),
    ],
)
def test_a_name_in_capitals_behind_its_noun_and_the_keeper_of_a_list_speak(text: str, speaker: str) -> None:
    assert sources(text, said(text)[0]) == {speaker}


def test_a_lesser_office_is_anothers() -> None:
    text = (
        "Mirela Kovar, leader of the Brod Union, left. The deputy leader of the Brod Union said it was late."
    )
    assert "Mirela Kovar" not in sources(text, said(text)[-1])
    text = "Deputy mayor Mirela Kovar left the hall of Brod. The mayor said it was late."
    assert "Mirela Kovar" not in sources(text, said(text)[-1])


def test_a_lesser_office_is_its_holders() -> None:
    text = "Deputy mayor Mirela Kovar left the hall. Crews met. The deputy mayor said it was late."
    assert sources(text, said(text)[-1]) == {"Mirela Kovar"}


ABOUT = "Odran Feeley met crews. Feeley left. Feeley came back. Feeley was late. " * 3


def test_the_president_is_none_who_is_named_in_passing() -> None:
    text = f"Feeley recalled the war of Norwegian President Andrej Wolan. {ABOUT * 2}The president said so."
    assert "Andrej Wolan" not in sources(text, said(text)[-1])


def test_the_president_named_right_before_is_meant() -> None:
    text = f"{ABOUT}Norwegian President Andrej Wolan arrived. The president said it was late."
    assert sources(text, said(text)[-1]) == {"Andrej Wolan"}


def test_a_man_whom_everybody_knows_is_no_woman_of_his_name() -> None:
    facts = facts_of("Michelle Obama left the hall. President Obama said it was late. Obama left.")
    assert len([one for one in facts.entities if "Obama" in one.name]) == 2


def test_a_given_name_is_not_that_of_who_is_credited_at_the_end() -> None:
    text = f"Anna said it was late. {'Crews left the hall and the port. ' * 20}Editing by Anna Kovar."
    assert "Anna Kovar" not in sources(text, said(text)[0])


def test_a_given_name_is_that_of_who_was_named_before() -> None:
    text = "Anna Kovar left the hall. Anna said it was late."
    assert sources(text, said(text)[-1]) == {"Anna Kovar"}


def test_the_agency_may_be_an_administration_and_the_administration_is_none() -> None:
    text = "The Brod Drug Administration met crews. The agency said it was late."
    assert sources(text, said(text)[-1]) == {"Brod Drug Administration"}
    text = "The Brod Drug Administration met crews. The administration said it was late."
    assert sources(text, said(text)[-1]) != {"Brod Drug Administration"}


def test_of_two_who_hold_an_office_the_one_named_right_before_is_meant() -> None:
    text = (
        "Crews met Polish President Andrej Wolan and Czech President Piotr Dorek. "
        "A vote waits for Andrej Wolan. The president said it was late."
    )
    assert sources(text, said(text)[-1]) == {"Andrej Wolan"}


@pytest.mark.parametrize(
    ("text", "whose"),
    [
        ("The Brod Harbour Authority met crews. The agency said it was late.", "Brod Harbour Authority"),
        (
            "The Lunde Water Agency met crews. The IRS shut its office in Brod. The agency said it was late.",
            "IRS",
        ),
        ("The Brod Harbour Council met crews. The agency said it was late.", "agency"),
    ],
)
def test_the_agency_is_the_body_spoken_of_last_that_can_be_called_so(text: str, whose: str) -> None:
    assert sources(text, said(text)[-1]) == {whose}


@pytest.mark.parametrize(
    ("text", "whose"),
    [
        (
            "Brod Airways met crews. She had a Tarn Airlines ticket. The airline said it was late.",
            "Brod Airways",
        ),
        (
            "A ticket of Brod Airways led to a flight of Tarn Airlines. The airline said it was late.",
            "airline",
        ),
    ],
)
def test_the_airline_is_the_one_that_acts_whatever_word_its_name_has_for_it(text: str, whose: str) -> None:
    assert sources(text, said(text)[-1]) == {whose}


def test_a_known_given_name_behind_what_somebody_is_called_begins_a_name() -> None:
    text = "Model Chrissy Kovar was on the boat. “I slept,” she said."
    assert sources(text, said(text)[-1]) == {"Chrissy Kovar"}


def test_the_agency_is_no_newspaper() -> None:
    text = "The Brod Courier met crews. The agency said it was late."
    assert "Brod Courier" not in sources(text, said(text)[-1])


def test_somebody_beside_what_he_once_was_is_named() -> None:
    text = "Ana Kovar is a lawyer. His lawyer, former Deputy Attorney General Odran Feeley, said it was late."
    assert sources(text, said(text)[-1]) == {"Odran Feeley"}


def test_their_party_may_be_any_of_two() -> None:
    text = "The Brod Party met the Tarn Party. Crews left. Their party said it was late."
    assert sources(text, said(text)[-1]).isdisjoint({"Brod Party", "Tarn Party"})


def test_a_title_in_short_is_the_office() -> None:
    text = "Gov. Ana Kovar left on Monday. “We are dry,” the governor said."
    assert [sources(text, one) for one in said(text)] == [{"Ana Kovar"}]


def test_an_office_is_not_that_of_who_held_it_once() -> None:
    text = "Former Sen. Odran Feeley of Brod said it was over. The senator said it would be mended."
    assert [sources(text, one) for one in said(text)] == [{"Odran Feeley"}, {"senator"}]
    again = text.replace("The senator", "The former senator")
    assert [sources(again, one) for one in said(again)] == [{"Odran Feeley"}, {"Odran Feeley"}]


def test_a_surname_before_its_bearers_kin_comes_up_is_not_that_of_the_kin() -> None:
    long = "The studio had paid for all of it by then, and nobody knew what would come next. " * 8
    text = f"Kovar said the film was late. {long}Her father, Ivo Kovar, is a baker. Kovar said she was tired."
    names = {one.id: one.name for one in facts_of(text).entities}
    assert [names[one.sources[0]] for one in said(text)] == ["Kovar", "Kovar"]
    text = f"Ana Brodel said it was late. {long}Her husband, Ivo Kovar, is a baker. Kovar said he was tired."
    names = {one.id: one.name for one in facts_of(text).entities}
    assert [names[one.sources[0]] for one in said(text)] == ["Ana Brodel", "Ivo Kovar"]


def test_the_number_of_a_generation_is_no_surname() -> None:
    text = "Sen. John Kovar III voted on Monday. Mr. Kovar said it was over."
    assert [sources(text, one) for one in said(text)] == [{"John Kovar III"}]
    father = "Rep. John Kovar Jr. voted on Monday. President Kovar said it was over."
    assert [sources(father, one) for one in said(father)] == [{"Kovar"}]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("They met Ana Kovar, the mayor, who said it was over.", "Ana Kovar"),
        ("A letter came from BRODA, the dockers’ lobby, which said it was over.", "BRODA"),
        ("They met Ana Kovar’s sister, a clerk who said it was over.", "clerk"),
    ],
)
def test_what_stands_behind_a_name_and_speaks_is_the_one_named(text: str, speaker: str) -> None:
    (only,) = said(text)
    assert sources(text, only) == {speaker}


def test_who_is_named_in_a_clause_about_the_time_is_not_who_speaks() -> None:
    text = "“I need help,” said a clerk, when the cameraman, Odran Feeley, came through."
    (only,) = said(text)
    assert sources(text, only) == {"clerk"}
    assert only.source is not None
    assert only.source.text == "a clerk"


@pytest.mark.parametrize(
    "text",
    [
        "The Gazette reporter asked about it. Then the Lamp reporter said the dam was old.",
        "Minority Leader Odran Feeley (D-N.Y.) left. The GOP leader said the dam was old.",
        "The Office of the Harbour Commissioner closed. The mayor’s office said the dam was old.",
        "The family of his friend, Peter Kovar, left the hall. The family said the dam was old.",
    ],
)
def test_a_noun_that_somebody_else_has_means_somebody_else(text: str) -> None:
    names = sources(text, said(text)[-1])
    assert names.isdisjoint({"Odran Feeley", "Peter Kovar", "Office of the Harbour Commissioner"})
    assert not any("Gazette" in name for name in names)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Senator Odran Feeley (R-Texas) left. The Republican senator said it was late.", "Odran Feeley"),
        ("Lamp reporter Helen Brand left early. The Lamp reporter said it was late.", "Helen Brand"),
    ],
)
def test_a_noun_with_what_is_known_of_somebody_means_that_one(text: str, speaker: str) -> None:
    assert sources(text, said(text)[-1]) == {speaker}


def test_a_trainer_has_the_name_behind_the_age() -> None:
    text = "The horse’s trainer, 77-year-old Odran Feeley, smiled. He said the race was hard."
    assert sources(text, said(text)[-1]) == {"Odran Feeley"}


def test_who_said_so_is_no_thing() -> None:
    text = "The speech brought a sharp rejoinder from the leader, Peter Kovar (D-N.Y.), who said it was late."
    assert sources(text, said(text)[-1]) == {"Peter Kovar"}


def test_the_company_is_none_that_is_named_long_after() -> None:
    between = "Names, dates and streets of many who had asked for a credit stood in the files. " * 7
    text = (
        f"Equitar said on Thursday that a breach had touched its files. {between}"
        "The company said that the files were closed. Other breaches hit retail giant Targas."
    )
    assert "Targas" not in sources(text, said(text)[-1])


def test_both_surnames_may_stand_alone() -> None:
    text = "Julie McClain Dorrey settled into the couch. “It is late,” says McClain Dorrey."
    assert sources(text, said(text)[-1]) == {"Julie McClain Dorrey"}


def test_a_chief_of_police_is_not_the_name() -> None:
    text = "Brod Police Chief Peter Albers told a court that it was late. Albers said that nobody knew."
    assert [sources(text, one) for one in said(text)] == [{"Peter Albers"}] * 2


def test_who_declined_is_no_place() -> None:
    text = (
        "“I saw it,” said Helen Brand, a 60-year-old waitress at the Classic Deli, who declined to say more."
    )
    assert not any("Classic Deli" in sources(text, one) for one in said(text))


def test_media_reports_from_a_country_are_not_its_word() -> None:
    text = "Ren was responding to media reports from Norway and Denmark claiming that the navy had failed."
    assert not sources(text, said(text)[0]) & {"Norway", "Denmark"}


def test_a_name_of_both_sexes_is_taken_up_by_either_pronoun() -> None:
    text = "Governor Kim Brand blamed the law for it. “We are angry,” she said."
    assert sources(text, said(text)[0]) == {"Kim Brand"}


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Sen. Odran Kovar (R-Ky.) met Rep. Mirela Tarn (D-Va.). The Kentucky Republican wept.",
            "Odran Kovar",
        ),
        ("Sen. Odran Kovar (R-Ky.) met Sen. Mirela Tarn (D-Va.). The Virginia senator wept.", "Mirela Tarn"),
        ("Odran Kovar, a Kentucky Republican, met Mirela Tarn. The Kentucky Republican wept.", "Odran Kovar"),
        (
            "Sen. Odran Kovar (R-Ky.) met Rep. Mirela Tarn (D-Va.). The Ohio Republican wept.",
            "Ohio Republican",
        ),
        (
            "Sen. Odran Kovar (R-Ky.) met Sen. Mirela Tarn (R-Ky.). The Kentucky Republican wept.",
            "Kentucky Republican",
        ),
        (
            "Sen. Odran Kovar (R-Ky.) met Rep. Mirela Tarn (D-Va.). The Kentucky Democrat wept.",
            "Kentucky Democrat",
        ),
    ],
)
def test_the_republican_of_a_state_is_the_only_one_of_both(text: str, speaker: str) -> None:
    told = text.removesuffix("wept.") + "said the dam was old."
    assert [sources(told, one) for one in said(told)] == [{speaker}]


def test_who_is_called_the_republican_of_a_state_is_meant_behind_the_name() -> None:
    text = "Mirela Tarn met Odran Kovar, the Ohio Republican who said the dam was old."
    assert [sources(text, one) for one in said(text)] == [{"Odran Kovar"}]


def test_who_goes_on_under_a_description_is_who_just_spoke() -> None:
    text = "“We won,” Odran Feeley told reporters. “It is over, and we are glad of it,” the lawyer added."
    assert {"Odran Feeley"} == sources(text, next(one for one in said(text) if "It is over" in one.text))


def test_who_holds_another_office_does_not_go_on() -> None:
    text = "Odran Feeley, the mayor, said it was shut. The governor also said that so much was clear."
    assert {"governor"} == sources(text, next(one for one in said(text) if "so much" in one.text))


def test_the_leader_named_behind_a_body_of_several_words_speaks() -> None:
    text = "Gang of Six leader Odran Feeley says the bill is good."
    assert sources(text, said(text)[0]) == {"Odran Feeley"}


def test_an_office_is_not_the_person_whose_it_is() -> None:
    text = "The office of Brod mayor Odran Feeley said the bill is good."
    assert sources(text, said(text)[0]) != {"Odran Feeley"}


def test_the_group_of_a_body_is_another_one() -> None:
    text = "Odran Feeley, a member of the Senate's group of eight, spoke. Feeley says the group hopes to win."
    assert all(sources(text, one) != {"Senate"} for one in said(text))


SPOKESMAN = (
    "Sen. Ana Kovar met {} on Monday. Peter Brand, a spokesman for {}, said the senator called for a vote."
)


def test_the_office_that_a_spokesman_tells_of_is_that_of_whom_he_speaks_for() -> None:
    text = SPOKESMAN.format("Helen Feeley", "Feeley")
    assert {"Helen Feeley"} == sources(text, next(one for one in said(text) if one.text == "a vote"))


def test_the_office_that_a_mayors_spokesman_tells_of_is_not_the_mayors() -> None:
    text = SPOKESMAN.format("Mayor Helen Feeley", "Feeley")
    assert {"Ana Kovar"} == sources(text, next(one for one in said(text) if one.text == "a vote"))


def test_the_bureau_is_the_one_that_goes_by_its_letters() -> None:
    text = "The FBI called Talcamar on Monday. The gate was shut, the bureau said."
    assert sources(text, said(text)[-1]) == {"FBI"}


GOVERNORS = (
    "Governor Helen Feeley’s plan was passed. Feeley’s dam is old, and Feeley’s road is bad. {}"
    "The river rose all night and took two bridges, a mill and the road to the harbour, and nobody in the "
    "valley could be reached before the morning. The schools stayed shut, and the ferry did not run at all. "
    "Crews came from three towns with pumps and sandbags, and the bakery gave away its bread. The governor "
    "said it was late."
)


def test_of_two_governors_the_one_whom_the_report_is_about_is_meant() -> None:
    text = GOVERNORS.format("Governor Ana Kovar’s plan failed. ")
    assert {"Helen Feeley"} == sources(text, said(text)[-1])


def test_of_two_governors_named_alike_often_neither_is_meant() -> None:
    text = GOVERNORS.format("Governor Ana Kovar’s plan failed. Kovar’s dam broke, and Kovar’s road is shut. ")
    assert {"governor"} == sources(text, said(text)[-1])


def test_the_company_is_no_administration() -> None:
    text = "The Lunde Safety Administration fined the mill. The company said it was ready for the storm."
    assert "Lunde Safety Administration" not in sources(text, said(text)[-1])


def test_a_surname_before_a_first_lady_of_that_name_is_not_hers() -> None:
    road = "The road to the hall is old and long, and the trees beside it were cut in spring. " * 9
    text = (
        f"Emil Rovin spoke of his ties with President Kovar.\n\n{road}\n\nHe dined with Kovar and first lady "
        "Mirela Kovar.\n\nKovar said last year that Norland would leave."
    )
    assert sources(text, said(text)[-1]) != {"Mirela Kovar"}


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("One of the judges, Mirela Kovar, said it was dark.", {"Mirela Kovar"}),
        ("Two of the judges, Mirela Kovar and Pavel Sol, said it was dark.", {"Mirela Kovar", "Pavel Sol"}),
        ("Another, Mirela Kovar, said it was dark.", {"Mirela Kovar"}),
        ("One of the judges, a former mayor, said it was dark.", {"One of the judges"}),
        ("One of the judges, Mirela Kovar’s brother, said it was dark.", {"One of the judges"}),
    ],
)
def test_who_is_named_behind_one_of_several_is_meant(text: str, who: set[str]) -> None:
    assert sources(text, said(text)[0]) == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Mirela Kovar told CNN that she had won. The network said the count was over.", {"CNN"}),
        ("Mirela Kovar told CNN that she had won. The outlet said the count was over.", {"CNN"}),
        ("Mirela Kovar told CNN that she had won. The paper said the count was over.", {"paper"}),
        ("Mirela Kovar told the Lunde Post she had won. The network said it was over.", {"network"}),
    ],
)
def test_the_outlet_is_the_one_named_last_that_it_may_be(text: str, who: set[str]) -> None:
    assert sources(text, said(text)[-1]) == who


def test_a_diocese_is_no_single_one_of_a_people() -> None:
    text = "Attorney General Pavel Sol spoke. The Archdiocese of Lunde asked the school to close."
    assert "Pavel Sol" not in sources(text, said(text)[-1])
    text = "Pavel Sol spoke in Lunde. “We lost,” the Norwegian said."
    assert sources(text, said(text)[-1]) == {"Pavel Sol"}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The mine's owner, Helvar Resources, said the shaft was safe.", [{"Helvar Resources"}]),
        ("The mine's owner, Mirela Kovar, said the shaft was safe.", [{"Mirela Kovar"}]),
    ],
)
def test_an_owner_may_be_a_body_or_a_person(text: str, names: list[set[str]]) -> None:
    assert [sources(text, one) for one in said(text)] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "A rights group said 12 men were held.\n\nThe group, Lantern Watch, said they were beaten.\n",
            [{"Lantern Watch"}, {"Lantern Watch"}],
        ),
        (
            "A senior aide said the talks had failed. The aide, Oleg Brand, said nobody was to blame.",
            [{"Oleg Brand"}, {"Oleg Brand"}],
        ),
        (
            "A rights group said 12 men were held. Another group said nine were. "
            "The group, Lantern Watch, said they were beaten.",
            [{"rights group"}, {"group"}, {"Lantern Watch"}],
        ),
    ],
)
def test_who_is_brought_in_without_a_name_is_named_later(text: str, names: list[set[str]]) -> None:
    assert [sources(text, one) for one in said(text)] == names


@pytest.mark.parametrize(
    "text",
    [
        "The rights group Justice Now said 12 men were held.",
        "The rights group Justice Now met on Monday. Justice Now said 12 men were held.",
    ],
)
def test_the_words_behind_a_noun_for_a_group_name_it(text: str) -> None:
    (one,) = said(text)
    assert (sources(text, one), one.text) == ({"Justice Now"}, "12 men were held")


def test_a_firm_goes_by_its_name_without_its_trade() -> None:
    text = "Talcamar Amusements shut the fair. The crews left. Talcamar denied the claim."
    assert sources(text, said(text)[-1]) <= {"Talcamar Amusements", "Talcamar"}
    assert len([one for one in facts_of(text).entities if "Talcamar" in one.name]) == 1


def test_a_place_is_no_firm_that_has_its_name_before_a_trade() -> None:
    text = "Lyon Ferries shut the pier. The crews left. Lyon denied the claim."
    assert len([one for one in facts_of(text).entities if "Lyon" in one.name]) > 1


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Lomar fell ill in May. His daughter, Nadia, said he was weak.", [{"Nadia"}]),
        (
            "Marcus Bell of the group Water First said it was over. “He built it,” said Bell.",
            [{"Marcus Bell"}] * 2,
        ),
        ("The firm sued the bank, whose spokesman said it would pay.", [{"spokesman"}]),
        ("The junta said it was over. The palace denied it.", [{"junta"}, {"palace"}]),
    ],
)
def test_who_speaks_by_the_words_beside_the_name(text: str, names: list[set[str]]) -> None:
    assert [sources(text, one) for one in said(text)] == names


def test_one_of_a_party_behind_a_name_and_a_comma_is_whom_it_names() -> None:
    text = "Rep. Dan Maro, a New York Republican hoping to block the bill, said it was flawed."
    assert [sources(text, one) for one in said(text)] == [{"Dan Maro"}, {"Dan Maro"}]
