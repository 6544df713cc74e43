from pathlib import Path

import pytest
from bench.folders import AbsentData

from bench import pairs

HEAD = "Quality\t#1 ID\t#2 ID\t#1 String\t#2 String\n"
ALIKE = (
    "1\t1\t2\tThe mayor of Leeds opened the new bridge.\tThe new bridge was opened by the mayor of Leeds.\n"
)
OTHER = "0\t3\t4\tThe mayor opened the new bridge.\tRain fell on the hills for 3 days.\n"


def test_the_rates_are_those_of_pairs_taken_for_one_claim(tmp_path: Path) -> None:
    for name in pairs.PARTS.values():
        (tmp_path / name).write_text("\ufeff" + HEAD + ALIKE + OTHER, "utf-8")
    result = pairs.run(tmp_path)
    assert result["train"]["claim"] == {"precision": 1.0, "recall": 1.0, "f1": 1.0}
    assert "| train, alike | 2 | 1.000 | 1.000 |" in pairs.table(result)


def test_what_one_sentence_says_beside_is_told_by_its_words() -> None:
    assert pairs.beside("the firm expanded it", "The firm, expanding it") == 0.0
    assert pairs.beside("the mayor", "the mayor of Leeds") == 0.5


def test_absent_data_is_said(tmp_path: Path) -> None:
    with pytest.raises(AbsentData):
        pairs.run(tmp_path)
