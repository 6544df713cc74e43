"""Two figures of one number: what keeps them apart, and what looks alike."""

import pytest
from tests.relate.make import facts, figure, framed, report, resolved

from sayso.relate.matching.counts import counts_apart, figure_join
from sayso.relate.matching.units import units
from sayso.relate.view import view


@pytest.mark.parametrize(
    ("a", "b", "apart"),
    [
        ("Maro had a 48-yard run late on Sunday.", "Feeley made a 48-yard field goal in the rain.", True),
        ("Maro had a 48-yard scoring run.", "Maro added a 48-yard touchdown run.", False),
        ("Maro had a 48-yard run late on Sunday.", "The run of Maro was 48 yards long.", False),
    ],
    ids=["two things", "one thing", "nothing behind it"],
)
def test_a_measure_of_two_things_is_two(a: str, b: str, apart: bool) -> None:
    found = []
    for name, text in (("a", a), ("b", b)):
        one = report(name, text)
        words = "48-yard" if "48-yard" in text else "48 yards"
        found.append(facts(one, [], [figure(one, words, "distance", 48, 48, unit="thing")]))
    story = view(resolved(framed(found)))
    ours, theirs = units(story)
    assert counts_apart(story, ours, theirs) is apart


@pytest.mark.parametrize(
    ("other", "same"),
    [("It would take 51 votes.", False), ("The bridge toll needs 51 votes.", True)],
    ids=["nothing else", "of the same"],
)
def test_a_number_is_no_word_that_two_sentences_share(other: str, same: bool) -> None:
    found = []
    for name, text in (("a", "The bridge toll had 51 votes."), ("b", other)):
        one = report(name, text)
        found.append(facts(one, [], [figure(one, "51 votes", "votes", 51, 51, unit="thing")]))
    story = view(resolved(framed(found)))
    ours, theirs = units(story)
    assert (figure_join(story, ours, theirs, 0.8) is not None) is same
