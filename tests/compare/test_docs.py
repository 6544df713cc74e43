from pathlib import Path

from sayso.compare.weights import TOUCHED, WEIGHTS
from sayso.model.change import ChangeKind, TouchKind
from sayso.present import changes, edits

PAGE = Path(__file__).parents[2] / "docs" / "rooms" / "compare.md"


def test_the_page_lists_every_kind_of_change() -> None:
    text = PAGE.read_text("utf-8")
    assert [kind for kind in ChangeKind if f"`{kind}`" not in text] == []


def test_every_kind_has_a_weight_and_words() -> None:
    assert set(WEIGHTS) == set(changes.LABEL) == set(ChangeKind)
    assert set(TOUCHED) == set(edits.TOUCHED) == set(TouchKind)
