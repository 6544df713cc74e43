"""What several reports make of one utterance; every sentence is invented."""

from collections.abc import Sequence

import pytest
from tests.relate.make import day, entity, facts, figure, of, relay, report, resolved, statement

from sayso.model.relation import (
    Bearing,
    Claim,
    Difference,
    Differs,
    Member,
    Ref,
    RefKind,
    Support,
    Utterance,
)
from sayso.model.report import EntityKind, Facts, Figure, Span, Statement, StatementKind
from sayso.relate import renderings
from sayso.relate.quoted import quoted

MEIER = entity("Anna Meier", EntityKind.PERSON)
BRANDT = entity("Jonas Brandt", EntityKind.PERSON)
WIRE = entity("Fjordwire")
CROWD = entity("officials", EntityKind.GROUP, named=False)

Told = tuple[Facts, Statement, Figure | None]


def told(name: str, text: str, content: str, *sources: str, **more: object) -> Told:
    hedge = more.pop("hedge", None)
    number = more.pop("number", None)
    source = report(name, text, str(more.pop("date")) if "date" in more else None)
    if isinstance(hedge, str):
        start = text.index(hedge)
        more["hedges"] = (Span(start, start + len(hedge), hedge),)
    one = statement(source, content, *(sources or ("Anna Meier",)), **more)
    made = None
    if isinstance(number, tuple):
        made = of(one, figure(source, *number))
    return facts(source, [one], [made] if made else []), one, made


def direct(name: str, words: str, *sources: str, **more: object) -> Told:
    text = f'Anna Meier spoke. "{words}" It rained.'
    return told(name, text, f'"{words}"', *sources, kind=StatementKind.DIRECT, **more)


def indirect(name: str, content: str, *sources: str, **more: object) -> Told:
    return told(name, f"Anna Meier said {content}.", content, *sources, **more)


def claim(found: Sequence[Told]) -> Claim:
    members = [
        Member(RefKind.STATEMENT if isinstance(one, Statement) else RefKind.FIGURE, one.id, Bearing.ASSERTS)
        for _, *both in found
        for one in both
        if one is not None
    ]
    lead = Ref(RefKind.STATEMENT, found[0][1].id)
    ordered = tuple(sorted(members, key=lambda one: one.id))
    return Claim("c", "", lead, 0.0, "", ordered, (), 0, 0, (), Support.UNTRACED, (), None)


def utterances(*found: Told) -> tuple[Utterance, ...]:
    story = resolved([one for one, *_ in found], [MEIER, BRANDT, WIRE, CROWD])
    return renderings.relate(story, [claim(found)])


def differences(*found: Told) -> dict[str, list[tuple[Differs, tuple[str, ...], tuple[str, ...]]]]:
    """What differs in the one utterance of these, by the statement that each rendering begins with."""
    (utterance,) = utterances(*found)
    return {
        way.facts[0].id: [(one.kind, one.here, one.there) for one in way.differences]
        for way in utterance.renderings
    }


A = "The bridge was hardly ever looked at"
B = "The bridge was almost never looked at"
AFTER = "The bridge was hardly ever looked after"


def test_other_words_between_quotation_marks_are_shown_and_leave_the_wording_unconfirmed() -> None:
    a, b = direct("a", A), direct("b", B)
    found = differences(a, b)
    assert found[a[1].id] == [(Differs.QUOTED_WORDS, ("hardly ever",), ("almost never",))]
    assert found[b[1].id] == [(Differs.QUOTED_WORDS, ("almost never",), ("hardly ever",))]
    (utterance,) = utterances(a, b)
    assert not utterance.wording_confirmed
    assert not renderings.confirmed([claim([a, b])], [utterance])[0].wording_confirmed


def test_the_place_of_a_difference_is_that_of_its_words() -> None:
    a, b = direct("a", A), direct("b", B)
    (utterance,) = utterances(a, b)
    texts = {a[1].id: a[0].report.text, b[1].id: b[0].report.text}
    for way in utterance.renderings:
        (one,) = way.differences
        assert tuple(texts[way.facts[0].id][start:end] for start, end in one.spans) == one.here


