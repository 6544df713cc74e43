"""Two sentences told by two outlets: what is said otherwise keeps them apart, what is left out does not."""

import pytest
from bench.pairs import SentencePair, read_facts, same_claim


def alike(a: str, b: str) -> bool:
    ((_, ours, theirs),) = read_facts([SentencePair("pair", a, b, same=True)])
    return same_claim(ours, theirs)


@pytest.mark.parametrize(
    ("rule", "a", "b"),
    [
        (
            "denied",
            "The mayor was told of the cracks in the dam on Monday.",
            "The mayor was not told of the cracks in the dam on Monday.",
        ),
        (
            "denied, a light verb",
            "The old furnaces will go to the museum in Leeds.",
            "The old furnaces will not go to the museum in Leeds.",
        ),
        (
            "other name",
            "The pilot had warned Helen Marsh of the cracks in the wing.",
            "The pilot had warned Peter Lund of the cracks in the wing.",
        ),
        (
            "other number",
            "The bridge in Norwich was built in 14 weeks and cost little.",
            "The bridge in Norwich was built in 31 weeks and cost little.",
        ),
        (
            "other date",
            "The hull of the ferry was last inspected in March 2021.",
            "The hull of the ferry was last inspected in March 2018.",
        ),
        (
            "other measure",
            "The blast in the warehouse left 42 people injured in the town.",
            "The blast in the warehouse left 42 people missing in the town.",
        ),
        (
            "other extent",
            "Divers recovered 40 bodies from the wreck of the ferry.",
            "Divers recovered half of the 40 bodies from the wreck of the ferry.",
        ),
    ],
)
def test_what_is_said_otherwise_keeps_two_sentences_apart(rule: str, a: str, b: str) -> None:
    assert alike(a, a), rule
    assert not alike(a, b), rule


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (
            "The hull of the ferry was last inspected in March 2021.",
            "The hull of the ferry was last inspected in 2021.",
        ),
        (
            "The pilot had warned Helen Marsh of the cracks in the wing.",
            "The pilot had warned Marsh of the cracks in the wing.",
        ),
        (
            "The river had never before broken through the wall at Norwich.",
            "It was the first time that the river had broken through the wall at Norwich.",
        ),
    ],
)
def test_what_is_left_out_or_said_the_other_way_round_does_not(a: str, b: str) -> None:
    assert alike(a, b)
