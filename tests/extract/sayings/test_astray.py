import pytest
from tests.extract.facts_of import pieces, said

from sayso.model.report import Stance


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "These workers, Kovar explained earlier in the hearing, were paid well.",
            ["These workers", "were paid well"],
        ),
        (
            "The island, as one of his advisers pointed out, normally does not flood.",
            ["The island", "normally does not flood"],
        ),
        (
            "The mayor continues to insist, most recently in an interview, that the dam is safe.",
            ["that the dam is safe"],
        ),
    ],
)
def test_a_clause_is_found_where_the_parser_took_it_apart(text: str, content: list[str]) -> None:
    (only,) = said(text)
    assert list(pieces(only, text)) == content


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("In May, Kovar explained at the hearing, the boats were sold.", "the boats were sold"),
        ("The mayor said on Monday, smiling, that the dam was safe.", "that the dam was safe"),
        ("The mayor continues to think that the dam is safe.", "that the dam is safe"),
    ],
)
def test_what_stands_before_a_cue_may_be_no_subject(text: str, content: str) -> None:
    (only,) = said(text)
    assert "|".join(pieces(only, text)) == content


def test_a_clause_behind_an_opening_cue_is_told_by_it() -> None:
    text = "While he acknowledged money was a major reason he felt tired, Kovar also said that he was old."
    first, second = said(text)
    assert first.text == "money was a major reason he felt tired"
    assert second.text == "that he was old"


def test_a_clause_before_a_semicolon_is_told_by_its_own_cue() -> None:
    text = "The plan was a mistake, Kovar said; it would close the port, he added."
    assert [one.text for one in said(text)] == ["The plan was a mistake", "it would close the port"]


def test_a_clause_before_a_semicolon_without_a_cue_is_part_of_what_is_told() -> None:
    text = "The plan was a mistake; it would close the port, Kovar said."
    assert [one.text for one in said(text)][-1].endswith("it would close the port")


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "The mayor also said that it was too early to tell, and there was “no evidence” yet of a plot.",
            "that it was too early to tell, and there was “no evidence” yet of a plot",
        ),
        (
            "Anna Kovar said the feast brought back memories of her father, and of “all the people gone.”",
            "the feast brought back memories of her father, and of “all the people gone.”",
        ),
        (
            "The union has said single people and families - young, old and foster - would get the rebate.",
            "single people and families - young, old and foster - would get the rebate",
        ),
        ("Kovar spoke of the old laws, and how the fight began.", "the old laws, and how the fight began"),
        ("Kovar condemned what the mayor did to the boats.", "what the mayor did to the boats"),
        ("The council condemned the latest launch as two boats left the harbour.", "the latest launch"),
        ("On Wednesday, Kovar thanked Linden for backing his bill.", "Linden for backing his bill"),
        ("In June, Kovar attacked “the hateful creed of the league.”", "“the hateful creed of the league.”"),
    ],
)
def test_where_a_content_ends(text: str, content: str) -> None:
    assert content in {one.text for one in said(text)}


@pytest.mark.parametrize(
    "text",
    [
        "Kovar attacked “The Beast of Upper Lunde” in the second round.",
        "Kovar attacked the old dog near the well.",
    ],
)
def test_who_attacks_says_nothing(text: str) -> None:
    assert said(text) == ()


def test_a_second_clause_without_words_quoted_may_be_the_outlets() -> None:
    (only,) = said("The mayor said that it was too early to tell, and there was smoke over the hill.")
    assert only.text == "that it was too early to tell"


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The court deemed this sale of data to be illegal.", "this sale of data to be illegal"),
        ("The court deemed the stairs unsafe.", "the stairs unsafe"),
        ("The judge judged the premise as false.", "the premise as false"),
    ],
)
def test_what_a_thing_is_said_to_be_belongs_to_the_content(text: str, content: str) -> None:
    (only,) = said(text)
    assert only.text == content


def test_who_is_shown_ahead_is_not_what_another_one_hopes() -> None:
    text = "Kovar is hoping to add to her lead in the valley as polls show her ahead of Linden."
    assert not [one for one in said(text) if one.text.startswith("to add") and one.stance is Stance.ASSERTS]


@pytest.mark.parametrize(
    ("text", "hedges"),
    [
        ("The council may announce a new ban on dogs.", ["may"]),
        ("The council has announced a new ban on dogs.", []),
        ("Kovar reportedly told the crew that the boat was old.", ["reportedly"]),
        ("The council could not confirm that the boat was old.", []),
    ],
)
def test_what_leaves_it_open_whether_it_was_said_is_a_hedge(text: str, hedges: list[str]) -> None:
    (only,) = said(text)
    assert [one.text for one in only.hedges] == hedges


