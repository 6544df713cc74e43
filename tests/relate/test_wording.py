from dataclasses import replace

from tests.relate.make import entity, facts, report, resolved, statement

from sayso.embed import embed
from sayso.model.relation import Claim
from sayso.model.report import Facts, Span, Stance, StatementKind
from sayso.relate import claims, origins, wording

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
