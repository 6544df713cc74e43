import random
from dataclasses import replace

import numpy as np
import pytest
from bench.load import load
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.relate.make import facts, report

from sayso.embed import embed
from sayso.gather.edges import Edges, floors, pieces
from sayso.gather.likeness import likeness, likenesses
from sayso.gather.profiles import packed, profiles, unpacked
from sayso.gather.stories import gather
from sayso.lexicon.idf import weight
from sayso.model.grammar import Word
from sayso.model.report import Facts

FERRY = (
    "The ferry Marra capsized off Storr in a gale, the coast agency reported, and divers search the wreck.",
    "Divers searched the wreck of the ferry Marra, which capsized in a gale off Storr, for a second day.",
    "Relatives of passengers of the Marra, the ferry that capsized off Storr, wait on the quay for divers.",
)
ORCHARD = (
    "Growers in the Vale of Tarn lost most of their cherry blossom to a late frost, the orchard guild said.",
    "A late frost destroyed cherry blossom across the Vale of Tarn, and the orchard guild asks for aid.",
)


def told(name: str, text: str, published: str | None = None) -> Facts:
    return facts(report(name, text, published))


def everything() -> list[Facts]:
    return [told(f"f{n}", text) for n, text in enumerate(FERRY)] + [
        told(f"o{n}", text) for n, text in enumerate(ORCHARD)
    ]


def test_reports_of_one_event_are_one_story_and_others_another_largest_first() -> None:
    found = everything()
    names = {one.report.id: one.report.name for one in found}
    assert [sorted(names[id_] for id_ in story.reports) for story in gather(found, embed)] == [
        ["f0", "f1", "f2"],
        ["o0", "o1"],
    ]


def test_an_edge_says_what_two_reports_share() -> None:
    story = gather(everything()[3:], embed)[0]
    assert "both speak of" in story.why[0]


def test_years_apart_two_reports_are_less_alike() -> None:
    near, far = (
        profiles([told("a", FERRY[0], "2024-05-01"), told("b", FERRY[1], day)], embed)
        for day in ("2024-05-03", "2031-05-03")
    )
    assert likeness(*near) > likeness(*far)


def test_all_pairs_at_once_are_weighed_as_one_by_one() -> None:
    found = profiles([*everything(), *load(60)], embed)
    expected = [[likeness(a, b) if a is not b else 0.0 for b in found] for a in found]
    assert likenesses(found).tolist() == expected


def test_a_likeness_between_two_roundings_is_worked_out_exactly(monkeypatch: pytest.MonkeyPatch) -> None:
    found = profiles(everything(), embed)
    expected = likenesses(found).tolist()
    monkeypatch.setattr("sayso.gather.likeness.UNSURE", 1.0)
    monkeypatch.setattr("sayso.gather.likeness._products", lambda rows: np.ones((len(rows), len(rows))))
    assert likenesses(found).tolist() == expected
    assert likenesses([]).tolist() == []


def test_numbers_bring_no_two_reports_together() -> None:
    numbers = tuple(Word(0, 1, one, "NUM", False) for one in ("2016", "300", "4.5"))
    found = [told("a", FERRY[0]), told("b", ORCHARD[0])]
    found = [replace(one, words=(*one.words, *numbers)) for one in found]
    keys = [one.keys for one in profiles(found, embed)]
    assert all(keys)
    assert not any(key[0].isdigit() for one in keys for key in one)


def test_a_report_without_a_word_is_a_story_of_its_own() -> None:
    assert [len(story.reports) for story in gather([told("a", "..."), told("b", "…")], embed)] == [1, 1]


def test_rare_words_weigh_more_than_common_ones() -> None:
    assert weight("say") < weight("ferry") < weight("zyzzyva")


@settings(max_examples=10, deadline=None)
@given(st.randoms(use_true_random=False))
def test_any_order_of_input_gives_the_same_stories(order: random.Random) -> None:
    found = everything()
    assert gather(order.sample(found, len(found)), embed) == gather(found, embed)


@settings(max_examples=10, deadline=None)
@given(
    st.lists(st.sampled_from([*FERRY, *ORCHARD]), min_size=1, unique=True), st.randoms(use_true_random=False)
)
def test_a_story_grows_by_its_own_reports_alone(texts: list[str], order: random.Random) -> None:
    found = [told(f"r{n}", text) for n, text in enumerate([*FERRY, *ORCHARD]) if text in texts]
    ferry = [one for one in found if one.report.text in FERRY]
    order.shuffle(found)
    alone = set(gather(ferry, embed))
    assert alone <= set(gather(found, embed))


def test_a_long_chain_is_cut_at_its_weakest_edges() -> None:
    chain = Edges(np.array([0, 1, 2], "i4"), np.array([1, 2, 3], "i4"), np.array([3, 0, 1], "i1"))
    assert list(pieces(4, chain, 3)) == [[0, 1], [2, 3]]
    assert list(pieces(4, chain, 4)) == [[0, 1, 2, 3]]
    assert sorted(pieces(6, chain, 3)) == [[0, 1], [2, 3], [4], [5]]
    assert list(pieces(4, chain, 1)) == [[2], [3], [0, 1]]


def test_the_levels_at_which_a_component_is_cut() -> None:
    assert floors() == (0.53, 0.63, 0.73, 0.83)


def test_a_profile_comes_back_from_its_bytes_as_it_was() -> None:
    for one in profiles(everything(), embed):
        back = unpacked(packed(one))
        assert (back.report, back.name, back.day, back.keys) == (one.report, one.name, one.day, one.keys)
        assert (dict(back.whole), dict(back.head)) == (dict(one.whole), dict(one.head))
        assert likeness(back, one) == likeness(one, one)
