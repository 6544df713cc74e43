"""What the script adds for the hand: filter, copying, colours, keys. The page works without any of it."""

import pytest
from bench.page import CHROMIUM
from playwright.sync_api import Page
from tests.golden.cases import inputs
from tests.present.conftest import Opened, Watched
from tests.present.crowd import make_crowd
from tests.present.make import make_dossier

from sayso import api
from sayso.present import cites, share
from sayso.present.index import Index
from sayso.present.pages import view

pytestmark = [pytest.mark.browser, pytest.mark.skipif(CHROMIUM is None, reason="no Chromium is installed")]

PASTED = (
    "text => { navigator.clipboard.writeText = text => { window.pasted = text; return Promise.resolve(); }; }"
)


def shown(page: Page) -> list[str]:
    claims = page.locator("#said [id^='c-']").all()
    return [claim.get_attribute("id") or "" for claim in claims if claim.is_visible()]


def test_claims_are_filtered_by_words_outlet_and_side_and_all_come_back(watched: Watched) -> None:
    page = watched.page
    every = page.locator("#said [id^='c-']").count()
    page.fill(".filter input", "warned")
    assert shown(page) == ["c-c3"]
    assert page.locator(".filter output").text_content() == f"1 of {every} claims"
    page.fill(".filter input", "")
    page.select_option(".filter label:nth-of-type(2) select", label="Lower Corvell")
    assert set(shown(page)) == {"c-c1", "c-c2"}
    page.select_option(".filter label:nth-of-type(1) select", label="voice.example")
    assert shown(page) == ["c-c2"]
    page.focus(".filter input")
    page.keyboard.press("Escape")
    assert page.locator(".filter output").text_content() == ""
    assert page.locator("#said [id^='c-'][hidden]").count() == 0


def test_a_filter_looks_into_folds_and_leaves_them_as_they_were(opened: Opened) -> None:
    page = opened(make_crowd(60)).page
    before = page.locator("#said details[open]").count()
    page.fill(".filter input", "29 metres")
    assert len(shown(page)) == 1
    page.fill(".filter input", "")
    assert page.locator("#said details[open]").count() == before


def test_a_line_is_copied_with_its_speaker_and_address(watched: Watched) -> None:
    page = watched.page
    page.evaluate(PASTED)
    line = page.locator("#c-c1 .quote blockquote").first
    line.evaluate("line => line.scrollIntoView({ block: 'center' })")
    line.hover()
    page.locator("#c-c1 .quote button.copy").evaluate("button => button.click()")
    page.wait_for_function("window.pasted")
    pasted = page.evaluate("window.pasted")
    assert pasted.startswith("Ines Dahl: “")
    assert pasted.endswith("https://norwire.example/tolm?a=1&b=2")
    assert page.locator("[role=status]").text_content() == "Copied"
    assert page.locator("button.copy").count() == 1


COPIED = """() => {
  const found = {};
  navigator.clipboard.writeText = text => { window.pasted = text; return Promise.resolve(); };
  for (const fold of document.querySelectorAll("details")) fold.open = true;
  for (const line of document.querySelectorAll("[data-by], [data-cite]")) {
    line.dispatchEvent(new PointerEvent("pointerover", { bubbles: true }));
    line.querySelector("button.copy").click();
    (found[line.id || "quotes"] ??= []).push(window.pasted);
  }
  return found;
}"""


def test_every_line_is_copied_as_it_is_cited(opened: Opened) -> None:
    story = api.dossier(inputs("flood"))
    for dossier in (make_dossier(), story, share.present(story)):
        page, index = view(dossier), Index(dossier)
        found = opened(dossier).page.evaluate(COPIED)
        cited = [(one.anchor, one.cite) for one in (*page.claims, *page.minor_claims)]
        cited += [(one.anchor, one.cite) for one in page.events]
        cited += [(one.anchor, one.cite) for own in page.own_words for one in own.claims]
        notes = [note for article in page.articles for part in article.paragraphs for note in part.notes]
        cited += [(note.anchor, note.cite) for note in notes if note.cite]
        expected = {anchor: cite.text for anchor, cite in cited}
        expected |= {f"n-{fact}": cites.fact(index, one).text for fact, one in index.facts.items()}
        for line, (pasted,) in ((line, one) for line, one in found.items() if line != "quotes"):
            text = expected[line]
            assert pasted.startswith(text), line
            assert not pasted[len(text) :] or pasted[len(text) :].startswith(" http"), line
        quotes = {cites.fact(index, one).text for one in index.facts.values()}
        assert quotes >= {pasted.partition(" http")[0] for pasted in found["quotes"]}
        assert found.keys() >= {anchor for anchor, _ in cited}


def test_keys_walk_the_claims_copy_and_can_be_switched_off(watched: Watched) -> None:
    page = watched.page
    page.evaluate(PASTED)
    page.keyboard.press("j")
    first = page.evaluate("document.activeElement.closest('[id^=c-]').id")
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.closest('[id^=c-]').id") != first
    page.keyboard.press("k")
    assert page.evaluate("document.activeElement.closest('[id^=c-]').id") == first
    page.keyboard.press("c")
    page.wait_for_function("window.pasted")
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.type") == "search"
    page.keyboard.type("j?d")
    assert page.input_value(".filter input") == "j?d"
    page.locator("h1").click()
    page.keyboard.press("?")
    assert page.locator("dialog.keys").is_visible()
    page.locator("dialog.keys input").uncheck()
    page.keyboard.press("Escape")
    page.keyboard.press("?")
    assert not page.locator("dialog.keys").is_visible()


def test_colours_follow_the_machine_until_they_are_chosen(watched: Watched) -> None:
    page = watched.page
    page.emulate_media(color_scheme="dark")
    ground = "getComputedStyle(document.body).backgroundColor"
    dark = page.evaluate(ground)
    page.emulate_media(color_scheme="light")
    light = page.evaluate(ground)
    assert dark != light
    switch = page.locator("button.colours")
    switch.click()
    page.emulate_media(color_scheme="dark")
    assert (switch.text_content(), page.evaluate(ground)) == ("Colours: light", light)
    switch.click()
    page.emulate_media(color_scheme="light")
    assert (switch.text_content(), page.evaluate(ground)) == ("Colours: dark", dark)
    page.reload()
    assert page.evaluate(ground) == dark
    page.locator("button.colours").click()
    assert page.evaluate(ground) == light


def test_a_claims_own_graph_is_drawn_when_it_is_opened(watched: Watched) -> None:
    page = watched.page
    fold = page.locator("#c-c1 details.route")
    assert fold.locator("svg").count() == 0
    fold.locator("summary").click()
    fold.locator("svg[role=list]").wait_for()
    assert fold.locator(".node").count() == 3
    assert watched.console == []


def test_a_link_that_is_followed_twice_leads_there_twice(watched: Watched) -> None:
    page = watched.page
    page.locator("nav.contents a[href='#articles']").click()
    there = page.evaluate("scrollY")
    page.evaluate("scrollTo(0, 0)")
    page.locator("nav.contents a[href='#articles']").click()
    assert abs(page.evaluate("scrollY") - there) < 3


def test_an_address_that_names_nothing_breaks_nothing(watched: Watched) -> None:
    for fragment in ("%E0%A4%A", "nothing-here", "%00"):
        watched.page.evaluate("fragment => { location.hash = fragment; }", fragment)
    watched.page.keyboard.press("?")
    assert watched.page.locator("dialog.keys").is_visible()
    assert watched.console == []
