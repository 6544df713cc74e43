"""The log of changes on a real file."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from tests.compare import make

from sayso.model.change import ChangeKind
from sayso.model.dossier import Dossier
from sayso.run import noting
from sayso.run.desk import Desk
from sayso.store.dossiers import Related

Start = datetime(2024, 5, 6, tzinfo=UTC)


class Hourly:
    """A clock that gives one hour more each time."""

    def __init__(self) -> None:
        self.now = Start

    def __call__(self) -> datetime:
        self.now += timedelta(hours=1)
        return self.now


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with Desk(tmp_path / "desk.db", create=True, clock=Hourly()) as open_:
        yield open_


@pytest.fixture
def add(desk: Desk, tmp_path: Path) -> Callable[..., tuple[int, ...]]:
    def adding(**texts: str) -> tuple[int, ...]:
        for name, text in texts.items():
            (tmp_path / f"{name}.txt").write_text(text, "utf-8")
        return desk.add([str(tmp_path / f"{name}.txt") for name in texts]).stories

    return adding


def kinds(desk: Desk) -> list[str]:
    return [one.kind for one in desk.changes()]


def test_a_new_story_is_its_articles(desk: Desk, add: Callable[..., tuple[int, ...]]) -> None:
    add(monday=make.MONDAY)
    assert kinds(desk) == [ChangeKind.REPORT_NEW]
    add(monday=make.MONDAY)
    assert kinds(desk) == [ChangeKind.REPORT_NEW], "the same article again is no change"


def test_what_an_article_changes_is_in_the_log(desk: Desk, add: Callable[..., tuple[int, ...]]) -> None:
    add(monday=make.MONDAY)
    (first,) = desk.changes()
    add(tuesday=make.TUESDAY)
    moved = [one for one in desk.changes() if one.kind == ChangeKind.FIGURE_MOVED]
    assert [(one.story, one.text) for one in moved] == [(first.story, "killed: at least 2 → 5")]
    assert moved[0].shown["lines"][0]["mark"] == "-"
    assert moved[0].at > first.at
    assert desk.changes(since=Start + timedelta(days=9)) == ()
    assert desk.changes(story=99) == ()


def test_a_revision_is_an_edit(desk: Desk, add: Callable[..., tuple[int, ...]]) -> None:
    add(monday=make.MONDAY)
    add(monday=make.MONDAY.replace("At least two people", "Three people"))
    assert kinds(desk) == [ChangeKind.REPORT_NEW, ChangeKind.REPORT_EDITED]


def test_a_bookmark_keeps_what_was_read(desk: Desk, add: Callable[..., tuple[int, ...]]) -> None:
    add(monday=make.MONDAY)
    desk.mark_read(desk.unread_changes())
    assert desk.unread_changes() == ()
    add(tuesday=make.TUESDAY)
    assert {one.kind for one in desk.unread_changes()} >= {ChangeKind.FIGURE_MOVED, ChangeKind.REPORT_NEW}
    desk.mark_read(())
    assert desk.unread_changes()


def related(desk: Desk, story: int, old: Dossier | None, new: Dossier) -> None:
    with desk.database.transaction():
        noting.note(desk.database, Related(story, old, new, b"", {}, "2024-05-07T00:00:00Z"))


def test_articles_that_come_from_another_story_are_not_new(
    desk: Desk, add: Callable[..., tuple[int, ...]]
) -> None:
    (story,) = add(monday=make.MONDAY, tuesday=make.TUESDAY)
    whole = desk.dossier(story)
    desk.database.execute("INSERT INTO stories (handle, id, began) VALUES (77, 'x', '2024')")
    before = len(desk.changes())
    related(desk, 77, None, whole)
    told = desk.changes()[before:]
    assert [(one.kind, one.text) for one in told] == [
        (ChangeKind.STORY_JOINED, f"2 articles from story {story}")
    ]


def test_articles_that_went_to_another_story_are_not_gone(
    desk: Desk, add: Callable[..., tuple[int, ...]]
) -> None:
    (story,) = add(monday=make.MONDAY, tuesday=make.TUESDAY)
    desk.database.execute("INSERT INTO stories (handle, id, began) VALUES (77, 'x', '2024')")
    desk.database.execute("UPDATE story_reports SET story = 77 WHERE report = ?", (report(desk, "tuesday"),))
    before = len(desk.changes())
    related(desk, story, desk.dossier(story), make.before())
    told = desk.changes()[before:]
    assert [(one.kind, one.text) for one in told] == [(ChangeKind.STORY_SPLIT, "1 article to story 77")]


def report(desk: Desk, name: str) -> str:
    (row,) = desk.database.execute("SELECT id FROM reports WHERE name = ?", (f"{name}.txt",))
    return str(row["id"])


def test_what_quotes_a_removed_report_is_removed_with_it(
    desk: Desk, add: Callable[..., tuple[int, ...]]
) -> None:
    (story,) = add(monday=make.MONDAY)
    add(tuesday=make.TUESDAY)
    whole = desk.dossier(story)
    gone = report(desk, "tuesday")
    assert any("five" in str(one.shown) for one in desk.changes())
    with desk.database.transaction():
        for table in ("mentions", "statements", "figures", "times", "derivations", "reports"):
            column = "id" if table == "reports" else "report"
            desk.database.execute(f"DELETE FROM {table} WHERE {column} = ?", (gone,))
    left = desk.changes()
    assert [one.kind for one in left] == [ChangeKind.REPORT_NEW]
    related(desk, story, whole, replace(make.before(), title="Monday alone"))
    assert desk.changes() == left, "a removed report's headline does not come back as an article that is gone"
