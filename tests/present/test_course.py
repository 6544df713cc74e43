"""The line of the first screen on how the toll rose."""

import io
from dataclasses import replace
from typing import Any

import pytest
from rich.console import Console
from tests.present.make import make_empty, make_entity, make_figure, make_report, moment

from sayso.model.dossier import Dossier
from sayso.model.relation import About, Conflict, ConflictType, Ref, RefKind, Track, When
from sayso.model.report import Moment, Precision
from sayso.present import course, panels
from sayso.present.index import Index
from sayso.present.pages import present as page
from sayso.present.terminal import present as terminal

POLICE = make_entity("police", "Lunde police")

Told = tuple[str, int, Moment | None, bool]
"""An outlet, the number that it gives, when, and whether it names the police."""


def at(hour: str, day: str = "2024-05-03") -> Moment:
    return moment(f"{day}T{hour}", precision=Precision.MINUTE)


def story(*told: Told, conflict: ConflictType | None = None, **more: Any) -> Dossier:
    reports = [
        make_report(f"r{place}", outlet, f"{outlet} on the fire\nIt left {number} people dead.", when)
        for place, (outlet, number, when, _) in enumerate(told)
    ]
    figures = [
        make_figure(
            f"f{place}", report, f"{number} people", number, number, track="t", sources=("police",) * named
        )
        for place, (report, (_, number, _, named)) in enumerate(zip(reports, told, strict=True))
    ]
    track = Track("t", "killed", None, None, tuple(one.id for one in figures), "people")
    first, last = (Ref(RefKind.FIGURE, one.id) for one in (figures[0], figures[-1]))
    apart = (
        Conflict("k", conflict, About.FACT, When.SAME, first, last, "said in the test") if conflict else None
    )
    return replace(
        make_empty(),
        reports=tuple(reports),
        entities=(POLICE,),
        figures=tuple(figures),
        tracks=(track,),
        conflicts=(apart,) if apart else (),
        **more,
    )


RISING = (
    ("Alder Post", 5, at("08:00"), True),
    ("Birch Wire", 7, at("11:30"), False),
    ("Cedar Times", 9, at("16:00"), False),
)


def row(dossier: Dossier) -> list[str] | None:
    found = course.view(Index(dossier))
    return [value.text for value in found.row.values] if found else None


def test_a_toll_that_only_rose_is_told_with_who_says_it_and_when() -> None:
    assert row(story(*RISING)) == [
        "5 (Lunde police, 3 May, 08:00)",
        "7 (Birch Wire, 11:30)",
        "9 (Cedar Times, 16:00, the latest)",
    ]


def test_it_stands_in_the_terminal_and_on_the_page_without_a_script() -> None:
    stream = io.StringIO()
    Console(file=stream, width=80).print(terminal(story(*RISING)))
    assert "MOVED" in stream.getvalue()
    assert "the latest" in stream.getvalue()
    html = page(story(*RISING))
    assert "9 (Cedar Times, 16:00, the latest)" in html.split("<script")[0]
    assert 'href="#t-t"' in html
    assert 'id="t-t"' in html


def test_a_number_without_a_date_or_an_hour_has_no_place_on_the_line() -> None:
    undated = story(*RISING, ("Dune Radio", 8, None, True))
    assert (row(undated) or [])[-1] == "9 (Cedar Times, 16:00, the latest; no date: 8, Lunde police)"
    unsaid = story(*RISING, ("Dune Radio", 8, None, False))
    assert (row(unsaid) or [])[-1] == "9 (Cedar Times, 16:00, the latest)"
    hourless = story(("Alder Post", 5, moment("2024-05-03"), False), *RISING[1:])
    assert (row(hourless) or [])[-1].endswith("the latest; no hour given: 5, Alder Post)")
    assert (
        row(story(*((name, number, moment("2024-05-03"), True) for name, number, _, _ in RISING[:1]))) is None
    )


@pytest.mark.parametrize(
    "dossier",
    [
        story(*RISING, conflict=ConflictType.FIGURE),
        story(*RISING, ("Dune Radio", 8, at("20:00"), True)),
        story(*RISING, ("Dune Radio", 60, at("20:00"), True)),
        story(("Alder Post", 9, at("08:00"), True), ("Birch Wire", 9, at("11:30"), True)),
        story(*RISING[:2], ("Cedar Times", 9, at("16:00", "2025-01-03"), False)),
        make_empty(),
    ],
    ids=["disputed", "lower since", "a party far off", "the same", "months later", "nothing"],
)
def test_no_line_is_drawn_where_the_toll_did_not_plainly_rise(dossier: Dossier) -> None:
    found = row(dossier)
    assert found is None or "9 (" not in found[-1]


def test_what_it_tells_is_not_told_again_as_movement() -> None:
    html = page(story(*RISING, conflict=ConflictType.UPDATE))
    assert html.count("the latest)") == 1
    assert row(story(*RISING[::-1], conflict=ConflictType.UPDATE)) is None


def test_what_moved_is_told_with_the_dead_first() -> None:
    told = story(*RISING, conflict=ConflictType.UPDATE)
    first, last = (
        make_figure(f"b{n}", told.reports[n], "people", 40 + n, 40 + n, measure="aboard") for n in (0, 2)
    )
    ends = Ref(RefKind.FIGURE, first.id), Ref(RefKind.FIGURE, last.id)
    moved = Conflict("b", ConflictType.UPDATE, About.FACT, When.LATER, *ends, "said in the test")
    dead = [replace(one, track=None) for one in told.figures]
    whole = replace(told, figures=(first, last, *dead), tracks=(), conflicts=(moved, *told.conflicts))
    (panel,) = [one for one in panels.view(Index(whole)) if one.name == "Moved"]
    assert [row.values[0].text for row in panel.rows] == ["5", "40"]
