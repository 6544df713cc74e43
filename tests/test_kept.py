"""What is kept of a report spares work and changes no byte."""

import gc
import random
from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.golden.cases import EXAMPLES
from tests.golden.test_order import facts
from tests.relate import make

from sayso import kept
from sayso.model.choices import NONE, Choices
from sayso.model.codec import to_json
from sayso.model.ids import content_id
from sayso.model.relation import Ref, RefKind, Resolved, Story
from sayso.model.report import Facts, Mention
from sayso.relate.matching.units import units
from sayso.relate.view import viewed
from sayso.run import stages


@pytest.fixture(autouse=True)
def _nothing_kept() -> Iterator[None]:
    kept.forget()
    yield
    kept.forget()


def told(*, mention: str = "Duro", name: str = "Duro") -> Resolved:
    """Two sentences of one report, each a statement, the second about somebody."""
    text = "The mill in Lunde closed. Ana Duro ordered it."
    report = make.report("a.txt", text)
    first, second = (0, 25), (26, len(text))
    found = Facts(
        report,
        (first, second),
        (),
        (),
        (Mention("m1", report.id, 26, 34, "Ana Duro", make.eid(mention)),),
        (),
        tuple(make.statement(report, text[start:end]) for start, end in (first, second)),
        (),
    )
    entities = tuple(replace(make.entity(one), name=name) for one in ("Duro", "Maro"))
    return Resolved(Story("s", (report.id,), ()), (found,), entities)


def places(resolved: Resolved) -> list[dict[object, object]]:
    """Where what is found in each statement is kept, in order of their places."""
    index = viewed(resolved).index
    ordered = sorted(index.statements.values(), key=lambda one: one.start)
    return [index.told_by(Ref(RefKind.STATEMENT, one.id)) for one in ordered]


def test_what_is_no_longer_kept_is_gone_at_once() -> None:
    gc.collect()
    gc.disable()
    try:
        places(told())
        kept.forget()
        assert not any(isinstance(one, kept.Standing) for one in gc.get_objects())
    finally:
        gc.enable()


def test_a_report_as_it_was_keeps_what_was_found_in_it() -> None:
    before = places(told())
    assert all(one is other for one, other in zip(places(told()), before, strict=True))


def test_what_names_an_entity_that_is_called_otherwise_is_found_anew_and_the_rest_is_kept() -> None:
    mill, order = places(told())
    same, other = places(told(name="Ana Duro"))
    assert same is mill
    assert other is not order


def test_an_entity_that_gets_another_id_is_that_in_what_was_kept() -> None:
    some = (units(viewed(told(mention=one)).index) for one in ("Duro", "Maro"))
    found, renamed = (max(one, key=lambda unit: unit.span) for one in some)
    assert found.entities == (make.eid("Duro"),)
    assert renamed.entities == (make.eid("Maro"),)
    assert renamed.own is found.own


def test_what_is_found_in_one_report_is_found_once() -> None:
    asked = []

    @kept.of_report
    def length(one: Facts) -> int:
        asked.append(one.report.id)
        return len(one.report.text)

    (item,) = told().facts
    assert length(item) == length(item) == len(item.report.text)
    assert len(asked) == 2
    one = kept.settled(item)
    assert length(one) == length(kept.settled(replace(item)))
    assert len(asked) == 3


def test_what_is_found_in_two_reports_is_found_anew_when_one_has_other_words() -> None:
    asked = []

    @kept.of_two
    def both(one: Facts, other: Facts) -> int:
        asked.append(one.report.id)
        return len(one.report.text) + len(other.report.text)

    (item,) = told().facts
    other = replace(item, report=make.report("b.txt", "The mill reopened."))
    for _ in range(2):
        both(kept.settled(item), kept.settled(other))
    assert len(asked) == 1
    both(kept.settled(item), kept.settled(replace(other, sentences=())))
    assert len(asked) == 2


def test_no_more_reports_are_kept_than_may_be(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "REPORTS", 2)
    (item,) = told().facts
    names = ["a.txt", "b.txt", "c.txt"]
    items = [kept.settled(replace(item, report=make.report(name, item.report.text))) for name in names]
    assert [kept.kept(one) is not None for one in items] == [False, True, True]


@settings(max_examples=5, deadline=None)
@given(st.sampled_from(EXAMPLES), st.randoms(use_true_random=False), st.sampled_from([3, kept.REPORTS]))
def test_a_story_that_grows_and_shrinks_has_the_bytes_of_one_related_afresh(
    case: str, chance: random.Random, reports: int
) -> None:
    """Also where users settle in between what somebody is called, and who is one."""
    steps = []
    for _ in range(3):
        found = chance.sample(facts(case), chance.randint(2, len(facts(case))))
        names = sorted({name for item in found for one in item.entities for name in one.names})
        one, other, third = chance.sample(names, 3)
        settled = Choices(shown=((one, "Ana Duro"),), same=((other, third),))
        steps += [(found, chance.choice([NONE, settled]))]
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(kept, "REPORTS", reports)
        one_by_one = [dossier(*step) for step in steps]
    for step, made in zip(steps, one_by_one, strict=True):
        kept.forget()
        assert dossier(*step) == made


def dossier(found: list[Facts], choices: Choices) -> str:
    ids = tuple(sorted(one.report.id for one in found))
    story = Story(content_id("story", ids[0]), ids, ())
    return to_json(stages.dossier(story, found, stages.made_with(), (), choices))
