import io
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

import sayso
from sayso import api
from sayso.errors import UsageError
from sayso.model.codec import to_json
from sayso.model.report import Figure, Mention, Stage, Statement, TimeExpression
from sayso.run import stages
from sayso.run.direct import Progress, run

EXAMPLES = Path(sayso.__file__).parent / "examples"
FLOOD = (
    "The lower dam at Aske failed on 3 May 2024, killing nine people, Mirela Kovar said. "
    "Kovar, the mayor of Aske, said on Saturday that the Aske valley was flooded and 40 houses were lost."
)
AGAIN = (
    "Nine people were killed when the lower dam at Aske failed, the mayor, Mirela Kovar, said on Saturday. "
    "The Aske valley is flooded and 40 houses are lost, Kovar said."
)
WINE = (
    "The vintners of Torvik expect a poor harvest this year after frost in April, Odran Feeley said. "
    "Feeley, who heads the Torvik vintners, said that one vine in three had been lost to the frost."
)

Folder = Callable[..., str]


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    def made(**texts: str) -> str:
        for name, text in texts.items():
            (tmp_path / f"{name}.txt").write_text(text, "utf-8")
        return str(tmp_path)

    return made


def test_reports_of_one_story_make_one_dossier(folder: Folder) -> None:
    result = run([folder(a=FLOOD, b=AGAIN)])
    (dossier,) = result.dossiers
    assert {report.name for report in dossier.reports} == {"a.txt", "b.txt"}


def test_reports_of_two_stories_make_two_dossiers_largest_first(folder: Folder) -> None:
    result = run([folder(a=FLOOD, b=AGAIN, c=WINE)])
    assert [len(dossier.reports) for dossier in result.dossiers] == [2, 1]


def test_reports_of_two_stories_are_one_where_the_user_says_so(folder: Folder) -> None:
    (dossier,) = run([folder(a=FLOOD, b=AGAIN, c=WINE)], one_story=True).dossiers
    assert len(dossier.reports) == 3


def test_what_is_one_story_anyway_gives_the_same_bytes_when_the_user_says_so(folder: Folder) -> None:
    place = folder(a=FLOOD, b=AGAIN)
    assert run([place], one_story=True).dossiers == run([place]).dossiers


def test_no_report_is_no_story_even_where_all_are_to_be_one(folder: Folder) -> None:
    assert run([folder()], one_story=True).dossiers == ()


def test_the_same_input_gives_the_same_bytes_in_any_order(folder: Folder) -> None:
    place = Path(folder(a=FLOOD, b=AGAIN, c=WINE))
    paths = [str(path) for path in sorted(place.iterdir())]
    there = [to_json(dossier) for dossier in run(paths).dossiers]
    back = [to_json(dossier) for dossier in run(paths[::-1]).dossiers]
    assert there == back


def test_a_report_given_twice_is_one(folder: Folder) -> None:
    place = folder(a=FLOOD)
    (dossier,) = run([place, f"{place}/a.txt"]).dossiers
    assert len(dossier.reports) == 1


def test_until_leaves_out_later_reports_and_says_so(folder: Folder) -> None:
    dated = "Published: 6 May 2024\n\n" + FLOOD
    later = "Published: 9 May 2024\n\n" + AGAIN
    result = run([folder(a=dated, b=later, c=FLOOD)], until=date(2024, 5, 7))
    names = {report.name for dossier in result.dossiers for report in dossier.reports}
    told = [*result.problems, *(one for dossier in result.dossiers for one in dossier.problems)]
    assert names == {"a.txt", "c.txt"}
    assert ("b.txt", "after-until") in {(one.name, one.rule) for one in told}


def test_what_cannot_be_read_is_a_problem_and_stops_nothing(folder: Folder) -> None:
    place = folder(a=FLOOD, b="  \n")
    (dossier,) = run([place, f"{place}/nowhere.txt"]).dossiers
    told = {(one.name, one.stage) for one in dossier.problems}
    assert len(dossier.reports) == 1
    assert {("b.txt", Stage.READ), ("nowhere.txt", Stage.READ)} <= told


def test_nothing_usable_gives_no_dossier_but_the_reason(folder: Folder) -> None:
    result = run([folder(b=" ")])
    assert result.dossiers == ()
    assert "empty" in {problem.rule for problem in result.problems}


def test_a_report_in_a_language_without_a_lexicon_is_told_and_the_others_are_read(folder: Folder) -> None:
    french = (
        "Le barrage de Aske a cédé vendredi soir et neuf personnes sont mortes, a dit la mairie de la ville. "
        * 3
    )
    alone = run([folder(a=french)])
    assert alone.dossiers == ()
    assert "no-lexicon" in {one.rule for one in alone.problems}
    result = run([folder(a=french, b=FLOOD)])
    assert len(result.dossiers[0].reports) == 1
    assert "no-lexicon" in {one.rule for one in result.dossiers[0].problems}


def test_standard_input_is_read_as_pasted_articles() -> None:
    result = run(["-"], stdin=io.BytesIO(f"{FLOOD}\n---\n{AGAIN}\n".encode()))
    assert sum(len(dossier.reports) for dossier in result.dossiers) == 2


def heard_by(heard: dict[str, int]) -> Progress:
    def tell(stage: str, done: int, total: int) -> None:
        assert 0 <= done < total
        heard[stage] = total

    return tell


def test_progress_is_told_stage_by_stage(folder: Folder) -> None:
    heard: dict[str, int] = {}
    run([folder(a=FLOOD)], progress=heard_by(heard))
    assert list(heard) == ["reading", "cleaning", "extracting", "relating"]


def test_the_python_api_gives_the_largest_story_or_a_reason(folder: Folder) -> None:
    assert len(api.dossier([folder(a=FLOOD, b=AGAIN)]).reports) == 2
    with pytest.raises(UsageError, match="no input"):
        api.dossiers([])
    with pytest.raises(UsageError):
        api.dossier([folder(a=" ", b="\n")])


@pytest.mark.parametrize("example", ["ferry", "flood", "factory"])
def test_every_span_of_an_example_dossier_holds(example: str) -> None:
    dossier = api.dossier([str(EXAMPLES / example)])
    texts = {report.id: report.text for report in dossier.reports}
    facts: list[Statement | Figure | TimeExpression | Mention] = [
        *dossier.statements,
        *dossier.figures,
        *dossier.times,
        *dossier.mentions,
    ]
    assert facts
    assert all(texts[one.report][one.start : one.end] == one.text for one in facts)
    assert len({one.id for one in facts}) == len(facts)


def test_made_with_names_the_versions() -> None:
    made = stages.made_with()
    assert made.sayso == sayso.__version__
    assert made == replace(made)
    assert made.pipeline.startswith("en_core_web_sm")
    assert len(made.lexicon) == 12
