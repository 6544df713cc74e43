"""The page in a real Chromium: nothing fails, nothing leaves the page, every link lands."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Error, Page, Request, sync_playwright
from tests.present.make import HOSTILE_TITLE, make_dossier

from sayso.present.pages import present

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
ARGUMENTS = [
    "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip

pytestmark = [pytest.mark.browser, pytest.mark.skipif(CHROMIUM is None, reason="no Chromium is installed")]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield chromium
        chromium.close()


class Watched:
    """A page with all that it complained of and asked for."""

    def __init__(self, page: Page, path: Path) -> None:
        self.page = page
        self.console: list[str] = []
        self.requests: list[str] = []
        page.on("console", self.complained)
        page.on("pageerror", self.failed)
        page.on("request", self.asked)
        page.goto(path.as_uri())

    def complained(self, message: ConsoleMessage) -> None:
        self.console.append(message.text)

    def failed(self, error: Error) -> None:
        self.console.append(str(error))

    def asked(self, request: Request) -> None:
        self.requests.append(request.url)


@pytest.fixture
def watched(browser: Browser, tmp_path: Path) -> Iterator[Watched]:
    path = tmp_path / "dossier.html"
    path.write_text(present(make_dossier()), encoding="utf-8")
    context = browser.new_context(viewport={"width": 1400, "height": 820})
    yield Watched(context.new_page(), path)
    context.close()


def test_nothing_fails_and_nothing_leaves_the_page(watched: Watched) -> None:
    assert watched.console == []
    assert [url for url in watched.requests if not url.startswith(("file:", "data:"))] == []
    assert watched.page.evaluate("window.broken") is None
    assert watched.page.locator("img, iframe").count() == 0
    assert watched.page.locator("script").count() == 2


def test_the_style_sheet_is_let_through_and_nothing_else_is(watched: Watched) -> None:
    assert watched.page.evaluate("getComputedStyle(document.querySelector('.contents')).position") == "sticky"
    watched.page.evaluate(
        "document.body.insertAdjacentHTML('beforeend', '<p id=x style=\"color: red\">x</p>')"
    )
    assert watched.page.evaluate("getComputedStyle(document.querySelector('#x')).color") != "rgb(255, 0, 0)"


def test_every_link_to_a_fact_lands_on_its_sentence_and_leads_back(watched: Watched) -> None:
    page = watched.page
    links = page.eval_on_selector_all("a[href^='#']", "found => found.map(a => a.getAttribute('href'))")
    missing = page.evaluate("links => links.filter(link => !document.getElementById(link.slice(1)))", links)
    assert missing == []
    page.locator("#c-c2 .places a").first.click()
    assert page.evaluate("location.hash") == "#at-s2"
    assert page.locator("mark:target").count() == 1
    assert page.locator("mark:target").is_visible()
    page.locator(".row:has(:target) .back[href='#c-c2']").first.click()
    assert page.locator(".claim:target").get_attribute("id") == "c-c2"


def test_hostile_titles_are_shown_as_text(watched: Watched) -> None:
    shown = watched.page.locator("#r-d4 h3").text_content()
    assert shown == f"{HOSTILE_TITLE} #"


@pytest.mark.parametrize("width", [360, 400, 900, 1400])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_is_wider_than_the_window(watched: Watched, width: int, scheme: str) -> None:
    watched.page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    watched.page.set_viewport_size({"width": width, "height": 820})
    assert watched.page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_first_screen_fits_a_laptop(watched: Watched) -> None:
    box = watched.page.locator(".opening").bounding_box()
    assert box is not None
    assert box["y"] + box["height"] <= 820
