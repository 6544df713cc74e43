import json
from pathlib import Path

import pytest
from bench.muc4 import Pair, wanted

from bench import muc4


def form(
    number: list[str], effect: list[str], template: str = "1", total: tuple[str, ...] = ()
) -> dict[str, list[str]]:
    return {
        "MESSAGE: TEMPLATE": [template],
        "HUM TGT: NUMBER": number,
        "HUM TGT: EFFECT OF INCIDENT": effect,
        "HUM TGT: TOTAL NUMBER": list(total),
    }


def test_number_and_effect_are_joined_by_what_they_refer_to() -> None:
    gold = wanted([form(['2: "MAIDS"', '1: "ANA RUIZ" / "RUIZ"'], ['INJURY: "RUIZ"', 'DEATH: "MAIDS"'])])
    assert {(one.pairs, one.needed) for one in gold} == {
        (frozenset({Pair(2, 2, "death")}), True),
        (frozenset({Pair(1, 1, "injury")}), True),
    }


@pytest.mark.parametrize(
    ("number", "low", "high", "loose"),
    [("5-", 5, None, False), ("- 15", None, 15, False), ("~100", 100, 100, True), ("7 -", 7, None, False)],
)
def test_numbers_have_open_ends(number: str, low: int | None, high: int | None, loose: bool) -> None:
    (one,) = wanted([form([f'{number}: "GUARDS"'], ['DEATH: "GUARDS"'])])
    assert one.pairs == {Pair(low, high, "death", loose=loose)}


def test_what_is_optional_is_not_missed() -> None:
    plural = form(['PLURAL: "GUARDS"'], ['DEATH: "GUARDS"'])
    doubted = form(['3: "GUARDS"'], ['? INJURY: "GUARDS"'])
    spare = form(['4: "GUARDS"'], ['DEATH: "GUARDS"'], template="2 (OPTIONAL)")
    total = form([], ['DEATH: "ANA"', 'DEATH: "EVA"'], total=("2",))
    gold = wanted([plural, doubted, spare, total])
    assert [one.needed for one in gold] == [False] * 4
    assert muc4.compare(gold, set()).missed == ()
    assert muc4.compare(gold, {Pair(2, 2, "death"), Pair(3, 9, "death", vague=True)}).wrong == ()


def test_each_gold_pair_is_found_once_and_the_rest_is_wrong() -> None:
    gold = wanted([form(['~100: "GUARDS"'], ['DEATH: "GUARDS"'])])
    outcome = muc4.compare(
        gold, {Pair(100, 100, "death"), Pair(90, 100, "death", loose=True), Pair(1, 1, "death")}
    )
    assert len(outcome.right) == 1
    assert len(outcome.wrong) == 2


def test_a_folder_is_scored(tmp_path: Path) -> None:
    text = "OROPANDO, 3 JAN 90 (ABC) -- [TEXT] GUNMEN KILLED TWO GUARDS.\n\n   NO BOMB WAS\nFOUND."
    doc = {"id": "A-1", "split": "x", "header": "", "text": text}
    slots = form(['2: "GUARDS"'], ['DEATH: "GUARDS"'])
    (tmp_path / "docs.jsonl").write_text(json.dumps(doc), "utf-8")
    (tmp_path / "templates.jsonl").write_text(json.dumps({"doc": "A-1 (X)", "slots": slots}), "utf-8")
    (report,) = muc4.documents(tmp_path / "docs.jsonl")
    assert report.text == "GUNMEN KILLED TWO GUARDS.\n\nNO BOMB WAS FOUND."
    assert report.published is not None
    assert report.published.to == "1990-01-03"
    result = muc4.run(tmp_path)
    assert result["pairs"] == {"precision": 1, "recall": 1, "f1": 1, "right": 1, "found": 1, "gold": 1}
    assert result["unfiltered"] == result["pairs"]
    assert "1.000" in muc4.table(result)


def test_members_of_armed_groups_are_no_targets(tmp_path: Path) -> None:
    doc = {"id": "A-1", "split": "x", "header": "", "text": "X, 3 JAN 90 -- THE ARMY KILLED TWO GUERRILLAS."}
    (tmp_path / "docs.jsonl").write_text(json.dumps(doc), "utf-8")
    (tmp_path / "templates.jsonl").write_text(json.dumps({"doc": "A-1", "slots": form([], [])}), "utf-8")
    result = muc4.run(tmp_path)
    scores = [result[key] for key in ("pairs", "unfiltered")]
    assert [score["found"] for score in scores if isinstance(score, dict)] == [0, 1]
