"""Under whose name a claim stands when nobody named is known to have said it."""

from pathlib import Path

import pytest

from sayso import api
from sayso.present import claims
from sayso.present.index import Index


@pytest.mark.parametrize(
    ("text", "about", "speaker"),
    [
        ("The divers are feared to have drowned near the lock.", "drowned", "report, naming no source"),
        (
            "“They told us that the lock was shut on Monday,” said the skipper.",
            "lock was shut",
            "“They”, not settled who",
        ),
        ("It said that 12 divers were hurt on Monday.", "12 divers", "“It”, not settled who"),
        ("The lock was shut on Monday after the storm.", "lock was shut", "report, in its own words"),
    ],
)
def test_a_claim_without_a_settled_source_says_so(
    tmp_path: Path, text: str, about: str, speaker: str
) -> None:
    (tmp_path / "report.txt").write_text(text, "utf-8")
    (dossier,) = api.dossiers([str(tmp_path)]).dossiers
    index = Index(dossier)
    assert speaker in [claims.speaker(index, claim) for claim in dossier.claims if about in claim.text]


def test_a_description_begins_with_a_small_letter_within_a_line(tmp_path: Path) -> None:
    text = "Police fired on the crowd in Lunde on Monday, a hospital official and two witnesses said."
    (tmp_path / "report.txt").write_text(text, "utf-8")
    (dossier,) = api.dossiers([str(tmp_path)]).dossiers
    index = Index(dossier)
    (speaker,) = [claims.speaker(index, claim) for claim in dossier.claims if claim.text.endswith("Monday")]
    assert sorted(speaker.removeprefix("Perhaps ").split(" and ")) == ["hospital official", "two witnesses"]