def test_who_is_hopeful_wants_it() -> None:
    (only,) = said("Kovar is hopeful that the strike will end soon.")
    assert only.stance is Stance.WANTS


def test_what_a_thing_is_described_as_in_the_passive_belongs_to_the_content() -> None:
    text = "The new road has been described as unsafe by the mayor."
    (only,) = said(text)
    assert list(pieces(only, text)) == ["The new road", "as unsafe"]


def test_a_that_clause_hung_on_one_of_those_told_is_what_they_are_told() -> None:
    text = "Feeley told Judge Ana Li and a second judge that the search for a way would continue."
    assert [one.text for one in said(text)] == ["that the search for a way would continue"]


def test_a_clause_with_an_object_behind_who_is_told_is_what_they_are_told() -> None:
    text = "While little news emerged, Feeley told the panel the government has paid 9 million for the site."
    assert "the government has paid 9 million for the site" in [one.text for one in said(text)]


def test_a_clause_that_tells_whom_somebody_held_is_not_what_he_is_told() -> None:
    text = "Feeley told the man the police had arrested."
    assert "the police had arrested" not in [one.text for one in said(text)]


def test_a_clause_behind_an_aside_that_the_parser_made_the_main_one_is_what_is_insisted_on() -> None:
    text = (
        "The mayor is not on the list, although he insists, with poorly timed pride, that the vote is a test."
    )
    assert "that the vote is a test" in [one.text for one in said(text)]


def test_who_is_described_behind_a_comma_tells() -> None:
    text = (
        "Odran Smith, the chief executive officer of the port, considered a bellwether on trade, told CNN on "
        "Tuesday that he and other leaders look at the talks with dismay."
    )
    one = next(one for one in said(text) if "with dismay" in one.text)
    assert one.source is not None
    assert one.source.text.startswith("Odran Smith")


def test_a_clause_that_tells_which_judge_is_told_is_not_what_is_told() -> None:
    text = "Feeley told the judge that had ruled before about the pumps."
    assert not [one for one in said(text) if "had ruled" in one.text]


def test_what_is_told_behind_when_it_was_said_is_a_clause_though_no_word_opens_it() -> None:
    text = "Kovar said after the convention he would not accept the post if it were offered."
    (only,) = said(text)
    assert only.text == "he would not accept the post if it were offered"


def test_an_aside_that_a_word_opens_is_not_what_is_told() -> None:
    text = "Kovar said so after he had left the board."
    assert "he had left the board" not in [one.text for one in said(text)]


def test_a_participle_hung_on_the_words_it_quotes_has_the_subject_of_its_sentence() -> None:
    text = (
        "Feeley seemed to see the trouble at a dinner on Monday night in Lunde, telling guests that "
        "“sometimes we take a bad turn, sometimes we make mistakes.”"
    )
    (only,) = (one for one in said(text) if "bad turn" in one.text)
    assert only.source is not None
    assert only.source.text == "Feeley"


def test_a_clause_hung_on_the_statement_is_what_it_states() -> None:
    text = "The company said in a statement it learned of the breach on 29 July."
    assert "it learned of the breach on 29 July" in [one.text for one in said(text)]


def test_what_tells_which_statement_it_was_is_not_what_it_states() -> None:
    text = "The company said so in a statement it issued on 29 July."
    assert not [one for one in said(text) if "it issued" in one.text]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "The app was shut, with Talcamar claiming at the time that it was being used to spread spam.",
            "that it was being used to spread spam",
        ),
        (
            "Kovar said he has been at the square since the protests began.",
            "he has been at the square since the protests began",
        ),
        ("The clerk denied all of the charges on Monday.", "all of the charges"),
    ],
)
def test_a_content_is_taken_to_its_end(text: str, content: str) -> None:
    assert content in [one.text for one in said(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Kovar, claiming the time that he wanted to spend at sea, left the port.",
        "The clerk will demand this of any harbour.",
    ],
)
def test_what_looks_like_the_rest_of_a_content_is_none(text: str) -> None:
    assert not [one for one in said(text) if one.text.startswith(("that he", "this of"))]


def test_a_second_participle_goes_on_for_who_speaks() -> None:
    text = (
        "The Kremlin dismissed the accusations, saying the report had nothing to do with Brod"
        " and suggesting it was part of a plot."
    )
    assert [(one.text, one.source and one.source.text) for one in said(text)] == [
        ("the accusations", "The Kremlin"),
        ("the report had nothing to do with Brod", "The Kremlin"),
        ("it was part of a plot", "The Kremlin"),
    ]


