from dataclasses import replace

from tests.relate.make import eid, entity, facts, figure, of, relay, report, resolved, statement, traced

from sayso.embed import embed
from sayso.model.relation import Aligned, Certainty, Claim, Derivation, DerivationKind, DerivedFrom, Support
from sayso.model.report import EntityKind, Facts, Span, Stance, StatementKind
from sayso.relate import claims, origins

TEXT = "the harbour wall had failed in three places during the storm"
LONG = "The harbour wall had failed in three places during the storm, and boats lay on the road beside it."


def told(name: str, *sources: str, published: str | None = None, **more: object) -> Facts:
    outlet = more.pop("outlet", f"{name} Post")
    agencies = more.pop("agencies", ())
    one = report(name, TEXT, outlet=outlet, agencies=agencies, published=published)
    return facts(one, [statement(one, TEXT, *sources, **more)])


def interval(claim: Claim) -> tuple[int, int]:
    return claim.origins_low, claim.origins_high


COAST, MAYOR = entity("Coast Agency"), entity("Corrie Council")


def test_five_reports_of_one_source_are_one_origin() -> None:
    claim = traced([told(name, "Coast Agency") for name in "abcde"], COAST)
    assert (interval(claim), claim.support) == ((1, 1), Support.ONE_ORIGIN)


def test_two_authorities_are_two_origins_of_two_sides() -> None:
    claim = traced([told("a", "Coast Agency"), told("b", "Corrie Council")], COAST, MAYOR)
    assert (interval(claim), claim.support) == ((2, 2), Support.SEVERAL_SIDES)


def test_allies_are_two_origins_of_one_side() -> None:
    allies = [entity(name, side=eid("Norland")) for name in ("Army", "Guild")]
    claim = traced([told("a", "Army"), told("b", "Guild")], *allies)
    assert (interval(claim), claim.support) == ((2, 2), Support.SEVERAL_ORIGINS_ONE_SIDE)


def test_sources_under_one_authority_are_one_origin() -> None:
    minister = entity("Ana Duro", EntityKind.PERSON, authority=eid("Coast Agency"))
    assert interval(traced([told("a", "Coast Agency"), told("b", "Ana Duro")], COAST, minister)) == (1, 1)


def test_what_an_outlet_says_in_its_own_words_is_unknown() -> None:
    claim = traced([told("a", "Coast Agency"), told("b")], COAST)
    assert interval(claim) == (1, 2)
    assert claim.origins[1].certainty is Certainty.UNKNOWN


def test_only_narrated_is_untraced() -> None:
    claim = traced([told("a"), told("b")])
    assert (interval(claim), claim.support) == ((0, 2), Support.UNTRACED)


def test_copies_of_one_agency_are_one_unknown() -> None:
    assert interval(traced([told("a", agencies=("Corrie Wire",)), told("b", agencies=("Corrie Wire",))])) == (
        0,
        1,
    )


def test_own_reporting_is_an_origin() -> None:
    own = told("a", own_reporting=Span(0, 3, "a reporter saw"))
    assert interval(traced([own])) == (1, 1)


def test_an_outlet_that_saw_it_is_no_party_to_it() -> None:
    saw = Span(0, 0, "this reporter saw")
    claim = traced([told("a", own_reporting=saw, outlet="Brae Post")], entity("Brae Post"))
    assert (claim.origins_low, claim.sides) == (1, ())


def counts(before: str) -> Claim:
    """The claim on 26 dead: a council's number, and what another outlet tells of that number."""
    first, later = (
        report("a", "26 people were killed.", outlet="A Post"),
        report("b", before, outlet="B Post"),
    )
    said = statement(first, "26 people were killed", "Corrie Council")
    own = statement(later, before.rstrip("."))
    number = figure(first, "26 people", "killed", 26, 26), figure(later, "26", "killed", 26, 26)
    made = [facts(first, [said], [of(said, number[0])]), facts(later, [own], [of(own, number[1])])]
    story = resolved(made, [MAYOR])
    gathered = claims.relate(story, embed)
    traced_ = origins.relate(story, (), (), gathered)
    return next(one for one in traced_ if number[0].id in {member.id for member in one.members})


