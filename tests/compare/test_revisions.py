from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.compare import make

from sayso import api
from sayso.compare.alignment import differing
from sayso.compare.documents import Document
from sayso.compare.revisions import compare
from sayso.compare.sentences import sentences
from sayso.model.change import EditKind, Revision, TouchKind
from sayso.model.dossier import Dossier
from sayso.model.report import Report


def revision(later: Dossier) -> Revision:
    (one,) = api.changes(make.before(), later)
    assert one.revision is not None
    return one.revision


def touches(old: str, new: str) -> list[tuple[TouchKind, str, str]]:
    return [(one.kind, one.was, one.now) for one in revision(make.edited(old, new)).touches]


def report(text: str) -> Report:
    return replace(make.before().reports[0], text=text, blocks=())


def document(text: str) -> Document:
    one = report(text)
    return Document(one, sentences(one), (), ())


def test_a_number_that_was_changed() -> None:
    assert touches("At least two people", "Three people") == [
        (TouchKind.FIGURE_CHANGED, "At least two people", "Three people")
    ]


def test_a_hedge_that_went_and_one_that_came() -> None:
    assert touches("had reportedly complained", "had complained") == [
        (TouchKind.HEDGE_GONE, "reportedly", "")
    ]
    hedged = make.edited("had reportedly complained", "had complained")
    (back,) = api.changes(hedged, make.before())
    assert back.revision is not None
    assert [one.kind for one in back.revision.touches] == [TouchKind.HEDGE_NEW]


def test_a_stance_that_changed() -> None:
    kinds = [
        kind for kind, *_ in touches("Lindqvist, said the sprinklers", "Lindqvist, denied the sprinklers")
    ]
    assert TouchKind.STANCE_CHANGED in kinds


def test_a_source_that_changed() -> None:
    kinds = touches("The mill's manager, Pavo Lindqvist, said the", "The mill's owner said the")
    assert [kind for kind, *_ in kinds] == [TouchKind.SOURCE_CHANGED]


def test_a_statement_that_was_taken_out() -> None:
    gone = "The mill's manager, Pavo Lindqvist, said the sprinklers had been inspected in January.\n"
    found = revision(make.edited(gone, ""))
    assert [one.kind for one in found.edits] == [EditKind.REMOVED]
    assert {one.kind for one in found.touches} == {TouchKind.STATEMENT_GONE}


def test_what_only_moved_to_another_place_is_no_edit() -> None:
    first, second = "One came. ", "Two went to the sea. "
    found = compare(document(first + second + "Three."), document(second + first + "Three."))
    assert found.revision.edits == ()


def test_other_quotation_marks_and_spaces_are_no_edit() -> None:
    found = compare(document('He said "no" to all.'), document("He said  “no” to all."))
    assert found.revision.edits == ()


def test_furniture_is_not_looked_at() -> None:
    more = make.MONDAY + "\nSign up for our newsletter\n"
    later = make.dossier(("monday.txt", more))
    assert api.changes(make.before(), later) == ()


def test_edited_words_are_marked_where_they_stand() -> None:
    before, after = document("The mayor saw two boats."), document("The mayor saw ten boats.")
    (edit,) = compare(before, after).revision.edits
    assert edit.kind is EditKind.EDITED
    assert [before.report.text[a:b] for a, b in edit.removed] == ["two"]
    assert [after.report.text[a:b] for a, b in edit.added] == ["ten"]


def test_sentences_do_not_end_after_titles_initials_and_before_small_letters() -> None:
    text = "Gen. J. Orlo left at 5 p.m. for Brod. “Stay!” he said. It was 3.5 km.\nA line"
    found = [text[a:b] for a, b in sentences(report(text))]
    assert found == ["Gen. J. Orlo left at 5 p.m. for Brod.", "“Stay!” he said.", "It was 3.5 km.", "A line"]


def test_a_sentence_that_a_fact_stands_in_is_not_cut() -> None:
    text = "The Co. Ltd. Office closed. All left."
    assert sentences(report(text), [(0, 27)])[0] == (0, 27)


TEXTS = st.lists(
    st.sampled_from(["A cat ran.", "A dog ran off.", "It rained!", "Why?", "Nobody came."]), max_size=9
)


@settings(deadline=None)
@given(TEXTS, TEXTS)
def test_what_is_kept_edited_removed_and_added_is_every_sentence_once(
    left: list[str], right: list[str]
) -> None:
    before, after = document(" ".join(left)), document(" ".join(right))
    found = compare(before, after).revision
    gone = [one.before for one in found.edits if one.before]
    came = [one.after for one in found.edits if one.after]
    assert len(set(gone)) + found.kept == len(before.sentences)
    assert len(set(came)) + found.kept == len(after.sentences)
    assert compare(before, before).revision.edits == ()


@settings(deadline=None)
@given(st.text(max_size=60), st.text(max_size=60))
def test_without_the_words_that_differ_two_texts_have_the_same_words(before: str, after: str) -> None:
    removed, added = differing(before, after)

    def left(text: str, spans: tuple[tuple[int, int], ...]) -> str:
        kept = [letter for place, letter in enumerate(text) if not any(a <= place < b for a, b in spans)]
        return "".join("".join(kept).split())

    assert left(before, removed) == left(after, added)


def test_a_text_without_a_full_stop_does_not_blow_up() -> None:
    huge = " ".join(f"word{place % 977}" for place in range(60_000))
    (edit,) = compare(document(huge), document(huge + " more words")).revision.edits
    assert edit.kind is EditKind.EDITED
