"""The tables hold the rows of the dossier after each writing, though only what changed is written."""

from pathlib import Path
from random import Random

import pytest

from sayso.run.desk import Desk
from sayso.store import facts
from sayso.store.database import Database
from sayso.store.difference import State, difference
from sayso.store.dossiers import Related

EXAMPLES = Path(__file__).parents[2] / "src/sayso/examples"


def same_rows(database: Database, related: Related) -> None:
    """A hook: each table has just the rows that a dossier gives."""
    state = State(related.new, related.claims)
    for table in facts.TABLES:
        held = facts._stored(database, table, related.story)
        assert held == set(facts._rows(table, state)), table


@pytest.mark.parametrize("seed", [1, 2])
def test_rows_follow_their_dossier_whatever_comes_and_goes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    random, found = Random(seed), []

    def told(database: Database, story: int, old: State, new: State) -> tuple[State, State] | None:
        found.append(difference(database, story, old, new))
        return found[-1]

    monkeypatch.setattr(facts, "difference", told)
    paths = [*sorted((EXAMPLES / "flood").glob("*.txt")), *sorted((EXAMPLES / "ferry").glob("*.txt"))[:3]]
    random.shuffle(paths)
    there: list[Path] = []
    with Desk(tmp_path / "desk.db", create=True, hooks=[same_rows]) as desk:
        for path in paths:
            desk.add([str(path)])
            there.append(path)
            if random.random() < 0.3:
                gone = there.pop(random.randrange(len(there)))
                desk.forget(gone.name)
                if random.random() < 0.5:
                    desk.add([str(gone)])
        edited = tmp_path / there[0].name
        edited.write_text(there[0].read_text("utf-8").replace(" said", " claimed"), "utf-8")
        desk.add([str(edited)])
    assert sum(one is not None for one in found) >= 3
    assert any(one is None for one in found)


def test_rows_that_were_taken_away_are_written_again(tmp_path: Path) -> None:
    paths = [str(path) for path in sorted((EXAMPLES / "flood").glob("*.txt"))[:4]]
    with Desk(tmp_path / "desk.db", create=True, hooks=[same_rows]) as desk:
        desk.add(paths[:3])
        (row,) = desk.stories()
        report = desk.dossier(row.handle).statements[0].report
        with desk.database.transaction():
            facts.withdraw(desk.database, row.handle, [report])
        desk.add(paths[3:])