@pytest.mark.parametrize(
    "other",
    [
        "It wasn't labelled and the harbour colour is grey.",
        "it was not labeled and the harbor color is grey",
        "It was not labelled and the harbour colour is grey!",
    ],
)
def test_contractions_spelling_and_case_are_no_other_wording(other: str) -> None:
    assert (
        utterances(direct("a", "It was not labelled and the harbour colour is grey."), direct("b", other))
        == ()
    )


def test_a_quotation_cut_short_is_no_other_wording() -> None:
    (utterance,) = utterances(direct("a", A), direct("b", A + " by the harbour office"))
    assert utterance.wording_confirmed


def test_two_sentences_of_one_speaker_are_two_utterances() -> None:
    assert utterances(direct("a", A), direct("b", "Nobody will pay for new pumps")) == ()


def test_copies_fold_into_one_rendering() -> None:
    (utterance,) = utterances(direct("a", A), direct("b", A), direct("c", B))
    assert sorted(len(way.facts) for way in utterance.renderings) == [1, 2]
    assert utterances(direct("a", A), direct("b", A)) == ()


def test_a_hedge_that_one_report_drops_is_shown_as_lost() -> None:
    hedged = indirect("a", "the pump had allegedly failed before the flood", hedge="allegedly")
    bare = indirect("b", "the pump had failed before the flood")
    found = differences(hedged, bare)
    assert found[bare[1].id] == [(Differs.HEDGE, (), ("allegedly",))]
    assert found[hedged[1].id] == []


def test_a_statement_weakened_by_other_words_has_lost_no_hedge() -> None:
    hedged = indirect("a", "the pump had allegedly failed before the flood", hedge="allegedly")
    assert not any(differences(hedged, indirect("b", "the pump may have failed before the flood")).values())


def test_a_hedge_of_something_else_is_not_lost() -> None:
    hedged = indirect("a", "the pump failed and the guard reportedly slept upstairs", hedge="reportedly")
    assert not any(differences(hedged, indirect("b", "the pump failed in the night")).values())


def test_a_number_bounded_otherwise_is_shown() -> None:
    a = indirect("a", "at least 40 boats sank", number=("at least 40 boats", "boat", 40.0, None))
    b = indirect("b", "exactly 40 boats sank", number=("exactly 40 boats", "boat", 40.0, 40.0))
    found = differences(a, b)
    assert found[a[1].id] == [(Differs.FIGURE, ("at least 40 boats",), ("exactly 40 boats",))]


def test_numbers_that_exclude_each_other_are_of_two_utterances() -> None:
    a = indirect("a", "40 boats sank", number=("40 boats", "boat", 40.0, 40.0))
    b = indirect("b", "70 boats sank", number=("70 boats", "boat", 70.0, 70.0))
    assert utterances(a, b) == ()


def test_another_channel_is_shown_and_none_named_is_no_other() -> None:
    a = indirect("a", "the bridge is closed", channel="X")
    b = indirect("b", "the bridge was closed", channel="Telegram")
    c = indirect("c", "the bridge had been closed")
    found = differences(a, b, c)
    assert found[a[1].id] == [(Differs.CHANNEL, ("X",), ("Telegram",))]
    assert found[c[1].id] == []


def test_the_same_words_on_two_channels_are_two_renderings() -> None:
    (utterance,) = utterances(direct("a", A, channel="X"), direct("b", A, channel="Telegram"))
    assert len(utterance.renderings) == 2


def test_another_relay_is_shown_by_whom_it_names() -> None:
    a = indirect("a", "the bridge is closed", relays=(relay("Fjordwire"),))
    b = indirect("b", "the bridge was closed")
    found = differences(a, b)
    assert found[a[1].id] == [(Differs.RELAY, ("Fjordwire",), ())]
    assert found[b[1].id] == []


def test_the_same_quoted_words_of_two_named_speakers_are_shown() -> None:
    a, b = direct("a", A), direct("b", A, "Jonas Brandt")
    assert differences(a, b)[a[1].id] == [(Differs.SPEAKER, ("Anna Meier",), ("Jonas Brandt",))]


