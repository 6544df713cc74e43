from dataclasses import replace
from itertools import pairwise

import pytest
from tests.extract.facts_of import facts_of, report_of

from sayso.annotate import annotate
from sayso.extract import mentions
from sayso.extract.names import kinds
from sayso.model.report import EntityKind


def names_of(text: str) -> dict[str, EntityKind]:
    report = facts_of(text).report
    return {name.text: name.kind for name in mentions.extract(report, next(iter(annotate([report]))))}


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Mirela Kovar said the quay was safe.", "Mirela Kovar", EntityKind.PERSON),
        ("Polish President Andrej Wolan said the road was open.", "Andrej Wolan", EntityKind.PERSON),
        ("Shells fell near Kursk on Monday.", "Kursk", EntityKind.PLACE),
        ("The Security Service of Ukraine said the bridge was shut.", "Security Service of Ukraine",
         EntityKind.ORGANISATION),
        ("The White House said the ship had left.", "White House", EntityKind.ORGANISATION),
        ("The Lunde Water Agency said the wells were dry.", "Lunde Water Agency", EntityKind.ORGANISATION),
        ("North Korea said the ship had left.", "North Korea", EntityKind.PLACE),
        ("Its general secretary, Mererid Tannock, called the vote a disgrace.", "Mererid Tannock",
         EntityKind.PERSON),
    ],
)  # fmt: skip
def test_a_name_has_its_span_and_kind(text: str, name: str, kind: EntityKind) -> None:
    assert names_of(text).get(name) is kind


def test_a_demonym_that_only_describes_names_nobody() -> None:
    assert "Ukrainian" not in names_of("Two Ukrainian trucks left the depot.")


def test_a_people_that_no_list_knows_is_a_place_where_somebody_is_from_it() -> None:
    assert names_of("Dozens of families from Talkse slept in the open.")["Talkse"] is EntityKind.PLACE
    assert names_of("Dozens of Talkses slept in the open.").get("Talkses") is not EntityKind.PLACE


def test_a_title_is_no_part_of_the_name() -> None:
    text = "Foreign Minister Odran Feeley said the road was open."
    report = facts_of(text).report
    (name,) = [
        n for n in mentions.extract(report, next(iter(annotate([report])))) if n.text == "Odran Feeley"
    ]
    assert name.title == "Foreign Minister"


def test_names_do_not_overlap() -> None:
    text = "The Ministry of Defence of Ukraine and the White House said North Korea had sent ships to Kursk."
    spans = sorted((one.start, one.end) for one in facts_of(text).mentions)
    assert all(first[1] <= second[0] for first, second in pairwise(spans))


def test_a_body_may_have_and_in_its_name() -> None:
    assert "Allied Makers and Metalworkers Union" in names_of(
        "The Allied Makers and Metalworkers Union said it had been given no warning."
    )


def test_a_word_that_opens_a_question_is_no_part_of_the_name() -> None:
    assert names_of("Will Ana Kovar resign, the union asked.").keys() == {"Ana Kovar"}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Kovar had a desk in New York for the First Congress of Metalworkers.",
         {"New York": EntityKind.PLACE, "First Congress of Metalworkers": EntityKind.ORGANISATION}),
        ("Fellow of the Royal Society Ana Kovar said the mill was shut.",
         {"Royal Society": EntityKind.ORGANISATION, "Ana Kovar": EntityKind.PERSON}),
        ("The report was by The New York Times and by the BBC.",
         {"New York Times": EntityKind.ORGANISATION, "BBC": EntityKind.ORGANISATION}),
        ("They met Wong Kwok-kin, the Brod-based surgeon.", {"Wong Kwok-kin": EntityKind.PERSON}),
        ("Ursula von der Kovar said it was over.", {"Ursula von der Kovar": EntityKind.PERSON}),
        ("Sir Daniel Kovar FRS met Tsar Boris.",
         {"Daniel Kovar": EntityKind.PERSON, "Boris": EntityKind.PERSON}),
        ("Secretary of state Michael Adrun said the vote was fair.", {"Michael Adrun": EntityKind.PERSON}),
        ("The photograph shows Mirela Kovar Image and the quay.", {"Mirela Kovar": EntityKind.PERSON}),
        ("Jenna Holt opened the Brod Film Festival.",
         {"Jenna Holt": EntityKind.PERSON, "Brod Film Festival": EntityKind.EVENT}),
        ("The bus stopped at Lower Brod Cemetery on Monday.", {"Lower Brod Cemetery": EntityKind.PLACE}),
        ("The map of the Soviet Union hung in the hall.", {"Soviet Union": EntityKind.PLACE}),
        ("He bought an iPhone and joined YouTube.",
         {"iPhone": EntityKind.OTHER, "YouTube": EntityKind.ORGANISATION}),
    ],
)  # fmt: skip
def test_a_name_ends_where_another_begins(text: str, found: dict[str, EntityKind]) -> None:
    names = names_of(text)
    assert {name: names.get(name) for name in found} == found


