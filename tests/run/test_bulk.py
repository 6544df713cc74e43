"""A bulk run gives what a run in this process gives, whatever dies on the way."""

import json
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import ClassVar

import pyarrow as pa
import pytest
from pyarrow import csv, parquet

import sayso
from sayso.errors import MissingExtra, SaysoError
from sayso.model.ids import content_id
from sayso.present import corpus
from sayso.run import bulk, direct, engine, waves
from sayso.run.engine import Engine, Work, WorkerLost
from sayso.run.outcome import Outcome
from sayso.run.workers import Settings

EXAMPLES = Path(sayso.__file__).parent / "examples"
FLOOD = (
    "The lower dam at Aske failed on 3 May 2024, killing nine people, Mirela Kovar said. "
    "Kovar, the mayor of Aske, said on Saturday that the Aske valley was flooded and 40 houses were lost."
)
WINE = (
    "The vintners of Torvik expect a poor harvest this year after frost in April, Odran Feeley said. "
    "Feeley, who heads the Torvik vintners, said that one vine in three had been lost to the frost."
)
MINE = "Four miners were rescued at Brandvik, Ole Hauge, the owner of the mine, said on 7 June 2024."
DEADLY = "The word quenchfire stops the process that reads it."

Lines = dict[str, list[bytes]]


class Here:
    """Carries work out in this process; a piece that holds a deadly text kills it."""

    def __init__(self) -> None:
        self.pieces = 0

    def run(self, start: Callable[[], Work], pieces: Sequence[bytes]) -> Iterator[tuple[int, bytes]]:
        work = start()
        for number, piece in enumerate(pieces):
            if b"quenchfire" in piece:
                raise WorkerLost("gone")
            self.pieces += 1
            yield number, work(piece)


class Broken:
    """An engine that can do nothing."""

    def run(self, start: Callable[[], Work], pieces: Sequence[bytes]) -> Iterator[tuple[int, bytes]]:
        raise WorkerLost("no memory")


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    place = tmp_path / "in"
    place.mkdir()
    for name, text in {"flood": FLOOD, "wine": WINE, "mine": MINE, "empty": ""}.items():
        (place / f"{name}.txt").write_text(text, "utf-8")
    return place


def run(source: Path | str, out: Path, runner: engine.Runner | None = None) -> Outcome:
    return bulk.bulk(str(source), out, runner or Here(), Settings())


def written(out: Path) -> Lines:
    """The rows of every table, each as JSON, sorted."""
    return {
        name: sorted(
            json.dumps(row, sort_keys=True).encode()
            for part in sorted(out.glob(f"{name}/date=*/part.parquet"))
            for row in parquet.read_table(part, partitioning=None).to_pylist()
        )
        for name in corpus.schemas()
    }


def in_process(source: Path | str) -> Lines:
    """The same of a run in this process."""
    result = direct.run([str(source)])
    rows: dict[str, list[dict[str, object]]] = {name: [] for name in corpus.schemas()}
    for dossier in result.dossiers:
        for name, own in corpus.rows(content_id("story", dossier.reports[0].id), dossier).items():
            rows[name] += own
    if len(result.dossiers) != 1:
        rows["problems"] += corpus.loose(result.problems)
    return {
        name: sorted(
            json.dumps(row, sort_keys=True).encode()
            for row in pa.Table.from_pylist(own, schema=corpus.schemas()[name]).to_pylist()
        )
        for name, own in rows.items()
    }


def test_it_gives_what_a_run_in_this_process_gives(tmp_path: Path) -> None:
    outcome = run(EXAMPLES, tmp_path)
    assert outcome.stories == 3
    assert written(tmp_path) == in_process(EXAMPLES)


def test_what_could_not_be_read_is_a_row(texts: Path, tmp_path: Path) -> None:
    outcome = run(texts, tmp_path / "out")
    assert {one.rule for one in outcome.problems} == {"empty"}
    assert written(tmp_path / "out") == in_process(texts)


