import csv
import re
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import pytest
from pyarrow import parquet
from tests.present.make import (
    make_dossier,
    make_empty,
    make_entity,
    make_figure,
    make_report,
    make_statement,
    moment,
)

from sayso.cli.columns import columns_of
from sayso.errors import UsageError
from sayso.model.dossier import Dossier
from sayso.model.relation import Track
from sayso.model.report import Change, EntityKind, Extent, Relay, Stance
from sayso.present import sheets
from sayso.present.pages import present as page
from sayso.present.policies import POLICIES
from sayso.present.tables import SHEETS, coder_sheets, present
from sayso.read.tables import Columns

TEXT = """Shelling at Ostra
At least 30 soldiers were killed or wounded on 4 March, General Ada Voss, the army commander, told Norwire.
Three more are missing, Voss said, and twelve people died in the town.
Deaths rose by five; 40 cattle were killed, and the rebels deny that 90 people died."""


def make_story() -> Dossier:
    report = make_report("r1", "Norwire", TEXT, moment("2031-03-05"), url="=cmd|' /C calc'!A0")
    general = make_entity(
        "voss", "Ada Voss", EntityKind.PERSON, names=("Ada Voss", "Voss"), authority="state"
    )
    state = make_entity("state", "Republic of Vell", government=True)
    wire = make_entity("wire", "Norwire")
    told = make_statement(
        "s1",
        report,
        "At least 30 soldiers were killed or wounded on 4 March",
        ("voss",),
        source=report_span(report, "General Ada Voss, the army commander"),
        relays=(Relay("wire", report_span(report, "Norwire")),),
    )
    denied = make_statement("s2", report, "90 people died", ("rebels",), stance=Stance.DENIES)
    day = moment("2031-03-04")
    both = {"during": day, "extent": Extent.IN_PERIOD, "sources": ("voss",), "statement": "s1"}
    return replace(
        make_empty(),
        reports=(report,),
        entities=(general, state, wire, make_entity("rebels", "the rebels")),
        statements=(told, denied),
        figures=(
            make_figure("f1", report, "At least 30 soldiers", 30, None, measure="casualties", **both),
            make_figure("f2", report, "Three more", 3, 3, measure="missing", **both),
            make_figure("f3", report, "twelve people", 12, 12, sources=("voss",)),
            make_figure("f4", report, "five", 5, 5, change=Change.UP),
            make_figure("f5", report, "40 cattle", 40, 40, unit="thing"),
            make_figure("f6", report, "90 people", 90, 90, statement="s2"),
            make_figure("f7", report, "twelve people died", 42, None, derived_from=("f1", "f3")),
        ),
        tracks=(Track("t1", "casualties", None, None, ("f1",)), Track("t2", "killed", None, None, ("f3",))),
    )


def report_span(report: Any, text: str) -> Any:
    from tests.present.make import locate

    return locate(report, text)


def rows() -> dict[str, sheets.FigureLine]:
    return {line.figure: line for line in sheets.figures(make_story())}


def test_casualties_and_missing_never_fill_a_deaths_column() -> None:
    lines = rows()
    assert [lines["f1"].casualties_low, lines["f1"].casualties_high] == [30, None]
    assert lines["f1"].deaths_low is None
    assert lines["f2"].missing_low == 3
    assert lines["f2"].deaths_low is None
    assert [lines["f3"].deaths_low, lines["f3"].deaths_high] == [12, 12]


def test_changes_animals_and_what_is_denied_fill_no_deaths_column() -> None:
    lines = rows()
    assert [lines[key].deaths_low for key in ("f4", "f5", "f6")] == [None, None, None]
    assert lines["f6"].stance == "denies"


def test_a_part_fills_the_deaths_column_unless_it_is_denied() -> None:
    story = make_story()
    parts = tuple(replace(one, extent=Extent.PART) for one in story.figures if one.id in {"f3", "f6"})
    lines = {line.figure: line for line in sheets.figures(replace(story, figures=parts))}
    assert [lines[key].deaths_low for key in ("f3", "f6")] == [12, None]


def test_a_sum_by_sayso_has_no_row() -> None:
    assert "f7" not in rows()


def test_the_source_comes_with_office_authority_and_relay() -> None:
    line = rows()["f1"]
    assert line.source_original == "Ada Voss"
    assert line.source_office is not None
    assert "army commander" in line.source_office
    assert line.source_authority == "Republic of Vell"
    assert line.source_official is True
    assert line.source_side is None
    assert line.relays == "Norwire"
    assert line.during_to == "2031-03-04"
    assert line.quote.startswith("At least 30 soldiers")