@pytest.mark.parametrize("text", ["It costs US$30, the firm said.", "The pro-Kyiv councillors left."])
def test_a_part_of_another_word_is_no_place(text: str) -> None:
    assert not names_of(text)


def test_a_name_found_once_is_found_again() -> None:
    report = facts_of(
        "Noam Kovarik won the seat on Sunday.\n\nKovarik thanked them. A banner read Kovarik. Noam left."
    ).report
    found = [name.text for name in mentions.extract(report, next(iter(annotate([report]))))]
    assert found.count("Kovarik") == 2


def test_a_common_word_is_not_a_surname_again() -> None:
    found = names_of("Peter Banks won the seat.\n\nBanks were shut on Monday, and the banks opened later.")
    assert "banks" not in found


def test_a_given_name_alone_is_the_one_person_named_in_full() -> None:
    facts = facts_of("Jenna Holt won the race on Sunday. Jenna said the track was wet.")
    (person,) = {one.entity for one in facts.mentions if one.text in {"Jenna", "Jenna Holt"}}
    assert {one.names for one in facts.entities if one.id == person} == {("Jenna Holt",)}


def test_a_given_name_that_two_bear_is_neither() -> None:
    facts = facts_of("Jenna Holt beat Jenna Kovar on Sunday. Jenna said the track was wet.")
    assert len({one.entity for one in facts.mentions if "Jenna" in one.text}) == 3


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Kovar studied at Duke University in 1990.", {"Duke University": EntityKind.ORGANISATION}),
        ("General Motors said it would close the plant.", {"General Motors": EntityKind.ORGANISATION}),
        ("Nissan showed the GT500 in Paris.", {"GT500": EntityKind.OTHER}),
        ("Mirela Kovar, the State Department spokesperson, left.",
         {"State Department": EntityKind.ORGANISATION}),
        ("Ann Chong of DAB was elected. DAB's Gary Chong lost.", {"DAB": EntityKind.ORGANISATION}),
        ("Duke Boris died on Monday.", {"Boris": EntityKind.PERSON}),
    ],
)  # fmt: skip
def test_the_words_around_and_inside_a_name_tell_its_sort(text: str, found: dict[str, EntityKind]) -> None:
    names = names_of(text)
    assert {name: names.get(name) for name in found} == found


def keys_of(text: str, *wanted: str) -> list[str]:
    """The keys of the entities that these words mean, in order."""
    facts = facts_of(text)
    keys = {one.id: one.key for one in facts.entities}
    by_text = {one.text: keys[one.entity] for one in facts.mentions}
    return [by_text[one] for one in wanted]


def test_a_surname_is_that_of_the_bearer_who_is_nobodys_kin() -> None:
    text = "Ana Kovar spoke on Monday. Her brother, Peter Kovar, was there. The crowd cheered as Kovar left."
    whole, alone = keys_of(text, "Ana Kovar", "Kovar")
    assert whole == alone


def test_a_surname_of_two_who_are_not_told_to_be_kin_is_neither() -> None:
    text = "Ana Kovar spoke on Monday. Peter Kovar was there. The crowd cheered as Kovar left."
    assert len(set(keys_of(text, "Ana Kovar", "Peter Kovar", "Kovar"))) == 3


