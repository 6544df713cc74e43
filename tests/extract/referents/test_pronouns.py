"""Whom "he", "it" and "they" mean where they say something."""

import pytest
from tests.extract.facts_of import said, sources


def speaker(text: str, content: str) -> set[str]:
    """Who says what begins so."""
    (only,) = (one for one in said(text) if one.text.lstrip("“").startswith(content))
    return sources(text, only)


def test_who_goes_on_is_the_one_who_told_of_another() -> None:
    text = "In the past, John Feeley noted, Peter Kovar has praised the dam. He added: “We all paid for it.”"
    assert speaker(text, "We all") == {"John Feeley"}


def test_who_denies_it_is_the_one_of_whom_it_was_told() -> None:
    text = "Odran Feeley said that Peter Kovar had sold the pumps. He denied that he had seen them."
    assert speaker(text, "that he had") == {"Peter Kovar"}


def test_who_told_of_somebody_long_before_is_not_meant() -> None:
    text = (
        "John Feeley said that Peter Kovar had sold the pumps. The river rose all night and took two "
        "bridges, a mill and the road to the harbour, and nobody in the valley could be reached before the "
        "morning. The schools stayed shut until Friday, and the ferry did not run at all. He said that the "
        "road was open."
    )
    assert speaker(text, "that the road") == {"Peter Kovar"}


def test_a_country_said_what_it_is_told_to_have_said() -> None:
    text = "Norway’s navy spoke on Monday. In May, Denmark fired what it said was a rocket."
    assert speaker(text, "what") == {"Denmark"}


def test_a_country_told_of_long_before_has_not_said_it() -> None:
    text = (
        "Denmark lay in the sun. "
        + "The children went to the shore and swam for hours. " * 5
        + "It said so too."
    )
    assert said(text) == () or all(sources(text, one) != {"Denmark"} for one in said(text))


def test_it_that_adds_something_is_who_just_spoke() -> None:
    text = (
        "The ferry had left early, Radio Brod reported. The union said the gate was broken. "
        "It added that nobody was hurt."
    )
    assert speaker(text, "that nobody") == {"union"}


def test_it_that_adds_something_to_what_one_person_said_is_no_outlet_before() -> None:
    text = (
        "The ferry had left early, Radio Brod reported. The organiser said the gate was broken. "
        "It added that nobody was hurt."
    )
    assert speaker(text, "that nobody") == set()


def test_who_did_what_a_passive_tells_may_go_on() -> None:
    text = (
        "Peter Kovar walked out. The protest was led by Helen Brand, a teacher. “Nobody asked us,” she said."
    )
    assert speaker(text, "Nobody asked") == {"Helen Brand"}


def test_she_is_no_family() -> None:
    text = "Mirela Kovar sat down. The family said the dam was old. “No regrets,” she said."
    assert speaker(text, "No regrets") == {"Mirela Kovar"}


def test_who_is_named_in_a_deed_told_in_passing_is_not_who_goes_on() -> None:
    text = (
        "“The dam is old,” John Feeley said. Much hangs on Peter Kovar paying for it. "
        "“I doubt that he will,” he said."
    )
    assert speaker(text, "I doubt") == {"John Feeley"}


def test_the_text_does_not_go_on_from_a_caption() -> None:
    text = (
        "John Feeley visited the dam on Monday and spoke to the crews who had worked there all night.\n\n"
        "Image Peter Kovar was there too, saying that the dam was old. Credit... Jon Brand/Brod Lamp\n\n"
        "“We will mend it,” he said."
    )
    assert speaker(text, "We will") == {"John Feeley"}


def test_they_are_those_whom_the_sentence_before_is_about() -> None:
    text = (
        "The Talcamar Company and the Brod Union signed the lease. Harbour pilots grew wary of it. "
        "They asked for a second tug."
    )
    assert speaker(text, "a second tug") == {"Harbour pilots"}


def test_they_who_go_on_telling_are_not_those_they_told_of() -> None:
    text = "The Brod Union said harbour pilots had grown wary. They asked for a second tug."
    assert speaker(text, "a second tug") == {"Brod Union"}


RIVER = (
    "The river rose all night and took two bridges, a mill and the road to the harbour, and nobody in the "
    "valley could be reached before the morning. The schools stayed shut until Friday, and the ferry did not "
    "run at all. Crews came from three towns with pumps and sandbags, and the bakery gave away its bread to "
    "whoever came to the door. The market hall was opened for the night, and so was the old station. "
)
"""Longer than the stretch within which one who was told of is still meant."""


def test_who_was_told_of_long_before_is_not_meant_once_another_is_named() -> None:
    text = (
        f"John Feeley wrote a book. {RIVER}To Peter Kovar, who leads the union, the dam is old. "
        "“It is no good,” he said."
    )
    assert speaker(text, "It is no good") == {"Peter Kovar"}


def test_who_was_told_of_long_before_is_meant_where_only_voters_have_another_name() -> None:
    text = f"John Feeley wrote a book. {RIVER}Nobody saw any Peter Kovar voters. “It is no good,” he said."
    assert speaker(text, "It is no good") == {"John Feeley"}


def test_of_two_named_since_neither_is_meant() -> None:
    text = (
        f"John Feeley wrote a book. {RIVER}The letter to Peter Kovar was sent by Jim Brand. "
        "“It is no good,” he said."
    )
    assert "John Feeley" not in speaker(text, "It is no good")


