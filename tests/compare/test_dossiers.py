from collections.abc import Sequence
from dataclasses import replace
from importlib.resources import files
from itertools import combinations
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.compare import make

from sayso import api
from sayso.model.change import Change, ChangeKind
from sayso.model.codec import to_plain
from sayso.model.dossier import Dossier
from sayso.model.relation import ConflictType

FERRY = files("sayso").joinpath("examples", "ferry")
NAMES = sorted(one.name for one in FERRY.iterdir() if one.name.endswith(".txt") and one.name[0].isdigit())


def ferry(names: Sequence[str]) -> Dossier:
    return make.dossier(*((name, FERRY.joinpath(name).read_text("utf-8")) for name in sorted(names)))


def of(kind: ChangeKind, found: tuple[Change, ...]) -> list[Change]:
    return [one for one in found if one.kind is kind]


def test_a_dossier_against_itself_has_no_changes() -> None:
    for one in (make.before(), make.after(), ferry(NAMES)):
        assert api.changes(one, one) == ()
        assert api.changes(one, replace(one, title="Another title")) == ()


def test_without_an_earlier_state_each_article_is_new_and_nothing_else() -> None:
    found = api.changes(None, ferry(NAMES))
    assert set(make.kinds(found)) == {ChangeKind.REPORT_NEW}
    assert sorted(one.about for one in found) == sorted(one.id for one in ferry(NAMES).reports)


def test_a_toll_that_moved_is_told_once_with_both_sentences() -> None:
    found = api.changes(make.before(), make.after())
    (moved,) = of(ChangeKind.FIGURE_MOVED, found)
    assert make.told(make.before(), make.after())[ChangeKind.FIGURE_MOVED] == "killed: at least 2 → 5"
    assert found[0] == moved
    later = {one.id: one for one in make.after().reports}
    assert [later[one].name for one in moved.reports] == ["tuesday.txt"]
    claims = [one.after[0].id for one in of(ChangeKind.CLAIM_NEW, found)]
    assert not {ref.id for ref in moved.after} & set(claims)


def test_a_denial_that_came_is_told_with_what_it_denies() -> None:
    (denial,) = of(ChangeKind.DENIAL, api.changes(make.before(), make.after()))
    assert denial.now == ConflictType.DENIAL
    assert len(denial.after) == 2


def test_a_denial_made_again_is_none() -> None:
    again = make.TUESDAY.replace("5, 2019 (The Orvelle Herald)", "5, 2019 (Marsh Radio)")
    later = make.dossier(("monday.txt", make.MONDAY), ("tuesday.txt", make.TUESDAY), ("radio.txt", again))
    assert ChangeKind.DENIAL not in make.kinds(api.changes(make.after(), later))


def test_an_older_count_that_comes_in_late_moves_nothing() -> None:
    tuesday = make.dossier(("tuesday.txt", make.TUESDAY))
    assert ChangeKind.FIGURE_MOVED not in make.kinds(api.changes(tuesday, make.after()))


def test_an_article_that_goes_takes_its_facts_with_it() -> None:
    found = api.changes(make.after(), make.before())
    assert of(ChangeKind.REPORT_GONE, found)
    assert ChangeKind.FIGURE_MOVED not in make.kinds(found)
    settled = of(ChangeKind.CONFLICT_SETTLED, found)
    assert [one.was for one in settled] == [ConflictType.DENIAL]


def test_an_edit_is_one_change_and_tells_its_facts() -> None:
    found = api.changes(make.before(), make.edited("At least two people were", "Three people were"))
    assert make.kinds(found) == [ChangeKind.REPORT_EDITED]


def test_two_articles_under_one_file_name_are_no_edit() -> None:
    other = make.TUESDAY.replace("Orvelle", "Brannock").replace("mill", "school")
    found = api.changes(make.before(), make.dossier(("monday.txt", other)))
    assert ChangeKind.REPORT_EDITED not in make.kinds(found)
    assert {ChangeKind.REPORT_NEW, ChangeKind.REPORT_GONE} <= set(make.kinds(found))


