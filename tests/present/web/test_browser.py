"""The served pages in a real Chromium: nothing fails, nothing leaves the server, all can use every view."""

from collections.abc import Iterator
from importlib import resources
from typing import Any
from urllib.parse import urlsplit

import httpx
import pytest
from playwright.sync_api import Browser, Page, Route
from tests.present.test_access import CHECK
from tests.present.web.served import CROWD, SMALL, MadeDesk, serving

from sayso.present.web.settings import Settings

pytestmark = pytest.mark.browser

SECTIONS = ("said", "apart", "figures", "origins", "timeline", "missing", "articles", "parties", "problems")
VIEWS = (
    "/stories",
    "/changes?since=2031-03-01",
    "/search?q=people",
    f"/stories/{SMALL}",
    *(f"/stories/{SMALL}/{name}" for name in SECTIONS),
    f"/stories/{SMALL}/articles/d4",
    f"/stories/{SMALL}/parties/Ines%20Dahl",
    f"/claims/{SMALL}000",
    f"/stories/{SMALL}/review",
    *(f"/stories/{SMALL}/review/{thing}" for thing in ("f1", "s1", "c1", "k1", "mayor")),
)


class Visited:
    """A browser's page with all that it complained of and asked for."""

    def __init__(self, page: Page, base: str) -> None:
        self.page = page
        self.base = base
        self.console: list[str] = []
        self.asked: list[str] = []
        page.on("console", lambda message: self.console.append(message.text))
        page.on("pageerror", lambda error: self.console.append(str(error)))
        page.on("request", lambda request: self.asked.append(request.url))

    def open(self, path: str) -> None:
        self.page.goto(f"{self.base}{path}")

    @property
    def path(self) -> str:
        return urlsplit(self.page.url).path

    @property
    def left(self) -> list[str]:
        """The requests that went anywhere else."""
        return [url for url in self.asked if not url.startswith((f"{self.base}/", "data:"))]


@pytest.fixture
def visited(browser: Browser, client: httpx.Client) -> Iterator[Visited]:
    context = browser.new_context(viewport={"width": 1280, "height": 720}, reduced_motion="reduce")
    yield Visited(context.new_page(), str(client.base_url).rstrip("/"))
    context.close()


@pytest.mark.parametrize("path", VIEWS)
def test_a_view_stays_on_the_server_without_complaint_and_fits_the_window(
    visited: Visited, path: str
) -> None:
    for width in (360, 800, 1400):
        visited.page.set_viewport_size({"width": width, "height": 820})
        visited.open(path)
        assert visited.page.evaluate("document.documentElement.scrollWidth") <= width
    assert visited.console == []
    assert visited.left == []
    assert visited.page.evaluate("window.broken") is None


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_any_view(visited: Visited, scheme: Any) -> None:
    axe = resources.files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8")
    visited.page.emulate_media(color_scheme=scheme)
    for path in (*VIEWS, "/nothing", "/enter"):
        visited.open(path)
        visited.page.evaluate(axe)
        assert visited.page.evaluate(CHECK) == [], path


def test_from_the_list_to_the_words_of_an_article_and_back(visited: Visited) -> None:
    page = visited.page
    visited.open("/stories")
    page.locator(".stories a").first.click()
    assert visited.path == f"/stories/{SMALL}"
    page.get_by_role("link", name="What is said").first.click()
    page.locator("#c-c2 .places a").first.click()
    assert page.evaluate("location.hash") == "#at-s2"
    assert page.locator("mark:target").is_visible()
    page.locator(".row:has(:target) .back").first.click()
    assert visited.path.startswith("/claims/")
    page.get_by_role("link", name="At a glance").click()
    assert visited.path == f"/stories/{SMALL}"
    assert visited.console == []


