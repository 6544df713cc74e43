"""The desk on a real file: the same bytes as a run without a database, however articles came in."""

import io
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

import sayso
from sayso import kept
from sayso.clean.report import clean
from sayso.errors import NoSuchInput, UsageError
from sayso.lexicon.house import House
from sayso.model.choices import Choices
from sayso.model.codec import to_json
from sayso.model.dossier import MadeWith
from sayso.model.report import Facts, Received, Report
from sayso.run import adding, direct, stages
from sayso.run.desk import Desk
from sayso.run.gathering import Gathering
from sayso.store import database as layer
from sayso.store import reports, stories
from sayso.store.database import Database
from sayso.store.dossiers import Related

FLOOD = (
    "The lower dam at Aske failed on 3 May 2024, killing nine people, Mirela Kovar said. "
    "Kovar, the mayor of Aske, said on Saturday that the Aske valley was flooded and 40 houses were lost."
)
AGAIN = (
    "Nine people were killed when the lower dam at Aske failed, the mayor, Mirela Kovar, said on Saturday. "
    "The Aske valley is flooded and 40 houses are lost, Kovar said."
)
THIRD = (
    "Eleven people were killed when the lower dam at Aske failed, the rescue service said on Sunday. "
    "The mayor of Aske, Mirela Kovar, said 40 houses in the Aske valley were flooded."
)
WINE = (
    "The vintners of Torvik expect a poor harvest this year after frost in April, Odran Feeley said. "
    "Feeley, who heads the Torvik vintners, said that one vine in three had been lost to the frost."
)
TEXTS = {"a": FLOOD, "b": AGAIN, "c": WINE, "d": THIRD}


