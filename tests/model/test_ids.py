import re

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from sayso.model.ids import ID_LENGTH, bytes_id, content_id, smallest


def test_ids_are_the_same_for_ever() -> None:
    """Links and reviews live on ids: a change here is a change of the file format."""
    assert content_id("statement", "r", 3, 9, "Kovar") == "20e09599767e7a06"
    assert bytes_id("a.txt", b"text") == "791f11dd6516085e"


@settings(deadline=None)
@given(st.text(), st.lists(st.one_of(st.text(), st.integers())))
def test_an_id_is_short_hex_and_stable(room: str, parts: list[str | int]) -> None:
    one = content_id(room, *parts)
    assert re.fullmatch(rf"[0-9a-f]{{{ID_LENGTH}}}", one)
    assert one == content_id(room, *parts)


PARTS = st.lists(st.text(st.characters(blacklist_characters="\x1f")), max_size=4)


@settings(deadline=None)
@given(PARTS, PARTS)
def test_unlike_parts_have_unlike_ids(one: list[str], other: list[str]) -> None:
    assume(one != other)
    assert content_id("x", *one) != content_id("x", *other)


@settings(deadline=None)
@given(st.text(), st.binary(), st.binary())
def test_a_reports_id_depends_on_its_bytes(name: str, one: bytes, other: bytes) -> None:
    assume(one != other)
    assert bytes_id(name, one) != bytes_id(name, other)


def test_the_smallest_id_is_empty_for_none() -> None:
    assert (smallest(["b", "a"]), smallest([])) == ("a", "")