@pytest.mark.parametrize(
    ("text", "long", "short"),
    [
        ("Brodex Inc. lost the case on Monday. The court told Brodex to pay.", "Brodex Inc.", "Brodex"),
        ("The Society of Brod met. Ana Kovar of the Society spoke.", "Society of Brod", "Society"),
        ("The Chicago Hawks won on Monday. Fans cheered the Hawks.", "Chicago Hawks", "Hawks"),
        (
            "The U.S. Transport Board met. Ana Kovar left the Transport Board.",
            "U.S. Transport Board",
            "Transport Board",
        ),
        (
            "The Weir Arts Foundation for the Blind met. Ana Kovar left the Weir Arts Foundation.",
            "Weir Arts Foundation for the Blind",
            "Weir Arts Foundation",
        ),
    ],
)
def test_a_body_is_named_again_in_short(text: str, long: str, short: str) -> None:
    assert len(set(keys_of(text, long, short))) == 1


@pytest.mark.parametrize(
    ("text", "long", "short"),
    [
        ("Brodex Group sued Brodex Motors. The court told Brodex to pay.", "Brodex Group", "Brodex"),
        ("The University of Lyon opened in Lyon on Monday.", "University of Lyon", "Lyon"),
        ("The Florida Supreme Court met. The Supreme Court will hear it.",
         "Florida Supreme Court", "Supreme Court"),
        ("The Chicago Hawks beat the Atlanta Hawks. Fans cheered the Hawks.", "Chicago Hawks", "Hawks"),
        ("The Society of Brod met the Society of Lund. Ana Kovar of the Society spoke.",
         "Society of Brod", "Society"),
    ],
)  # fmt: skip
def test_what_may_be_short_for_two_bodies_or_is_a_place_is_neither(text: str, long: str, short: str) -> None:
    assert len(set(keys_of(text, long, short))) == 2


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The Health and Safety Council met.", {"Health and Safety Council"}),
        ("The Ministry of Labour and Social Policy met.", {"Ministry of Labour and Social Policy"}),
        ("The Navy and Coast Guard searched.", {"Navy", "Coast Guard"}),
        ("Ana Kovar and Brod Council met.", {"Ana Kovar", "Brod Council"}),
        ("The Ministry of Labour and Ministry of Health met.", {"Ministry of Labour", "Ministry of Health"}),
    ],
)
def test_and_stands_inside_a_body_or_between_two(text: str, found: set[str]) -> None:
    assert names_of(text).keys() == found


def test_a_lone_word_in_which_things_happen_is_a_place() -> None:
    text = "Police in Simalgarh said nine had died. Schools in Simalgarh were shut."
    assert names_of(text)["Simalgarh"] is EntityKind.PLACE


def test_a_stake_is_held_in_a_body() -> None:
    assert names_of("The fund sold its stake in Brodcorp on Monday.")["Brodcorp"] is EntityKind.ORGANISATION


def test_mr_and_mrs_are_two() -> None:
    facts = facts_of("Mr. Kovar and Mrs. Kovar said it was over.")
    assert len({one.entity for one in facts.mentions if one.text == "Kovar"}) == 2


def test_mrs_is_the_woman_named_in_full() -> None:
    facts = facts_of("Ana Kovar spoke on Monday. Mrs. Kovar said it was over. Mr. Kovar was there.")
    by_place = [
        one.entity for one in sorted(facts.mentions, key=lambda one: one.start) if "Kovar" in one.text
    ]
    assert by_place[0] == by_place[1] != by_place[2]


