import pytest
from tests.extract.facts_of import facts_of, narrated, said, sources

from sayso.lexicon import table
from sayso.lexicon.embeds import signature
from sayso.model.report import StatementKind

BEFORE = "The bridge in Lunde was closed on Monday. The mayor, Mirela Kovar, was not asked."


@pytest.mark.parametrize("entry", table("channels")["posts"], ids=lambda entry: str(entry["example"])[-40:])
def test_each_signature_signs_its_example(entry: dict[str, str]) -> None:
    example = entry["example"]
    found = signature(example, 0, len(example))
    assert found is not None
    assert (found.channel, example[slice(*found.who)]) == (entry["channel"], "Mirela Kovar")


@pytest.mark.parametrize(
    "post",
    [
        "The bridge is safe - I have walked it. pic.twitter.com/xyz — Mirela Kovar (@mkovar) May 6, 2024",
        "The bridge is safe - I have walked it. —\n\nMirela Kovar (@mkovar) May 6, 2024",
        "The bridge is safe - I have walked it. — Mirela Kovar (@mkovar) May 6, 2024 Report",
    ],
)
def test_who_signs_a_post_says_it(post: str) -> None:
    text = f"{BEFORE}\n\nShe wrote on Tuesday:\n\n{post}"
    (only,) = said(text)
    assert only.kind is StatementKind.DIRECT
    assert only.text == "The bridge is safe - I have walked it."
    assert sources(text, only) == {"Mirela Kovar"}
    assert only.channel == "X"
    assert not any("bridge is safe" in one.text or "wrote" in one.text for one in narrated(text))


def test_the_day_of_a_post_is_that_of_its_signature() -> None:
    text = f"{BEFORE}\n\nThe bridge was shut on Sunday. — Mirela Kovar (@mkovar) May 6, 2024"
    (only,) = said(text)
    assert only.said is not None
    assert only.said.from_ == "2024-05-06"


def test_what_a_post_says_that_others_said_is_theirs_and_passed_on() -> None:
    text = f"{BEFORE}\n\nThe engineers told me the piers were gone. — Mirela Kovar (@mkovar) May 6, 2024"
    inner = next(one for one in said(text) if one.kind is StatementKind.INDIRECT)
    assert (inner.text, sources(text, inner)) == ("the piers were gone", {"engineers"})
    (relay,) = inner.relays
    assert relay.mention.text == "Mirela Kovar"


def test_who_signs_a_post_is_not_whom_the_text_goes_on_about() -> None:
    text = (
        "Jan Sol closed the bridge. Sol said it was old.\n\nShame! Shame on you all. — Piet Brand (@pb) "
        "May 6, 2024\n\nHe said it would open in June."
    )
    last = said(text)[-1]
    assert (last.text, sources(text, last)) == ("it would open in June", {"Jan Sol"})


@pytest.mark.parametrize(
    "line",
    [
        "Kovar (@mkovar) said on May 6, 2024 that the bridge was safe.",
        "The bridge - an old one - was shut on May 6, 2024.",
        "The survey (@bridges) was made by Mirela Kovar in May 6, 2024 terms",
    ],
)
def test_a_handle_and_a_date_within_a_sentence_sign_nothing(line: str) -> None:
    assert signature(line, 0, len(line)) is None


def test_a_post_of_nothing_but_a_link_says_nothing() -> None:
    assert (
        said(f"{BEFORE}\n\npic.twitter.com/xyz https://t.co/abc — Mirela Kovar (@mkovar) May 6, 2024") == ()
    )


def test_spans_of_posts_hold() -> None:
    text = f"{BEFORE}\n\nAll is well in Lunde. — Mirela Kovar (@mkovar) May 6, 2024"
    facts = facts_of(text)
    for one in facts.statements:
        assert facts.report.text[one.start : one.end] == one.text
