"""How heavy the page is; how soon it can be used is measured by the benchmark `page`."""

from pathlib import Path

import pytest
from bench.page import ELEMENTS
from playwright.sync_api import Browser
from tests.golden.cases import inputs
from tests.present.make import make_dossier, make_empty
from tests.present.make_many import grown

from sayso import api
from sayso.model.dossier import Dossier
from sayso.present import share
from sayso.present.pages import present

TWELVE = 12
LARGE = 300

HEIGHTS = """() => {
  const all = [...document.querySelectorAll("main > section")];
  return Object.fromEntries(all.map(one => [one.id, one.offsetHeight]));
}"""


@pytest.fixture(scope="module")
def story() -> Dossier:
    """The shipped story of nine articles."""
    return api.dossier(inputs("ferry"))


def outgrown(html: str, story: Dossier) -> float:
    """The bytes of a page for each character of its articles, less what every page has."""
    own = len(present(make_empty()).encode())
    return (len(html.encode()) - own) / sum(len(one.text) for one in story.reports)


def test_a_long_article_stays_light(story: Dossier) -> None:
    """Twelve articles of 8,000 characters, the longest of 69 real events, made 2.03 MB and now make 1.47. The
    shipped ones are short and full of figures: for each character they take twice as much."""
    assert outgrown(present(story), story) < 30


def scaled(html: str, story: Dossier) -> float:
    """The size that twelve such articles would have, in megabytes."""
    return len(html.encode()) / len(story.reports) * TWELVE / 1e6


def test_twelve_articles_are_a_light_page(story: Dossier) -> None:
    assert scaled(present(story), story) < 0.85
    assert len(present(share.present(story))) < len(present(story))


@pytest.mark.browser
def test_twelve_articles_are_a_page_of_few_elements(browser: Browser, story: Dossier, tmp_path: Path) -> None:
    """What a browser has to draw before the page can be used."""
    path = tmp_path / "page.html"
    path.write_text(present(story), "utf-8")
    page = browser.new_page()
    page.goto(path.as_uri())
    assert page.evaluate(ELEMENTS) / len(story.reports) * TWELVE < 11_000
    page.close()


@pytest.mark.browser
def test_three_hundred_articles_are_no_endless_page(browser: Browser, tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    small = make_dossier()
    large = grown(small, LARGE // len(small.reports))
    path.write_text(present(large), "utf-8")
    page = browser.new_page(viewport={"width": 1400, "height": 900})
    page.goto(path.as_uri())
    heights = page.evaluate(HEIGHTS)
    assert max(heights.values()) < 50 * 900, heights
    fact = large.statements[-1].id
    page.evaluate(f"location.hash = 'at-{fact}'")
    assert page.locator(f"#at-{fact}").is_visible()
    page.close()