def test_another_file_name_for_the_same_text_is_no_change() -> None:
    assert api.changes(make.before(), make.dossier(("lundi.txt", make.MONDAY))) == ()


def test_a_claim_that_only_grew_is_the_same_claim() -> None:
    copy = make.MONDAY.replace("(Kestrel News)", "(Marsh Radio)")
    later = make.dossier(("monday.txt", make.MONDAY), ("a-copy.txt", copy))
    found = api.changes(make.before(), later)
    assert not {ChangeKind.CLAIM_NEW, ChangeKind.CLAIM_GONE, ChangeKind.ORIGIN_GAINED} & set(
        make.kinds(found)
    )


def test_the_ferry_tells_first_what_a_desk_must_know() -> None:
    earlier, later = ferry(NAMES[:-2]), ferry(NAMES)
    told = make.told(earlier, later)
    assert told[ChangeKind.FIGURE_MOVED] in {
        "people killed: at least 34 → 41 → 43",
        "people missing: 32 → 26 → 24",
    }
    assert told[ChangeKind.SOURCE_NAMED] == "Operator is Naviera Talcamar"
    assert ChangeKind.ORIGIN_LOST not in told, "who is given another's number was in doubt before"
    assert ChangeKind.LEAD_FOUND not in told, "an article of the 16th is not what others credited on the 13th"
    first = [one.kind for one in api.changes(earlier, later)[:3]]
    assert first == [ChangeKind.FIGURE_MOVED, ChangeKind.FIGURE_MOVED, ChangeKind.SOURCE_NAMED]


def test_a_copy_of_an_article_that_was_there_puts_nobody_in_doubt() -> None:
    copy = next(name for name in NAMES if "newsloom" in name)
    earlier = ferry([name for name in NAMES[:-2] if name != copy])
    found = api.changes(earlier, ferry(NAMES[:-2]))
    assert not of(ChangeKind.ORIGIN_LOST, found)
    assert not of(ChangeKind.SUPPORT_CHANGED, found)


@pytest.mark.parametrize("taken", list(combinations(range(len(NAMES)), 2))[::5])
def test_each_added_article_is_told_once_and_every_change_has_a_cause(taken: tuple[int, int]) -> None:
    earlier = ferry([name for place, name in enumerate(NAMES) if place not in taken])
    later = ferry(NAMES)
    found = api.changes(earlier, later)
    new = {one.id for one in later.reports} - {one.id for one in earlier.reports}
    assert {one.about for one in of(ChangeKind.REPORT_NEW, found)} == new
    assert all(one.reports and set(one.reports) <= new for one in found)
    assert len({one.id for one in found}) == len(found)
    assert [one.weight for one in found] == sorted((one.weight for one in found), reverse=True)


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.randoms(use_true_random=False))
def test_the_order_of_lists_does_not_count(chance: Random) -> None:
    def shuffled(one: Dossier) -> Dossier:
        return replace(
            one,
            reports=tuple(chance.sample(one.reports, len(one.reports))),
            entities=tuple(chance.sample(one.entities, len(one.entities))),
            statements=tuple(chance.sample(one.statements, len(one.statements))),
            figures=tuple(chance.sample(one.figures, len(one.figures))),
            claims=tuple(chance.sample(one.claims, len(one.claims))),
            conflicts=tuple(chance.sample(one.conflicts, len(one.conflicts))),
        )

    earlier, later = ferry(NAMES[:-2]), ferry(NAMES)
    assert to_plain(api.changes(shuffled(earlier), shuffled(later))) == to_plain(api.changes(earlier, later))


def test_references_that_lead_nowhere_are_no_error() -> None:
    later = ferry(NAMES)
    broken = replace(later, statements=(), figures=(), entities=(), reports=later.reports[:3])
    for earlier, state in ((later, broken), (broken, later), (broken, broken)):
        make.told(earlier, state)
