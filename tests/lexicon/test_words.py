"""Lists of words as rules read them."""

import re

from sayso.lexicon import choice, words


def test_a_choice_takes_the_longest_of_the_listed_words() -> None:
    found = re.compile(choice("relate", "rather")).match("less than 40")
    assert found is not None
    assert found[0] == "less than"


def test_a_choice_has_every_word_of_its_list_as_it_is_written() -> None:
    pattern = re.compile(choice("media", "conduits"))
    assert all(pattern.fullmatch(word) for word in words("media", "conduits"))
    assert not pattern.fullmatch("asked")
