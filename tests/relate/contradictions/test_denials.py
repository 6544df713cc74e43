"""What is beyond doubt, turned down or told of two days, and is no conflict; and what looks like it."""

from pathlib import Path

import pytest
from tests.relate.make import apart, day, entity, facts, report, statement

from sayso import api
from sayso.model.relation import ConflictType
from sayso.model.report import Basis, EntityKind, StatementKind

DUMPED = "Sarvia dumped oil in the harbour of Lunde."


def denials(folder: Path, *texts: str) -> int:
    """How many denials a story of these reports has."""
    for number, text in enumerate(texts):
        (folder / f"{number}.txt").write_text(text, "utf-8")
    return sum(one.type is ConflictType.DENIAL for one in api.dossier([str(folder)]).conflicts)


@pytest.mark.parametrize(("said", "wanted"), [("“no question”", 0), ("no question", 0), ("no proof", 1)])
def test_what_is_beyond_question_is_told_and_not_denied(said: str, wanted: int, tmp_path: Path) -> None:
    told = f"Ana Duro, the Norland minister, said that {DUMPED}"
    assert denials(tmp_path, told, f"Ivo Maro, the mayor of Lunde, said there is {said} {DUMPED}") == wanted


@pytest.mark.parametrize(
    ("turned_down", "wanted"),
    [
        ("is challenging a Norland law that bans fishing in the harbour of Lunde", 0),
        ("is challenging the claim that Lunde bans fishing in the harbour", 1),
    ],
)
def test_who_challenges_a_law_denies_nothing(turned_down: str, wanted: int, tmp_path: Path) -> None:
    told = "Lunde plans a law that bans fishing in the harbour of Lunde, the Brae Post said."
    assert denials(tmp_path, told, f"The Cale Union {turned_down}.") == wanted


@pytest.mark.parametrize(("kind", "wanted"), [(StatementKind.DIRECT, 0), (StatementKind.INDIRECT, 1)])
def test_one_quotation_of_two_days_is_no_event_of_two_days(kind: StatementKind, wanted: int) -> None:
    told = "the crew of the Doria closed the valve of the tank today"
    items = []
    for name, who, when in (("a", "Ana Duro", "2024-05-03"), ("b", "Odran Council", "2024-05-04")):
        one = report(name, f"{who} said {told}.", when)
        made = statement(one, told, who, kind=kind, event=day(when, Basis.EXPRESSION))
        items.append(facts(one, [made], names=("Doria",)))
    parties = [entity("Ana Duro", EntityKind.PERSON), entity("Odran Council"), entity("Doria")]
    found = [one for one in apart(items, parties) if one.type is ConflictType.DATE]
    assert len(found) == wanted
