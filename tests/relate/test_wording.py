from dataclasses import replace
from importlib import resources
from pathlib import Path

import pytest
from tests.relate.make import entity, facts, report, resolved, statement

from sayso import api
from sayso.embed import embed
from sayso.model.dossier import Dossier
from sayso.model.relation import Claim
from sayso.model.report import Facts, Span, Stance, StatementKind
from sayso.relate import claims, origins, wording
from sayso.relate.wording import headless, shed

UNION, PORT = entity("Union"), entity("Port")


def said(text: str, speaker: str, cue: str, content: str, *sources: str, **more: object) -> Facts:
    one = report("a", text)
    places = [Span(text.index(words), text.index(words) + len(words), words) for words in (speaker, cue)]
    made = replace(statement(one, content, *sources, **more), source=places[0], cue=places[1])
    return facts(one, [made])


def shown(*found: Facts) -> str:
    story = resolved(found, [UNION, PORT])
    traced = origins.relate(story, (), (), claims.relate(story, embed))
    (claim,) = wording.relate(story, (), traced)
    assert isinstance(claim, Claim)
    return claim.text


def test_a_complete_clause_is_shown_with_its_speaker() -> None:
    text = "The union said that the harbour master ordered the ferry out."
    content = "that the harbour master ordered the ferry out"
    assert shown(said(text, "The union", "said", content, "Union")) == (
        "Union: The harbour master ordered the ferry out"
    )


def test_a_short_quotation_is_shown_without_the_link_before_it() -> None:
    assert shed('that "no one was hurt"') == "No one was hurt"
    assert shed("that is for the judge") == "That is for the judge"


def test_an_infinitive_is_shown_as_the_report_tells_it() -> None:
    text = "The union claimed to have warned the port in May."
    assert shown(said(text, "The union", "claimed", "to have warned the port in May", "Union")) == (
        "Union claimed to have warned the port in May"
    )


def test_a_denial_keeps_its_cue() -> None:
    text = "The port denied that the ferry was overloaded on Monday."
    content = "that the ferry was overloaded on Monday"
    found = said(text, "The port", "denied", content, "Port", stance=Stance.DENIES)
    assert shown(found) == "Port denied that the ferry was overloaded on Monday"


def test_who_declines_in_words_of_his_own_is_shown_with_them() -> None:
    text = "“We do not run a commentary on gossip,” the port said."
    found = said(
        text, "the port", "said", "We do not run a commentary on gossip", "Port", stance=Stance.DECLINES
    )
    assert shown(found) == "Port: We do not run a commentary on gossip"


def test_who_speaks_of_themselves_is_shown_with_the_words_they_used() -> None:
    text = "“Our pilots are good, and we know how the locks work at night.”"
    found = said(text, "we", "know", "how the locks work at night", "Union")
    assert shown(found) == "Union: We know how the locks work at night"


def test_a_contraction_behind_the_speaker_stays_whole() -> None:
    text = "“The gate is shut, and we’re trying to find out who shut it at night.”"
    found = said(text, "we", "trying", "who shut it at night", "Union")
    assert shown(found) == "Union: We’re trying to find out who shut it at night"


def test_two_parties_that_do_not_confirm_keep_their_neither() -> None:
    text = "Neither the union nor the port has confirmed the closure of the quay."
    content = "the closure of the quay"
    one = said(text, "the union", "confirmed", content, "Union", "Port", stance=Stance.NOT_CONFIRMED)
    assert shown(one) == text


def test_a_quotation_mark_without_its_partner_goes() -> None:
    text = 'The union said they ordered "several hundred" pumps last year" in a letter.'
    content = 'they ordered "several hundred" pumps last year"'
    one = report("a", text)
    made = facts(one, [statement(one, content, "Union", kind=StatementKind.MIXED)])
    assert shown(made).count('"') % 2 == 0


def test_a_quotation_mark_that_only_opens_goes() -> None:
    text = "The union said 'not to be used in any weather."
    one = report("a", text)
    made = facts(one, [statement(one, "'not to be used in any weather", "Union")])
    assert "'" not in shown(made)


def test_that_stays_where_it_is_the_subject() -> None:
    text = "“That is a matter for the harbour inquiry,” the union said."
    content = "That is a matter for the harbour inquiry"
    assert shown(said(text, "the union", "said", content, "Union")) == f"Union: {content}"


def test_a_clause_whose_subject_stands_before_its_speaker_is_shown_by_its_sentence() -> None:
    text = "The port gave 171, a number the union said was reached by counting twice."
    content = "was reached by counting twice"
    assert shown(said(text, "the union", "said", content, "Union")) == text.rstrip(".") + "."


def test_a_noun_with_its_participle_is_no_clause(tmp_path: Path) -> None:
    text = "Flood in Norwich\n\nOfficials lowered the number of people killed in the flood from 26 to 19.\n"
    (tmp_path / "a.txt").write_text(text, "utf-8")
    shown_as = [one.text for one in api.dossier([str(tmp_path)]).claims]
    assert any(text.startswith("Officials lowered the number") for text in shown_as)
    assert not any("The number of people killed" in text for text in shown_as)


def test_a_question_that_begins_with_its_verb_lacks_nothing() -> None:
    assert headless("Was reached by counting twice")
    assert not headless("Was the ferry overloaded on Monday?")
    assert not headless("It's the port that counts")


FIRST = """Quay collapse in Norwich

Divers found the last survivors on Friday, police said. At least 31 people were killed in the collapse.
"""
SECOND = """Norwich mourns

NORWICH, May 4, 2024 - Two Danes were among the 31 people killed when the quay collapsed in 2024.

The quay had been closed in 1987, when 14 people were killed in a fire on it.
"""


