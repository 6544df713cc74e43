"""What reviewers decided, in every output."""

from dataclasses import replace
from pathlib import Path

import pytest
from tests.present.make import HOSTILE, make_dossier

from sayso.judge.taking import By, Meant, decide
from sayso.model.decision import Decision, Setting, Standing, What
from sayso.model.dossier import Dossier
from sayso.present import agenda, decided, pages, queries, sheets, tables, whys
from sayso.present.index import Index
from sayso.present.share import present as shared
from sayso.present.terminal import present as screen


def by(note: str, second: int = 0) -> By:
    return By("A. B.", f"2031-03-07T10:00:{second:02}.000Z", note)


@pytest.fixture(scope="module")
def reviewed() -> Dossier:
    """The invented story with decisions of every kind, one of which finds nothing."""
    story = make_dossier()
    claim, conflict = story.claims[0], story.conflicts[0]
    member = Index(story).facts[claim.members[0].id]
    made: list[Decision] = [
        decide(What.REJECT, Meant(story, story.figures[0]), by(f"misread {HOSTILE}")),
        decide(What.ACCEPT, Meant(story, claim), by("", 1)),
        decide(What.ACCEPT, Meant(story, conflict), by("both rang back", 2)),
        decide(What.APART, Meant(story, member), by("another dam", 3), Meant(story, claim)),
        replace(
            decide(What.CORRECT, Meant(story, story.figures[1]), by("", 4), None, [Setting("low", "9")]),
            was=(Setting("low", "6"),),
        ),
    ]
    gone = decide(What.REJECT, Meant(story, story.statements[-1]), by("gone", 5))
    return replace(story, decisions=(*made, replace(gone, standing=Standing.UNMATCHED)))


def test_the_page_marks_what_was_decided_and_lists_all_of_it(reviewed: Dossier) -> None:
    page = pages.present(reviewed)
    assert "Decided in review" in page
    assert "rejected by A. B. because: misread" in page
    assert HOSTILE not in page
    assert "finds nothing to stand on" in page
    assert "corrected by A. B. (was: low 6)" in page
    assert "rejected" in page.split('class="figure ')[1][:20]
    assert "Decided in review" not in pages.present(make_dossier())


def test_the_first_screen_says_that_somebody_looked(reviewed: Dossier) -> None:
    from rich.console import Console

    console = Console(width=200)
    with console.capture() as capture:
        console.print(screen(reviewed))
    assert "5 decisions in review" in capture.get()
    assert "in review" in capture.get().split("5 decisions in review")[1]


def test_a_claim_tells_what_was_decided_about_it(reviewed: Dossier) -> None:
    index = Index(reviewed)
    notes = list(decided.notes(index, reviewed.claims[0]))
    assert notes[0] == "Accepted by A. B."
    assert notes[1].endswith("taken out by A. B. because: another dam")
    assert whys.present(reviewed, reviewed.claims[:1])


def test_tables_and_coder_sheets_have_a_column_for_it(reviewed: Dossier, tmp_path: Path) -> None:
    rejected = reviewed.figures[0]
    line = next(one for one in sheets.figures(reviewed) if one.figure == rejected.id)
    assert line.review == f"rejected by A. B. because: misread {HOSTILE}"
    assert (line.deaths_low, line.injured_low, line.low) == (None, None, rejected.low)
    made = tables.tables(reviewed)
    assert [cell for cell in made["claims"].column("review").to_pylist() if cell]
    assert made["decisions"].num_rows == len(reviewed.decisions)
    assert tables.present(reviewed, tmp_path)


def test_a_rejected_fact_is_told_of_where_it_is_asked_for(reviewed: Dossier) -> None:
    fact = replace(reviewed.figures[0], id="abcdef0123456789")
    asked = replace(
        reviewed,
        figures=(fact,),
        decisions=tuple(replace(one, about=replace(one.about, id=fact.id)) for one in reviewed.decisions[:1]),
    )
    (told,) = queries.rejected(asked, "abcdef")
    assert "rejected by A. B." in told.message
    assert queries.rejected(asked, "123456") == ()


def test_a_shared_dossier_keeps_what_was_decided_but_not_the_words_to_find_it_by(reviewed: Dossier) -> None:
    passed_on = shared(reviewed)
    assert [one.note for one in passed_on.decisions] == [one.note for one in reviewed.decisions]
    assert all(not sign.sentence for one in passed_on.decisions for sign in one.signs)


def test_a_walk_asks_for_what_stands_apart_first_and_not_for_what_is_decided(reviewed: Dossier) -> None:
    asked = agenda.present(reviewed)
    apart = [number for number, one in enumerate(asked) if one.fact.id in Index(reviewed).conflicts_of]
    assert apart
    assert apart[0] == 0
    done = {one.about.id for one in reviewed.decisions if one.standing is Standing.HOLDS}
    assert not done & {one.fact.id for one in asked}
    assert {one.fact.id for one in agenda.present(make_dossier())} > {one.fact.id for one in asked}
