"""Reporting words that report nothing, and questions; each beside a sentence that looks alike and does."""

import pytest
from tests.extract.facts_of import said, sources

from sayso.model.report import Stance


@pytest.mark.parametrize(
    ("nothing", "told"),
    [
        ("The boats were, you know, all gone by morning.", "The boats, he said, were all gone by morning."),
        ("That said, the council is poorer than it was.", "That sign said the bridge was shut."),
        (
            "It is important to note that the hull was old.",
            "It noted that an important part of the hull was old.",
        ),
        ("It was hard to know whether the pumps had worked.", "The crew knew that the pumps had worked."),
        (
            "It would be trite to mention that the hull was old.",
            "The union met. It was proud to announce that the hull was new.",
        ),
        ("The next thing the pilot knew he was in the water.", "The pilot knew he was in the water."),
        ("The clerk found himself unable to sell the house.", "The clerk found that the house was sold."),
        ("The clerk has shown himself ready to talk.", "The clerk has shown that the wells are dry."),
        ("The clerk found her brother dead in the yard.", "The court found her brother guilty of theft."),
        ("The ruling will decide whether the mine may open.", "The ruling said that the mine may open."),
        ("The clerk will then decide if the mine may open.", "The clerk decided that the mine may open."),
        ("If the clerk has evidence that they lied, he is late.", "The clerk has evidence that they lied."),
        ("The clinic admitted nine patients.", "The clinic admitted that nine patients had died."),
        ("The family claimed asylum in Norland.", "The family claimed damages of nine million."),
        ("Lunde Rovers conceded a penalty.", "Lunde Rovers conceded that the grass was wet."),
        ("The judge denied the driver bail.", "The judge denied taking bribes on Monday."),
        ("The council denied the ship entry to the port.", "The council denied the claim of the port."),
        (
            "That explains the odd remark of the mayor.",
            "The poster that explains the odd remark of the mayor is gone.",
        ),
        ("By waiting one is saying that the wells are dry.", "One of them said that the wells were dry."),
        ("The club dismissed its coach.", "The club dismissed the rumour."),
        ("The school dismissed a teacher.", "The school dismissed its critics."),
        ("The firm dismissed Mirela Kovar.", "The firm dismissed Mirela Kovar as a fraud."),
        ("Did the mayor promise that the bridge would reopen?", "The mayor promised to reopen the bridge."),
        ("Can you tell us about the state of the bridge?", "She told us about the state of the bridge."),
        ("The crew would have told the port that it was ill.", "The crew told the port that it was ill."),
        (
            "It may take days to tell how strong the blast was.",
            "It took the clerk days, but he told us how strong the blast was.",
        ),
        ("It goes without saying that the rent will rise.", "The clerk is saying that the rent will rise."),
        (
            "To demonstrate whether the pumps work, Kovar ran a test.",
            "A test demonstrated that the pumps work.",
        ),
        ("Kovar has demonstrated that he lacks patience.", "Kovar has demonstrated that pumps fail in ice."),
        ("This helps explain the mayor’s odd remark.", "The clerk helped explain the mayor’s odd remark."),
        ("It was long, as it relates to this talk.", "He relates that the talk was long."),
        (
            "Drivers find it easy to tell one bridge from another.",
            "The inspectors found the bridge a nuisance.",
        ),
        ("My first and, I’m happy to report, last visit was short.", "I’m happy to see the bridge open."),
        ("Clerks were told what they thought of the dam.", "Clerks told us what they had done to the dam."),
        ("The ledgers demanded are all held by the bank.", "The board demanded that all ledgers be held."),
        ("If the crew saw it, they would want to meet him.", "The crew would like to meet him."),
        ("Kovar put up a sign, adding the hashtag “2020.”", "Kovar put up a sign, adding: “It is 2020.”"),
        (
            "Kovar joined Linden in a film: “Salt and Rope, Sea and Land.”",
            "Kovar said in a film: “Salt and rope are all we have.”",
        ),
        ("You’d think that the boat was old.", "I’d think that the boat was old."),
        ("At sixty you realize that the boat was old.", "At sixty they realize that the boat was old."),
        (
            "From what she told reporters, the dam is safe.",
            "The union rejects what Kovar said about the dam.",
        ),
        ("The agency cited the mill with nine violations.", "The agency cited the storm for the delay."),
        ("The mill was cited by inspectors for failures.", "The storm was cited by inspectors as the cause."),
        ("They tried to get him to admit that he lied.", "He came to admit that he lied."),
        (
            "She ran to let them know that the dam was dry.",
            "The mayor let residents know that the dam was dry.",
        ),
        ("Here is what we know about the crash.", "Here, we know, nobody was to blame for it."),
        (
            "Mirela Kovar has a show with Odran Feeley called “Salt and Rope”.",
            "Odran Feeley called the show a triumph.",
        ),
    ],
)
def test_a_turn_of_phrase_reports_nothing(nothing: str, told: str) -> None:
    assert said(nothing) == ()
    assert len(said(told)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Do you think the bridge is safe?",
        "Can you tell us what the harbour looks like this morning?",
        "Do we know that the crew is alive?",
    ],
)
def test_what_stands_in_a_question_is_asked(text: str) -> None:
    (only,) = said(text)
    assert (only.stance, only.sources) == (Stance.ASKS, ())


def test_a_question_may_take_for_granted_that_something_was_said() -> None:
    (only,) = said("Why did the ministry say that the bridge was safe?")
    assert (only.stance, only.text) == (Stance.ASSERTS, "that the bridge was safe")


def test_it_in_the_passive_is_nobody() -> None:
    text = "It’s thought the truck was left there by a second man."
    (only,) = said(text)
    assert (only.source, sources(text, only)) == (None, set())


def test_a_second_deed_of_those_asked_for_is_not_told() -> None:
    (only,) = said("The mayor promised to reopen the bridge and announce who would pay.")
    assert only.text == "to reopen the bridge and announce who would pay"


def test_a_clause_before_a_colon_stands_for_itself() -> None:
    (only,) = said("The deal was a surprise: the mayor agreed to sell the pier.")
    assert only.text == "to sell the pier"


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The inspector came to the conclusion that the crew had lied.", "that the crew had lied"),
        ("The mayor is of the opinion that the dam will hold.", "that the dam will hold"),
    ],
)
def test_a_noun_behind_a_preposition_tells(text: str, content: str) -> None:
    assert [one.text for one in said(text)] == [content]


def test_who_comes_to_somebodys_defence_says_nothing() -> None:
    assert said("The mayor came to the defence of the crew that had lost the boat.") == ()


def test_what_words_are_used_to_describe_is_not_told() -> None:
    text = "The comedian borrowed the phrase that Kovar and Feeley used to describe their split."
    assert not [one for one in said(text) if "their split" in one.text]


def test_what_an_although_clause_leaves_open_is_not_what_stands_before_it() -> None:
    text = (
        "The navy first tested its rocket, the Sun-14, on 4 July, although in that launch, it did not "
        "demonstrate its full range."
    )
    assert not [one for one in said(text) if "first tested" in one.text]


@pytest.mark.parametrize(
    "text",
    [
        "Police questioned two men on the quay.",
        "It was an insult to keep asking for the books.",
        "Considering that the port is old, any delay would hurt.",
    ],
)
def test_nothing_is_told_of_what_was_said(text: str) -> None:
    assert not said(text)


def test_who_questions_a_plan_or_considers_something_says_so() -> None:
    assert said("The clerk questioned the cost of the roof.")
    assert said("Considering that the port is old, the council ruled that it should close.")