def test_a_participle_that_is_part_of_what_is_told_stays_in_it() -> None:
    text = "The port dismissed the charge, saying the boats were leaving and were signalling to the shore."
    assert "the boats were leaving and were signalling to the shore" in [one.text for one in said(text)]


def test_a_second_that_clause_is_told_by_the_same_one() -> None:
    text = "A city official said that they had gone to the campers but that they rebuffed requests to move."
    assert [one.text for one in said(text) if one.source and one.source.text == "A city official"] == [
        "that they had gone to the campers but that they rebuffed requests to move"
    ]


def test_a_quotation_between_dashes_ends_at_them() -> None:
    text = "The bill failed — “the mayor kind of handed it to us,” one clerk said — as it had in May."
    (only,) = said(text)
    assert only.text == "“the mayor kind of handed it to us,”"


def test_a_cue_before_a_dash_keeps_its_clause() -> None:
    text = "The bill had failed, one clerk said — as it had in May."
    (only,) = said(text)
    assert only.text.startswith("The bill had failed")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "The mayor has said the dam will hold through the winter and proposed last month that the"
            " villages move.",
            ["the dam will hold through the winter", "that the villages move"],
        ),
        (
            "Kovar said he would order a review of the locks and warned against floods.",
            ["he would order a review of the locks", "floods"],
        ),
        (
            "The mayor said the plan would be drawn up and proposed in May.",
            ["the plan would be drawn up and proposed in May"],
        ),
        (
            "Kovar said the union would order a strike and call the press.",
            ["the union would order a strike and call the press"],
        ),
    ],
)
def test_a_past_tense_behind_what_will_be_goes_on_for_who_speaks(text: str, told: list[str]) -> None:
    found = said(text)
    assert sorted(one.text for one in found) == sorted(told)
    assert len({one.source.text for one in found if one.source}) == 1


@pytest.mark.parametrize(
    ("text", "who", "content"),
    [
        (
            "Hostile forces are behind the “Lunde Papers”, a state-run newspaper alleged Tuesday, as all"
            " fell silent.",
            "a state-run newspaper",
            "Hostile forces are behind the “Lunde Papers”",
        ),
        (
            "It would also continue efforts to improve ties with the North, the office of Mayor Ana"
            " Kovar said after advisers met on Friday.",
            "the office of Mayor Ana Kovar",
            "It would also continue efforts to improve ties with the North",
        ),
        (
            "The rebels have freed 21 of the girls, raising hopes for all the others, officials said.",
            "officials",
            "The rebels have freed 21 of the girls, raising hopes for all the others",
        ),
        (
            "The city was warned by engineers in May that the dam would fail.",
            "engineers",
            "that the dam would fail",
        ),
    ],
)
def test_who_says_so_is_found_where_the_parser_took_it_for_another_word(
    text: str, who: str, content: str
) -> None:
    (only,) = said(text)
    assert only.source is not None
    assert (only.source.text, only.text) == (who, content)


@pytest.mark.parametrize(
    "text",
    [
        "The ties with the north, a boat the mayor owned, sank.",
        "The port was closed after the theft, a crime alleged by nobody.",
    ],
)
def test_a_clause_about_a_noun_says_nothing(text: str) -> None:
    assert not said(text)


def test_a_participle_goes_on_for_whoever_is_sure_and_not_for_a_thing() -> None:
    text = "Kovar was adamant that the dam was safe, saying it had been checked twice."
    assert [(one.text, one.source and one.source.text) for one in said(text)] == [
        ("that the dam was safe", "Kovar"),
        ("it had been checked twice", "Kovar"),
    ]


def test_who_is_quoted_as_saying_so_is_not_said_by_the_paper() -> None:
    (only,) = said("Ana Kovar was quoted by the Lunde Post as saying the dam was safe.")
    assert (only.source and only.source.text, only.text) == ("Ana Kovar", "the dam was safe")


def test_whom_a_paper_quotes_as_saying_so_says_it() -> None:
    (only,) = said("The Lunde Post quoted Ana Kovar as saying the dam was safe.")
    assert (only.source and only.source.text, only.text) == ("Ana Kovar", "the dam was safe")


def test_a_name_behind_where_it_was_said_is_who_says_it() -> None:
    (only,) = said("At Time, Ana Kovar, who lives in the north, says the leak could bring a crisis.")
    assert (only.source and only.source.text[:9], only.text) == ("Ana Kovar", "the leak could bring a crisis")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Kovar said as she left the hall that Brand had deceived her.",
            ["that Brand had deceived her"],
        ),
        ("Kovar wept as she left the hall that Brand had built.", []),
    ],
)
def test_what_is_told_behind_when_it_was_said(text: str, told: list[str]) -> None:
    assert [one.text for one in said(text)] == told
