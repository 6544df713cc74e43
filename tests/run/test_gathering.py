"""Gathering one by one gives what gathering all at once gives: in any order, with removals, across cuts of
large components."""

from collections.abc import Sequence
from itertools import product
from pathlib import Path
from random import Random

import pytest
from tests.relate.make import facts, report

from sayso.embed import embed
from sayso.gather.stories import gather
from sayso.model.report import Facts
from sayso.run import adding
from sayso.run.gathering import Gathering
from sayso.store import reports, stories
from sayso.store.database import Database

NOW = "2024-05-01T00:00:00Z"
SMALL, MOST = 4, 6
"""Reports in a component from which it is cut here, for 150 in earnest; and of which all pairs are weighed,
for 600."""

WORDS = ["".join(parts) for parts in product("bdfgklmnprst", "aeiou", "bdgklmnrst", "ae")][::5]
"""Words that the frozen table has never met, so that all weigh alike."""

DAYS = (None, "2020-01-01", "2020-01-20", "2020-09-01", "2023-06-01")
"""So near and so far apart that one heavy word more is needed, or two."""


def corpus(seed: int, count: int = 30) -> list[Facts]:
    """Reports that share words at all degrees of likeness: long chains with weak and strong edges, and
    loners."""
    random = Random(seed)
    near = random.choice((30, 60))
    found = []
    for number in range(count):
        start = random.randrange(len(WORDS) - near)
        said = random.sample(WORDS[start : start + near], random.randint(8, 14))
        text = f"The {' '.join(said)} was reported by crew {number}."
        found.append(facts(report(f"r{number:02}", text, random.choice(DAYS))))
    return found


def batch(found: Sequence[Facts], large: int = SMALL, most: int = MOST) -> set[tuple[str, ...]]:
    return {story.reports for story in gather(found, embed, large, most)}


def kept(database: Database) -> set[tuple[str, ...]]:
    handles = [row[0] for row in database.execute("SELECT handle FROM stories WHERE ended IS NULL")]
    return {tuple(report for report, _ in stories.members(database, one)) for one in handles}


def put(database: Database, gathering: Gathering, one: Facts) -> None:
    adding.add(database, gathering, adding.arrival(one, (), "made"), NOW)


def take(database: Database, gathering: Gathering, one: Facts) -> None:
    held = reports.held(database, one.report.id)
    assert held
    with database.transaction():
        gathering.leave(held.number, held.id, NOW)
        database.run("report_gone", number=held.number)


@pytest.fixture
def database(tmp_path: Path) -> Database:
    return Database(tmp_path / "desk.db", create=True)


@pytest.mark.parametrize("seed", range(12))
def test_any_order_any_batches_and_removals_give_the_stories_of_one_run(
    database: Database, seed: int
) -> None:
    random = Random(seed)
    left = corpus(seed)
    random.shuffle(left)
    gathering = Gathering(database, SMALL, MOST)
    there: list[Facts] = []
    while left:
        for _ in range(min(len(left), random.choice((1, 1, 3, 7)))):
            there.append(left.pop())
            put(database, gathering, there[-1])
        if random.random() < 0.5:
            gone = there.pop(random.randrange(len(there)))
            take(database, gathering, gone)
            if random.random() < 0.5:
                left.insert(0, gone)
        if random.random() < 0.8:
            gathering.settle(NOW)
            assert kept(database) == batch(there)
    gathering.settle(NOW)
    assert kept(database) == batch(there)
    assert len(batch(there)) > 1


def test_the_corpus_has_components_that_are_cut() -> None:
    assert any(batch(corpus(seed)) != batch(corpus(seed), 150) for seed in range(12))


def test_the_corpus_has_components_that_are_cut_by_days() -> None:
    assert any(batch(corpus(seed)) != batch(corpus(seed), most=150) for seed in range(12))


def test_a_second_process_sees_what_the_first_left(database: Database) -> None:
    found = corpus(3)
    for one in found[:12]:
        put(database, Gathering(database, SMALL, MOST), one)
    other = Database(database.path)
    for one in found[12:]:
        put(other, Gathering(other, SMALL, MOST), one)
    Gathering(database, SMALL, MOST).settle(NOW)
    assert kept(other) == batch(found)
    assert database.execute("PRAGMA foreign_key_check") == []


def test_a_story_keeps_its_handle_when_reports_come(database: Database) -> None:
    found = corpus(5)
    gathering = Gathering(database, SMALL, MOST)
    before: dict[str, int | None] = {}
    for one in found:
        put(database, gathering, one)
        gathering.settle(NOW)
        after = {known.report.id: stories.of_report(database, known.report.id) for known in found}
        moved = [id_ for id_, handle in before.items() if handle and handle != after[id_]]
        assert len(moved) < len(found) / 2
        before = after


def test_of_two_old_stories_the_one_with_most_reports_gives_its_handle() -> None:
    old = {4: ("a", "b"), 2: ("c",)}
    assert stories.inherited(old, [("a", "b", "c")]) == {("a", "b", "c"): 4}
    assert stories.inherited({1: ("a", "b")}, [("a",), ("b",)]) == {("a",): 1}
