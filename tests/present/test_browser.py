"""The page in a real Chromium: nothing fails, nothing leaves the page, every link lands, both ways."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from tests.present.conftest import Opened, Watched
from tests.present.make import HOSTILE_TITLE, LONG_WORD, RTL, make_dossier, make_empty
from tests.present.make_many import grown

from sayso.model.dossier import Dossier
from sayso.present.pages import SECTIONS

pytestmark = pytest.mark.browser

REVEALED = """anchor => {
  location.hash = anchor;
  const found = document.getElementById(anchor);
  const box = found?.getBoundingClientRect();
  return Boolean(found && found.matches(':target') && box.width && box.top >= 0 && box.top < innerHeight);
}"""

LEADS_BACK = """([claim, anchor]) => {
  const report = id => document.getElementById(id).closest('.report');
  const links = [...document.getElementById(claim).querySelectorAll("a[href^='#at-']")];
  return links.some(link => report(link.hash.slice(1)) === report(anchor));
}"""


def long_named(dossier: Dossier) -> Dossier:
    """The story with long words and a right-to-left name for everybody."""
    entities = tuple(replace(one, name=f"{RTL} {LONG_WORD}") for one in dossier.entities)
    claims = tuple(replace(one, text=f"{one.text} {LONG_WORD} {one.text}") for one in dossier.claims)
    return replace(dossier, title=f"{dossier.title} {LONG_WORD}", entities=entities, claims=claims)


def undated(dossier: Dossier) -> Dossier:
    return replace(
        dossier,
        reports=tuple(replace(report, published=None, placed=None) for report in dossier.reports),
        figures=tuple(replace(figure, as_of=None, during=None) for figure in dossier.figures),
        conflicts=(),
        timeline=(),
        span=None,
    )


STORIES: dict[str, Callable[[], Dossier]] = {
    "usual": make_dossier,
    "empty": make_empty,
    "long names": lambda: long_named(make_dossier()),
    "no dates, no conflicts": lambda: undated(make_dossier()),
    "many": lambda: grown(make_dossier(), 5),
}


def test_nothing_fails_and_nothing_leaves_the_page(watched: Watched) -> None:
    assert watched.console == []
    assert watched.left == []
    assert watched.page.evaluate("window.broken") is None
    assert watched.page.locator("img, iframe, object, form[action]").count() == 0
    assert watched.page.locator("script").count() == 2


def test_the_style_sheet_is_let_through_and_nothing_else_is(watched: Watched) -> None:
    assert watched.page.evaluate("getComputedStyle(document.querySelector('.contents')).position") == "sticky"
    watched.page.evaluate(
        "document.body.insertAdjacentHTML('beforeend', '<p id=x style=\"color: red\">x</p>')"
    )
    assert watched.page.evaluate("getComputedStyle(document.querySelector('#x')).color") != "rgb(255, 0, 0)"


def test_each_section_is_opened_from_the_top(watched: Watched) -> None:
    links = watched.page.locator("nav.contents a")
    names = [links.nth(place).get_attribute("href") or "" for place in range(links.count())]
    assert {name[1:] for name in names} >= set(SECTIONS) - {"glance", "reviewed"}
    for name in names:
        watched.page.locator(f"nav.contents a[href='{name}']").click()
        assert watched.page.evaluate(REVEALED, name[1:]), name


def test_every_fact_leads_to_its_sentence_and_the_sentence_leads_back(watched: Watched) -> None:
    page = watched.page
    facts = page.eval_on_selector_all("mark[id]", "found => found.map(one => one.id)")
    assert len(facts) == len(make_dossier().statements) + len(make_dossier().figures)
    for anchor in facts:
        assert page.evaluate(REVEALED, anchor), anchor
        fact = anchor.removeprefix("at-")
        claims = page.eval_on_selector_all(
            f"#n-{fact} a[href^='#c-']", "found => found.map(one => one.hash.slice(1))"
        )
        for claim in claims:
            assert page.evaluate(REVEALED, claim), claim
            report = page.evaluate(LEADS_BACK, [claim, anchor])
            assert report, f"{claim} does not lead back to the article of {anchor}"


def test_links_are_followed_with_a_mouse_both_ways(watched: Watched) -> None:
    page = watched.page
    page.locator("#c-c2 .places a").first.click()
    assert page.evaluate("location.hash") == "#at-s2"
    assert page.locator("mark:target").is_visible()
    page.locator(".row:has(:target) .back[href='#c-c2']").first.click()
    assert page.locator(".claim:target").get_attribute("id") == "c-c2"


def test_every_link_lands(watched: Watched) -> None:
    page = watched.page
    links = page.eval_on_selector_all("a[href^='#']", "found => found.map(a => a.getAttribute('href'))")
    assert (
        page.evaluate("links => links.filter(link => !document.getElementById(link.slice(1)))", links) == []
    )


def test_hostile_titles_are_shown_as_text(watched: Watched) -> None:
    assert watched.page.locator("#r-d4 h3").text_content() == f"{HOSTILE_TITLE} #"


@pytest.mark.parametrize("width", [360, 800, 1400])
@pytest.mark.parametrize("story", STORIES)
def test_nothing_is_wider_than_the_window(opened: Opened, story: str, width: int) -> None:
    page = opened(STORIES[story]()).page
    page.set_viewport_size({"width": width, "height": 820})
    page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize(("width", "height"), [(1280, 720), (1440, 900)])
@pytest.mark.parametrize("story", STORIES)
def test_the_first_screen_fits_a_laptop(opened: Opened, story: str, width: int, height: int) -> None:
    page = opened(STORIES[story]()).page
    page.set_viewport_size({"width": width, "height": height})
    box = page.locator(".opening").bounding_box()
    assert box is not None
    assert box["y"] + box["height"] <= height


def test_the_keyboard_goes_past_the_links_to_the_content(watched: Watched) -> None:
    watched.page.keyboard.press("Tab")
    assert watched.page.evaluate("document.activeElement.textContent") == "Go to the content"
    watched.page.keyboard.press("Enter")
    assert watched.page.evaluate("location.hash") == "#main"


def test_on_paper_what_is_folded_is_printed(watched: Watched) -> None:
    watched.page.emulate_media(media="print")
    assert not watched.page.locator("nav.contents").is_visible()
    assert watched.page.evaluate("document.documentElement.scrollWidth") <= 1280
    assert watched.page.pdf(format="A4").startswith(b"%PDF")
