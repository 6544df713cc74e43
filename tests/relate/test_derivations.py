from tests.relate.make import eid, entity, facts, relay, report, resolved, statement

from sayso.model.relation import DerivationKind, DerivedFrom
from sayso.model.report import StatementKind
from sayso.relate import derivations

FIRST = "The old pier at Storr collapsed under the weight of the crowd late on Monday evening."
SECOND = "Nine people were taken to hospital in Storr with broken bones and cold from the water."
EDITED = "Nine people were taken to hospital with broken bones and cold from the icy water."


def test_a_copied_text_is_aligned_and_the_earlier_report_is_the_source() -> None:
    early = report("a", f"{FIRST} {SECOND}", "2024-03-04", outlet="Harbour Post")
    late = report("b", f"{FIRST} {SECOND} Ferries ran as usual.", "2024-03-05", outlet="Storr Daily")
    (one,) = derivations.relate(resolved([facts(late), facts(early)]))
    assert (one.report, one.from_, one.kind) == (late.id, DerivedFrom(report=early.id), DerivationKind.COPIED)
    assert [late.text[a.a[0] : a.a[1]] for a in one.evidence] == [
        early.text[a.b[0] : a.b[1]] for a in one.evidence
    ]
    assert "earlier (2024-03-04)" in one.why


def test_changed_words_make_an_edited_copy() -> None:
    early = report("a", f"{FIRST} {SECOND}", "2024-03-04")
    late = report("b", f"{FIRST.replace('late on', 'on')} {EDITED}", "2024-03-05")
    (one,) = derivations.relate(resolved([facts(early), facts(late)]))
    assert one.kind is DerivationKind.EDITED_COPY


def test_without_dates_or_credits_the_direction_is_said_to_be_unknown() -> None:
    pair = [facts(report(name, f"{FIRST} {SECOND}")) for name in "ab"]
    (one,) = derivations.relate(resolved(pair))
    assert "direction unknown" in one.why


def test_an_agency_copy_is_the_source_of_an_outlet_that_credits_it() -> None:
    wire = report("b", f"{FIRST} {SECOND}", agencies=("Corrie Wire",))
    paper = report("a", f"{FIRST} {SECOND}", agencies=("Corrie Wire",), outlet="Storr Daily")
    found = derivations.relate(resolved([facts(wire), facts(paper)], [entity("Corrie Wire")]))
    assert [(one.report, one.from_.report) for one in found if one.from_.report] == [(paper.id, wire.id)]
    assert {one.report for one in found if one.from_.entity == eid("Corrie Wire")} == {wire.id, paper.id}


def test_one_shared_quotation_is_no_copying() -> None:
    quote = '"We heard the planks crack and then all of us were in the black water," he said.'
    a, b = report("a", f"{quote} The pier is shut."), report("b", f"{quote} Divers were called.")
    said = [statement(one, quote, "Ewan Brae", kind=StatementKind.DIRECT) for one in (a, b)]
    assert derivations.relate(resolved([facts(a, said[:1]), facts(b, said[1:])])) == ()


def test_a_relay_is_a_credit_to_the_outlet_s_report_when_the_story_has_it() -> None:
    own = report("a", "The harbour master resigned.", outlet="Corrie Wire")
    other = report("b", "The harbour master resigned, Corrie Wire reported.")
    said = statement(other, "The harbour master resigned", "Harbour master", relays=(relay("Corrie Wire"),))
    found = derivations.relate(resolved([facts(own), facts(other, [said])], [entity("Corrie Wire")]))
    assert [(one.report, one.from_, one.kind) for one in found] == [
        (other.id, DerivedFrom(report=own.id), DerivationKind.CREDITED)
    ]


def test_a_report_told_again_in_other_words_is_a_paraphrase_of_the_earlier() -> None:
    first = (
        "The pier at Storr broke at 19 when Marta Holm passed. Then Jon Berg of Corrie saw 26 at sea. "
        "By night the Harbour Board in Storr spoke of 31 boats. On land Eva Lund of Skerry gave out 40 coats."
    )
    again = (
        "The jetty of Storr failed at 19 as Marta Holm went by. Later Jon Berg from Corrie saw 26 afloat. "
        "At dusk the Harbour Board of Storr told of 31. Ashore it was Eva Lund of Skerry with 40 rugs."
    )
    early, late = report("a", first, "2024-03-04"), report("b", again, "2024-03-05")
    (one,) = derivations.relate(resolved([facts(late), facts(early)]))
    assert (one.report, one.from_.report, one.kind) == (late.id, early.id, DerivationKind.PARAPHRASE)


def test_an_agency_s_copy_is_not_derived_from_a_later_report_of_that_agency() -> None:
    early = report("a", "The harbour master resigned.", "2024-03-04", agencies=("Corrie Wire",))
    late = report("b", "The pier was rebuilt at last.", "2024-03-09", outlet="Corrie Wire")
    said = statement(early, "The harbour master resigned", "Harbour master", relays=(relay("Corrie Wire"),))
    found = derivations.relate(resolved([facts(early, [said]), facts(late)], [entity("Corrie Wire")]))
    assert [one.from_.report for one in found] == [None]
