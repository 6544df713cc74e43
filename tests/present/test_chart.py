from dataclasses import replace
from typing import Any

from tests.present.make import by, make_dossier, make_figure, make_report, moment

from sayso.model.dossier import Dossier
from sayso.model.relation import About, Conflict, ConflictType, Ref, RefKind, Track, When
from sayso.model.report import Extent, Figure
from sayso.present import chart
from sayso.present.chart import day_of
from sayso.present.index import Index
from sayso.present.pages import view
from sayso.present.views.figures import Chart, Count

TEXT = """Toll at the quarry
Nine died, the mayor said. Some say 9 died. Eleven died, the union said.
In all 30 were hurt, 12 of them children, and 5 on Monday alone.
About 9 died."""


def drawn(*figures: Figure, conflicts: tuple[Conflict, ...] = ()) -> Chart | None:
    """The chart of figures that form one track."""
    full = make_dossier()
    text = make_report("q1", "Quarry Post", TEXT, moment("2031-05-02"))
    other = make_report("q2", "Other Post", TEXT, None)
    track = Track("tq", "killed", None, None, tuple(figure.id for figure in figures))
    story: Dossier = replace(
        full,
        reports=(text, other),
        figures=figures,
        tracks=(track,),
        conflicts=conflicts,
        statements=(),
        claims=(),
    )
    return chart.view(Index(story), "t-tq", "Killed", figures)


def figure(key: str, text: str, low: float | None, high: float | None, **more: Any) -> Figure:
    return make_figure(key, make_report("q1", "Quarry Post", TEXT, None), text, low, high, **more)


def conflict(key: str, kind: ConflictType, a: str, b: str, time: When = When.SAME) -> Conflict:
    return Conflict(key, kind, About.FACT, time, Ref(RefKind.FIGURE, a), Ref(RefKind.FIGURE, b), "compared")


def test_days_count_from_the_start_of_a_day_or_to_its_end() -> None:
    first = day_of("2031-05-01")
    assert first is not None
    assert day_of("2031-05-01", end=True) == first + 1
    assert day_of("2031-05-01T12:00", end=True) == first + 0.5
    assert day_of("2031") == day_of("2031-01-01")
    assert day_of("") is None
    assert day_of("2031-02-31") is None


def test_an_undated_figure_stands_in_the_column_of_its_article_and_open_ends_are_open() -> None:
    made = view(make_dossier()).tracks[0].chart
    assert made is not None
    assert [mark.column for mark in made.marks] == [None, None, None, None, 0, None]
    assert [column.note for column in made.columns] == ["no date"]
    assert (made.marks[3].low, made.marks[3].high) == (11, None)
    assert made.marks[1].first is None
    assert made.marks[1].last is not None


def test_sums_and_parts_are_told_apart_from_what_is_stated() -> None:
    people, houses = (track.chart for track in view(make_dossier()).tracks[:2])
    assert people is not None
    assert houses is not None
    assert people.marks[5].count is Count.SUM
    assert people.marks[5].label.endswith("(sum)")
    assert [(mark.count, mark.whole) for mark in houses.marks[1:]] == [(Count.STATED, None), (Count.PART, 1)]


def test_movement_is_a_line_and_dispute_a_mark_apart() -> None:
    made = view(make_dossier()).tracks[0].chart
    assert made is not None
    assert [(move.start, move.end, move.same) for move in made.moves] == [(0, 1, True), (2, 3, True)]
    assert made.marks[0].apart == (3,)
    assert made.marks[1].apart == made.marks[1].timing == (4,)
    assert made.marks[2].apart == ()


def test_one_mark_stands_for_figures_alike_of_one_side_and_day() -> None:
    day = by("2031-05-02")
    alike = (figure("f1", "Nine died", 9, 9, as_of=day), figure("f2", "9 died", 9, 9, as_of=day))
    made = drawn(*alike, figure("f3", "Eleven died", 11, 11, as_of=day))
    assert made is not None
    assert [mark.rows for mark in made.marks] == [("f-f1", "f-f2"), ("f-f3",)]


def test_a_hedged_number_is_no_mark_with_the_plain_one() -> None:
    made = drawn(figure("f1", "Nine died", 9, 9), figure("f4", "About 9", 9, 9, approximate=True))
    assert made is not None
    assert [mark.label for mark in made.marks] == ["9", "about 9"]


def test_a_count_of_one_period_stands_off_the_line() -> None:
    during = moment("2031-04-28")
    made = drawn(
        figure("f5", "30", 30, 30, as_of=by("2031-05-02")),
        figure("f6", "5", 5, 5, extent=Extent.IN_PERIOD, during=during, as_of=during),
        figure("f7", "12", 12, 12, extent=Extent.CUMULATIVE, as_of=by("2031-05-02")),
    )
    assert made is not None
    assert [mark.count for mark in made.marks] == [Count.STATED, Count.PERIOD, Count.STATED]
    assert made.moves == ()


def test_what_is_given_once_needs_no_chart() -> None:
    assert drawn(figure("f1", "Nine died", 9, 9)) is None
    assert drawn(figure("f1", "Nine died", 9, 9), figure("f2", "9 died", 9, 9)) is None
    assert drawn(figure("f1", "Nine died", -9, -9), figure("f3", "Eleven died", 11, 11)) is None


def test_an_update_comes_from_the_nearest_figure_only() -> None:
    first = figure("f1", "Nine died", 9, 9, as_of=by("2031-05-01"))
    second = figure("f3", "Eleven died", 11, 11, as_of=by("2031-05-02"))
    third = figure("f5", "30", 30, 30, as_of=by("2031-05-03"))
    moved = tuple(
        conflict(f"k{n}", ConflictType.UPDATE, a.id, b.id, When.LATER)
        for n, (a, b) in enumerate(((first, second), (first, third), (second, third)))
    )
    made = drawn(first, second, third, conflicts=moved)
    assert made is not None
    assert [(move.start, move.end, move.same) for move in made.moves] == [(0, 1, False), (1, 2, False)]


def test_far_apart_numbers_get_powers_of_ten() -> None:
    made = drawn(figure("f1", "Nine died", 9, 9), figure("f5", "30", 3000, 3000))
    assert made is not None
    assert made.logarithmic


def test_parts_and_counts_of_one_period_do_not_stretch_the_scale() -> None:
    whole = figure("f5", "30", 12000, 12000)
    made = drawn(
        whole, figure("f7", "12", 11000, 11000), figure("f6", "5", 3, 3, part_of="f5", extent=Extent.PART)
    )
    assert made is not None
    assert not made.logarithmic


def test_no_line_leads_back_in_time() -> None:
    early = figure("f1", "Nine died", 9, 9, as_of=by("2031-05-01"))
    late = figure("f3", "Eleven died", 11, 11, as_of=by("2031-05-02"))
    made = drawn(early, late, conflicts=(conflict("k1", ConflictType.UPDATE, "f3", "f1", When.LATER),))
    assert made is not None
    assert made.moves == ()


def test_a_vague_number_is_named_by_its_words_less_what_it_counts() -> None:
    made = drawn(figure("f1", "Nine died", 3, 9, vague=True, who="died"), figure("f3", "Eleven died", 11, 11))
    assert made is not None
    assert made.marks[0].label == "Nine"
    assert made.marks[0].vague
