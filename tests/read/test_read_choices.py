from pathlib import Path

import pytest

from sayso.errors import NoSuchInput, UsageError
from sayso.model.choices import NONE, Choices
from sayso.read.choices import read


def file(folder: Path, text: str) -> Path:
    path = folder / "choices.toml"
    path.write_text(text, "utf-8")
    return path


def test_no_file_settles_nothing() -> None:
    assert read(None, None) == NONE


def test_names_that_are_one_and_names_that_are_not(tmp_path: Path) -> None:
    names = file(tmp_path, 'same = [["A", "B", "C"]]\ndifferent = [["D", "E", "F"]]\n')
    assert read(names, None) == Choices(
        same=(("A", "B", "C"),), different=(("D", "E"), ("D", "F"), ("E", "F"))
    )


def test_sides_and_authorities(tmp_path: Path) -> None:
    sides = file(tmp_path, '[sides]\n"Norland" = ["Eastmark"]\n[authorities]\n"River Board" = "Norland"\n')
    assert read(None, sides) == Choices(
        sides=(("Norland", "Eastmark"),), authorities=(("River Board", "Norland"),)
    )


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("same = [", "no TOML"),
        ('sames = [["A", "B"]]', "unknown key 'sames'"),
        ('same = "A"', "'same' wants a list"),
        ('same = [["A"]]', "two names or more"),
        ("same = [[1, 2]]", "names in quotation marks"),
        ('different = ["A", "B"]', "'different' wants lists of names"),
        ('same = [["A", " "]]', "names in quotation marks"),
    ],
)
def test_a_file_that_cannot_be_used_is_named_with_the_reason(tmp_path: Path, text: str, told: str) -> None:
    path = file(tmp_path, text)
    with pytest.raises(UsageError, match="choices") as raised:
        read(path, None)
    assert told in str(raised.value)


def test_sides_are_tables_of_names(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="'sides' wants a table"):
        read(None, file(tmp_path, "sides = 3"))
    with pytest.raises(UsageError, match="'authorities' wants names"):
        read(None, file(tmp_path, "[authorities]\nX = 3"))


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(NoSuchInput, match="absent"):
        read(tmp_path / "absent.toml", None)


def test_bytes_that_are_no_text_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "choices.toml"
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(UsageError, match="no TOML"):
        read(path, None)
