"""Who says nothing at all, or denies what each was blamed for, does so for itself."""

from pathlib import Path

import pytest

from sayso import api

MINISTERS = "Ana Duro, Chile's transport minister,", "Rhys Cale, Chile's trade minister,"


@pytest.mark.parametrize(
    ("second", "asked", "claims"),
    [
        ("The union", "did not respond to a request for comment", 2),
        ("The Port of Ostry", "did not respond to a request for comment", 1),
        ("The union", "declined to comment on the leak at the terminal", 1),
    ],
    ids=["two parties", "one party", "two parties on one matter"],
)
def test_two_parties_who_leave_a_question_unanswered_say_two_things(
    second: str, asked: str, claims: int, tmp_path: Path
) -> None:
    (tmp_path / "0.txt").write_text(
        f"A tanker leaked oil at Ostry on Monday. The Port of Ostry {asked}.", "utf-8"
    )
    (tmp_path / "1.txt").write_text(
        f"Oil leaked from a tanker at Ostry on Monday. {second} {asked}.", "utf-8"
    )
    found = api.dossier([str(tmp_path)])
    refused = {one.id for one in found.statements if one.stance == "declines"}
    assert len(refused) == 2
    assert sum(bool(refused & {member.id for member in claim.members}) for claim in found.claims) == claims


@pytest.mark.parametrize(
    ("first", "second", "claims"),
    [
        ("The Port of Ostry denied any wrongdoing", "The union denied any wrongdoing", 2),
        ("The Port of Ostry denied any wrongdoing", "The Port of Ostry denied any wrongdoing", 1),
        ("The Port of Ostry denied that oil had leaked", "The union denied that oil had leaked", 1),
    ],
    ids=["two parties", "one party", "two parties on one matter"],
)
def test_two_parties_who_deny_what_each_is_blamed_for_say_two_things(
    first: str, second: str, claims: int, tmp_path: Path
) -> None:
    (tmp_path / "0.txt").write_text(f"A tanker leaked oil at Ostry on Monday. {first}.", "utf-8")
    (tmp_path / "1.txt").write_text(f"Oil leaked from a tanker at Ostry on Monday. {second}.", "utf-8")
    found = api.dossier([str(tmp_path)])
    denied = {one.id for one in found.statements if one.stance == "denies"}
    assert len(denied) == 2
    assert sum(bool(denied & {member.id for member in claim.members}) for claim in found.claims) == claims


@pytest.mark.parametrize(
    ("first", "second", "claims"),
    [
        (f"{MINISTERS[0]} announced her retirement", f"{MINISTERS[1]} announced his retirement", 2),
        (f"{MINISTERS[0]} announced her retirement", f"{MINISTERS[0]} announced her retirement", 1),
        (f"{MINISTERS[0]} said the mill would close", f"{MINISTERS[1]} said the mill would close", 1),
    ],
    ids=["two people", "one", "a clause"],
)
def test_what_two_people_of_one_state_only_name_is_two_things(
    first: str, second: str, claims: int, tmp_path: Path
) -> None:
    (tmp_path / "0.txt").write_text(f"{first}.", "utf-8")
    (tmp_path / "1.txt").write_text(f"{second}.", "utf-8")
    found = api.dossier([str(tmp_path)])
    told = {one.id for one in found.statements if one.sources}
    assert len(told) == 2
    assert sum(bool(told & {member.id for member in claim.members}) for claim in found.claims) == claims


@pytest.mark.parametrize(
    ("first", "second", "claims"),
    [
        (
            "The Port of Ostry voted to close the coal terminal",
            "The union asked to close the coal terminal",
            2,
        ),
        (
            "The union asked to close the coal terminal",
            "The union asked to close the coal terminal",
            1,
        ),
        (
            "The Port of Ostry said the coal terminal would close",
            "The union said the coal terminal would close",
            1,
        ),
    ],
    ids=["two parties", "one party", "a clause with a doer"],
)
def test_what_two_parties_do_or_want_each_for_itself_is_two_things(
    first: str, second: str, claims: int, tmp_path: Path
) -> None:
    (tmp_path / "0.txt").write_text(f"Coal came to Ostry by ship. {first}.", "utf-8")
    (tmp_path / "1.txt").write_text(f"Ships brought coal to Ostry. {second}.", "utf-8")
    found = api.dossier([str(tmp_path)])
    told = {one.id for one in found.statements if "terminal" in one.text and one.sources}
    assert len(told) == 2
    assert sum(bool(told & {member.id for member in claim.members}) for claim in found.claims) == claims
