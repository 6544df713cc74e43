"""Mentions by hand: how the gold is read, and what a run counts as found, merged wrongly and right."""

from pathlib import Path

from bench.scoring import Index

from bench import name_gold, names
from sayso.model.dossier import Dossier
from sayso.model.relation import Entity, EntityPlace
from sayso.model.report import EntityKind, Mention, Report

TEXT = (
    "By Ida Holm\n\nAna Kovar of the Port Authority of Brod met Peter Kovar. “Yes,” she told the authority."
)

GOLD = """
aside: {'01': {lines: [By Ida]}}
mentions:
  Ana Kovar: {kind: person, authority: Port Authority, names: [Ana Kovar], pronouns: [01 she]}
  Peter Kovar: {kind: person, names: [Peter Kovar, 01 Kovar]}
  Port Authority:
    {kind: organisation, names: [Port Authority of Brod], described: ['01 authority#0']}
  Brod: {kind: place, place: {country: NO, level: city}, names: [Brod, 02 Ida]}
"""


def read(folder: Path) -> name_gold.Gold:
    """The gold above of the text above."""
    (folder / "names").mkdir(exist_ok=True)
    (folder / "names" / "quay.yaml").write_text(GOLD, "utf-8")
    return name_gold.read(folder, "quay", {"01": TEXT})


def entity(name: str, kind: EntityKind, authority: str | None = None, at: str | None = None) -> Entity:
    """An entity with its name for an id."""
    place = EntityPlace(at, None, "city", 60.0, 10.0) if at else None
    return Entity(name, name, kind, (name,), authority, None, place, (), True, False)


def scored(folder: Path, *found: tuple[str, str]) -> dict[str, object]:
    """The scores where each string, at its first place, was found to mean an entity."""
    report = Report.__new__(Report)
    for field, value in {"id": "r", "name": "01", "text": TEXT}.items():
        object.__setattr__(report, field, value)
    mentions = [
        Mention(said, "r", TEXT.index(said), TEXT.index(said) + len(said), said, meant)
        for said, meant in found
    ]
    dossier = Dossier.__new__(Dossier)
    object.__setattr__(dossier, "mentions", tuple(mentions))
    entities = {
        "Ana": entity("Ana", EntityKind.PERSON, "Port"),
        "Peter": entity("Peter", EntityKind.PERSON),
        "Port": entity("Port", EntityKind.ORGANISATION, "Port", at=None),
    }
    return names.score(Index(dossier, {"01": report}, entities), read(folder))


def test_gold_is_read(tmp_path: Path) -> None:
    """The longer string wins its place, what is told closely stands there alone, and bylines are aside."""
    found = {(one.entity, TEXT[slice(*one.span)], TEXT[slice(*one.head)]) for one in read(tmp_path).mentions}
    assert found == {
        ("Ana Kovar", "Ana Kovar", "Kovar"),
        ("Port Authority", "Port Authority of Brod", "Authority"),
        ("Peter Kovar", "Peter Kovar", "Kovar"),
        ("Ana Kovar", "she", "she"),
        ("Port Authority", "authority", "authority"),
    }


def test_all_right(tmp_path: Path) -> None:
    """A source's whole phrase is its first mention; a body is its own authority."""
    rows = scored(
        tmp_path,
        ("Ana Kovar of the Port", "Ana"),
        ("Port Authority", "Port"),
        ("Peter Kovar", "Peter"),
        ("she", "Ana"),
        ("the authority", "Port"),
        ("Ida Holm", "Peter"),
    )
    assert rows["B-cubed"] == {"precision": 1.0, "recall": 1.0, "f1": 1.0, "gold": 5}
    assert rows["wrong merges"] == []
    assert rows["beyond"] == 0
    assert rows["authority"] == {"found": 3, "total": 3, "recall": 1.0, "missed": []}


def test_errors_are_told(tmp_path: Path) -> None:
    """What is missed is alone, and who holds two is named."""
    rows = scored(tmp_path, ("Ana Kovar", "Ana"), ("Peter Kovar", "Ana"), ("she", "Peter"))
    assert rows["wrong merges"] == ["Ana: {'Ana Kovar': 1, 'Peter Kovar': 1}"]
    assert len(rows["split"]) == 1  # type: ignore[arg-type]
    assert rows["mentions found"]["found"] == 3  # type: ignore[index]
