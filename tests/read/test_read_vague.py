"""The file with bounds of vague numbers: what it sets, what is wrong with one, and where that is seen."""

from pathlib import Path

import pytest
from tests.extract.figures_of import figures_of

from sayso import api, lexicon
from sayso.errors import NoSuchInput, UsageError
from sayso.lexicon.house import in_force
from sayso.read.vague import read

ACLED = """
[plurals]
"tens" = {low = 10, high = 10}
"dozens" = {low = 12, high = 12}
"hundreds" = {low = 100, high = 100}
"""


@pytest.fixture
def acled(tmp_path: Path) -> Path:
    path = tmp_path / "acled.toml"
    path.write_text(ACLED, "utf-8")
    return path


@pytest.mark.parametrize(
    ("text", "shipped", "own"),
    [
        ("Dozens of people were killed.", (24, 99), (12, 12)),
        ("Hundreds of people were killed.", (100, 999), (100, 100)),
        ("Tens of thousands of people were killed.", (10_000, 99_999), (10_000, 10_000)),
        ("More than dozens of people were killed.", (24, None), (12, None)),
        ("Several people were killed.", (3, 9), (3, 9)),
        ("Some 24 people were killed.", (24, 24), (24, 24)),
    ],
)
def test_rows_of_the_file_go_before_those_shipped(
    acled: Path, text: str, shipped: tuple[float, float], own: tuple[float, float]
) -> None:
    with in_force(read(acled)):
        (figure,) = figures_of(text)
    (before,) = figures_of(text)
    assert (figure.low, figure.high) == own
    assert (before.low, before.high) == shipped


def test_a_dossier_says_which_rules_made_it(acled: Path, tmp_path: Path) -> None:
    article = tmp_path / "a.txt"
    article.write_text("Flood in Norland\n\nDozens of people were killed in the flood, police said.", "utf-8")
    own = api.dossiers([str(article)], vague=acled).dossiers[0]
    plain = api.dossiers([str(article)]).dossiers[0]
    assert plain.made_with.lexicon == lexicon.version()
    assert own.made_with.lexicon.startswith(f"{plain.made_with.lexicon}+vague-")
    assert {(figure.low, figure.high) for figure in own.figures} == {(12, 12)}


def test_no_file_changes_nothing() -> None:
    with in_force(read(None)):
        assert lexicon.vague() == lexicon.table("vague")


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("[plurals", "TOML"),
        ("[crowds]\ntens = {low = 1, high = 2}", "crowds"),
        ("plurals = 3", "[plurals]"),
        ("[plurals]\nswarms = {low = 1, high = 2}", "swarms"),
        ("[plurals]\ntens = {low = 20, high = 10}", "low 20 is more than high 10"),
        ("[plurals]\ntens = {low = 10}", "two numbers"),
        ("[plurals]\ntens = 10", "two numbers"),
        ("[plurals]\ntens = {low = true, high = true}", "two numbers"),
        ("[plurals]\ntens = {low = nan, high = inf}", "two numbers"),
        ("[plurals]\ntens = {low = -1, high = 2}", "two numbers"),
        ("[plurals]\ntens = {low = 1, high = 1e300}", "more than anybody counts"),
        ("a = " + "[" * 5000, "TOML"),
    ],
)
def test_what_is_wrong_is_told_with_the_file_and_the_word(tmp_path: Path, written: str, told: str) -> None:
    path = tmp_path / "own.toml"
    path.write_text(written, "utf-8")
    with pytest.raises(UsageError, match=r"own\.toml") as raised:
        read(path)
    assert told in str(raised.value)


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(NoSuchInput, match=r"none\.toml"):
        read(tmp_path / "none.toml")
