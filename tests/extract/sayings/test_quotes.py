import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.extract.facts_of import report_of, said
from tests.extract.figures_of import report_of as plain_report

from sayso.extract.sayings.quotes import quotes


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("He said “the gate is open” twice.", ["“the gate is open”"]),
        ('He said "the gate is open" twice.', ['"the gate is open"']),
        ("He said «the gate is open» twice.", ["«the gate is open»"]),
        ("He said „the gate is open“ twice.", ["„the gate is open“"]),
        ("He said ‘the gate is open’ twice.", ["‘the gate is open’"]),
        ("He said 'the gate is open' twice.", ["'the gate is open'"]),
        ("“No,” he said, “not today.”", ["“No,”", "“not today.”"]),
        ("“It was a mistake,“ Kovar said. “It hurts.”", ["“It was a mistake,“", "“It hurts.”"]),
        ("“He called it “a pit” and left,” she said.", ["“He called it “a pit” and left,”"]),
        ("“It is “a pit” he built, she said. “We left.”", ["“It is “a pit”", "“We left.”"]),
        ("The guards’ gate wasn’t open.", []),
        ('He said "the gate is open” twice.', ['"the gate is open”']),
        ('He said “the gate is open" twice.', ['“the gate is open"']),
        ('“He called it "a gift" to us,” she said.', ['“He called it "a gift" to us,”']),
        ('“The gate is open," he said. "It is wide open.”', ['“The gate is open,"', '"It is wide open.”']),
        ("”The gate is open,” he said.", ["”The gate is open,”"]),
        ("He said ''the gate is open'' twice.", ["''the gate is open''"]),
        ("“He called it ‘a gift’ to us,” she said.", ["“He called it ‘a gift’ to us,”"]),
        ('“He called it "a gift and left,” she said. “No.”', ['“He called it "a gift and left,”', "“No.”"]),
        ('“The 12" pipe burst,” she said. “It was old.”', ['“The 12" pipe burst,”', "“It was old.”"]),
        ('“"Never," he told me,” she said.', ['“"Never," he told me,”']),
        ('"I heard "Stop now," and ran," he said.', ['"I heard "Stop now," and ran,"']),
        ('She has a "firm hand. He said, "We go."', ['"We go."']),
        ('"I heard him shout, "Stop," and ran," he said.', ['"I heard him shout, "Stop," and ran,"']),
        ('She "would take a "bold man" in May. "No."', ['"would take a "bold man"', '"No."']),
        ('We are done," he said. "It is over."', ['"It is over."']),
        ('"We saw it coming,\'\' he said. "All of it."', ["\"We saw it coming,''", '"All of it."']),
        ("“We saw it coming,’’ he said. “All of it.”", ["“We saw it coming,’’", "“All of it.”"]),
        ("\"He said, 'We go.'\" She left.", ["\"He said, 'We go.'\""]),
        ("She found “fine men on both sides“ then.", ["“fine men on both sides“"]),
    ],
)
def test_every_form_of_quotation_mark_is_read(text: str, found: list[str]) -> None:
    assert [quote.text for quote in quotes(report_of(text))] == found


def test_a_closing_mark_that_slipped_to_the_next_paragraph_opens_nothing() -> None:
    report = report_of("Kovar spoke.\n\n“The road is ours.\n\n”One of the plans is old and long.")
    assert [quote.text for quote in quotes(report)] == ["“The road is ours."]


def test_a_quote_left_open_at_the_end_of_its_paragraph_goes_on_in_the_next() -> None:
    first, second = quotes(report_of("“The gate was open all night.\n\n“Nobody came,” she said."))
    assert (first.unclosed, second.unclosed) == (True, False)


def test_a_single_mark_left_open_goes_on_where_the_next_paragraph_has_one_too() -> None:
    text = "Kovar added: ‘The gate was open.\n\n‘Nobody came, and the guards’ hut was dark.\n\n‘We left.’"
    assert [quote.unclosed for quote in quotes(report_of(text))] == [True, True, False]
    text = "‘Tis the season of floods in Brod.\n\nNobody came, and the guards’ hut was dark."
    assert quotes(report_of(text)) == ()


@pytest.mark.parametrize(
    ("text", "utterance"),
    [
        ("The “green lane” opened in May.", False),
        ("“Never,” he said to us.", True),
        ("She left. “We go.”", True),
        ("He called it “a gift to everybody here” in May.", True),
    ],
)
def test_a_term_in_quotation_marks_is_no_utterance(text: str, utterance: bool) -> None:
    (only,) = quotes(report_of(text))
    assert only.utterance is utterance


@settings(deadline=None)
@given(st.text(alphabet="ab ,.\n\"'“”‘’«»„", max_size=80))
def test_quotes_are_spans_in_order_that_do_not_overlap(text: str) -> None:
    found = quotes(plain_report(text))
    assert all(text[quote.start : quote.end] == quote.text for quote in found)
    assert all(one.start < one.end for one in found)
    assert [one.start for one in found] == sorted(one.start for one in found)


@pytest.mark.parametrize(
    "text",
    [
        '"The wells are dry," Mirela Kovar said on Radio Vell\'s "Morning Hour."',
        "“The wells are dry,” Mirela Kovar said in her book “Honest Wells.”",
        "“The wells are dry,” Mirela Kovar said on the Vell program “Morning Hour.”",
        "“The wells are dry,” Mirela Kovar said on “Morning Hour,” in May.",
    ],
)
def test_what_a_work_is_called_is_not_said(text: str) -> None:
    (only,) = said(text)
    assert "Hour" not in only.text
    assert "Honest" not in only.text


def test_a_title_behind_a_cue_is_no_part_of_the_content() -> None:
    (only,) = said("Mirela Kovar warned on Radio Vell’s “Face the Day” that the wells were dry.")
    assert only.text == "that the wells were dry"


def test_capitals_in_marks_behind_a_colon_are_said() -> None:
    (only,) = said('The mayor, Mirela Kovar, said: "Never Again."')
    assert only.text == '"Never Again."'


@pytest.mark.parametrize(
    ("text", "said_by_somebody"),
    [
        ("There was no escaping “Can’t Stop the Rain!,” the single he wrote for the fair.", False),
        ("“The Lost Road,” her third novel, was read aloud.", False),
        ("“Never,” the show host said.", True),
        ("“Gone,” the captain of the film crew said.", True),
    ],
)
def test_what_a_work_is_called_is_not_said_where_it_is_named_behind(
    text: str, said_by_somebody: bool
) -> None:
    assert bool(said(text)) is said_by_somebody


def test_what_a_paper_is_titled_is_not_said_with_it() -> None:
    text = "“We welcome the guests,” Mirela Kovar wrote in a letter titled “Welcome to our town.”"
    assert [one.text for one in said(text)] == ["“We welcome the guests,”"]
    text = "“We welcome the guests,” Mirela Kovar wrote, “and our town is open.”"
    assert [one.parts[-1] for one in said(text)] == [(text.index("“and"), len(text))]