def test_a_count_told_as_the_earlier_one_rests_on_whoever_gave_it() -> None:
    assert interval(counts("The toll of people killed was cut from 26 on Friday.")) == (1, 1)
    assert interval(counts("The number of people killed stood at 26 on Friday.")) == (1, 2)


def test_the_claim_that_is_told_of_is_somebody_s_already() -> None:
    claimed, rumoured = f"The claim that {TEXT}.", f"A claim that {TEXT}."
    for text, wanted in ((claimed, (1, 1)), (rumoured, (1, 2))):
        one = report("b", text, outlet="B Post")
        at = text.index("claim")
        hearsay = statement(one, TEXT, kind=StatementKind.INDIRECT, cue=Span(at, at + 5, "claim"))
        assert interval(traced([told("a", "Coast Agency"), facts(one, [hearsay])], COAST)) == wanted


def test_a_headline_that_sums_up_its_own_body_adds_none() -> None:
    one = report("a", f"Harbour wall failed in three places in the storm\nThe agency said {TEXT}.")
    said = [
        statement(one, "Harbour wall failed in three places in the storm"),
        statement(one, TEXT, "Coast Agency"),
    ]
    assert interval(traced([facts(one, said)], COAST)) == (1, 1)


def test_a_copied_narration_has_the_root_of_what_it_copies() -> None:
    first = report(
        "a", f"{LONG} Nobody was hurt in the night, the agency added later on.", "2024-03-04", outlet="A Post"
    )
    second = report(
        "b", f"{LONG} Nobody was hurt in the night, the agency added later on.", "2024-03-05", outlet="B Post"
    )
    found = [facts(first, [statement(first, LONG, "Coast Agency")]), facts(second, [statement(second, LONG)])]
    assert interval(traced(found, COAST)) == (1, 1)


def test_an_unnamed_source_that_could_be_a_named_one_is_possible() -> None:
    unnamed = entity("senior official", EntityKind.PERSON, named=False)
    claim = traced([told("a", "Coast Agency"), told("b", "senior official")], COAST, unnamed)
    assert interval(claim) == (1, 2)
    assert claim.origins[1].certainty is Certainty.POSSIBLE


def unsettled(text: str, *told_of_by: str) -> Claim:
    """The claim on the wall, of the agency and of “they”, who say `text`, as somebody may tell of them."""
    one = report("b", f"They said {text}.", outlet="B Post")
    outer = statement(one, one.text.rstrip("."), *told_of_by)
    they = replace(statement(one, text), source=Span(0, 4, "They"), within=outer.id)
    made = [told("a", "Coast Agency"), facts(one, [outer, they])]
    return traced(made, COAST)


def test_they_who_are_not_settled_add_no_origin_to_whoever_says_the_same_or_tells_of_them() -> None:
    other = "the harbour wall had failed in the storm in three places"
    assert interval(unsettled(TEXT)) == (1, 1)
    assert interval(unsettled(other, "Coast Agency")) == (1, 1)
    assert interval(unsettled(other)) == (1, 2)


def test_a_quotation_whose_speaker_was_not_found_adds_none_to_who_is_quoted_with_its_words() -> None:
    quoted = [told("a", "Coast Agency", kind=StatementKind.DIRECT), told("b", kind=StatementKind.DIRECT)]
    assert interval(traced(quoted, COAST)) == (1, 1)
    own = [told("a", "Coast Agency", kind=StatementKind.DIRECT), told("b")]
    assert interval(traced(own, COAST)) == (1, 2)


def test_an_unnamed_source_alone_is_an_origin() -> None:
    assert interval(
        traced([told("a", "senior official")], entity("senior official", EntityKind.PERSON, named=False))
    ) == (1, 1)


