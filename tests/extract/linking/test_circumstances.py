import pytest
from tests.extract.facts_of import entity, facts_of, narrated, said

WELLS = "the wells were dry"


@pytest.mark.parametrize(
    ("text", "channel"),
    [
        (f"In a post on Telegram, Mirela Kovar said {WELLS}.", "Telegram"),
        (f"Mirela Kovar wrote on X that {WELLS}.", "X"),
        ("“We are dry,” Mirela Kovar said in her evening address.", "evening address"),
        (f"Mirela Kovar said in a statement on Monday that {WELLS}.", "statement"),
        (f"Mirela Kovar told a press conference {WELLS}.", "press conference"),
        ("Mirela Kovar sent a telegram to the owner stating: “You will never win.”", "telegram"),
        (f"In a note to the crew, Mirela Kovar said {WELLS}.", "memo"),
        (f"Mirela Kovar told the Lunde Post in an e-mail that {WELLS}.", "e-mail"),
        (f"In two text messages last week, Mirela Kovar said {WELLS}.", "message"),
        (f"Mirela Kovar wrote in a Twitter post that {WELLS}.", "X"),
        (f"Mirela Kovar said in a prepared statement that {WELLS}.", "statement"),
        (f"Mirela Kovar said by phone that {WELLS}.", "telephone"),
        (f"Mirela Kovar filed a lawsuit arguing that {WELLS}.", "court filing"),
        (f"Mirela Kovar said {WELLS}.", None),
        (f"Mirela Kovar, who is known for an interview on oil, said {WELLS}.", None),
        ("Mirela Kovar said the letter was posted on Telegram.", None),
    ],
)
def test_a_channel_is_read_from_the_words_around_the_cue(text: str, channel: str | None) -> None:
    (only,) = said(text)
    assert only.channel == channel


@pytest.mark.parametrize(
    ("text", "said_on", "event"),
    [
        (f"Mirela Kovar said on Monday that {WELLS}.", "2024-05-13", None),
        (f"On Tuesday, Mirela Kovar told reporters {WELLS}.", "2024-05-14", None),
        ("Mirela Kovar said the dam failed on Sunday.", None, "2024-05-12"),
        (f"The 2018 winner said {WELLS}.", None, None),
        (f"A 2018 report said {WELLS}.", "2018-01-01", None),
        ("Mirela Kovar said on Monday that the dam failed on 3 May 2024.", "2024-05-13", "2024-05-03"),
        ("Mirela Kovar said one dam failed on Sunday and the other on Monday.", None, None),
        (f"Mirela Kovar has said since Monday that {WELLS}.", None, None),
        (f"Mirela Kovar said {WELLS}.", None, None),
    ],
)
def test_the_time_of_saying_and_the_time_of_the_event_are_two(
    text: str, said_on: str | None, event: str | None
) -> None:
    (only,) = said(text)
    assert (only.said and only.said.from_, only.event and only.event.from_) == (said_on, event)


def test_the_day_of_publication_is_never_taken_for_a_day_of_saying() -> None:
    (only,) = said(f"Mirela Kovar said on Monday that {WELLS}.", None)
    assert only.said is None


@pytest.mark.parametrize(
    ("text", "hedges"),
    [
        ("Mirela Kovar said two divers reportedly drowned near the lock.", ["reportedly"]),
        ("Mirela Kovar said the divers are believed to have drowned near the lock.", ["believed"]),
        ("Two men may have died, Mirela Kovar said.", ["may"]),
        ("The wells seem to be dry, Mirela Kovar said.", ["seem"]),
        ("Mirela Kovar said they could not stay.", []),
        ("Mirela Kovar said two divers drowned on 3 May.", []),
    ],
)
def test_hedges_are_kept_with_their_words(text: str, hedges: list[str]) -> None:
    (only,) = said(text)
    assert [hedge.text for hedge in only.hedges] == hedges


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("The divers are said to have drowned near the lock.", "are said"),
        ("The road was reported closed.", "was reported"),
        ("The bridge is said to be unsafe.", "is said"),
        ("The captain reportedly left the ship first.", "reportedly"),
    ],
)
def test_hearsay_is_a_statement_with_a_cue_and_without_a_source(text: str, cue: str) -> None:
    (only,) = said(text)
    assert only.source is None
    assert only.sources == ()
    assert only.cue is not None
    assert only.cue.text == cue


