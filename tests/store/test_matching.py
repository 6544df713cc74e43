import sqlite3

from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.store.matching import match


def found(typed: str, text: str, *, near: bool = False) -> bool:
    """Whether FTS5 finds a text by what is typed."""
    question = match(typed).near() if near else match(typed).question()
    database = sqlite3.connect(":memory:")
    database.execute("CREATE VIRTUAL TABLE index_ USING fts5 (text, tokenize = 'porter unicode61')")
    database.execute("INSERT INTO index_ VALUES (?)", (text,))
    return bool(question) and bool(
        database.execute("SELECT 1 FROM index_ WHERE index_ MATCH ?", (question,)).fetchall()
    )


def test_all_words_must_be_there_in_any_order_and_form() -> None:
    assert found("bridges collapsed", "A collapse of the bridge")
    assert not found("bridge flood", "A collapse of the bridge")


def test_a_phrase_keeps_its_order() -> None:
    assert found('"red bridge"', "the red bridge")
    assert found("“red bridge”", "the red bridge")
    assert not found('"red bridge"', "the bridge was red")


def test_a_minus_leaves_out() -> None:
    assert not found("bridge -red", "the red bridge")
    assert found('bridge -"blue sky"', "the red bridge")
    assert match("-red").question() == ""


def test_syntax_of_the_index_is_only_words() -> None:
    assert found("bridge AND", "the bridge and the road")
    assert found("NEAR(bridge road)", "a road near bridge 12")
    assert found("text : bridge*", "the text, a bridge")
    assert found("it's", "it's")


def test_in_an_article_words_must_stand_near_each_other() -> None:
    far = "The bridge was old. " + "It rained for days on end. " * 9 + "A farmer fell."
    assert found("bridge farmer", far)
    assert not found("bridge farmer", far, near=True)
    assert not found("bridge old -farmer", far, near=True)
    assert found("old bridge", far, near=True)


@settings(deadline=None)
@given(st.text() | st.lists(st.sampled_from(list('"-*():^{}+ANDORNOT \x00a'))).map("".join))
def test_nothing_typed_is_an_error(typed: str) -> None:
    found(typed, "the red bridge")
    found(typed, "the red bridge", near=True)
