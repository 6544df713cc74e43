"""A real Chromium for the tests of the page, and a page that keeps what it complained of and asked for."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from bench.page import CHROMIUM
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Error, Page, Request, sync_playwright
from tests.present.make import make_dossier

from sayso.model.dossier import Dossier
from sayso.present.pages import present

ARGUMENTS = [
    "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip


class Watched:
    """A page with all that it complained of and asked for."""

    def __init__(self, context: BrowserContext, path: Path) -> None:
        self.page: Page = context.new_page()
        self.console: list[str] = []
        self.requests: list[str] = []
        self.page.on("console", self.complained)
        self.page.on("pageerror", self.failed)
        self.page.on("request", self.asked)
        self.page.goto(path.as_uri())

    def complained(self, message: ConsoleMessage) -> None:
        self.console.append(message.text)

    def failed(self, error: Error) -> None:
        self.console.append(str(error))

    def asked(self, request: Request) -> None:
        self.requests.append(request.url)

    @property
    def left(self) -> list[str]:
        """The requests that left the page."""
        return [url for url in self.requests if not url.startswith(("file:", "data:"))]


Opened = Callable[[Dossier], Watched]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    if CHROMIUM is None:
        pytest.skip("no Chromium is installed")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield chromium
        chromium.close()


@pytest.fixture
def opened(browser: Browser, tmp_path: Path) -> Iterator[Opened]:
    """Open the page of a dossier on a laptop's screen."""
    context = browser.new_context(viewport={"width": 1280, "height": 720}, reduced_motion="reduce")

    def open_page(dossier: Dossier) -> Watched:
        path = tmp_path / "dossier.html"
        path.write_text(present(dossier), encoding="utf-8")
        return Watched(context, path)

    yield open_page
    context.close()


@pytest.fixture
def watched(opened: Opened) -> Watched:
    return opened(make_dossier())
