import pytest
from tests.extract.facts_of import facts_of, narrated, pieces, said, sources

from sayso.model.report import Stance, StatementKind

OPEN = "“The tunnel flooded in minutes and nobody answered.\n\n“By the time help came it was over"


def test_a_quote_beside_a_cue_is_its_content() -> None:
    text = "“Nobody was hurt in the collapse,” said Mirela Kovar, a spokeswoman for the Port of Lunde."
    (only,) = said(text)
    assert (only.kind, only.text) == (StatementKind.DIRECT, "“Nobody was hurt in the collapse,”")
    assert sources(text, only) == {"Mirela Kovar"}


def test_a_quote_after_the_sentence_with_the_cue_goes_on_from_it() -> None:
    text = (
        "“The tunnel flooded,” said Odran Feeley, the manager. “We had no pumps at all on the lower level.”"
    )
    (only,) = said(text)
    assert pieces(only, text) == ("“The tunnel flooded,”", "“We had no pumps at all on the lower level.”")
    assert sources(text, only) == {"Odran Feeley"}


@pytest.mark.parametrize("text", [f"{OPEN},” Odran Feeley said.", f"Odran Feeley said: {OPEN}.”"])
def test_a_quote_over_paragraphs_is_one_statement(text: str) -> None:
    (only,) = said(text)
    assert only.text.startswith("“The tunnel flooded")
    assert "it was over" in only.text
    assert sources(text, only) == {"Odran Feeley"}
    assert narrated(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "Odran Feeley said the pumps were off. “Nobody had told us that the river was rising.”",
        "Odran Feeley said the pumps were off.\n\n“Nobody had told us that the river was rising.”",
        "Odran Feeley was blunt about the tunnel. “Nobody had told us that the river was rising.”",
    ],
)
def test_a_floating_quote_belongs_to_the_speaker_before_it(text: str) -> None:
    last = said(text)[-1]
    assert last.text == "“Nobody had told us that the river was rising.”"
    assert (last.cue, last.kind) == (None, StatementKind.DIRECT)
    assert sources(text, last) == {"Odran Feeley"}


def test_a_quote_after_a_sentence_about_a_thing_has_no_speaker() -> None:
    text = "The tunnel is closed to all traffic. “Nobody had told us that the river was rising.”"
    assert said(text) == ()
    assert [one.text for one in narrated(text)] == ["The tunnel is closed to all traffic"]


def test_a_quotation_without_a_speaker_is_not_the_outlets_own_word() -> None:
    text = "The tunnel is closed to all traffic. “Nobody had told us that the river was rising.”"
    (quoted,) = (one for one in facts_of(text).statements if one.kind is StatementKind.DIRECT)
    assert (quoted.source, quoted.sources, quoted.own_reporting) == (None, (), None)


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("Mayor: no danger to the valley\n\nThe river rose on Monday.", "Mayor", "no danger to the valley"),
        ("Minister: 12 dead\n\nThe tunnel flooded on Monday.", "Minister", "12 dead"),
        ("Kovar: ‘We had no pumps’\n\nThe tunnel flooded on Monday.", "Kovar", "‘We had no pumps’"),
        (
            "Odran Feeley: “We had no pumps on the lower level.”",
            "Odran Feeley",
            "“We had no pumps on the lower level.”",
        ),
        (
            "The mayor put it plainly: “There is no danger to the valley.”",
            "The mayor",
            "“There is no danger to the valley.”",
        ),
    ],
)
def test_a_colon_introduces_what_is_said(text: str, source: str, content: str) -> None:
    (only,) = said(text)
    assert only.source is not None
    assert (only.source.text, only.text) == (source, content)
    assert only.cue is not None


@pytest.mark.parametrize(
    "text",
    [
        "Lunde: harbour shut after storm\n\nThe harbour was shut on Monday.",
        "The ferry calls at three ports: Lunde, Aske and Torvik.",
        "The weather turned: “No entry for lorries beyond this point.”",
        "Harrow club: 49 killed\n\nThe worst attacks are listed here by town.",
        "Milla Brook: 26 dead\n\nThe worst attacks are listed here by school.",
    ],
)
def test_a_colon_after_what_cannot_speak_introduces_no_speech(text: str) -> None:
    assert said(text) == ()


