import unicodedata

from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.clean.text import canonical, one_line


def test_line_ends_spaces_and_blank_lines_have_one_form() -> None:
    assert (
        canonical("\r\nOne.\u00a0 \r\n\r\n\r\n\r\nTwo\u2009three.\u2028Four.\n")
        == "One.\n\nTwo three.\nFour."
    )


def test_characters_that_hide_or_turn_text_are_gone() -> None:
    assert canonical("Za\u200bna\ufeff \u202eevil\u202c so\u00adft\x07") == "Zana evil soft"


def test_letters_are_composed() -> None:
    assert canonical("Zoe\u0308") == "Zoë"


def test_half_characters_become_replacements() -> None:
    assert canonical("a\ud800b") == "a\ufffdb"


def test_metadata_goes_on_one_line_or_is_none() -> None:
    assert one_line(" Ferry\n sinks\u200b ") == "Ferry sinks"
    assert one_line(" \u200b\n") is None


@settings(deadline=None)
@given(st.text(st.characters(), max_size=300))
def test_twice_is_once_and_the_text_can_be_written(text: str) -> None:
    once = canonical(text)
    assert canonical(once) == once
    assert unicodedata.is_normalized("NFC", once)
    once.encode("utf-8")