def test_an_acronym_behind_a_name_is_no_surname() -> None:
    assert kinds.is_surname(["Ana", "Kovar"])
    assert kinds.is_surname(["ANA", "KOVAR"])
    assert not kinds.is_surname(["Pan-democrat", "DAB"])


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        # who alone bore it when it first stood alone keeps it
        (
            "Ana Kovar spoke. Kovar was calm. Peter Kovar sat there. The crowd cheered as Kovar left.",
            "Ana Kovar",
        ),
        # who is met as somebody's kin has no claim to it
        ("The brother of striker Peter Kovar spoke. Kovar was calm. Ana Kovar left.", "Ana Kovar"),
    ],
)
def test_a_surname_alone_is_that_of_the_bearer_met_before(text: str, whole: str) -> None:
    assert len(set(keys_of(text, whole, "Kovar"))) == 1


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Chao was born in Boston, where he was a baker.", "Chao", EntityKind.PERSON),
        ("Police questioned Moreno, who left early.", "Moreno", EntityKind.PERSON),
        ("Crowds cheered Gorbachev in Brod.", "Gorbachev", EntityKind.PERSON),
        ("Police spoke to the club owner Steve Kovar of Brod.", "Steve Kovar", EntityKind.PERSON),
        ("The tanker Verrin Star sank off the coast.", "Verrin Star", EntityKind.OTHER),
        ("Crowds left the coast before Cyclone Mirelle hit.", "Cyclone Mirelle", EntityKind.OTHER),
        ("She wrote Brod Nights (1998) in Boston.", "Brod Nights", EntityKind.OTHER),
        ("He starred in the film Brod Nights in May.", "Brod Nights", EntityKind.OTHER),
        # look alike
        ("Crowds cheered Moreno.", "Moreno", EntityKind.OTHER),
        ("The rocket NASA is building will fly in May.", "NASA", EntityKind.ORGANISATION),
        ("The drama teacher liked the film Ana Kovar made.", "Ana Kovar", EntityKind.PERSON),
    ],
)
def test_what_is_said_of_a_name_tells_its_sort(text: str, name: str, kind: EntityKind) -> None:
    assert names_of(text).get(name) is kind


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The plan of the World Health Organization (WHO) failed.", {"World Health Organization", "WHO"}),
        ("The World Maritime Organization (WMO) lost in May.", {"World Maritime Organization", "WMO"}),
        ("The World Maritime Organization (MAY) lost in May.", {"World Maritime Organization"}),
        ("The Brod Software Development Kit (BSDK) came in May.", {"Brod Software Development Kit"}),
        ("It was a World Health Council plan.", {"World Health Council"}),
    ],
)
def test_an_article_and_an_open_bracket_are_no_part_of_a_name(text: str, found: set[str]) -> None:
    assert names_of(text).keys() == found


def test_he_is_never_a_woman_known_by_one_word() -> None:
    text = "Demirel, 49, left. Merkel was there on Monday. He said it was over."
    facts = facts_of(text)
    names = {one.id: one.name for one in facts.entities}
    assert "Merkel" not in {names[source] for one in facts.statements for source in one.sources}


@pytest.mark.parametrize(
    ("text", "whole", "alone"),
    [
        ("Seo Bu-rok spoke on Monday. Mr. Seo was calm.", "Seo Bu-rok", "Seo"),
        ("President Hu Bailong met Wang Lanfei in Beijing. Hu was calm.", "Hu Bailong", "Hu"),
        ("Helen Houston sued the city. A judge heard Houston on Monday.", "Helen Houston", "Houston"),
        ("Coroner Gary Kovar spoke. Kovar was calm.", "Gary Kovar", "Kovar"),
    ],
)
def test_the_part_of_a_name_that_stands_alone(text: str, whole: str, alone: str) -> None:
    assert len(set(keys_of(text, whole, alone))) == 1


@pytest.mark.parametrize(
    ("text", "whole", "alone"),
    [
        ("Moon Walsh spoke on Monday. Mr. Moon was calm.", "Moon Walsh", "Moon"),
        ("Helen Houston sued the city. She lives in Houston.", "Helen Houston", "Houston"),
    ],
)
def test_what_is_no_part_of_a_name(text: str, whole: str, alone: str) -> None:
    assert len(set(keys_of(text, whole, alone))) == 2


def test_a_hyphen_ends_no_korean_name() -> None:
    assert "Seo Jae-in" in names_of("South Korean President Seo Jae-in spoke on Monday.")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("He said that Tactical Group No. 84 of the Brod Army took the hill.", "Tactical Group No. 84"),
        ("Crews met Mine Rescue Unit No. 7 at the gate.", "Mine Rescue Unit No. 7"),
        # looks alike
        ("Crews left Brodel Group. No one stayed.", "Brodel Group"),
    ],
)
def test_a_number_belongs_to_the_name_of_a_unit(text: str, found: str) -> None:
    assert found in names_of(text)


