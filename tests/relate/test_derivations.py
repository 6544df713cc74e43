import time
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.relate.make import eid, entity, facts, relay, report, resolved, statement

from sayso.model.relation import DerivationKind, DerivedFrom
from sayso.model.report import Block, BlockRole, EntityKind, StatementKind
from sayso.relate import derivations

FIRST = "The old pier at Storr collapsed under the weight of the crowd late on Monday evening."
SECOND = "Nine people were taken to hospital in Storr with broken bones and cold from the water."
OWN = "Ferries to the Corrie islands ran as usual through the night, the office in Storr told this paper."
MORE = "Divers from Corrie searched below the planks until 4 in the morning, when the tide made them stop."
QUOTE = '"We heard the planks crack and then all of us were in the water,"'
EDITED = "Nine people were taken to hospital with broken bones and cold from the icy water."


def test_a_copied_text_is_aligned_and_the_earlier_report_is_the_source() -> None:
    early = report("a", f"{FIRST} {SECOND}", "2024-03-04", outlet="Harbour Post")
    late = report("b", f"{FIRST} {SECOND} {OWN}", "2024-03-05", outlet="Storr Daily")
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


def held_whole(short: str, long: str) -> str:
    """Why of two reports one stands for the source: the longer one holds all of the shorter and more."""
    pair = report("a", f"{FIRST} {SECOND}", short), report("b", f"{FIRST} {SECOND} {OWN} {MORE}", long)
    (one,) = derivations.relate(resolved([facts(each) for each in pair]))
    return one.why


def test_a_report_that_stands_in_one_of_a_later_hour_is_not_drawn_from_it() -> None:
    assert "nearly all of it stands in the other" in held_whole("2024-03-04T18:00", "2024-03-04T09:00")
    assert "direction unknown" in held_whole("2024-03-04T09:00", "2024-03-04T18:00")


def test_an_agency_copy_is_the_source_of_an_outlet_that_credits_it() -> None:
    wire = report("b", f"{FIRST} {SECOND}", agencies=("Corrie Wire",))
    paper = report("a", f"{FIRST} {SECOND}", agencies=("Corrie Wire",), outlet="Storr Daily")
    found = derivations.relate(resolved([facts(wire), facts(paper)], [entity("Corrie Wire")]))
    assert [(one.report, one.from_.report) for one in found if one.from_.report] == [(paper.id, wire.id)]
    assert {one.report for one in found if one.from_.entity == eid("Corrie Wire")} == {wire.id, paper.id}


def test_a_wire_service_is_the_source_of_the_paper_that_prints_its_report_in_full_beside_more() -> None:
    wire = report("b", f"{FIRST} {SECOND}", outlet="The Associated Press")
    paper = report("a", f"{FIRST} {SECOND} {OWN}", outlet="Storr Daily")
    (one,) = derivations.relate(resolved([facts(wire), facts(paper)]))
    assert (one.report, one.from_.report) == (paper.id, wire.id)
    assert "the other is The Associated Press's own copy" in one.why


def test_a_paper_with_capitals_for_a_name_is_no_wire_service() -> None:
    wire = report("b", f"{FIRST} {SECOND}", outlet="STN")
    paper = report("a", f"{FIRST} {SECOND} {OWN}", outlet="Storr Daily")
    (one,) = derivations.relate(resolved([facts(wire), facts(paper)]))
    assert "own copy" not in one.why


def test_one_shared_quotation_is_no_copying() -> None:
    quote = '"We heard the planks crack and then all of us were in the black water," he said.'
    a, b = report("a", f"{quote} The pier is shut."), report("b", f"{quote} Divers were called.")
    said = [statement(one, quote, "Ewan Brae", kind=StatementKind.DIRECT) for one in (a, b)]
    assert derivations.relate(resolved([facts(a, said[:1]), facts(b, said[1:])])) == ()


def test_a_relay_is_a_credit_to_the_outlet_s_report_when_the_story_has_it() -> None:
    own = report("a", "Early today the harbour master resigned.", outlet="Corrie Wire")
    other = report("b", "The harbour master resigned, Corrie Wire reported.")
    said = statement(other, "The harbour master resigned", "Harbour master", relays=(relay("Corrie Wire"),))
    found = derivations.relate(resolved([facts(own), facts(other, [said])], [entity("Corrie Wire")]))
    assert {(one.report, one.from_, one.kind) for one in found} == {
        (other.id, DerivedFrom(report=own.id), DerivationKind.CREDITED),
        (other.id, DerivedFrom(entity=eid("Corrie Wire")), DerivationKind.CREDITED),
    }


