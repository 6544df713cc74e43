import pytest
from tests.extract.figures_of import report_of

from sayso.annotate import annotate
from sayso.truecase import begins_shouting, opened, shouted, truecase

KNOWN = {
    "the": "word",
    "of": "word",
    "said": "word",
    "mayor": "name",
    "a": "word",
    "mason": "name",
    "killed": "word",
    "furious": "word",
    "hearted": "word",
    "young": "word",
}


def known(word: str) -> str | None:
    return KNOWN.get(word)


def test_names_and_sentences_keep_their_capitals() -> None:
    text = "THE MAYOR OF LIMA SAID A MAYOR KILLED.  THE MAYOR SAID."
    assert truecase(text, known) == "The mayor of Lima said a mayor killed.  The mayor said."


def test_what_english_does_not_have_is_a_name() -> None:
    assert truecase("A MAYOR KILLED OROPANDO SAID", known) == "A mayor killed Oropando said"


def test_a_title_before_a_name_has_a_capital_and_an_office_alone_has_none() -> None:
    assert truecase("THE MAYOR SAID MAYOR OROPANDO KILLED", known) == "The mayor said Mayor Oropando killed"


def test_short_unknown_words_in_brackets_are_acronyms() -> None:
    assert truecase("THE MAYOR SAID [FLAN] KILLED", known) == "The mayor said [FLAN] killed"


def test_a_surname_that_is_a_word_follows_a_given_name() -> None:
    assert truecase("THE MAYOR KILLED ANNA MASON OF LIMA", known) == "The mayor killed Anna Mason of Lima"


@pytest.mark.parametrize(
    "text", ["UN, EU, WHO", "The MAYOR of LIMA said", "the mayor of lima said", "", "12 345"]
)
def test_other_text_is_left_alone(text: str) -> None:
    assert not shouted(text)
    assert truecase(text, known) == text


@pytest.mark.parametrize("text", ["THE İZMİR MAYOR SAID ẞ KILLED", "THE\n\nMAYOR'S MAYOR SAID'S KILLED"])
def test_offsets_stay(text: str) -> None:
    assert len(truecase(text, known)) == len(text)


def test_only_the_parser_reads_a_shouted_block_in_small_letters() -> None:
    report = report_of(
        "THE BODIES OF FOUR GUARDS WERE FOUND IN MAY 1989 NEAR OROPANDO.\nThe army did not comment."
    )
    (doc,) = annotate([report])
    assert (
        doc.text
        == "The bodies of four guards were found in May 1989 near Oropando.\nThe army did not comment."
    )
    assert report.text.startswith("THE BODIES")


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("A FURIOUS mayor said so.", "A furious mayor said so."),
        ("FURIOUS mayor said so.", "Furious mayor said so."),
        ("ICE-HEARTED Mayor said so.", "Ice-hearted Mayor said so."),
    ],
)
def test_what_shouts_at_the_beginning_of_a_lead_is_read_in_small_letters(text: str, plain: str) -> None:
    assert begins_shouting(text)
    assert opened(text, known) == plain


@pytest.mark.parametrize("text", ["BRODEX said so.", "ANNA YOUNG said so.", "A BRODEX FURIOUS mayor"])
def test_a_name_in_capitals_at_the_beginning_stays(text: str) -> None:
    assert opened(text, known) == text


@pytest.mark.parametrize("text", ["WHO said so.", "The FBI, FURIOUS, said so.", "THE DAILY COMET", ""])
def test_acronyms_and_headings_do_not_shout_at_the_beginning(text: str) -> None:
    assert not begins_shouting(text)
