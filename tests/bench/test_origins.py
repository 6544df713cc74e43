"""The benchmark of origins: a row is right when all it asks for holds, and absent data is said so."""

from pathlib import Path

import pytest
from bench.folders import AbsentData
from bench.scoring import Index
from tests.relate.make import day, entity, facts, figure, of, report, resolved, statement

from bench import origins
from sayso.embed import embed
from sayso.model.dossier import MadeWith
from sayso.relate.assemble import relate


def index() -> Index:
    """Police and a council count the dead of one day, and differ."""
    items = []
    for name, source, number in (("01-a", "Police", 17), ("02-b", "Corrie Council", 31)):
        text = f"{source} said {number} people were killed in the flood."
        one = report(name, text, "2024-05-03", outlet=f"{name} Post")
        said = statement(one, f"{number} people were killed in the flood", source)
        count = figure(one, f"{number} people", "killed", number, number, as_of=day("2024-05-03"))
        items.append(facts(one, [said], [of(said, count)]))
    story = resolved(items, [entity("Police"), entity("Corrie Council")])
    return Index.of(relate(story, embed, MadeWith("0", "none", "0")), 2)


def test_a_row_of_claims_is_right_within_its_limits_and_names() -> None:
    row = {"members": [["01", "17 people"]], "low_max": 1, "low_min": 1, "shown": ["police"]}
    assert origins._wrong(index(), row) == ""
    assert origins._wrong(index(), row | {"low_max": 0}) == "origins_low 1, at most 0"
    assert origins._wrong(index(), row | {"low_max": 3, "low_min": 2}) == "origins_low 1, at least 2"
    assert origins._wrong(index(), row | {"shown": ["council"]}) == "not shown: council"
    assert (
        origins._wrong(index(), row | {"together": [["01", "17"], ["02", "31"]]}) == "not one claim: 17 | 31"
    )
    assert origins._wrong(index(), row | {"members": [["01", "no such words"]]}) == "no claim"


def test_a_row_of_conflicts_asks_for_a_type_or_for_none() -> None:
    row = {"a": [["01", "17 people"]], "b": [["02", "31 people"]], "type": "figure"}
    kinds = origins._conflicting(index(), row)[1]
    assert origins._conflicting(index(), row | {"type": kinds.split(",")[0]})[0]
    assert not origins._conflicting(index(), row | {"type": "first"})[0]
    assert origins._conflicting(index(), row | {"b": [["01", "17 people"]], "type": "none"})[0]


def test_the_stories_need_no_data_and_kursk_says_when_it_is_absent(tmp_path: Path) -> None:
    with pytest.raises(AbsentData):
        origins.run(tmp_path)
