"""Whose a quotation is that no cue's own clause holds."""

import pytest
from tests.extract.facts_of import pieces, said, sources


def test_a_relative_clause_that_is_over_takes_no_quotation_behind_it() -> None:
    text = "A clerk who offered herself up died, and Ana Kovar was honoured for “quiet and plain courage.”"
    assert not [one for one in said(text) if one.text.startswith("“")]


def test_a_relative_clause_keeps_the_quotation_within_it() -> None:
    text = "Ana Kovar, who said “we are out of water,” left on Monday."
    (only,) = said(text)
    assert (only.text, sources(text, only)) == ("“we are out of water,”", {"Ana Kovar"})


def test_a_sentence_behind_a_full_stop_that_does_more_than_name_the_speaker_takes_no_quotation() -> None:
    text = (
        "The court ruled that she was no “aggrieved party at all.” Kovar, after hearing both sides, agreed."
    )
    assert {*map(frozenset, (sources(text, one) for one in said(text)))} == {frozenset({"court"})}


def test_a_mere_tag_behind_a_full_stop_takes_its_quotation() -> None:
    text = "“We are out of water.” Kovar said."
    (only,) = said(text)
    assert sources(text, only) == {"Kovar"}


def test_reporters_who_are_told_something_have_not_said_it() -> None:
    text = "“We heard a bang – well, several bangs,” shopper Christian Gilbert told reporters."
    (only,) = said(text)
    assert sources(text, only) == {"Christian Gilbert"}


def test_a_verb_before_the_name_and_a_colon_tells_who_speaks() -> None:
    (only,) = said("The board met in Lunde.\n\nSaid Feeley: “I do not see that she cares for the port.”")
    assert only.source is not None
    assert only.source.text == "Feeley"


def test_a_verb_before_the_name_and_what_it_is_about_tells_who_speaks() -> None:
    text = (
        "The board met in Lunde.\n\nAdded Feeley of the charges against Kovar: “Much of it is decades ago.”"
    )
    (only,) = said(text)
    assert only.source is not None
    assert only.source.text == "Feeley"


def test_a_number_of_those_who_can_speak_speaks() -> None:
    (only,) = said("Nine of the council's 12 members stood up and vowed to end the works.")
    assert only.source is not None
    assert only.source.text.startswith("Nine of the council")


def test_whatever_somebody_says_tells_of_no_saying() -> None:
    text = "One clerk told the Lunde Post that whatever she says “you are going to ask for more of it.”"
    assert [one.source and one.source.text for one in said(text)] == ["One clerk"]


def test_by_telephone_is_how_and_not_by_whom_it_was_said() -> None:
    text = "Odran Feeley, the father of one of the girls, said by telephone that he saw his daughter."
    (only,) = said(text)
    assert only.source is not None
    assert only.source.text.startswith("Odran Feeley")


def test_what_somebody_does_meanwhile_is_not_who_speaks() -> None:
    text = "Mr. Feeley, speaking at a meeting in Kent, Conn., said that without talks the choice is plain."
    (only,) = said(text)
    assert only.source is not None
    assert only.source.text == "Mr. Feeley"


def test_a_quotation_in_the_first_person_joined_to_a_cue_goes_on_from_it() -> None:
    text = (
        "Mr. Kovar said he is usually “calm” the day before, but this time, “I feel quite giddy and happy.”"
    )
    (only,) = said(text)
    assert pieces(only, text)[-1] == "“I feel quite giddy and happy.”"


def test_another_quotation_joined_to_a_cue_is_not_taken_for_its_own() -> None:
    text = "Mr. Kovar said he is calm, but in the port “nobody feels giddy and happy at all.”"
    assert not [
        one for one in said(text) if one.source and "giddy" in one.text and one.kind.value == "direct"
    ]


def test_who_speaks_for_somebody_speaks_though_the_parser_makes_the_quotation_the_main_clause() -> None:
    text = "In a statement to ABC News, a rep for Kovar said, “Mr. Kovar regrets making a joke 25 years ago.”"
    (only,) = said(text)
    assert only.source is not None
    assert only.source.text == "a rep for Kovar"


