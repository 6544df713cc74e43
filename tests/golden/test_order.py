"""The same reports give the same bytes: in any order, in another process, whatever the hash seed."""

import os
import random
import subprocess
import sys
from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.golden.cases import EXAMPLES, inputs

from sayso.clean.report import clean
from sayso.model.codec import to_json
from sayso.model.report import Facts
from sayso.read.inputs import read
from sayso.run import stages


@cache
def facts(case: str) -> tuple[Facts, ...]:
    return facts_of(*inputs(case))


@cache
def facts_of(*paths: str) -> tuple[Facts, ...]:
    cleaned = (clean(item).report for item in read(paths).items)
    return tuple(stages.facts(report for report in cleaned if report is not None))


def written(found: list[Facts]) -> list[str]:
    """The dossier files of these facts, in the order of their stories."""
    by_id = {item.report.id: item for item in found}
    made_with = stages.made_with()
    return [
        to_json(stages.dossier(story, [by_id[id_] for id_ in story.reports], made_with, ()))
        for story in stages.stories(found)
    ]


@settings(max_examples=6, deadline=None)
@given(st.sampled_from(EXAMPLES), st.randoms(use_true_random=False))
def test_facts_in_any_order_give_the_same_bytes(case: str, shuffler: random.Random) -> None:
    found = list(facts(case))
    once = written(found)
    shuffler.shuffle(found)
    assert written(found) == once


@settings(max_examples=4, deadline=None)
@given(st.sampled_from(EXAMPLES), st.data())
def test_a_story_of_some_of_the_reports_depends_on_those_alone(case: str, data: st.DataObject) -> None:
    found = facts(case)
    some = data.draw(st.lists(st.sampled_from(found), min_size=2, unique_by=lambda item: item.report.id))
    assert written(some) == written(sorted(some, key=lambda item: item.report.id, reverse=True))


@settings(max_examples=4, deadline=None)
@given(st.sampled_from(EXAMPLES), st.randoms(use_true_random=False))
def test_reports_taken_one_by_one_in_any_order_give_the_bytes_of_all_at_once(
    case: str, shuffler: random.Random
) -> None:
    paths = inputs(case)
    shuffler.shuffle(paths)
    assert written([one for path in paths for one in facts_of(path)]) == written(list(facts(case)))


@settings(max_examples=2, deadline=None)
@given(st.randoms(use_true_random=False))
def test_reports_of_other_stories_change_nothing(shuffler: random.Random) -> None:
    together = [one for case in EXAMPLES for one in facts(case)]
    shuffler.shuffle(together)
    apart = [file for case in EXAMPLES for file in written(list(facts(case)))]
    assert sorted(written(together)) == sorted(apart)


def test_two_processes_with_other_hash_seeds_give_the_same_bytes() -> None:
    files = inputs("ferry")
    seeds = {"1": files, "2": files[::-1]}
    outputs = [
        subprocess.run(
            [sys.executable, "-m", "sayso", "dossier", *order, "--json", "-"],
            check=True,
            capture_output=True,
            env={**os.environ, "PYTHONHASHSEED": seed},
        ).stdout
        for seed, order in seeds.items()
    ]
    assert outputs[0] == outputs[1] != b""