def test_a_relay_is_no_credit_to_another_report_of_the_outlet() -> None:
    own = report("a", "The pier at Storr is shut until June.", outlet="Corrie Wire")
    other = report("b", "The harbour master resigned, Corrie Wire reported.")
    said = statement(other, "The harbour master resigned", "Harbour master", relays=(relay("Corrie Wire"),))
    (one,) = derivations.relate(resolved([facts(own), facts(other, [said])], [entity("Corrie Wire")]))
    assert one.from_ == DerivedFrom(entity=eid("Corrie Wire"))


def test_a_quotation_credited_to_an_agency_is_an_excerpt_of_its_copy() -> None:
    said = [
        facts(
            report("a", f"{FIRST} {QUOTE} Ewan Brae said.", outlet="Harbour Post", agencies=("Corrie Wire",))
        )
    ]
    said.append(facts(report("b", f"{OWN} {QUOTE} Ewan Brae told Corrie Wire.", outlet="Storr Daily")))
    kind = StatementKind.DIRECT
    made = [statement(one.report, QUOTE, "Ewan Brae", kind=kind) for one in said]
    through = replace(made[1], relays=(relay("Corrie Wire"),))
    story = [replace(said[0], statements=(made[0],)), replace(said[1], statements=(through,))]
    found = derivations.relate(
        resolved(story, [entity("Corrie Wire"), entity("Ewan Brae", EntityKind.PERSON)])
    )
    (one,) = [one for one in found if one.kind is DerivationKind.EXCERPT]
    assert (one.report, one.from_.report) == (story[1].report.id, story[0].report.id)
    assert [(pair.a, pair.b) for pair in one.evidence] == [(through.sentence, made[0].sentence)]
    uncredited = [story[0], replace(said[1], statements=(made[1],))]
    assert all(one.kind is DerivationKind.CREDITED for one in derivations.relate(resolved(uncredited)))