def dossier(tmp_path: Path) -> Dossier:
    for name, text in (("a.txt", FIRST), ("b.txt", SECOND)):
        (tmp_path / name).write_text(text, "utf-8")
    return api.dossier([str(tmp_path)])


def test_a_number_is_shown_by_the_sentence_that_tells_it(tmp_path: Path) -> None:
    toll = max(dossier(tmp_path).claims, key=lambda claim: len(claim.members))
    assert len(toll.members) == 3
    assert toll.text == "At least 31 people were killed in the collapse"


def test_what_came_long_before_the_story_ranks_lower(tmp_path: Path) -> None:
    past = [one.text for one in dossier(tmp_path).claims if "of long before" in one.rank_why]
    assert past
    assert all("1987" in text for text in past)


def texts(folder: Path, *told: str) -> list[str]:
    """The texts of the claims of some reports, the first ranked first."""
    for place, text in enumerate(told):
        (folder / f"{place}.txt").write_text(text, "utf-8")
    claims_ = api.dossier([str(folder)]).claims
    return [one.text for one in sorted(claims_, key=lambda one: (-one.rank, one.id))]


def test_the_whole_of_which_a_part_is_counted_is_shown_by_what_befell_it(tmp_path: Path) -> None:
    found = texts(
        tmp_path,
        "Director Ada Brandt said about 40 of the 320 workers could be offered posts in the group.",
        "The closure of the mill at Ostry would cost 320 workers their posts, and end a century of paper.",
    )
    assert sum("could be offered" in text for text in found) == 1
    assert any(text.startswith("The closure of the mill") for text in found)


def test_a_content_that_hangs_on_a_noun_is_shown_with_it(tmp_path: Path) -> None:
    found = texts(
        tmp_path, "The rebels claimed the assault, which they say is a response to the air strikes."
    )
    assert not any("Which they say" in text for text in found)


def test_what_takes_up_a_noun_of_its_speaker_is_shown_with_it(tmp_path: Path) -> None:
    told = (
        "Varnholt runs a mill at Ostry. The Swedish owners of the mill announced plans to close it by March."
    )
    assert not any(text.startswith("Varnholt announced plans to close it") for text in texts(tmp_path, told))


@pytest.mark.parametrize(
    ("told", "twice"),
    [
        ("four dead bodies and 120 wounded had been brought in", True),
        ("120 wounded had been brought in", False),
    ],
)
def test_of_two_numbers_in_one_sentence_the_second_ranks_lower(
    tmp_path: Path, told: str, twice: bool
) -> None:
    for place, text in enumerate(
        (f"Doctor Ada Brandt said {told}.", "A bomb in Ostry wounded 120, police said.")
    ):
        (tmp_path / f"{place}.txt").write_text(text, "utf-8")
    found = api.dossier([str(tmp_path)]).claims
    assert any("shown by the same words" in one.rank_why for one in found) is twice


def test_the_title_of_a_gallery_is_no_part_of_a_claim(tmp_path: Path) -> None:
    captions = ("A woman looks for her son", "Firemen carry a ladder", "Police close the road")
    title = "Photos: The great fire at the mill of Ostry "
    found = texts(tmp_path, "\n\n".join(f"{title}{caption}." for caption in captions))
    assert "Firemen carry a ladder" in found


@pytest.mark.parametrize(
    ("told", "leans"),
    [
        ("He blacked out at the wheel on Monday.", True),
        ("It was raining on Monday.", False),
        ("Fog fell.", False),
    ],
)
def test_a_text_that_does_not_name_whom_it_tells_of_ranks_lower(
    tmp_path: Path, told: str, leans: bool
) -> None:
    (tmp_path / "a.txt").write_text(f"{told} A tram left the rails in Ostry.", "utf-8")
    found = api.dossier([str(tmp_path)]).claims
    assert any("do not name" in one.rank_why for one in found) is leans


@pytest.mark.parametrize("named", ["Minister", ""])
def test_whom_only_a_heading_leaves_unnamed_is_no_gap(tmp_path: Path, named: str) -> None:
    text = "Minister cannot yet confirm request\n\n" + (
        "Economy minister Odran Feeley said on Friday that he could not confirm the request.\n"
        if named
        else "A minister said on Friday that the request could not be confirmed.\n"
    )
    (tmp_path / "a.txt").write_text(text, "utf-8")
    gaps = [gap.text.lower() for gap in api.dossier([str(tmp_path)]).gaps if "not named" in gap.text]
    assert any("minister" in gap for gap in gaps) is not bool(named)


@pytest.mark.parametrize(
    ("who", "gap"), [("Feeley's office", False), ("An aide to Feeley", True), ("His office", True)]
)
def test_the_body_of_somebody_named_is_no_source_that_is_not_named(
    tmp_path: Path, who: str, gap: bool
) -> None:
    text = f"Odran Feeley, the minister, met the crews. {who} said on Friday that the boat was old.\n"
    (tmp_path / "a.txt").write_text(text, "utf-8")
    assert any("not named" in one.text for one in api.dossier([str(tmp_path)]).gaps) is gap


def test_a_number_that_is_only_counted_in_is_shown_by_who_tells_of_it() -> None:
    found = api.dossier([str(resources.files("sayso").joinpath("examples", "factory"))])
    jobs = {one.id for one in found.figures if one.low == 640}
    largest = max(found.claims, key=lambda one: sum(member.id in jobs for member in one.members))
    assert "640 jobs" in largest.text
    assert "including" not in largest.text
