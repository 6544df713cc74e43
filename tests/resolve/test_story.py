from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.extract.facts_of import facts_of
from tests.resolve.story_of import story, story_of

import sayso
from sayso.model.report import Facts, StatementKind
from sayso.resolve.story import resolve

FERRY = tuple(
    facts_of(path.read_text("utf-8"), None, path.name)
    for path in sorted(Path(sayso.__file__).parent.glob("examples/ferry/*.txt"))[:4]
)


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.permutations(FERRY))
def test_a_real_story_comes_out_the_same_in_any_order(order: list[Facts]) -> None:
    assert resolve(story(FERRY), order) == resolve(story(FERRY), FERRY)


def test_reports_leave_in_order_of_id() -> None:
    found = story_of("Mirela Kovar said so.", "Odran Feeley said so.", "Arvo Brenn said so.")
    ids = [report.id for report in found.reports]
    assert ids == sorted(ids)


def test_facts_carry_the_ids_of_the_storys_entities() -> None:
    found = story_of("President Arvo Brenn said the dam had failed.", "Arvo Brenn said it was safe.")
    speakers = {
        one.sources
        for facts in found.facts
        for one in facts.statements
        if one.kind is not StatementKind.NARRATED
    }
    assert len(speakers) == 1


def test_spans_and_texts_are_left_as_they_were() -> None:
    facts = facts_of("President Arvo Brenn said the dam had failed.")
    (resolved,) = resolve(story((facts,)), (facts,)).facts
    assert [(one.id, one.start, one.text) for one in resolved.statements] == [
        (one.id, one.start, one.text) for one in facts.statements
    ]