def test_a_participle_in_a_clause_that_leads_up_is_of_the_one_in_it() -> None:
    text = "Although Mirela Kovar stepped back, insisting that the dam was old, the mayor laughed."
    assert sources(text, said(text)[0]) == {"Mirela Kovar"}


def test_a_participle_behind_a_clause_that_closes_is_of_the_main_one() -> None:
    text = "Odran Feeley stepped back as anger grew, insisting that the dam was old."
    assert sources(text, said(text)[0]) == {"Odran Feeley"}


def test_who_stands_behind_the_colon_of_a_headline_says_what_stands_before_it() -> None:
    text = (
        "At least 14 dead in Tarnby mine blast: police\n\nRescuers worked on through the night in the rain."
    )
    (only,) = said(text)
    assert (only.text, only.source and only.source.text) == (
        "At least 14 dead in Tarnby mine blast",
        "police",
    )


@pytest.mark.parametrize(
    ("headline", "who"),
    [
        ("Police: Nine hurt in mill fire", "Police"),
        ("Officials: Nine dead in mill fire", "Officials"),
        ("Poll: Most voters back the dam", "Poll"),
        ("Report: Mill hid its losses", "Report"),
    ],
)
def test_who_stands_before_the_colon_of_a_headline_says_what_stands_behind_it(
    headline: str, who: str
) -> None:
    (only,) = said(f"{headline}\n\nRescuers worked on through the night in the rain.")
    assert (only.source and only.source.text, only.text) == (who, headline.partition(": ")[2])
    assert sources(f"{headline}\n\nRescuers worked on through the night in the rain.", only) == {who}


@pytest.mark.parametrize(
    "headline",
    [
        "Photos: Nine hurt in mill fire",
        "Analysis: The mill hid its losses",
        "Police: What we know",
        "The Tarnby mine blast: police and the law",
        "Tarnby mine blast: witnesses",
        "Fourteen dead in Tarnby: a timeline",
        "Tarnby mine blast kills 14: what we know",
        "Tarnby mine blast kills 14: Column",
    ],
)
def test_what_only_looks_like_who_says_a_headline(headline: str) -> None:
    assert not said(f"{headline}\n\nRescuers worked on through the night in the rain.")


def test_a_clerk_of_several_speaks_behind_after() -> None:
    text = "It came after one of the mayor's clerks said it was “harassment” to keep asking for the books."
    (only,) = said(text)
    assert only.source is not None
    assert (only.source.text, only.text) == (
        "one of the mayor's clerks",
        "it was “harassment” to keep asking for the books",
    )


def test_words_set_out_large_are_nobodys_going_on() -> None:
    text = (
        "“I like the sea,” Ana Kovar said.\n\n“The port lives on hopes more than on ships.”\n\n"
        "The port lives on hopes more than on ships, and it shows."
    )
    assert [one.text for one in said(text)] == ["“I like the sea,”"]


def test_a_quotation_by_itself_goes_on_for_the_last_speaker() -> None:
    text = "“I like the sea,” Ana Kovar said.\n\n“The port lives on hopes.”\n\nIt has for years."
    assert len([one for one in said(text) if one.source]) == 2


def test_a_quotation_goes_on_for_who_tells_of_a_paper_and_not_for_the_paper() -> None:
    text = "Ana Kovar wrote that the memo “raises serious concerns” about the port. “I remain calm about it.”"
    (last,) = [one for one in said(text) if "calm" in one.text]
    assert sources(text, last) == {"Ana Kovar"}


def test_words_quoted_of_who_speaks_are_not_said_again() -> None:
    text = "“People get letters now,” said Ana Kovar, the author of it, who gave the claim “four red stars.”"
    assert [one.text for one in said(text)] == ["“People get letters now,”"]


def test_a_quotation_goes_on_behind_words_of_who_speaks() -> None:
    text = "“On the list of my worries,” said Ana Kovar, who was head of the port, “it is the last.”"
    (only,) = said(text)
    assert pieces(only, text) == ("“On the list of my worries,”", "“it is the last.”")


def test_a_sentence_behind_a_full_stop_with_a_verb_of_no_saying_is_no_tag() -> None:
    text = "The mayor says he can “make the port great again.” She seemed glad of it."
    assert "seemed" not in [one.cue and one.cue.text for one in said(text)]