def test_a_report_told_again_in_other_words_is_a_paraphrase_of_the_earlier() -> None:
    first = (
        "The pier at Storr broke at 19 when Marta Holm passed. Then Jon Berg of Corrie saw 26 at sea. "
        "By night the Harbour Board in Storr spoke of 31 boats. On land Eva Lund of Skerry gave 40 coats. "
        "Next day Ole Dahl of Skerry found 12 bags in Corrie."
    )
    again = (
        "The jetty of Storr failed at 19 as Marta Holm went by. Later Jon Berg from Corrie saw 26 afloat. "
        "At dusk the Harbour Board of Storr told of 31. Ashore it was Eva Lund of Skerry with 40 rugs. "
        "A day on, 12 sacks were seen at Corrie by Ole Dahl from Skerry."
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


def between(*found: object) -> list[tuple[DerivationKind, str]]:
    return [(one.kind, one.why) for one in found if one.from_.report]  # type: ignore[attr-defined]


def test_two_papers_with_one_text_are_identical() -> None:
    early = report("a", f"{FIRST} {SECOND} {OWN}", "2024-03-04", outlet="Harbour Post")
    late = report("b", f"{FIRST} {SECOND} {OWN}", "2024-03-05", outlet="Storr Daily")
    (one,) = derivations.relate(resolved([facts(late), facts(early)]))
    assert (one.report, one.kind, one.share) == (late.id, DerivationKind.IDENTICAL, 1.0)


def test_what_both_carry_of_one_agency_is_no_copy_of_the_one_from_the_other() -> None:
    post = report("a", f"{FIRST} {SECOND}", "2024-03-04", outlet="Harbour Post", agencies=("Corrie Wire",))
    daily = report("b", f"{SECOND} {OWN}", "2024-03-05", outlet="Storr Daily", agencies=("Corrie Wire",))
    ((kind, why),) = between(*derivations.relate(resolved([facts(post), facts(daily)])))
    assert kind is DerivationKind.SHARED_AGENCY
    assert "both carry Corrie Wire's copy, so that neither is shown to draw on the other" in why


def test_an_agency_s_copy_that_another_paper_prints_without_credit_is_shared() -> None:
    text = f"STORR (Corrie Wire) — {FIRST} {SECOND}"
    opening = (Block(0, 22, BlockRole.DATELINE), Block(22, len(text), BlockRole.PARAGRAPH))
    post = report("a", text, outlet="Harbour Post", agencies=("Corrie Wire",), blocks=opening)
    daily = report("b", f"{SECOND} {OWN}", outlet="Storr Daily")
    ((kind, _),) = between(*derivations.relate(resolved([facts(post), facts(daily)])))
    assert kind is DerivationKind.SHARED_AGENCY


def test_a_report_with_help_of_an_agency_is_a_source_itself() -> None:
    text = f"{FIRST} {SECOND}\n\nCorrie Wire contributed to this report."
    end = (
        Block(0, text.index("\n"), BlockRole.PARAGRAPH),
        Block(text.index("Corrie"), len(text), BlockRole.CREDIT),
    )
    post = report("a", text, "2024-03-04", outlet="Harbour Post", agencies=("Corrie Wire",), blocks=end)
    daily = report("b", f"{FIRST} {SECOND} {OWN}", "2024-03-05", outlet="Storr Daily")
    ((kind, why),) = between(*derivations.relate(resolved([facts(post), facts(daily)])))
    assert (kind, "earlier" in why) == (DerivationKind.COPIED, True)


def test_page_furniture_that_two_reports_share_is_no_copying() -> None:
    page = (
        "no one covers what is happening in our community better than we do, and we do it every day for you."
    )
    pair = [report("a", f"{FIRST} {page}"), report("b", f"{OWN} {page}")]
    assert derivations.relate(resolved(list(map(facts, pair)))) == ()
    told = page.replace("our community", "Storr and Corrie")
    pair = [report("a", f"{FIRST} {told}"), report("b", f"{OWN} {told}")]
    assert len(derivations.relate(resolved(list(map(facts, pair))))) == 1


def test_a_post_that_two_reports_show_is_no_copying() -> None:
    post = (
        "The pier at Storr has been rotten for 20 years and everybody in the Harbour Board knew it all along."
    )
    signed = f"\n\n{post}\n\n— Ewan Brae (@ewanbrae) March 4, 2024"
    pair = []
    for name, text in (("a", FIRST + signed), ("b", OWN + signed)):
        at = text.index(post)
        blocks = (
            Block(0, at - 2, BlockRole.PARAGRAPH),
            Block(at, at + len(post), BlockRole.PARAGRAPH),
            Block(at + len(post) + 2, len(text), BlockRole.BOILERPLATE),
        )
        pair.append(facts(report(name, text, blocks=blocks)))
    assert derivations.relate(resolved(pair)) == ()


def test_a_caption_that_two_reports_share_is_no_copying() -> None:
    caption = (
        "Divers of the Corrie coast guard search the water below the pier at Storr, Tuesday, March 5, 2024."
    )
    pair = []
    for name, text in (("a", f"{FIRST}\n"), ("b", f"{OWN}\n")):
        body = Block(0, len(text) - 1, BlockRole.PARAGRAPH)
        both = (body, Block(len(text), len(text) + len(caption), BlockRole.CAPTION))
        pair.append(facts(report(name, text + caption, blocks=both)))
    assert derivations.relate(resolved(pair)) == ()


def test_a_long_part_of_a_sentence_that_is_taken_over_is_an_edited_copy() -> None:
    part = "were told on Friday that the pier could not bear more than a few dozen people at a time"
    early = report("a", f"Inspectors of the Storr Harbour Board {part}, letters show.", "2024-03-04")
    late = report("b", f"It has emerged that the owners {part} and should be shut by Easter.", "2024-03-05")
    ((kind, _),) = between(*derivations.relate(resolved([facts(early), facts(late)])))
    assert kind is DerivationKind.EDITED_COPY


def test_a_row_of_names_and_titles_is_shared_by_chance() -> None:
    name = "Marta Holm, Vice Chair of the Corrie Island Harbour Safety Board Committee of Storr District"
    early = report(
        "a", f"The pier was safe in January, said {name}, and no one had complained.", "2024-03-04"
    )
    late = report("b", f"Talks with {name}, broke down over the cost of divers.", "2024-03-05")
    assert derivations.relate(resolved([facts(early), facts(late)])) == ()


def test_one_sentence_again_and_again_does_not_hang() -> None:
    flood = [facts(report(name, " ".join([FIRST] * 5000))) for name in "ab"]
    start = time.monotonic()
    (one,) = derivations.relate(resolved(flood))
    assert len(one.evidence) == 1
    assert time.monotonic() - start < 20


SENTENCES = [
    FIRST,
    SECOND,
    EDITED,
    OWN,
    f"{FIRST[:-1]}, police in Corrie said.",
    '"We heard 9 planks crack," said Jon Berg.',
]


@given(st.lists(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=6), min_size=2, max_size=4))
@settings(max_examples=60, deadline=None)
def test_evidence_is_whole_sentences_that_are_alike_on_both_sides(texts: list[list[str]]) -> None:
    story = [facts(report(str(number), " ".join(text))) for number, text in enumerate(texts)]
    by_id = {one.report.id: one for one in story}
    for one in derivations.relate(resolved(story)):
        ours, theirs = by_id[one.report], by_id[one.from_.report or ""]
        assert one.evidence
        for pair in one.evidence:
            assert pair.a in ours.sentences
            assert pair.b in theirs.sentences
            shared = set(ours.report.text[slice(*pair.a)].split()) & set(
                theirs.report.text[slice(*pair.b)].split()
            )
            assert len(shared) >= 5


