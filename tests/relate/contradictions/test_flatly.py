"""Denials of a deed by its verb and who did it, and what looks like one."""

from pathlib import Path

import pytest

from sayso import api
from sayso.model.relation import ConflictType

TOLD = "The Lunde Dockers Union said that Varnholt had asked the council for £15m to keep its mill at Ostry. "


def denials(folder: Path, *texts: str) -> list[tuple[str, str]]:
    """What is denied, and in which words, in a story of these reports."""
    for place, text in enumerate(texts):
        (folder / f"{place}.txt").write_text(f"Varnholt, a miller, has a mill at Ostry.\n\n{text}", "utf-8")
    dossier = api.dossier([str(folder)])
    said = {one.id: one.text for one in dossier.statements}
    kept = [one for one in dossier.conflicts if one.type is ConflictType.DENIAL]
    return [(said[one.a.id], said[one.b.id]) for one in kept]


@pytest.mark.parametrize(
    "denial",
    [
        "“We asked for nothing,” Varnholt spokesman Rhys Cale said.",
        "Ana Duro, the Norland minister, said that Varnholt never asked for money.",
        "Varnholt denied that it had asked for aid.",
    ],
)
def test_a_deed_that_one_party_tells_and_another_has_not_happened(tmp_path: Path, denial: str) -> None:
    ((told, denied),) = denials(tmp_path, TOLD + denial)
    assert "£15m" in told
    assert denied.strip("“”,") in denial


@pytest.mark.parametrize(
    "other",
    [
        "“We will ask for nothing,” Varnholt spokesman Rhys Cale said.",
        "“We asked for patience,” Varnholt spokesman Rhys Cale said.",
        "Ana Duro, the Norland minister, said that the union never asked for money.",
        "Ana Duro, the Norland minister, said that Varnholt never asked for soldiers.",
        "Ana Duro, the Norland minister, said that Varnholt never paid for the mill.",
        "Ana Duro, the Norland minister, rejected the mill at Ostry.",
        "Ana Duro, of Norland, said that Varnholt would not ask the council for £15m to keep its mill.",
        "There is no doubt that Varnholt asked for £15m, Ana Duro, the Norland minister, said.",
    ],
)
def test_another_doer_verb_or_thing_or_a_time_to_come_is_no_denial(tmp_path: Path, other: str) -> None:
    assert denials(tmp_path, TOLD + other) == []


def test_one_party_s_denials_of_one_claim_are_shown_once_in_the_plainest_words(tmp_path: Path) -> None:
    second = "Varnholt has asked for £15m, the Lunde Dockers Union said. Rhys Cale, of Varnholt, denied it."
    quote = "“We asked for nothing,” Varnholt spokesman Rhys Cale said."
    ((_, denied),) = denials(tmp_path, TOLD + quote, second)
    assert "nothing" in denied


def test_what_one_party_failed_to_do_by_another_s_word(tmp_path: Path) -> None:
    told = "Varnholt said that it had warned the dockers. "
    failed = "Ana Duro, the Norland minister, said that Varnholt had failed to warn the {}."
    ((_, denied),) = denials(tmp_path, told + failed.format("dockers"))
    assert "failed to warn" in denied


def test_to_fail_in_another_matter_is_no_denial(tmp_path: Path) -> None:
    told = "Varnholt said that it had warned the dockers. "
    failed = "Ana Duro, the Norland minister, said that Varnholt had failed to warn the {}."
    assert denials(tmp_path, told + failed.format("pilots")) == []
    assert denials(tmp_path, told + failed.replace("had failed", "did not fail").format("dockers")) == []


def test_a_thing_without_a_name_that_failed_may_be_another(tmp_path: Path) -> None:
    told = "Varnholt said that {} had reached the harbour with steel for the new bridge. "
    failed = "Ana Duro, the Norland minister, said {} with coal and sailors had failed to reach the harbour."
    named = "the barge Ida Kovar"
    assert denials(tmp_path, told.format("the barge") + failed.format("a barge")) == []
    assert denials(tmp_path, told.format(named) + failed.format(named)) != []
