"""A claim on one number is shown by the clause that states it, where that can stand by itself."""

from pathlib import Path

import pytest
from tests.relate.make import facts, figure, of, report, resolved, statement

from sayso import api
from sayso.relate.matching.sameness import keeps_apart
from sayso.relate.matching.units import units
from sayso.relate.view import view

SAVED = "Captain Ada Brandt said 101 people had been saved from the ferry Marta and about 42 were missing."


def texts(folder: Path, *reports: str) -> list[str]:
    for place, text in enumerate(reports):
        (folder / f"{place}.txt").write_text(text, "utf-8")
    return [claim.text for claim in api.dossier([str(folder)]).claims]


def test_each_of_two_numbers_is_shown_by_its_own_clause(tmp_path: Path) -> None:
    found = texts(
        tmp_path,
        SAVED,
        "In all 101 people were saved from the ferry Marta.",
        "About 42 people from the ferry Marta were still missing, the harbour office said.",
    )
    assert "101 people had been saved from the ferry Marta" in " ".join(found)
    assert not any("101" in text and "42" in text for text in found)


@pytest.mark.parametrize(
    "text",
    [
        "The clinic said it was treating 20 people, four of whom were badly hurt and 16 who were shaken.",
        "Captain Ada Brandt said the ferry Marta can seat 40 and travel 620 miles on a single load of coal.",
        "Captain Ada Brandt said between 40 and 50 people had been aboard the ferry Marta with 12 dogs.",
    ],
)
def test_a_number_that_is_no_subject_leaves_the_sentence_whole(tmp_path: Path, text: str) -> None:
    number = next(word for word in ("620", "12 dogs", "16") if word in text)
    found = [one for one in texts(tmp_path, text, f"{text} She said no more.") if number in one]
    assert found
    assert all(len(one) > 60 for one in found)


def test_numbers_that_only_one_claim_states_belong_to_it(tmp_path: Path) -> None:
    again = SAVED.replace("Captain", "The captain,").replace("Brandt", "Brandt,")
    found = texts(tmp_path, SAVED, again)
    assert len(found) == len(set(found)) == 1


def test_money_of_two_firms_is_not_one_sum(tmp_path: Path) -> None:
    found = texts(
        tmp_path,
        "Lindow Bank said in a filing that the new tax would bring a charge of $3 billion in the quarter.",
        "The charge from the new tax will push Corrie Steel to a likely loss of around $3 billion.",
    )
    assert len(found) == 2


def test_a_sentence_tells_a_number_once() -> None:
    text = "The games took over $100 from private donors and at least $100 from Ostry. In all $100 came in."
    one = report("a", text)
    whole = statement(one, "The games took over $100 from private donors and at least $100 from Ostry")
    sums = [
        figure(one, words, "money", 100.0, None, unit="money", who=None)
        for words in ("over $100", "at least $100", "In all $100")
    ]
    story = view(resolved([facts(one, [whole], [of(whole, sums[0]), of(whole, sums[1]), sums[2]])]))
    told = {unit.text: unit for unit in units(story)}
    first, second, third = (told[made.text] for made in sums)
    assert keeps_apart(story, first, second) == "of one sentence"
    assert keeps_apart(story, first, third) is None
