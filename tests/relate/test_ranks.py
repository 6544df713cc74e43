"""Which claims come first: what a report tells early, each number and each sentence once."""

import json
from pathlib import Path

import pytest

from sayso import api
from sayso.model.relation import Claim
from sayso.relate.ranks import in_order


def ranked(folder: Path, *told: str) -> list[Claim]:
    """The claims of some reports, the weightiest first."""
    for place, text in enumerate(told):
        (folder / f"{place}.txt").write_text(text, "utf-8")
    return list(in_order(api.dossier([str(folder)]).claims))


def place(claims: list[Claim], words: str) -> int:
    """The place of the first claim with some words in its text."""
    return next(number for number, claim in enumerate(claims) if words in claim.text)


def test_what_a_report_tells_early_goes_before_what_it_tells_at_the_end(tmp_path: Path) -> None:
    found = ranked(
        tmp_path,
        "A tram left the rails in Ostry. The mayor, Ada Brandt, said the line would stay closed.\n\n"
        + "Trams run every ten minutes here. People wait at the stop in the rain. " * 8
        + "\n\nThe driver's cousin, Ivo Maro, said the chairs had been blue.",
    )
    assert place(found, "stay closed") < place(found, "chairs had been blue")
    assert "early in a report" in found[place(found, "stay closed")].rank_why


def test_the_second_claim_on_one_number_of_the_killed_is_not_ranked_by_it(tmp_path: Path) -> None:
    found = ranked(
        tmp_path,
        "A plane crash near Lunde on Sunday killed 14 Swedish citizens and two pilots, the government said.",
        "Friends are mourning the deaths of 14 Swedes killed in a plane crash. Nurses said 12 were injured.",
    )
    again = [one for one in found if "the number stands above" in one.rank_why]
    assert again
    assert all("14" in one.text for one in again)
    assert any("12" in one.text for one in found if one not in again)


@pytest.mark.parametrize(("other", "counted"), [("killed 34 people", False), ("stopped at noon", True)])
def test_a_single_case_counts_where_nothing_else_is_told(tmp_path: Path, other: str, counted: bool) -> None:
    found = ranked(tmp_path, f"A fire in Ostry {other}. The driver was killed at the gate.")
    driver = found[place(found, "driver")]
    assert ("counts people" in driver.rank_why) is counted


def test_a_claim_whose_words_another_of_its_sentence_holds_comes_later(tmp_path: Path) -> None:
    told = "Fifty bakers in Ostry sent a letter, saying it was “out of touch with bread” after only one won."
    found = [one for one in ranked(tmp_path, told) if "out of touch" in one.text]
    assert [("shown by the same words" in one.rank_why) for one in found] == [False] + [True] * (
        len(found) - 1
    )
    assert len(found) > 1


@pytest.mark.parametrize("since", ["since 1959, when three guards died", "and three guards died"])
def test_what_was_before_the_first_since_is_no_harm_of_the_story(tmp_path: Path, since: str) -> None:
    found = ranked(
        tmp_path,
        f"A tram left the rails in Ostry on Monday, killing 34 people. It was the first crash {since}.",
    )
    guards = found[place(found, "guards")]
    assert ("counts people" in guards.rank_why) is not ("1959" in since)


def test_a_question_of_the_outlet_comes_after_what_is_told(tmp_path: Path) -> None:
    found = ranked(tmp_path, "Who will mend the bridge at Lunde?", "The bridge at Lunde fell on Monday.")
    assert "a question (half)" in found[place(found, "Who will mend")].rank_why


def test_what_a_speaker_tells_as_a_piece_of_a_claim_above_comes_later(tmp_path: Path) -> None:
    quote = (
        "“Once the mast, the sails and all the ropes are mended on the quay, we expect the boats to be back.”"
    )
    found = ranked(tmp_path, f"Ada Brandt said: {quote}", f"Ada Brandt of the port added: {quote}")
    assert place(found, "Once the mast") < place(found, "We expect the boats")
    assert "shown by the same words" in found[place(found, "We expect the boats")].rank_why


@pytest.mark.parametrize(
    ("told", "of_it"),
    [
        ("Mayor Ana Kovar called it a hoax.", True),
        ("Mayor Ana Kovar called the plan a hoax.", False),
        ("Mayor Ana Kovar said it would rain.", False),
        ("Mayor Ana Kovar said that nobody was hurt.", False),
    ],
)
def test_what_is_only_pointed_at_ranks_lower(tmp_path: Path, told: str, of_it: bool) -> None:
    (tmp_path / "a.txt").write_text(f"A tram left the rails in Ostry. {told}", "utf-8")
    found = api.dossier([str(tmp_path)]).claims
    assert any("something that the words do not name" in one.rank_why for one in found) is of_it


@pytest.mark.parametrize(
    ("told", "aside"),
    [
        ("Kovar spoke about the fever, which has killed 9,000 people.", True),
        ("The fever has killed 9,000 people.", False),
    ],
)
def test_a_count_that_hangs_on_something_else_is_no_toll_of_the_story(
    tmp_path: Path, told: str, aside: bool
) -> None:
    found = ranked(tmp_path, f"The council of Ostry opened a school. {told}")
    counted = found[place(found, "9,000")]
    assert ("counts people by the way" in counted.rank_why) is aside


@pytest.mark.parametrize(("other", "repeated"), [("Lunde Post", True), ("Ostry Times", False)])
def test_a_line_that_one_outlet_repeats_ranks_lower(tmp_path: Path, other: str, repeated: bool) -> None:
    line = "The mill on the river bank had stood empty for years."
    texts = [
        f"A ferry sank off Ostry on Sunday with 30 goats on board. {line}",
        f"A diver found the ferry that sank off Ostry, and the goats, on Monday. {line}",
    ]
    rows = [{"text": text, "outlet": name} for text, name in zip(texts, ("Lunde Post", other), strict=True)]
    (tmp_path / "told.jsonl").write_text("\n".join(map(json.dumps, rows)), "utf-8")
    found = [one for one in ranked(tmp_path) if "stood empty" in one.text]
    assert [("a line that the outlet repeats" in one.rank_why) for one in found] == [repeated]