def test_reported_words_of_two_speakers_are_two_utterances() -> None:
    a, b = (
        indirect(name, "the bridge is closed", who)
        for name, who in (("a", "Anna Meier"), ("b", "Jonas Brandt"))
    )
    assert utterances(a, b) == ()


def test_people_whom_nobody_names_are_many() -> None:
    a, b = (
        indirect(name, f"the bridge {verb} closed", "officials") for name, verb in (("a", "is"), ("b", "was"))
    )
    assert utterances(a, b) == ()


def test_nearly_the_same_telling_of_somebody_unnamed_is_one_utterance() -> None:
    words = "the pump of the upper harbour had allegedly failed before the flood"
    hedged = indirect("a", words, "officials", hedge="allegedly")
    bare = indirect("b", words.replace(" allegedly", ""), "officials")
    assert differences(hedged, bare)[bare[1].id] == [(Differs.HEDGE, (), ("allegedly",))]


def test_two_days_are_two_utterances() -> None:
    a = indirect("a", "the bridge is closed", said=day("2024-03-01"))
    assert utterances(a, indirect("b", "the bridge was closed", said=day("2024-03-04"))) == ()
    assert len(utterances(a, indirect("b", "the bridge was closed", said=day("2024-03-01")))) == 1


def test_reports_days_apart_tell_one_utterance_only_by_its_quoted_words() -> None:
    a, b = (
        indirect("a", "the bridge is closed", date="2024-03-01"),
        indirect("b", "the bridge was closed", date="2024-03-04"),
    )
    assert utterances(a, b) == ()
    assert len(utterances(direct("a", A, date="2024-03-01"), direct("b", AFTER, date="2024-03-04"))) == 1


def test_a_report_that_says_it_twice_is_alone() -> None:
    source = report("a", "Anna Meier said the bridge is closed. The bridge was closed, she said.")
    ones = [
        statement(source, content, "Anna Meier")
        for content in ("the bridge is closed", "The bridge was closed")
    ]
    both = facts(source, ones)
    assert utterances((both, ones[0], None), (both, ones[1], None)) == ()


def test_any_order_of_reports_gives_the_same() -> None:
    found = [direct("a", A), direct("b", B), indirect("c", "that the bridge was never looked at")]
    assert utterances(*found) == utterances(*reversed(found))


def test_words_in_the_brackets_of_an_outlet_are_its_own() -> None:
    (utterance,) = utterances(
        direct("a", "They [the guards] left the gate open"), direct("b", "They just left the gate open")
    )
    here = [text for way in utterance.renderings for one in way.differences for text in one.here]
    assert here == ["just"]


def test_a_mixed_statement_is_compared_by_what_stands_between_its_marks() -> None:
    text = 'Anna Meier said the quay had "minimal protection" and no lights.'
    source = report("a", text)
    content = 'the quay had "minimal protection" and no lights'
    one = statement(source, content, "Anna Meier", kind=StatementKind.MIXED)
    assert [part.words for part in quoted(source, one)] == [("minimal", "protection")]


def test_a_piece_picked_from_a_quotation_is_of_that_utterance_and_another_is_not() -> None:
    whole = direct("a", "My neighbour shouted that the river had gone silent")
    text = 'Anna Meier said the river "went silent" then.'
    piece = told("b", text, 'the river "went silent" then', kind=StatementKind.MIXED)
    assert len(utterances(whole, piece)) == 1
    other = told(
        "c", 'Anna Meier saw a "brown wall" there.', 'a "brown wall" there', kind=StatementKind.MIXED
    )
    assert utterances(whole, other) == ()


def test_a_difference_has_a_side_at_least() -> None:
    (utterance,) = utterances(direct("a", A), direct("b", B))
    assert all(one.here or one.there for way in utterance.renderings for one in way.differences)
    assert all(isinstance(one, Difference) for way in utterance.renderings for one in way.differences)


def test_short_words_are_not_taken_for_another_spelling() -> None:
    a, b = (
        direct("a", "We waited for hours at our own quay too"),
        direct("b", "We waited four hours at our own quay too"),
    )
    assert not utterances(a, b)[0].wording_confirmed