def quoted(*speakers: str) -> tuple[int, int]:
    """The interval of a claim that each speaker is quoted with, one report each, in the same words."""
    parties = [entity(name, named=name[0].isupper()) for name in speakers]
    found = [told(f"r{n}", name, kind=StatementKind.DIRECT) for n, name in enumerate(speakers)]
    return interval(traced(found, *parties))


def test_whom_one_report_describes_is_whom_another_quotes_with_the_same_words() -> None:
    assert quoted("Coast Agency", "the agency") == (1, 1)
    assert quoted("the statement", "the agency") == (1, 1)


def test_a_person_described_may_be_another_than_the_one_named() -> None:
    shopkeeper = entity("shopkeeper", EntityKind.PERSON, named=False)
    found = [told(f"r{n}", one.name, kind=StatementKind.DIRECT) for n, one in enumerate((COAST, shopkeeper))]
    claim = traced(found, COAST, shopkeeper)
    assert interval(claim) == (1, 2)
    assert (
        claim.origins[1].why
        == "r1 Post quotes shopkeeper; another report gives the same words to Coast Agency"
    )


def test_whom_a_quotation_of_two_names_means_is_open() -> None:
    assert quoted("Coast Agency", "Corrie Council", "the statement") == (1, 3)


def test_two_people_of_whom_no_report_says_whom_they_answer_to_are_not_two() -> None:
    people = [entity(name, EntityKind.PERSON) for name in ("Ana Duro", "Ewan Brae")]
    assert interval(traced([told("a", "Ana Duro"), told("b", "Ewan Brae")], *people)) == (1, 2)


def test_parties_named_in_one_breath_are_possible() -> None:
    assert interval(traced([told("a", "Coast Agency", "Corrie Council", joint=True)], COAST, MAYOR)) == (0, 2)


def test_a_party_named_alone_elsewhere_is_shown() -> None:
    claim = traced(
        [told("a", "Coast Agency", "Corrie Council", joint=True), told("b", "Coast Agency")], COAST, MAYOR
    )
    assert interval(claim) == (1, 2)


def test_a_source_that_rests_on_an_unnamed_one_is_possible() -> None:
    allies = entity("allies", EntityKind.GROUP, named=False)
    claim = traced(
        [told("a", "Coast Agency"), told("b", "Corrie Council", relies_on=(eid("allies"),))],
        COAST,
        MAYOR,
        allies,
    )
    assert interval(claim) == (1, 2)


def test_a_source_that_rests_on_a_named_one_is_that_one() -> None:
    claim = traced(
        [told("a", "Coast Agency"), told("b", "Corrie Council", relies_on=(COAST.id,))], COAST, MAYOR
    )
    assert interval(claim) == (1, 1)


def test_an_agency_that_does_not_say_whence_it_has_it_is_unknown() -> None:
    claim = traced([told("a", "Coast Agency"), told("b", "Reuters")], COAST, entity("Reuters"))
    assert interval(claim) == (1, 2)


def credited(*, own: str, credit: str) -> Claim:
    """Corrie Wire's own report, which quotes the agency, and a paper that has the same from Corrie Wire."""
    found = [
        told("a", "Coast Agency", outlet="Corrie Wire", published=own),
        told("b", "Corrie Wire", outlet="Harbour Post", published=credit),
    ]
    return traced(found, COAST, entity("Corrie Wire"))


def test_what_is_had_from_an_outlet_whose_own_report_is_there_has_its_origin() -> None:
    assert interval(credited(own="2024-05-01", credit="2024-05-02")) == (1, 1)


def test_an_outlets_report_of_a_later_day_tells_nothing_of_what_was_had_from_it_before() -> None:
    assert interval(credited(own="2024-05-03", credit="2024-05-02")) == (1, 2)


def test_a_missing_confirmation_is_no_origin() -> None:
    claim = traced([told("a", "Coast Agency", stance=Stance.NOT_CONFIRMED)], COAST)
    assert interval(claim) == (0, 1)