def test_what_belongs_to_no_story_stands_in_the_only_one(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(FLOOD, "utf-8")
    (tmp_path / "b.pdf").write_bytes(b"%PDF-1.4 nothing")
    run(tmp_path / "*.*", tmp_path / "out")
    assert written(tmp_path / "out") == in_process(tmp_path / "*.*")


@pytest.mark.parametrize("form", ["jsonl", "csv", "parquet", "json"])
def test_tables_are_read_record_by_record(form: str, tmp_path: Path) -> None:
    rows = [
        {"text": FLOOD, "date": "2024-05-04"},
        {"text": WINE, "date": "2024-06-01"},
        {"text": FLOOD, "date": ""},
    ]
    path = tmp_path / f"table.{form}"
    if form == "jsonl":
        path.write_text("\n".join([*map(json.dumps, rows), "{broken"]), "utf-8")
    elif form == "json":
        path.write_text(json.dumps(rows), "utf-8")
    else:
        write = csv.write_csv if form == "csv" else parquet.write_table
        write(pa.Table.from_pylist(rows), path)
    run(path, tmp_path / "out")
    found = written(tmp_path / "out")
    assert found == in_process(path)
    assert len(found["reports"]) == 3
    assert {one.name for one in (tmp_path / "out" / "reports").iterdir()} == {
        "date=2024-05", "date=2024-06", "date=unknown"
    } - ({"date=unknown"} if len(found["stories"]) == 2 else set()) | {"date=unknown"}  # fmt: skip


def test_what_is_finished_is_not_done_again(texts: Path, tmp_path: Path) -> None:
    run(texts, tmp_path / "out")
    again = Here()
    outcome = run(texts, tmp_path / "out", again)
    assert (again.pieces, outcome.written) == (0, 0)
    assert outcome.kept > 0


def test_a_run_that_was_stopped_goes_on_where_it_was(tmp_path: Path) -> None:
    class Stopped(Here):
        def run(self, start: Callable[[], Work], pieces: Sequence[bytes]) -> Iterator[tuple[int, bytes]]:
            yield next(super().run(start, pieces))
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run(EXAMPLES, tmp_path, Stopped())
    whole, rest = Here(), Here()
    run(EXAMPLES, tmp_path / "whole", whole)
    run(EXAMPLES, tmp_path, rest)
    assert rest.pieces == whole.pieces - 1
    assert written(tmp_path) == written(tmp_path / "whole")


def test_the_largest_pieces_are_handed_out_first(tmp_path: Path) -> None:
    class Noted(Here):
        sizes: ClassVar[list[list[int]]] = []

        def run(self, start: Callable[[], Work], pieces: Sequence[bytes]) -> Iterator[tuple[int, bytes]]:
            self.sizes.append([len(piece) for piece in pieces])
            return super().run(start, pieces)

    run(EXAMPLES, tmp_path, Noted())
    assert [len(own) > 1 for own in Noted.sizes] == [True, True]
    assert all(own == sorted(own, reverse=True) for own in Noted.sizes)


def test_waves_of_any_size_give_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[tuple[str, int, int]] = []
    monkeypatch.setattr(waves, "SIZE", 1)
    bulk.bulk(str(EXAMPLES), tmp_path, Here(), Settings(), lambda *step: told.append(step))
    assert written(tmp_path) == in_process(EXAMPLES)
    for stage in ("reading", "relating"):
        steps = [(done, total) for name, done, total in told if name == stage]
        assert steps[-1][0] == steps[-1][1]
        assert [done for done, _ in steps] == sorted(done for done, _ in steps)


def test_months_that_are_gone_from_the_input_go_from_the_tables(texts: Path, tmp_path: Path) -> None:
    dated = "Published: 9 May 2024\n\n" + FLOOD
    (texts / "flood.txt").write_text(dated, "utf-8")
    run(texts, tmp_path / "out")
    assert (tmp_path / "out" / "figures" / "date=2024-05").exists()
    (texts / "flood.txt").unlink()
    run(texts, tmp_path / "out")
    assert written(tmp_path / "out") == in_process(texts)


def test_a_report_that_kills_its_process_is_set_aside_and_named(texts: Path, tmp_path: Path) -> None:
    expected = in_process(texts)
    (texts / "deadly.txt").write_text(DEADLY, "utf-8")
    outcome = run(texts, tmp_path / "out")
    assert [one.name for one in outcome.problems if one.rule == "killed"] == ["deadly.txt"]
    found = written(tmp_path / "out")
    assert found["statements"] == expected["statements"]
    again = Here()
    assert run(texts, tmp_path / "out", again).problems == outcome.problems
    assert again.pieces == 0


def test_an_engine_that_can_do_nothing_is_an_error(texts: Path, tmp_path: Path) -> None:
    for number in range(9):
        (texts / f"{number}.txt").write_text(f"{number} people died, Ines Dahl said.", "utf-8")
    with pytest.raises(SaysoError, match="no memory"):
        run(texts, tmp_path / "out", Broken())


def test_a_fault_in_a_rule_is_a_row(texts: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from sayso.run import stages

    def faulty(story: object, found: Sequence[object], *rest: object) -> object:
        raise IndexError

    monkeypatch.setattr(stages, "dossier", faulty)
    outcome = run(texts, tmp_path / "out")
    assert not written(tmp_path / "out")["statements"]
    assert sum(b'"failed"' in row for row in written(tmp_path / "out")["problems"]) == outcome.reports


def test_a_missing_engine_is_named_with_its_command(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "daft", None)
    with pytest.raises(MissingExtra, match=r"pip install 'sayso\[bulk\]'"):
        Engine()
