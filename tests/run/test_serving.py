"""What the server is told of a database: numbers that stay, texts that were replaced, what was kept."""

from pathlib import Path

import pytest

from sayso.errors import NoSuchInput, UsageError
from sayso.model.decision import Setting, What
from sayso.model.relation import Ref, RefKind
from sayso.present.views.review import Wanted
from sayso.run.desk import Desk
from sayso.run.serving import ServedDesk

TEXT = "Harbour shut\nMayor Ines Dahl said on Tuesday that {} people died at the harbour of Corvell.\n"


def add(database: Path, folder: Path, number: str) -> None:
    folder.mkdir(exist_ok=True)
    (folder / "harbour.txt").write_text(TEXT.format(number), encoding="utf-8")
    with Desk(database, create=True) as desk:
        desk.add([str(folder)])


def test_links_outlive_a_changed_text(tmp_path: Path) -> None:
    database = tmp_path / "desk.db"
    add(database, tmp_path / "in", "four")
    served = ServedDesk(database)
    story = served.stories(None, None)[0].number
    first, mark = served.dossier(story).reports[0].id, served.standing(story).mark
    claim = min(served.claim_numbers(story).values())
    assert served.claim(claim).story == story
    add(database, tmp_path / "in", "six")
    place = served.article(first)
    assert place.report != first
    assert served.article(place.report) == place
    assert [one.current for one in served.revisions(first)] == [False, True]
    assert served.standing(place.story).mark != mark
    assert served.stories(None, None)[0].number == place.story
    served.close()


def test_what_is_not_there_is_told_in_words(tmp_path: Path) -> None:
    database = tmp_path / "desk.db"
    Desk(database, create=True).close()
    served = ServedDesk(database)
    assert served.stories(None, None) == ()
    for ask in (lambda: served.standing(1), lambda: served.claim(1), lambda: served.article("none")):
        with pytest.raises(NoSuchInput, match="no"):
            ask()
    served.close()


def test_a_decision_is_logged_first_and_then_worked_out(tmp_path: Path) -> None:
    database = tmp_path / "desk.db"
    add(database, tmp_path / "in", "four")
    served = ServedDesk(database)
    story = served.stories(None, None)[0].number
    dossier = served.dossier(story)
    figure = next(one for one in dossier.figures if one.measure == "killed")
    wanted = Wanted(What.CORRECT, Ref(RefKind.FIGURE, figure.id), "A. Brenn\n", set=(Setting("low", "3"),))
    made = served.decide(dossier, wanted)
    assert (made.by, served.standing(story).at_work) == ("A. Brenn", True)
    served.settle()
    assert not served.standing(story).at_work
    after = served.dossier(story)
    assert next(one for one in after.figures if one.id == figure.id).low == 3
    served.decide(after, Wanted(What.UNDO, Ref(RefKind.DECISION, made.id), "A. Brenn"))
    served.settle()
    assert next(one for one in served.dossier(story).figures if one.id == figure.id).low == 4
    served.close()


def test_names_are_kept_apart_by_their_spelling(tmp_path: Path) -> None:
    database = tmp_path / "desk.db"
    add(database, tmp_path / "in", "four")
    served = ServedDesk(database)
    dossier = served.dossier(served.stories(None, None)[0].number)
    mayor = next(one for one in dossier.entities if "Dahl" in one.name)
    about = Ref(RefKind.ENTITY, mayor.id)
    made = served.decide(dossier, Wanted(What.APART, about, "x", name=mayor.name, with_name="Corvell"))
    assert [made.signs[0].text, made.with_signs[0].text] == [mayor.name, "Corvell"]
    with pytest.raises(UsageError, match="no article of this story names"):
        served.decide(dossier, Wanted(What.MERGE, about, "x", name=mayor.name, with_name="Nobody"))
    with pytest.raises(UsageError, match="not of this story"):
        served.decide(dossier, Wanted(What.UNDO, Ref(RefKind.DECISION, "none"), "x"))
    served.close()