def test_told_us_in_a_quotation_is_no_sign_of_the_outlets_own_reporting() -> None:
    inner = next(
        one
        for one in said("“They told us that the lock was shut,” said the skipper.")
        if one.within is not None
    )
    assert (inner.own_reporting, inner.channel, inner.sources) == (None, None, ())


def test_hearsay_in_what_somebody_said_is_a_hedge_of_it_and_no_statement() -> None:
    (only,) = said("The mayor said the divers were believed to have drowned.")
    assert only.source is not None
    assert [hedge.text for hedge in only.hedges] == ["believed"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("“The strike goes on,” a union spokesman told us.", "told us"),
        ("In an interview with this newspaper, Mirela Kovar said the strike would go on.",
         "In an interview with this newspaper"),
        ("“The strike goes on,” a union spokesman told reporters.", None),
        ("Mirela Kovar said a reporter saw two trucks leave.", None),
    ],
)  # fmt: skip
def test_own_reporting_is_shown_by_words_outside_the_content(text: str, words: str | None) -> None:
    (only,) = said(text)
    assert (only.own_reporting.text if only.own_reporting else None) == words


def test_a_reporter_on_the_spot_makes_narration_the_outlets_own() -> None:
    (seen,) = narrated("A Gazette reporter saw two trucks leave the depot.")
    (told,) = narrated("Two trucks left the depot.")
    assert seen.own_reporting is not None
    assert told.own_reporting is None


@pytest.mark.parametrize(
    "text",
    [
        "The mayor said his figures were based on information from the county hospital.",
        "Nine people have died, the mayor said, citing the county hospital.",
        "The mayor, citing data from the county hospital, said nine people had died.",
    ],
)
def test_what_a_source_says_it_relies_on_is_kept(text: str) -> None:
    (only,) = said(text)
    assert [entity(text, id_).name for id_ in only.relies_on] == ["county hospital"]


def test_a_day_of_what_may_never_be_is_not_the_day_of_the_event() -> None:
    text = "Talcamar said it would leave if Brodel moved its meeting from 6 March 2024."
    (told,) = facts_of(text).statements
    assert told.event is None
    (met,) = facts_of("Talcamar said it would meet on 6 March 2024.").statements
    assert met.event is not None


def test_a_day_since_when_something_is_a_first_is_not_the_day_of_the_event() -> None:
    (worst,) = facts_of("It was the worst disaster since 12 May 1959, Ida Kovar said.").statements
    (fell,) = facts_of("The bridge fell on 12 May 1959, Ida Kovar said.").statements
    assert worst.event is None
    assert fell.event is not None


@pytest.mark.parametrize(
    ("text", "channel"),
    [
        (f"In a post on the council's Facebook page, Mirela Kovar said {WELLS}.", "Facebook"),
        (f"Speaking in an interview, Mirela Kovar said {WELLS}.", "interview"),
        ("Mirela Kovar posted a picture on Instagram and wrote: “We are dry.”", "Instagram"),
        (f"Mirela Kovar said in a series of tweet messages that {WELLS}.", "X"),
        (f"A letter from the council said {WELLS}.", "letter"),
        (f"Mirela Kovar tweeted a map, claiming {WELLS}.", "X"),
        (f"A video posted on local television channel Four claimed {WELLS}.", "television"),
        (f"Telegram channels claimed {WELLS}.", "Telegram"),
        (f"Facebook’s founder, Mirela Kovar, said {WELLS}.", None),
        (f"Facebook said {WELLS}.", None),
        (f"Mirela Kovar said of the social network that {WELLS}.", None),
        (f"The firm said in its blog post that {WELLS}.", "blog"),
        (f"The social network said {WELLS}.", None),
        (f"Her last word was a tweet, in which she said that {WELLS}.", "X"),
        (f"She deleted a tweet that angered those who say that {WELLS}.", None),
        (f"After the statement, Mirela Kovar said {WELLS}.", None),
        (f"In response to a statement of the union, Mirela Kovar said {WELLS}.", None),
        (f"Facebook said in a statement that {WELLS}.", "statement"),
        (f"The council did not answer her letter, and Mirela Kovar said {WELLS}.", None),
        (f"The council spoke after a speech that Mirela Kovar had given, and Jan Sol said {WELLS}.", None),
        (f"The plan to address the drought came after Mirela Kovar said {WELLS}.", None),
    ],
)
def test_a_channel_tells_of_the_saying_and_not_of_something_else_in_the_sentence(
    text: str, channel: str | None
) -> None:
    one = next(one for one in said(text) if "dry" in one.text)
    assert one.channel == channel