def test_what_one_outlet_sets_under_its_reports_is_no_copying() -> None:
    end = "Radio Storr is the news station of the Corrie islands and was founded by Marta Holm in 1962."
    more = (
        "Its programmes are made in Storr by 40 people and are heard in all of the Corrie islands every day."
    )
    pair = [facts(report(name, f"{text} {end} {more}", outlet="Radio Storr")) for name, text in openings()]
    assert derivations.relate(resolved(pair)) == ()
    other = [facts(report(name, f"{text} {end} {more}", outlet=f"Radio {name}")) for name, text in openings()]
    assert len(derivations.relate(resolved(other))) == 1


def openings() -> list[tuple[str, str]]:
    bread = "Bakers in Skerry sell 900 loaves a day since the mill at Corrie burned, the guild said."
    again = "Jon Berg of the guild told the board of Skerry in May that 12 of its members had closed shop."
    return [("a", f"{FIRST} {SECOND} {MORE}"), ("b", f"{OWN} {bread} {again}")]


def test_what_one_report_quotes_is_quotation_in_all() -> None:
    post = (
        "The pier at Storr has been rotten for 20 years and everybody in the Harbour Board knew it all along."
    )
    pair = [facts(report("a", f"{FIRST} {post}")), facts(report("b", f"{OWN} {post}"))]
    assert len(derivations.relate(resolved(pair))) == 1
    quoting = facts(report("c", f'{MORE} "{post}"'))
    assert derivations.relate(resolved([*pair, quoting])) == ()


def test_a_post_in_one_line_with_its_author_is_quotation() -> None:
    post = "The pier at Storr has been rotten for 20 years. Everybody in the Board of Corrie knew it."
    signed = f"{post} — Ewan Brae (@ewanbrae) March 4, 2024"
    pair = [facts(report("a", f"{FIRST}\n{signed}")), facts(report("b", f"{OWN}\n{signed}"))]
    assert derivations.relate(resolved(pair)) == ()


def test_an_edited_sentence_beside_shared_quotations_is_copying() -> None:
    more = '"Nobody ever told us that the planks were rotten,"'
    moved = (
        "The boats of the yard, which trades as Corrie Marine, would move to a new quay in Skerry, he said."
    )
    told = "The boats of the yard, which trades as Corrie Marine, are to move to a quay in Skerry, Berg said."
    early = report("a", f"{moved} {QUOTE} he said. {more} he said.", "2024-03-04", outlet="Harbour Post")
    late = report("b", f"{OWN} {told} {QUOTE} he said. {more} he said.", "2024-03-05", outlet="Storr Daily")
    ((kind, why),) = between(*derivations.relate(resolved([facts(early), facts(late)])))
    assert kind is DerivationKind.EDITED_COPY
    assert "unless both draw on a third" in why
    alone = report("c", f"{OWN} {told}", "2024-03-05", outlet="Storr Daily")
    assert derivations.relate(resolved([facts(early), facts(alone)])) == ()


def test_a_report_that_gives_another_s_address_links_to_it() -> None:
    first = report(
        "a", FIRST, outlet="Harbour Post", url="https://www.harbourpost.example/2024/pier?ref=feed"
    )
    other = report("b", f"{OWN} See https://harbourpost.example/2024/pier/.", outlet="Storr Daily")
    away = report("c", f"{OWN} See https://harbourpost.example/2024/quay.", outlet="Corrie Post")
    found = [
        one for one in derivations.relate(resolved(list(map(facts, (first, other, away))))) if not one.share
    ]
    assert [(one.report, one.from_.report, one.kind) for one in found] == [
        (other.id, first.id, DerivationKind.LINK)
    ]