def test_a_quotation_goes_on_for_who_tells_what_another_said() -> None:
    text = "The firm says it expects “a loss,” Kovar said. “It is sad to see it go.”"
    last = said(text)[-1]
    assert (last.text, sources(text, last)) == ("“It is sad to see it go.”", {"Kovar"})


def test_what_you_are_is_no_feeling_of_anybodys() -> None:
    (only,) = said("“You come away amazed that they are so old,” Odran Feeley said.")
    assert only.source is not None
    assert only.source.text == "Odran Feeley"


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("“He lied to us,” Kovar said, but the council was not moved.", ["“He lied to us,”"]),
        ("‘He lied to us,’ Kovar said, and soon the hall was empty.", ["‘He lied to us,’"]),
        ("The mayor said “we paid it all,” as she left the hall.", ["“we paid it all,”"]),
        ("The mayor said “we paid as they came” in May.", ["“we paid as they came” in May"]),
        (
            "The road was shut, Kovar said, and the bridge had sunk.",
            ["The road was shut", "and the bridge had sunk"],
        ),
    ],
)
def test_what_the_outlet_tells_behind_a_quotation_is_not_said(text: str, content: list[str]) -> None:
    (only,) = said(text)
    assert list(pieces(only, text)) == content


@pytest.mark.parametrize(
    "text",
    [
        "Prime Minister Theresa May spoke in Lunde.\n\nMay said the recent attacks were over.",
        (
            "Prime Minister Theresa May spoke in Lunde.\n\n"
            "Three ships were lost, and May said five more had been saved."
        ),
    ],
)
def test_may_is_somebody_where_one_of_that_name_speaks(text: str) -> None:
    last = said(text)[-1]
    assert last.source is not None
    assert last.cue is not None
    assert (last.source.text, last.cue.text) == ("May", "said")


def test_may_is_nobody_where_no_one_has_that_name() -> None:
    (only,) = said("The dam may have said its last, the mayor said in May.")
    assert sources("The dam may have said its last, the mayor said in May.", only) == {"mayor"}


@pytest.mark.parametrize(
    ("text", "who", "cue"),
    [
        ("The show was pulled after media reports that it was rude.", "media", "reports"),
        ("The mill was shut amid Norwegian claims that it was unsafe.", "Norwegian", "claims"),
        ("Kovar heeded concerns raised by her aides that the dam was old.", "her aides", "concerns"),
        ("The mill was shut amid fresh claims that it was unsafe.", None, "fresh claims"),
        ("The mill was shut amid fraud claims that shook the town of Lunde.", None, None),
    ],
)
def test_whose_claims_are_told_of(text: str, who: str | None, cue: str | None) -> None:
    found = next(iter(said(text)), None)
    assert (found and found.source and found.source.text) == who
    assert (found and found.cue and found.cue.text) == cue


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The union pushed for the council to accept the bid.", ["the council to accept the bid"]),
        ("It is time for the mayor to admit that the dam is old.", []),
        ("The people of Lunde deserve to know if he deceived them.", []),
        ("The mayor needs to explain why she left.", []),
        (
            "The mayor asked the clerk to help explain the plan.",
            ["the clerk to help explain the plan"],
        ),
        ("The mayor helped explain the plan.", ["the plan"]),
        ("The clerk was not authorized to discuss the plan.", []),
        ("The clerk was barred from discussing the plan.", []),
        (
            "A clerk who asked not to be named because she feared losing her job said the dam is old.",
            ["the dam is old"],
        ),
        ("Kovar was named chair because he promised to rebuild the dam.", ["to rebuild the dam"]),
        ("The clerk was allowed to tell the council that the dam is old.", ["that the dam is old"]),
        ("The mayor needed nine days to admit that the dam is old.", ["that the dam is old"]),
    ],
)
def test_what_is_yet_to_be_said_is_nobodys_word(text: str, told: list[str]) -> None:
    assert [one.text for one in said(text)] == told


def test_words_quoted_before_are_not_hers_who_is_quoted_behind_her_cue() -> None:
    text = (
        "Luis Amado told a judge that the notes “never existed.” "
        "Kinsey's lawyer, Grace Hollis, called Amado “a proven liar.”"
    )
    assert [one.text for one in said(text)] == ["that the notes “never existed.”", "“a proven liar.”"]
