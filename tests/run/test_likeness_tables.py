from collections.abc import Sequence
from pathlib import Path
from random import Random

import pytest
from tests.run.test_gathering import NOW, corpus, put, take

from sayso.run.gathering import Gathering
from sayso.run.likeness_tables import Tables
from sayso.store import graph, reports
from sayso.store.database import Database


def never(number: int, others: Sequence[int]) -> list[float]:
    raise AssertionError(number, others)


@pytest.mark.parametrize("seed", range(4))
def test_a_table_at_hand_is_the_one_that_is_read_anew(tmp_path: Path, seed: int) -> None:
    random = Random(seed)
    database = Database(tmp_path / "desk.db", create=True)
    gathering, tables = Gathering(database), Tables(database)
    left, there = corpus(seed), []
    while left:
        there.append(left.pop())
        put(database, gathering, there[-1])
        if random.random() < 0.3:
            gone = there.pop(random.randrange(len(there)))
            held = reports.held(database, gone.report.id)
            assert held
            take(database, gathering, gone)
            tables.drop(held.number)
        gathering.settle(NOW)
        for component in {graph.component(database, 0, number) for number in numbers(database)}:
            piece = 0, component
            own = [number for number, _ in graph.members(database, piece)]
            grown, read = (one.table(piece, own, never)[0] for one in (tables, Tables(database)))
            assert grown.tolist() == read.tolist()
            assert len(own) < 3 or grown.any()


def numbers(database: Database) -> list[int]:
    return [row[0] for row in database.execute("SELECT number FROM reports")]


def test_likenesses_come_out_of_the_database_as_they_went_in(tmp_path: Path) -> None:
    database = Database(tmp_path / "desk.db", create=True)
    gathering = Gathering(database)
    for one in corpus(1, 2):
        put(database, gathering, one)
    a, b = numbers(database)
    random = Random(5)
    for _ in range(300):
        score = round(random.uniform(-1, 2.6), 6)
        with database.transaction():
            database.execute("DELETE FROM likenesses")
            graph.put_likenesses(database, {(a, b): score}, edges=False)
        ((number, others, scores),) = graph.likenesses(database, [a, b])
        assert (number, others.tolist(), scores.tolist()) == (a, [b], [score])
        assert graph.likenesses_of(database, a) == [(b, score)]
        assert graph.likenesses_of(database, b) == [(a, score)]
