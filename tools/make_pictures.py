"""Make docs/pictures/: the page of the shipped ferry example as a reader first sees it. Needs Chromium.

    python tools/make_pictures.py

Another browser or other fonts give another picture, so no test compares it.
"""

import shutil
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import ViewportSize, sync_playwright

from sayso import api
from sayso.present.pages import present

ROOT = Path(__file__).resolve().parent.parent
STORY = ROOT / "src" / "sayso" / "examples" / "ferry"
PICTURE = ROOT / "docs" / "pictures" / "dossier.png"
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
LAPTOP: ViewportSize = {"width": 1280, "height": 800}


def main() -> int:
    """Write the picture; return 1 when there is no browser."""
    browser = next(filter(None, map(shutil.which, BROWSERS)), None)
    if browser is None:
        print("no Chromium here; tools/install_system.sh installs one", file=sys.stderr)
        return 1
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "dossier.html"
        page.write_text(present(api.dossier([str(STORY)])), encoding="utf-8")
        take(browser, page, PICTURE)
    print(f"wrote {PICTURE.relative_to(ROOT)}")
    return 0


def take(browser: str, page: Path, picture: Path) -> None:
    """Show `page` on a laptop's screen in light colours and write what is seen to `picture`."""
    picture.parent.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=browser, args=ARGUMENTS)
        shown = chromium.new_page(viewport=LAPTOP, color_scheme="light")
        shown.goto(page.as_uri())
        shown.screenshot(path=picture)
        chromium.close()


if __name__ == "__main__":
    sys.exit(main())