def test_charts_and_graph_are_drawn_and_their_marks_lead_on(visited: Visited) -> None:
    visited.open(f"/stories/{SMALL}/figures")
    mark = visited.page.locator(".mark").first
    mark.wait_for()
    mark.click()
    visited.page.wait_for_url("**/articles/**")
    visited.open(f"/stories/{SMALL}/origins")
    node = visited.page.locator(".node.report").first
    node.wait_for()
    assert "/articles/" in str(node.get_attribute("href"))
    assert visited.console == []


def test_a_long_story_is_walked_through_page_by_page(visited: Visited) -> None:
    visited.open(f"/stories/{CROWD}/said")
    visited.page.get_by_role("link", name="Further").first.click()
    assert "page=2" in visited.page.url
    assert visited.page.locator(".claim").count() > 0


@pytest.mark.parametrize("scripted", [True, False])
def test_a_form_is_sent_by_hand_and_by_keyboard_and_its_effect_is_seen_at_once(
    browser: Browser, scripted: bool
) -> None:
    desk = MadeDesk()
    with serving(desk, Settings()) as client:
        context = browser.new_context(java_script_enabled=scripted)
        visited = Visited(context.new_page(), str(client.base_url).rstrip("/"))
        page = visited.page
        visited.open(f"/stories/{SMALL}/figures#f-f1")
        page.locator("#f-f1").get_by_role("link", name="review").click()
        page.get_by_label("Your name").fill("A. Brenn")
        page.get_by_label("Because").fill("<script>window.broken=1</script>")
        page.keyboard.press("Enter")
        assert desk.decisions == 0
        page.get_by_role("button", name="Reject").focus()
        page.keyboard.press("Enter")
        page.get_by_role("status").filter(has_text="Rejected").wait_for()
        assert desk.decisions == 1
        assert "<script>window.broken=1" in page.locator(".problems").inner_text()
        page.get_by_role("button", name="Undo").click()
        page.locator(".problems li:nth-child(2)").wait_for()
        assert [str(one.what) for one in desk.dossiers[SMALL].decisions] == ["reject", "undo"]
        assert visited.console == []
        assert visited.left == []
        context.close()


def test_a_page_elsewhere_cannot_have_a_browser_decide(browser: Browser) -> None:
    desk = MadeDesk()
    with serving(desk, Settings(by="A. Brenn")) as client, serving(MadeDesk(), Settings()) as other:
        base, elsewhere = (str(one.base_url).rstrip("/") for one in (client, other))
        context = browser.new_context()
        page = context.new_page()
        path = f"{base}/stories/{SMALL}/review/f1"
        page.goto(path)
        mark = page.locator(".judging [name=form]").input_value()

        def trapping(route: Route) -> None:
            route.fulfill(body=_trap(path, mark), content_type="text/html")

        page.route(
            f"{elsewhere}/trap", lambda route: route.fulfill(body=_trap(path, mark), content_type="text/html")
        )
        page.goto(f"{elsewhere}/trap")
        with page.expect_navigation():
            page.locator("button").click()
        assert page.locator("h1").inner_text() == "Not from there"
        assert desk.decisions == 0
        context.close()


def _trap(path: str, mark: str) -> str:
    """A page elsewhere that has even learnt the mark of a form."""
    return (
        f'<form method="post" action="{path}"><input name="form" value="{mark}"><input name="by" value="x">'
        '<input name="seen" value=""><button name="what" value="reject">Win</button></form>'
    )


def test_a_token_is_asked_for_once(browser: Browser) -> None:
    token = "a-token-that-is-long"
    with serving(MadeDesk(), Settings(token=token)) as client:
        context = browser.new_context()
        visited = Visited(context.new_page(), str(client.base_url).rstrip("/"))
        visited.open(f"/stories/{SMALL}")
        visited.page.get_by_role("textbox", name="Token").fill(token)
        visited.page.get_by_role("button", name="Enter").click()
        visited.page.wait_for_selector(".opening")
        assert visited.path == f"/stories/{SMALL}"
        assert token not in visited.page.content()
        assert visited.page.evaluate("document.cookie") == ""
        context.close()
