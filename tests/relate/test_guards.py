"""What keeps two parties from being counted or set against each other when nothing shows they are two."""

from functools import cache

from tests.resolve.story_of import story_of

from sayso.embed import embed
from sayso.model.dossier import Dossier, MadeWith
from sayso.model.relation import Bearing, ConflictType
from sayso.relate.assemble import relate


@cache
def dossier_of(*texts: str) -> Dossier:
    return relate(story_of(*texts), embed, MadeWith("test", "test", "test"), ())


def test_the_government_of_one_report_may_be_the_state_that_another_names() -> None:
    dossier = dossier_of(
        "Nigerian President Musa Bello said 21 girls were freed near Brod.",
        "The government said 21 girls were freed near Brod.",
    )
    shared = [claim for claim in dossier.claims if len({one.id for one in claim.members}) > 2]
    assert shared
    assert all(claim.origins_low <= 1 for claim in dossier.claims)


def test_officials_in_two_reports_are_not_one_source_whose_count_moved() -> None:
    dossier = dossier_of(
        "At least four people were killed in the Brod blast, officials said.",
        "At least six people were killed in the Brod blast, officials said.",
    )
    assert not [one for one in dossier.conflicts if one.type in {ConflictType.UPDATE, ConflictType.MISQUOTE}]


def test_a_person_who_passes_on_anothers_words_is_no_agency_to_be_credited() -> None:
    dossier = dossier_of("Passengers said the tram was too fast, as reported by the driver Adam Novak.")
    assert dossier.derivations == ()


def test_one_quotation_given_to_two_named_speakers_is_found_among_many() -> None:
    other = " ".join(f"“This is what I saw on day {n} of it,” Petar Lukic said." for n in range(3, 6))
    dossier = dossier_of(
        f"{other} “The dam will not hold until the morning,” Mayor Ana Kovar said.",
        f"{other} “The dam will not hold until the morning,” engineer Ivan Babic said.",
    )
    assert [one.type for one in dossier.conflicts if one.type is ConflictType.MISQUOTE]


def test_a_claim_that_is_only_asked_for_has_half_the_rank_and_says_so() -> None:
    dossier = dossier_of("The union urged the firm to repair the dam. Ana Kovar said the dam was sound.")
    for claim in dossier.claims:
        made = any(one.bearing is Bearing.ASSERTS for one in claim.members)
        assert made != ("nobody asserts it" in claim.rank_why)
    bearings = {one.bearing for claim in dossier.claims for one in claim.members}
    assert bearings >= {Bearing.ASKS, Bearing.ASSERTS}
