"""Make docs/pictures/: the page of a shipped story as README shows it. Needs Chromium.

    python tools/make_pictures.py

Another browser or other fonts give another picture, so no test compares them.
"""

import shutil
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser, ViewportSize, sync_playwright

from sayso import api
from sayso.present.pages import present

ROOT = Path(__file__).resolve().parent.parent
STORY = ROOT / "src" / "sayso" / "examples" / "ferry"
PICTURES = ROOT / "docs" / "pictures"
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
LAPTOP: ViewportSize = {"width": 1280, "height": 720}
PHONE: ViewportSize = {"width": 390, "height": 844}
PART: ViewportSize = {"width": 1120, "height": 900}
MARGIN = 14
DRAWN = 600
"""Milliseconds that the page's script is given to draw what has come into view."""


@dataclass(frozen=True)
class Picture:
    """One picture: the window, its colours, and what of the page is shown, cut to `height` pixels; all that
    is seen when nothing is named.
    """

    name: str
    window: ViewportSize
    colours: Literal["light", "dark"] = "light"
    shown: str = ""
    height: float = 720


CHOSEN = (
    Picture("dossier", LAPTOP),
    Picture("dossier-dark", LAPTOP, colours="dark"),
    Picture("phone", PHONE),
    Picture("claim", PART, shown=".claim:has(.told-ways)", height=520),
    Picture("conflict", PART, shown=".conflict", height=320),
    Picture("article", PART, shown=".report:nth-of-type(2)", height=620),
    Picture("figures", PART, shown=".track", height=460),
    Picture("origins", PART, shown="#origins .flow", height=560),
)


def main() -> int:
    """Write the pictures; return 1 when there is no browser."""
    browser = next(filter(None, map(shutil.which, BROWSERS)), None)
    if browser is None:
        print("no Chromium here; tools/install_system.sh installs one", file=sys.stderr)
        return 1
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        page = Path(folder) / "dossier.html"
        page.write_text(present(api.dossier([str(STORY)])), encoding="utf-8")
        chromium = playwright.chromium.launch(executable_path=browser, args=ARGUMENTS)
        PICTURES.mkdir(parents=True, exist_ok=True)
        for picture in CHOSEN:
            path = take(chromium, page, picture)
            print(f"wrote {path.relative_to(ROOT)}, {path.stat().st_size // 1000} kB")
        chromium.close()
    return 0


def take(chromium: Browser, page: Path, picture: Picture) -> Path:
    """Show `page` as the picture asks and write what is seen."""
    path = PICTURES / f"{picture.name}.png"
    shown = chromium.new_page(viewport=picture.window, color_scheme=picture.colours, reduced_motion="reduce")
    shown.goto(page.as_uri())
    if picture.shown:
        part = shown.locator(picture.shown).first
        part.evaluate("one => one.scrollIntoView()")
        shown.wait_for_timeout(DRAWN)
        box = part.bounding_box() or {"x": 0, "y": 0, "width": 1, "height": 1}
        shown.screenshot(
            path=path,
            clip={
                "x": box["x"] - MARGIN,
                "y": box["y"],
                "width": box["width"] + 2 * MARGIN,
                "height": min(box["height"], picture.height),
            },
        )
    else:
        shown.screenshot(path=path)
    shown.close()
    return path


if __name__ == "__main__":
    sys.exit(main())
