"""Which rows count as prose, and when a row is right: rows made up here, in the layout of the specs."""

import json
from pathlib import Path
from typing import Any

import pytest
from bench.folders import AbsentData

from bench import recognizers


def _row(text: str, *found: tuple[str, str], **more: str) -> dict[str, Any]:
    results = [
        {"Text": words, "Start": text.index(words), "End": text.index(words) + len(words) - 1,
         "Resolution": {"value": value}}
        for words, value in found
    ]  # fmt: skip
    return {"Input": text, "Results": results, **more}


def _run(folder: Path, numbers: list[dict[str, Any]], ranges: list[dict[str, Any]]) -> dict[str, Any]:
    place = folder / "Number" / "English"
    place.mkdir(parents=True)
    (place / "NumberModel.json").write_text(json.dumps(numbers), "utf-8")
    (place / "NumberRangeModel.json").write_text(json.dumps(ranges), "utf-8")
    return recognizers.run(folder)


def test_a_row_is_right_when_all_is_found_and_nothing_else(tmp_path: Path) -> None:
    numbers = [
        _row("They saw 12 crates there", ("12", "12")),
        _row("They saw 12 crates and 5 barrels there", ("12", "12")),
    ]
    ranges = [_row("They saw more than 40 crates there", ("more than 40", "(40,)"))]
    result = _run(tmp_path, numbers, ranges)
    assert (result["rows"], result["exact"]) == (3, 2 / 3)
    assert result["files"]["NumberRangeModel"]["exact"] == 1
    assert len(result["wrong"]) == 1


@pytest.mark.parametrize(
    ("row", "rule"),
    [
        (_row("12", ("12", "12")), "bare"),
        (_row("They want x>10 in there", ("10", "10")), "formula"),
        (_row("They met on 5/17/2018 there", ("17", "17")), "fragment"),
        (_row("They weighed 1,3 kilograms of it", ("1,3", "1.3")), "foreign"),
        (_row("They saw 12 crates there", ("12", "12"), NotSupported="dotnet, java"), "unsupported"),
    ],
)
def test_what_is_no_prose_is_left_out_by_a_rule_and_counted(
    tmp_path: Path, row: dict[str, Any], rule: str
) -> None:
    assert _run(tmp_path, [row], [])["left_out"] == {rule: 1}


def test_a_folder_without_specs_is_absent_data(tmp_path: Path) -> None:
    with pytest.raises(AbsentData):
        recognizers.run(tmp_path)