def test_where_people_are_from_is_a_place_and_no_people() -> None:
    found = names_of(
        "Ilse Brenn, a teacher from Tokselby and no relation of his, left. Rain fell above Tokselby."
    )
    assert found.get("Tokselby") in {EntityKind.PLACE, EntityKind.OTHER, EntityKind.ORGANISATION}


def test_a_people_stays_one() -> None:
    assert names_of("She learnt it from Norwegians at the port.").get("Norwegians") is EntityKind.GROUP


@pytest.mark.parametrize(
    ("outlet", "text", "name"),
    [
        ("QVB News Online", "The mayor told QVB that the road was open.", "QVB"),
        ("The Fathom", "The mayor told The Fathom that the road was open.", "Fathom"),
    ],
)
def test_a_reports_own_outlet_is_a_name(outlet: str, text: str, name: str) -> None:
    assert name in own_names(outlet, text)


@pytest.mark.parametrize(
    ("outlet", "text", "name"),
    [
        ("The Fathom", "Fathom lines were cut, the mayor said.", "Fathom"),
        ("qvb.example", "The mayor said that the qvb was open.", "qvb"),
    ],
)
def test_a_word_of_an_outlets_name_is_none(outlet: str, text: str, name: str) -> None:
    assert name not in own_names(outlet, text)


def own_names(outlet: str, text: str) -> set[str]:
    report = replace(report_of(text), outlet=outlet)
    (doc,) = annotate([report])
    return {name.text for name in mentions.extract(report, doc)}


def test_a_body_that_everybody_knows_ends_before_what_somebody_does_for_it() -> None:
    text = "White House Press Secretary Kayra Kovar said so. The White House Press Office said so too."
    found = names_of(text)
    assert found["White House"] is EntityKind.ORGANISATION
    assert found["Kayra Kovar"] is EntityKind.PERSON
    assert found["White House Press Office"] is EntityKind.ORGANISATION


def test_a_place_that_a_comma_tells_of_is_the_person_of_that_name() -> None:
    text = "Jim Jordan voted. In an interview on Sunday, Jordan, a Liberal, appeared to cast blame."
    assert names_of(text)["Jordan"] is EntityKind.PERSON
    place = "Sam Houston voted. The ship left Houston, Texas, on Sunday."
    assert names_of(place)["Houston"] is EntityKind.PLACE


def test_what_a_minister_is_of_is_no_body() -> None:
    text = "Interior Minister Ana Kovar blamed the Interior Ministry. Defense Secretary Jon Brod left."
    assert set(names_of(text)) == {"Ana Kovar", "Interior Ministry", "Jon Brod"}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Reuters Norland Security Forces held a drill on Monday.", {"Reuters", "Norland Security Forces"}),
        ("The Associated Press Television News crew left.", {"Associated Press Television News"}),
        (
            "Bloomberg News asked the Norland Harbour Authority.",
            {"Bloomberg News", "Norland Harbour Authority"},
        ),
    ],
)
def test_a_credit_that_runs_into_a_sentence_is_no_part_of_a_name(text: str, found: set[str]) -> None:
    assert set(names_of(text)) == found


def test_a_report_that_ends_on_a_title_is_read() -> None:
    assert set(names_of("Odran Kovar wept. Nobody asked for the President")) == {"Odran Kovar"}


def test_a_participle_that_opens_a_sentence_is_no_part_of_a_name() -> None:
    text = "Jon Brod left the U.S. Considering Kovar’s words about the dam, Mirela Kovar seems calm."
    assert "Considering Kovar" not in names_of(text)
    assert set(names_of("Odran Manning Kovar wept.")) == {"Odran Manning Kovar"}


def test_a_firm_that_ends_in_a_place_is_found_again_where_but_the_place_was() -> None:
    text = "Kovar wrote to the firm Mazar USA, which pays.\n\nMazar USA, which pays, said so."
    report = facts_of(text).report
    names = mentions.extract(report, next(iter(annotate([report]))))
    assert [name.text for name in names if "USA" in name.text] == ["Mazar USA", "Mazar USA"]
    assert set(names_of("Mazar left.\n\nIn the USA, Mazar said it would pay.")) >= {"USA"}
