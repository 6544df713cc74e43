"""What the server is told of a database: numbers that stay, texts that were replaced, what was kept."""

from pathlib import Path

import pytest

from sayso.errors import NoSuchInput
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