def test_scare_quotes_are_no_statement() -> None:
    text = "The council opened its new “green lane” to the public in May."
    assert said(text) == ()
    assert [one.kind for one in narrated(text)] == [StatementKind.NARRATED]


def test_what_no_cue_claims_is_narrated() -> None:
    text = "The bridge collapsed on Monday. Mirela Kovar said nobody was hurt."
    assert [one.text for one in narrated(text)] == ["The bridge collapsed on Monday"]
    assert [one.text for one in said(text)] == ["nobody was hurt"]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The harbour will close on Friday, reports Corvina news agency.", "Corvina news agency"),
        ("Nine houses burned in the old town, writes Mirela Kovar.", "Mirela Kovar"),
    ],
)
def test_a_reporting_word_and_a_name_may_close_a_sentence(text: str, source: str) -> None:
    (only,) = said(text)
    assert only.source is not None
    assert only.source.text == source


def test_a_negated_request_for_a_name_is_no_statement() -> None:
    (only,) = said("An official who asked not to be named said the talks had failed.")
    assert only.text == "the talks had failed"


@pytest.mark.xfail(strict=True, reason="the content after a colon that lists that-clauses is not taken")
def test_that_clauses_listed_after_a_colon_are_the_content() -> None:
    (only,) = said("The mayor said two things: that the road was blocked and that help was coming.")
    assert "that the road was blocked" in only.text


@pytest.mark.parametrize(
    "text",
    [
        "The navy could not be reached for comment on Monday.",
        "There was no comment from the navy on Monday.",
        "The navy was not immediately available for comment on Monday.",
        "The navy was unavailable for comment on Monday.",
    ],
)
def test_silence_told_in_other_words_is_a_stance(text: str) -> None:
    (only,) = said(text)
    assert only.stance is Stance.DECLINES
    assert only.source is not None
    assert only.source.text.lower() == "the navy"


def test_a_denial_of_what_was_said_before_is_a_statement() -> None:
    last = said("Mirela Kovar said the dam was safe. Odran Feeley denied it.")[-1]
    assert last.stance is Stance.DENIES


def test_a_stray_mark_at_the_end_of_a_quotation_leaves_no_empty_statement() -> None:
    text = "“I never wanted to come back, and now I have to say, ‘I learned something,'” he says afterward."
    for shape in (text, text.replace("‘", ""), text.replace("something", "")):
        assert all(start < end for one in facts_of(shape).statements for start, end in one.parts)


def test_a_clause_of_which_nothing_is_left_is_no_content() -> None:
    said(
        "Resident 22 Former shop assistant More After a colleague allegedly began pushing and pressing "
        "himself on her, this young Danish woman says she felt cornered."
    )


def test_a_subheading_in_quotation_marks_is_not_said_by_who_spoke_before_it() -> None:
    text = (
        "Quay shut after storm\n\nMirela Kovar insisted that she was right. “We counted twice,” she said.\n\n"
        "‘Waiting for one list’\n\nThe ministry has not confirmed either toll. A clerk said it was waiting.\n"
    )
    assert all("Waiting for one list" not in one.text for one in said(text))


def test_an_outlets_request_for_comment_says_nothing() -> None:
    (only,) = said("The ministry did not return the Harbour Watch’s request for comment.")
    assert only.stance is Stance.DECLINES


def test_a_request_for_something_else_is_one() -> None:
    assert Stance.ASKS in {one.stance for one in said("The ministry rejected the mayor’s request for pumps.")}


def test_a_name_and_a_verb_behind_an_utterance_tell_who_says_it_before_a_day() -> None:
    text = "“People think they can say anything and get away with it,” Kovar tweeted Monday morning."
    one = next(one for one in said(text) if one.kind is StatementKind.DIRECT)
    assert (one.cue and one.cue.text, one.source and one.source.text) == ("tweeted", "Kovar")


def test_a_name_and_a_verb_behind_a_term_in_marks_say_nothing() -> None:
    assert not any(
        one.kind is StatementKind.DIRECT
        for one in said("The “long road” Kovar wrote about is shut at night.")
    )
