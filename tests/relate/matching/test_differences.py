"""Two sentences told by two outlets: what is said otherwise keeps them apart, what is left out does not."""

import pytest
from bench.pairs import SentencePair, read_facts, same_claim

from sayso.relate.matching.senses import meaning


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
        (
            "A court in Norwich sentenced the pilot Helen Marsh to 3 years in prison on March 30, 2021.",
            "A court in Norwich sentenced the pilot Helen Marsh and 19 others to 3 years in prison.",
        ),
    ],
)
def test_what_is_left_out_or_said_the_other_way_round_does_not(a: str, b: str) -> None:
    assert alike(a, b)


@pytest.mark.parametrize(
    ("rule", "a", "b"),
    [
        (
            "same deed",
            "The company will close its foundry in Norwich by the end of September.",
            "The firm will shut the Norwich plant in the autumn, with the loss of all jobs.",
        ),
        (
            "same figures",
            "Blast in Norwich: 59 dead, 527 injured",
            "At least 59 people were killed and 527 were injured in a gas blast in Norwich on Sunday.",
        ),
        (
            "synonyms",
            "The skipper of the ferry was warned twice to stay in the harbour.",
            "The captain of the boat was cautioned twice to stay in the harbour.",
        ),
    ],
)
def test_other_words_for_the_same_are_the_same(rule: str, a: str, b: str) -> None:
    assert alike(a, b), rule


@pytest.mark.parametrize(
    ("rule", "a", "b"),
    [
        (
            "the deed of a clause beside it",
            "Police shot the gunman, who had opened fire on the crowd at the market in Norwich.",
            "The mayor of Norwich said nothing after a man opened fire on the crowd at the market.",
        ),
        (
            "the same deed by another",
            "Divers recovered the bodies from the quay in Norwich on a stormy night.",
            "Fishermen recovered the bodies from the harbour, in their nets, after a long search in Norwich.",
        ),
    ],
)
def test_a_verb_in_common_is_not_one_deed(rule: str, a: str, b: str) -> None:
    assert not alike(a, b), rule


def test_of_a_quotation_only_what_is_said_counts() -> None:
    quoted = '"The ferry leaned over and it did not come back," Marsh told reporters on the quay in Norwich.'
    shorter = '"The ferry leaned over and didn\'t come back," Marsh said.'
    assert alike(quoted, shorter)


@pytest.mark.parametrize(
    ("a", "b", "wanted"),
    [
        (
            "The minister told the government in Leeds of the cracks in the old dam.",
            "The minister told the British government of the cracks in the old dam at Bristol.",
            True,
        ),
        (
            "The minister met the engineers in Leeds about the cracks in the old dam.",
            "The minister met the engineers in Bristol about the cracks in the old dam.",
            False,
        ),
        (
            "Twelve divers were treated for burns at the old hospital in Leeds.",
            "Twelve divers were treated for burns at the old hospital in Bristol.",
            False,
        ),
    ],
)
def test_where_a_government_sits_is_no_place_of_what_is_told(a: str, b: str, wanted: bool) -> None:
    assert alike(a, b) is wanted


@pytest.mark.parametrize(
    ("b", "wanted"),
    [
        ("The army attacked the village of Tarn on Sunday.", False),
        ("Gunmen attacked the village of Tarn on Sunday.", True),
        ("The village of Tarn was attacked on Sunday.", True),
    ],
)
def test_what_rebels_did_the_army_did_not(b: str, wanted: bool) -> None:
    assert alike("Rebels attacked the village of Tarn on Sunday.", b) is wanted


def test_what_was_repaired_did_not_collapse() -> None:
    told = "The dam above Lunde collapsed after days of rain."
    assert alike(told, "Days of rain led to the collapse of the dam above Lunde.")
    assert not alike(told, "Days of rain led to the repair of the dam above Lunde.")


@pytest.mark.parametrize(
    ("rule", "a", "b", "wanted"),
    [
        (
            "felt",
            "Mayor Helen Marsh said she was horrified by a blast at the market in Norwich that left 50 dead.",
            "A blast at the market in Norwich left 50 dead.",
            False,
        ),
        (
            "told, not felt",
            "Mayor Helen Marsh said there was a blast at the market in Norwich that left 50 dead.",
            "A blast at the market in Norwich left 50 dead.",
            True,
        ),
        (
            "first told",
            "It was the first time that the keepers had shot a bear at the zoo in Norwich.",
            "The keepers had shot a bear at the zoo in Norwich.",
            False,
        ),
        (
            "first, said by the way",
            "For the first time the keepers had shot a bear at the zoo in Norwich.",
            "The keepers had shot a bear at the zoo in Norwich.",
            True,
        ),
        (
            "another whole",
            "The port of Norwich handles 90 percent of the grain trade of the region.",
            "The port of Norwich handles 90 percent of the oil imports of the region.",
            False,
        ),
        (
            "the same whole",
            "The port of Norwich handles 90 percent of the grain trade of the region.",
            "The port of Norwich handles roughly 90 percent of the region's grain trade.",
            True,
        ),
        (
            "another whole, in words",
            "The survey found that a fifth of the cabins in Norwich stood empty in the spring.",
            "The survey found that 20% of berths in Norwich stood empty in the spring.",
            False,
        ),
        (
            "the same whole, in words",
            "The survey found that a fifth of the cabins in Norwich stood empty in the spring.",
            "The survey found that 20% of cabins in Norwich stood empty in the spring.",
            True,
        ),
        (
            "a group set apart",
            "More than 12 children were among the dead in the collapse of the school in Norwich.",
            "At least 12 bodies of the dead were seen after the collapse of the school in Norwich.",
            False,
        ),
        (
            "a group that only says more",
            "More than 12 miners were among the dead in the collapse of the shaft in Norwich.",
            "At least 12 people were among the dead in the collapse of the shaft in Norwich.",
            True,
        ),
        (
            "two prices, neither rounded",
            "The price of a barrel of herring in Norwich stood at $7,265.",
            "The price of a barrel of herring in Norwich stood at $7,230.",
            False,
        ),
        (
            "one number, rounded",
            "The flood in Norwich covered 984 hectares of barley.",
            "The flood in Norwich covered 980 hectares of barley.",
            True,
        ),
        (
            "another name among the same words",
            "Several hundred people are walking to Norwich along the ridge above the river.",
            "Several hundred people are walking to Orla along the ridge above the river.",
            False,
        ),
        (
            "two people of one firm",
            "The bank said that Helen Marsh of Lundbank had signed the letter to the court in Norwich.",
            "The bank said that Peter Holt of Lundbank had signed the letter to the court in Norwich.",
            False,
        ),
    ],
)
def test_what_cannot_be_one_claim_is_told_by_more_than_words(rule: str, a: str, b: str, wanted: bool) -> None:
    assert alike(a, b) is wanted, rule


def test_a_missile_that_is_fired_is_not_sacked() -> None:
    assert meaning("dismiss", verb=True) == meaning("sack", verb=True) != meaning("fire", verb=True)