def test_who_speaks_in_no_name_is_blank() -> None:
    line = rows()["f5"]
    assert line.source_original is None
    assert line.source_named is None
    assert line.origins_low is None


def test_a_track_of_casualties_has_no_deaths() -> None:
    by_id = {line.track: line for line in sheets.tracks(make_story(), POLICIES["lowest"])}
    assert by_id["t1"].deaths_low is None
    assert by_id["t2"].deaths_best == 12
    assert by_id["t2"].stated.startswith("12 (Ada Voss")


def test_formulas_stay_harmless_in_csv(tmp_path: Path) -> None:
    present(make_story(), tmp_path)
    with (tmp_path / "sheet_figures.csv").open(encoding="utf-8", newline="") as stream:
        assert {row["article_url"][:2] for row in csv.DictReader(stream)} == {"'="}


def test_columns_are_called_what_the_user_calls_them(tmp_path: Path) -> None:
    present(make_story(), tmp_path, names={"deaths_low": "fatalities", "figure": "id"})
    table = parquet.read_table(tmp_path / "sheet_figures.parquet")
    assert {"fatalities", "id"} <= set(table.column_names)
    assert "deaths_low" not in table.column_names
    assert "id" in parquet.read_table(tmp_path / "figures.parquet").column_names


def test_columns_do_not_depend_on_what_was_found() -> None:
    policy = POLICIES["lowest"]
    full, empty = coder_sheets(make_dossier(), policy), coder_sheets(make_empty(), policy)
    assert {name: table.schema for name, table in full.items()} == {
        name: table.schema for name, table in empty.items()
    }


def test_the_option_parts_columns_read_from_columns_written() -> None:
    assert columns_of(("text=body", "deaths_low=fatalities")) == (
        Columns(text="body"),
        {"deaths_low": "fatalities"},
    )
    read = {field.name for field in fields(Columns)}
    assert all(not read & {field.name for field in fields(record)} for record in SHEETS.values())


@pytest.mark.parametrize("pairs", [("nonsense=x",), ("deaths_low=",), ("deaths_low=low",)])
def test_names_that_cannot_be_are_misuse(pairs: tuple[str, ...]) -> None:
    with pytest.raises(UsageError, match="--column"):
        columns_of(pairs)


def test_the_page_documents_every_column_and_every_policy_in_order() -> None:
    page = (Path(__file__).parents[2] / "docs" / "sheets.md").read_text("utf-8")
    for name, record in SHEETS.items():
        part = page.split(f"## `{name}`")[1].split("\n## ")[0]
        documented = re.findall(r"^\| `(\w+)` \|", part, re.MULTILINE)
        assert documented == [field.name for field in fields(record)]
    told = re.findall(r"^\| `([\w-]+)` \|", page.split("## Policies")[1].split("\n## ")[0], re.MULTILINE)
    assert told == list(POLICIES)


def test_harm_to_people_comes_first() -> None:
    assert [line.measure for line in sheets.tracks(make_story(), POLICIES["lowest"])] == [
        "killed",
        "casualties",
    ]


def test_the_page_shows_the_set_before_what_the_policy_made_of_it() -> None:
    story = make_story()
    second = make_figure("f8", story.reports[0], "40 cattle", 14, None, sources=("voss",))
    track = Track("t2", "killed", None, None, ("f3", "f8"))
    html = page(replace(story, figures=(*story.figures, second), tracks=(track,)), POLICIES["latest"])
    said = html.index("Under the policy “latest”")
    assert html.index("twelve people died in the town") < said
    assert "low 12, best 12 (Ada Voss), high open" in html[said : said + 200]


@pytest.mark.parametrize(("written", "shown"), [("Norwire", "Norwire"), ("We", None)])
def test_a_source_known_by_its_words_is_given_by_them_but_for_pronouns(
    written: str, shown: str | None
) -> None:
    report = make_report("r1", "Norwire", f"{written} heard that twelve people died.", None)
    said = make_statement("s1", report, "twelve people died", source=report_span(report, written))
    figure = make_figure("f1", report, "twelve people", 12, 12, statement="s1")
    story = replace(make_empty(), reports=(report,), statements=(said,), figures=(figure,))
    assert [line.source_original for line in sheets.figures(story)] == [shown]
