import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.model.spelling import alike, skeleton, sounds

WORDS = st.text(alphabet="abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=20)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("qarimi", "karimi"),
        ("mihail", "mikhail"),
        ("zhanov", "janov"),
        ("tsedung", "zetung"),
        ("shevki", "sevki"),
    ],
)
def test_romanisations_of_one_name_are_alike(one: str, other: str) -> None:
    assert alike(one, other)


@pytest.mark.parametrize(
    ("one", "other"), [("dorin", "dorina"), ("un", "in"), ("karsov", "karlov"), ("homs", "hama")]
)
def test_other_consonants_a_last_vowel_or_a_short_word_make_another_name(one: str, other: str) -> None:
    assert not alike(one, other)


@settings(deadline=None)
@given(WORDS, WORDS)
def test_likeness_has_no_direction_and_needs_one_skeleton(one: str, other: str) -> None:
    assert alike(one, other) is alike(other, one)
    if alike(one, other) and one != other:
        assert skeleton(one) == skeleton(other)


@settings(deadline=None)
@given(WORDS)
def test_every_word_has_sounds_and_is_like_itself(word: str) -> None:
    assert alike(word, word)
    assert skeleton(word)
    assert all(sounds(word))