def test_both_are_those_named_together() -> None:
    text = "Mirela Kovar and Odran Feeley lost on Monday. Both said they would go on."
    assert speaker(text, "they would") == {"Mirela Kovar", "Odran Feeley"}


def test_one_or_the_other_is_not_both() -> None:
    text = "Either Mirela Kovar or Odran Feeley will win. They refused the debate."
    assert all(len(sources(text, one)) < 2 for one in said(text))


def test_they_are_those_whom_the_clause_that_leads_up_is_about() -> None:
    text = "Talcamar refused to pay. When lawyers try to settle, they may find that the way is shut."
    assert speaker(text, "that the way") == {"lawyers"}


def test_they_are_the_part_that_speaks() -> None:
    text = "The Brod Union polled them. About 40 percent of voters said they believed that the dam was old."
    assert speaker(text, "that the dam") == {"About 40 percent of voters"}


def test_it_is_the_document_that_the_sentence_before_is_about() -> None:
    text = "The Brod Union spoke on Friday. The audit was finished on Monday. It says the dam is old."
    assert speaker(text, "the dam") == {"audit"}


def test_it_is_the_body_that_the_document_is_followed_by() -> None:
    text = "The audit was finished on Monday. The Brod Union was glad. It says the dam is old."
    assert speaker(text, "the dam") == {"Brod Union"}


def test_what_only_suggests_something_is_no_body() -> None:
    text = "The Brod Union spoke on Friday. Nobody came. It suggests that the dam is old."
    assert speaker(text, "that the dam") == set()


def test_a_document_named_long_ago_is_not_it() -> None:
    far = "The streets were empty and the shops were shut for the whole of the week. " * 3
    audit, later = "The audit showed that the dam is old. ", "“We expect a storm,” it said."
    assert speaker(f"{audit}{later}", "We expect") == {"audit"}
    assert speaker(f"{audit}{far}{later}", "We expect") == set()


def test_a_document_may_suggest_something() -> None:
    text = "The audit says the dam is old. It suggests that nobody looked."
    assert speaker(text, "that nobody") == {"audit"}


def test_of_whom_the_text_goes_on_no_other_is_meant() -> None:
    text = (
        f"John Feeley drove out. He was late. {RIVER}He came in before Peter Kovar. “It is no good,” he said."
    )
    assert speaker(text, "It is no good") <= {"John Feeley"}


def test_who_says_something_of_himself_under_who_is_the_one_before_it() -> None:
    text = "John Feeley said that he met Peter Kovar, who said he hoped to mend the dam."
    assert speaker(text, "to mend") == {"Peter Kovar"}
    other = "Helen Brand said that she met Peter Kovar, who said she hoped to mend the dam."
    assert speaker(other, "to mend") != {"Peter Kovar"}


def test_they_are_those_who_tell_it() -> None:
    text = "The Brod Union spoke. According to the mayor, pilots signalled that they fear the dam is old."
    assert speaker(text, "the dam") == {"pilots"}
    both = "The Brod Union spoke. According to the mayor, pilots and clerks said they fear the dam is old."
    assert speaker(both, "the dam") != {"pilots"}


def test_what_is_a_mistake_is_no_body() -> None:
    text = "Talcamar spoke on Monday. It’s a mistake to complain of the dam."
    assert all(sources(text, one) == set() for one in said(text))


def test_the_dead_do_not_tell_of_it() -> None:
    text = "John Feeley told reporters that the ferry sank. Peter Kovar was killed, he said."
    assert speaker(text, "Peter Kovar") == {"John Feeley"}
    both = "John Feeley told reporters that the ferry sank. Ann Brand and Peter Kovar died, he said."
    assert speaker(both, "Ann Brand") == {"John Feeley"}
    alive = "Police spoke on Monday. Peter Kovar was hurt, he said."
    assert speaker(alive, "Peter Kovar") == {"Peter Kovar"}


def test_a_clause_that_only_tells_when_is_not_what_the_text_goes_on_about() -> None:
    goes_on = " He said the talks went well."
    beside = "John Feeley met the envoy while Peter Kovar was away." + goes_on
    assert speaker(beside, "the talks") == {"John Feeley"}
    ahead = "When Peter Kovar was away, John Feeley met the envoy." + goes_on
    assert speaker(ahead, "the talks") == {"John Feeley"}
    alone = "The talks began after Peter Kovar took office." + goes_on
    assert speaker(alone, "the talks") == {"Peter Kovar"}


def test_she_is_nobody_where_a_lone_word_that_may_be_a_person_has_just_spoken() -> None:
    text = (
        "An official said the talks had failed. Quispe said Oleg Brand had refused to meet her. "
        "“He does not talk to miners,” she said."
    )
    assert sources(text, said(text)[-1]) == set()


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "Ana Maro met Mirela Kovar in June. Kovar pressed Maro on her views. "
            "She told Kovar that she was no rebel.",
            "Ana Maro",
        ),
        ("Mirela Kovar met Ana Maro. Maro left early. She said Maro had lied.", "Mirela Kovar"),
        ("Mirela Kovar met Ana Maro. Maro left early. She said the road was shut.", "Ana Maro"),
    ],
)
def test_she_is_nobody_whom_she_tells_or_tells_of_by_name(text: str, who: str) -> None:
    assert sources(text, said(text)[-1]) == {who}