def test_why_names_the_chain_in_plain_words() -> None:
    claim = traced(
        [told("a", "Coast Agency", outlet="Harbour Post", relays=(relay("Corrie Wire"),))],
        COAST,
        entity("Corrie Wire"),
    )
    assert claim.origins[0].why == "Harbour Post, which credits Corrie Wire, quotes Coast Agency"


def test_why_does_not_put_a_quotation_without_a_speaker_into_the_outlets_mouth() -> None:
    one = report("a", TEXT, outlet="a Post")
    quoted = statement(one, TEXT, kind=StatementKind.DIRECT)
    claim = traced([facts(one, [replace(quoted, source=None, cue=None, sources=())])])
    assert claim.origins[0].why == "a Post quotes it, and the speaker was not found"


def test_why_tells_who_passes_on_the_words_of_others() -> None:
    union = entity("Corrie Union")
    claim = traced([told("a", "Coast Agency", relays=(relay("Corrie Union"),))], COAST, union)
    assert claim.origins[0].why == "a Post quotes Corrie Union on what Coast Agency said"


def test_why_leaves_out_who_speaks_for_the_source() -> None:
    speaker = entity("Ana Duro", EntityKind.PERSON, authority=COAST.id)
    claim = traced([told("a", "Coast Agency", relays=(relay("Ana Duro"),))], COAST, speaker)
    assert claim.origins[0].why == "a Post quotes Coast Agency"


def test_why_names_those_who_say_it_together() -> None:
    claim = traced([told("a", "Coast Agency", "Corrie Council", joint=True)], COAST, MAYOR)
    assert {one.why for one in claim.origins} == {
        "a Post names Coast Agency only together with Corrie Council",
        "a Post names Corrie Council only together with Coast Agency",
    }


def test_an_outlet_that_was_told_so_itself_credits_nobody() -> None:
    claim = traced(
        [told("a", "Coast Agency", outlet="Corrie Wire", relays=(relay("Corrie Wire"),))],
        COAST,
        entity("Corrie Wire"),
    )
    assert claim.origins[0].why == "Corrie Wire quotes Coast Agency"


def test_reports_that_copy_each_other_in_a_ring_are_followed_once_each() -> None:
    whole = (0, len(TEXT))
    found = []
    for name in "abcdefgh":
        one = report(name, TEXT, outlet=f"{name} Post")
        found.append(facts(one, [statement(one, TEXT[at:]) for at in range(6)]))
    story = resolved(found)
    ids = [item.report.id for item in found]
    ring = [
        Derivation(a, a, DerivedFrom(b, None), DerivationKind.COPIED, 1.0, "copied", (Aligned(whole, whole),))
        for a, b in zip(ids, [*ids[1:], ids[0]], strict=True)
    ]
    found_again = origins.relate(story, ring, [], claims.relate(story, embed))
    assert {claim.origins_low for claim in found_again} == {0}


def test_the_company_beside_the_only_firm_is_that_firm() -> None:
    company, firm = entity("company", named=False), entity("Tarn Steel")
    first, second = told("a", "company"), told("b", "Tarn Steel")
    claim = traced([first, second], company, firm)
    assert (interval(claim), claim.origins[0].entity) == ((1, 1), firm.id)
    assert interval(
        traced([first, second, told("c", "Brae Mills")], company, firm, entity("Brae Mills"))
    ) == (2, 3)


def told_by_the_guild(*, named: bool) -> Claim:
    """The guild tells in one report what a manager told it, and in the other the same without the manager."""
    first = told("a", "mill manager", within=eid("outer"), relays=(relay("Corrie Guild"),))
    manager = entity("mill manager", EntityKind.PERSON, named=named)
    return traced([first, told("b", "Corrie Guild")], manager, entity("Corrie Guild"))


def test_what_somebody_has_from_one_unnamed_is_not_shown_where_another_report_leaves_that_out() -> None:
    claim = told_by_the_guild(named=False)
    assert (interval(claim), claim.support) == ((0, 1), Support.UNTRACED)


def test_of_somebody_named_and_who_has_it_from_them_one_is_shown() -> None:
    assert interval(told_by_the_guild(named=True)) == (1, 2)
