"""Lists of words as rules read them."""

import re

import pytest

from sayso.lexicon import choice, words
from sayso.lexicon.media import names_outlet


def test_a_choice_takes_the_longest_of_the_listed_words() -> None:
    found = re.compile(choice("relate", "rather")).match("less than 40")
    assert found is not None
    assert found[0] == "less than"


def test_a_choice_has_every_word_of_its_list_as_it_is_written() -> None:
    pattern = re.compile(choice("media", "conduits"))
    assert all(pattern.fullmatch(word) for word in words("media", "conduits"))
    assert not pattern.fullmatch("asked")


@pytest.mark.parametrize(
    ("name", "outlet"),
    [("Lunde Monitor", True), ("Human Rights Monitor", False), ("The Election Observer", False)],
)
def test_who_watches_over_something_else_is_no_outlet(name: str, outlet: bool) -> None:
    assert names_outlet(name) is outlet