class Ticking:
    """A clock that gives one minute more each time."""

    def __init__(self) -> None:
        self.now = datetime(2024, 5, 6, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.now += timedelta(minutes=1)
        return self.now


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with Desk(tmp_path / "desk.db", create=True, clock=Ticking()) as open_:
        yield open_


@pytest.fixture
def folder(tmp_path: Path) -> Callable[..., Path]:
    def made(**texts: str) -> Path:
        place = tmp_path / "articles"
        place.mkdir(exist_ok=True)
        for name, text in texts.items():
            (place / f"{name}.txt").write_text(text, "utf-8")
        return place

    return made


def received(name: str, text: str, url: str | None = None, published: str | None = None) -> Received:
    return Received(name=url or name, raw=text.encode(), text=text, url=url, published=published)


def shown(desk: Desk) -> set[str]:
    return {to_json(desk.dossier(row.handle)) for row in desk.stories()}


def at_once(*inputs: Path) -> set[str]:
    return {to_json(dossier) for dossier in direct.run([str(one) for one in inputs]).dossiers}


@pytest.mark.parametrize("order", [("a", "b", "c", "d"), ("d", "c", "b", "a"), ("c", "a", "d", "b")])
def test_one_by_one_in_any_order_gives_the_bytes_of_one_run(
    desk: Desk, folder: Callable[..., Path], order: tuple[str, ...]
) -> None:
    place = folder(**TEXTS)
    for name in order:
        desk.add([str(place / f"{name}.txt")])
    assert shown(desk) == at_once(place)


def test_all_at_once_gives_the_same_and_a_second_time_nothing(
    desk: Desk, folder: Callable[..., Path]
) -> None:
    place = folder(**TEXTS, empty="  \n")
    added = desk.add([str(place)])
    assert (len(added.new), added.known, added.changed) == (4, (), ())
    assert [one.name for one in added.problems] == ["empty.txt"]
    assert shown(desk) == at_once(place)
    again = desk.add([str(place)])
    assert (again.new, len(again.known), again.stories) == ((), 4, ())


def test_the_only_story_shows_what_could_not_be_read(desk: Desk, folder: Callable[..., Path]) -> None:
    place = folder(a=FLOOD, b=" ", c="Kiraa.")
    desk.add([str(place)])
    assert shown(desk) == at_once(place)


def test_only_the_story_that_an_article_touches_is_related(desk: Desk) -> None:
    heard: list[Related] = []
    desk.add_received([received("a", FLOOD), received("c", WINE)])
    with Desk(desk.database.path, hooks=[lambda _, related: heard.append(related)]) as other:
        added = other.add_received([received("b", AGAIN)])
    (told,) = heard
    assert added.stories == (told.story,)
    assert told.old is not None
    assert (len(told.old.reports), len(told.new.reports)) == (1, 2)
    assert set(told.claims) == {claim.id for claim in told.new.claims}


def test_a_hook_that_fails_leaves_the_story_to_be_related_again(desk: Desk) -> None:
    def fail(_: Database, __: Related) -> None:
        raise UsageError("no")

    with Desk(desk.database.path, hooks=[fail]) as other, pytest.raises(UsageError):
        other.add_received([received("a", FLOOD)])
    assert desk.stories() == ()
    assert desk.settle() == (1,)
    assert len(desk.stories()) == 1


def test_a_changed_text_under_one_url_is_a_revision_and_only_the_newest_counts(desk: Desk) -> None:
    url = "https://news.example/dam"
    desk.add_received([received("", FLOOD, url), received("", AGAIN)])
    added = desk.add_received([received("", FLOOD.replace("nine", "eleven"), url)])
    assert added.changed == (url,)
    first, second = desk.revisions(url)
    assert (first.current, second.current) == (False, True)
    assert first.seen < second.seen
    (row,) = desk.stories()
    assert row.reports == 2
    assert "eleven" in to_json(desk.dossier(row.handle))
    assert "killing nine" not in to_json(desk.dossier(row.handle))


def test_a_story_of_one_article_goes_on_when_that_changes(desk: Desk) -> None:
    heard: list[Related] = []
    url = "https://news.example/dam"
    with Desk(desk.database.path, hooks=[lambda _, related: heard.append(related)]) as other:
        for text in (FLOOD, FLOOD.replace("nine", "eleven"), WINE):
            other.add_received([received("", text, url)])
    assert {one.story for one in heard} == {1}
    assert [one.old is not None for one in heard] == [False, True, True]
    assert [row.handle for row in desk.stories()] == [1]


def test_a_revision_that_says_it_is_older_stays_in_the_past(desk: Desk) -> None:
    url = "https://news.example/dam"
    desk.add_received([received("", THIRD, url, "2024-05-09")])
    desk.add_received([received("", AGAIN, url, "2024-05-06")])
    assert [one.dated for one in desk.revisions(url) if one.current] == ["2024-05-09"]


def test_a_text_that_came_back_is_the_newest_again(desk: Desk) -> None:
    url = "https://news.example/dam"
    for text in (FLOOD, THIRD, FLOOD):
        desk.add_received([received("", text, url)])
    assert [one.current for one in desk.revisions(url)] == [False, True]
    assert "Eleven" not in to_json(desk.dossier(desk.stories()[0].handle))


def test_a_file_of_the_same_name_is_a_revision_only_if_its_text_is_alike(desk: Desk) -> None:
    desk.add_received([received("one.txt", FLOOD)])
    assert desk.add_received([received("one.txt", WINE)]).new == ("one.txt",)
    assert desk.add_received([received("one.txt", FLOOD.replace("40", "43"))]).changed == ("one.txt",)
    assert [one.current for one in desk.revisions("one.txt")] == [False, True, True]


def test_what_is_settled_of_names_holds_from_then_on(desk: Desk, folder: Callable[..., Path]) -> None:
    place = folder(a=FLOOD, b=AGAIN)
    desk.add([str(place)])
    choices = Choices(sides=(("Aske", "Mirela Kovar"),))
    desk.settle_choices(choices)
    assert desk.add([str(place)]).stories == (1,)
    assert shown(desk) == {to_json(one) for one in direct.run([str(place)], choices=choices).dossiers}


def test_vague_numbers_are_settled_with_the_first_articles_only(desk: Desk) -> None:
    house = House((("plurals", "dozens", (12, 12)),))
    desk.settle_choices(house=house)
    desk.add_received([received("a", "Dozens of people were killed at Aske, the mayor, Mirela Kovar, said.")])
    (figure,) = desk.dossier(1).figures
    assert (figure.low, figure.high) == (12, 12)
    desk.settle_choices(house=house)
    with pytest.raises(UsageError, match="first add"):
        desk.settle_choices(house=House())


def test_later_articles_are_left_out_and_named(desk: Desk) -> None:
    item = received("a", FLOOD, None, "2024-05-09")
    added = desk.add_received([item], until=date(2024, 5, 7))
    assert (added.new, [one.rule for one in added.problems]) == ((), ["after-until"])
    assert desk.add_received([item]).new == ("a",)


def test_standard_input_is_pasted_articles(desk: Desk) -> None:
    pasted = io.BytesIO(f"{FLOOD}\n---\n{WINE}\n".encode())
    assert len(desk.add(["-"], stdin=pasted).new) == 2


def test_a_handle_that_is_none_says_so(desk: Desk) -> None:
    with pytest.raises(NoSuchInput, match="no story 7"):
        desk.dossier(7)


def test_the_python_api_opens_a_desk(tmp_path: Path) -> None:
    with sayso.open(tmp_path / "new.db") as desk:
        assert desk.stories() == ()
    with pytest.raises(UsageError, match="no input"), sayso.open(tmp_path / "new.db") as desk:
        desk.add([])


def test_claims_keep_their_handles(desk: Desk) -> None:
    heard: list[Related] = []
    with Desk(desk.database.path, hooks=[lambda _, related: heard.append(related)]) as other:
        other.add_received([received("a", FLOOD)])
        other.add_received([received("b", AGAIN)])
    before, after = heard
    member = {one.id: claim.id for claim in after.new.claims for one in claim.members}
    for claim in before.new.claims:
        new = {member[one.id] for one in claim.members if one.id in member}
        assert not new or before.claims[claim.id] in {after.claims[one] for one in new}


def test_why_finds_by_number_words_and_id(desk: Desk) -> None:
    desk.add_received([received("a", FLOOD), received("b", AGAIN), received("c", WINE)])
    for wanted in ("40", "valley flooded", "Torvik harvest"):
        (answer,) = desk.why(wanted)
        assert answer.claims
        assert answer.story in {1, 2}
    claim = desk.dossier(1).claims[0]
    assert desk.why(claim.id[:8])[0].claims == (claim,)
    assert desk.why("unicorns") == ()
    with pytest.raises(UsageError):
        desk.why(" ")


def test_forgetting_leaves_what_never_having_it_leaves(desk: Desk, tmp_path: Path) -> None:
    desk.add_received([received("a", FLOOD), received("b", AGAIN), received("c", WINE)])
    gone = desk.forget("b")
    assert ([one.name for one in gone.reports], len(gone.stories)) == (["b"], 1)
    with Desk(tmp_path / "never.db", create=True) as never:
        never.add_received([received("a", FLOOD), received("c", WINE)])
        assert shown(desk) == shown(never)
    alone = next(row for row in desk.stories() if "Torvik" in to_json(desk.dossier(row.handle)))
    desk.forget("c")
    with pytest.raises(NoSuchInput, match="were removed"):
        desk.dossier(alone.handle)
    with pytest.raises(NoSuchInput, match="no article c"):
        desk.forget("c")
    assert desk.add_received([received("c", WINE)]).new == ("c",)


def test_forgetting_reads_no_other_article_again_and_keeps_nothing_of_the_one(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.add_received([received("a", FLOOD), received("b", AGAIN), received("d", THIRD)])
    (gone,) = (one for one in desk.dossier(1).reports if one.name == "b")
    settled = kept.settled(Facts(gone, (), (), (), (), (), (), ()))
    monkeypatch.delattr(reports, "facts_of")  # who reads it again finds that it is gone
    desk.forget("b")
    assert kept.kept(settled) is None


def test_the_beginning_of_an_id_is_enough_to_forget(desk: Desk) -> None:
    desk.add_received([received("a", FLOOD)])
    (one,) = desk.revisions("a")
    with pytest.raises(NoSuchInput):
        desk.forget(one.id[:3])
    assert desk.meant(one.id[:7]) == (one,)
    desk.forget(one.id[:7])
    assert desk.stories() == ()


def test_what_another_version_made_is_made_anew_and_only_that(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as older:
        older.setattr(stages, "made_with", lambda: MadeWith("0.0.1", "pipe", "words"))
        desk.add_received([received("a", FLOOD), received("c", WINE)])
    handles = {row.handle: row.id for row in desk.stories()}
    before = shown(desk)
    made = desk.refresh()
    assert (len(made.changed), made.stories) == (2, (1, 2))
    assert {row.handle: row.id for row in desk.stories()} == handles
    assert shown(desk).isdisjoint(before)
    assert desk.refresh().changed == ()


def test_of_two_stories_that_become_one_the_smaller_says_where_it_went(desk: Desk) -> None:
    desk.add_received([received("a", FLOOD), received("w", WINE)])
    desk.add_received([received("b", AGAIN)])
    with desk.database.transaction():
        ids = sorted(one.id for name in ("a", "b", "w") for one in desk.revisions(name))
        stories.regroup(desk.database, [tuple(ids)], "2024-05-07T00:00:00Z")
    desk.settle()
    (row,) = desk.stories()
    assert row.reports == 3
    (other,) = {1, 2} - {row.handle}
    with pytest.raises(NoSuchInput, match=f"went to story {row.handle}"):
        desk.dossier(other)


def test_two_facts_with_one_id_do_not_stop_an_add(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = stages.facts

    def doubled(reports: Iterable[Report]) -> Iterator[Facts]:
        for facts in whole(reports):
            again = tuple(replace(one, who="others") for one in facts.figures)
            yield replace(facts, figures=(*facts.figures, *again))

    monkeypatch.setattr(stages, "facts", doubled)
    desk.add_received([received("a", FLOOD)])
    rows = desk.database.execute("SELECT who FROM figures")
    assert rows
    assert "others" not in {row[0] for row in rows}


def test_names_that_are_no_text_do_no_harm(desk: Desk) -> None:
    odd = "caf\udce9'; DROP TABLE reports; --.txt"
    items = [
        received(odd, FLOOD),
        received("", AGAIN, "https://news.example/\ud800"),
        received("n\x00", THIRD),
    ]
    added = desk.add_received([*items, received("\ud800empty", " ")])
    assert len(added.new) == 3
    assert len(desk.add_received(items).known) == 3
    assert to_json(desk.dossier(desk.stories()[0].handle)).encode("utf-8")
    assert desk.why('"* OR %') == ()
    assert len(desk.forget(odd).reports) == 1


def test_a_file_of_the_first_shape_goes_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "old.db"
    first = layer.migrations()[:1]
    with monkeypatch.context() as older:
        older.setattr(layer, "migrations", lambda: first)
        old = Database(path, create=True)
        found = stages.facts(report for name in "ac" if (report := clean(received(name, TEXTS[name])).report))
        for facts in found:
            adding.add(old, Gathering(old), adding.arrival(facts, (), "made"), "2024-05-01T00:00:00Z")
        old.close()
    with Desk(path) as desk, Desk(tmp_path / "new.db", create=True) as new:
        desk.add_received([received("b", AGAIN)])
        new.add_received([received(name, TEXTS[name]) for name in "abc"])
        assert shown(desk) == shown(new)
        assert desk.database.execute("PRAGMA user_version")[0][0] == len(layer.migrations())
