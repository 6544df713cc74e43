from dataclasses import replace
from typing import Any

import pytest
from tests.present.make import make_empty, make_entity, make_figure, make_report, make_statement, moment

from sayso.model.relation import About, Conflict, ConflictType, Ref, RefKind, Track, When
from sayso.model.report import Change, Extent, Figure, Stance
from sayso.present.estimates import Estimate, estimate
from sayso.present.index import Index
from sayso.present.policies import POLICIES, Policy

TEXT = "\n".join(f"The flood at Osk killed {n} people." for n in range(100))
REPORT = make_report("r1", "Osk Courier", TEXT, None)
PEOPLE = (
    make_entity("mayor", "Eno Rask", authority="state"),
    make_entity("state", "Republic of Vell", government=True, side="state"),
    make_entity("clinic", "Osk clinic"),
    make_entity("rebels", "the rebels", side="rebels"),
)
DENIED = make_statement("s1", REPORT, "The flood at Osk killed 99 people.", ("clinic",), stance=Stance.DENIES)


def told(key: str, low: float | None, high: float | None, day: int | None = None, **more: Any) -> Figure:
    as_of = moment(f"2031-03-{day:02}") if day else None
    return make_figure(key, REPORT, f"{int(key[1:])} people", low, high, **{"as_of": as_of, **more})


def conflict(a: str, b: str, type_: ConflictType) -> Conflict:
    ends = Ref(RefKind.FIGURE, a), Ref(RefKind.FIGURE, b)
    return Conflict(f"{a}{b}", type_, About.FACT, When.LATER, *ends, "compared")


def made(*figures: Figure, policy: str | Policy = "lowest", conflicts: tuple[Conflict, ...] = ()) -> Estimate:
    track = Track("t1", "killed", None, None, tuple(one.id for one in figures))
    dossier = replace(
        make_empty(),
        reports=(REPORT,),
        entities=PEOPLE,
        statements=(DENIED,),
        figures=figures,
        tracks=(track,),
        conflicts=conflicts,
    )
    return estimate(Index(dossier), track, POLICIES[policy] if isinstance(policy, str) else policy)


def best(result: Estimate) -> str | None:
    return result.best.figure.id if result.best else None


def reasons(result: Estimate) -> dict[str, str]:
    return {one.figure.id: one.why for one in result.left_out}


def test_open_ends_stay_open() -> None:
    result = made(told("f1", 9, 9, sources=("clinic",)), told("f2", 12, None, sources=("mayor",)))
    assert (result.low, result.high) == (9, None)
    result = made(told("f1", None, 8, sources=("clinic",)), told("f2", 12, 12, sources=("mayor",)))
    assert (result.low, result.high) == (None, 12)


def test_an_open_end_below_a_higher_number_leaves_that_the_highest() -> None:
    result = made(told("f1", 9, None, sources=("clinic",)), told("f2", 12, 12, sources=("mayor",)))
    assert (result.low, result.high) == (9, 12)


def test_parts_periods_changes_denials_and_sums_are_never_taken() -> None:
    result = made(
        told("f1", 2, 2, extent=Extent.PART),
        told("f2", 3, 3, extent=Extent.IN_PERIOD),
        told("f3", 4, 4, change=Change.UP),
        told("f4", 5, 5, statement="s1"),
        told("f5", 60, 60, derived_from=("f1", "f2")),
        told("f6", 20, 20),
    )
    assert (result.low, result.high, best(result)) == (20, 20, "f6")
    assert {one.id for one in result.stated} == {"f1", "f2", "f3", "f4", "f6"}
    assert set(reasons(result)) == {"f1", "f2", "f3", "f4"}


def test_the_earlier_number_of_an_update_does_not_stand() -> None:
    moved = (conflict("f2", "f3", ConflictType.UPDATE),)
    figures = told("f1", 9, 9, 2), told("f2", 17, 17, 3), told("f3", 23, 23, 4), told("f4", 9, 9)
    result = made(*figures, conflicts=moved)
    assert (result.low, result.high) == (23, 23)
    assert "later count" in reasons(result)["f1"]
    assert "undated" in reasons(result)["f4"]


def test_a_number_that_comes_back_after_the_update_stands() -> None:
    figures = told("f2", 17, 17, 3), told("f3", 23, 23, 4), told("f4", 17, 17, 6)
    result = made(*figures, conflicts=(conflict("f2", "f3", ConflictType.UPDATE),))
    assert (result.low, result.high) == (17, 23)
    assert set(reasons(result)) == {"f2"}


def test_a_rival_and_another_side_are_not_overtaken() -> None:
    moved = conflict("f2", "f3", ConflictType.UPDATE)
    grown = told("f2", 17, 17, 3, sources=("mayor",)), told("f3", 23, 23, 4, sources=("mayor",))
    other = made(told("f1", 4, 4, 2, sources=("rebels",)), *grown, conflicts=(moved,))
    assert other.low == 4
    rival = conflict("f1", "f2", ConflictType.FIGURE)
    clinic = told("f1", 4, 4, 2, sources=("clinic",))
    assert made(clinic, *grown, conflicts=(moved, rival)).low == 4
    assert made(clinic, *grown, conflicts=(moved,)).low == 23


def test_a_vague_word_bounds_nothing_beside_a_number_it_may_mean() -> None:
    counted = told("f2", 41, 41, sources=("mayor",))
    dozens = told("f1", 24, 99, vague=True, sources=("clinic",))
    assert (made(dozens, counted).low, made(dozens, counted).high) == (41, 41)
    hundreds = told("f1", 100, 999, vague=True, sources=("clinic",))
    assert (made(hundreds, counted).low, made(hundreds, counted).high) == (41, 999)


def test_what_nobody_gives_stands_only_by_itself() -> None:
    told_by_outlet, given = told("f1", 9, 9), told("f2", 12, 12, sources=("clinic",))
    assert made(told_by_outlet, given).low == 12
    assert made(told_by_outlet).low == 9


def test_nothing_stated_gives_no_number() -> None:
    result = made(told("f5", 60, 60, derived_from=("f1", "f2")))
    assert (result.low, result.high, result.best) == (None, None, None)
    assert result.why == "no stated figure stands"


@pytest.mark.parametrize(
    ("policy", "taken"),
    [("lowest", "f1"), ("latest", "f3"), ("latest-official", "f2"), ("most-origins", None)],
)
def test_each_policy_takes_its_own(policy: str, taken: str | None) -> None:
    result = made(
        told("f1", 9, 9, 2, sources=("clinic",)),
        told("f2", 12, 12, 3, sources=("mayor",)),
        told("f3", 14, 14, 4, sources=("clinic",)),
        policy=policy,
    )
    assert best(result) == taken
    assert (result.low, result.high, result.policy) == (9, 14, policy)


def test_a_policy_can_be_replaced() -> None:
    highest = Policy("highest", "the highest", lambda standing: max(standing, key=lambda one: one.most))
    assert best(made(told("f1", 9, 9), told("f2", 12, 12), policy=highest)) == "f2"
