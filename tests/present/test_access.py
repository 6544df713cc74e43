"""The page for people who use it by keyboard, by ear, enlarged, or in the dark: axe-core finds nothing."""

from importlib import resources
from itertools import pairwise
from typing import Any

import pytest
from tests.present.conftest import Opened
from tests.present.make import make_dossier, make_empty

pytestmark = pytest.mark.browser

AXE = resources.files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8")

CHECK = """async () => {
  document.querySelectorAll('details').forEach(one => one.open = true);
  const found = await axe.run(document, {resultTypes: ['violations'], rules: {region: {enabled: true}}});
  const said = one => [one.id, ...one.nodes.slice(0, 3).map(node => node.html + node.failureSummary)];
  return found.violations.map(said);
}"""


WIDTHS = (360, 800, 1400)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_at_any_width(opened: Opened, scheme: Any) -> None:
    page = opened(make_dossier()).page
    page.emulate_media(color_scheme=scheme)
    page.evaluate(AXE)
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate(CHECK) == [], width


def test_axe_finds_nothing_where_there_is_nothing(opened: Opened) -> None:
    page = opened(make_empty()).page
    page.evaluate(AXE)
    assert page.evaluate(CHECK) == []


def test_headings_go_down_one_step_at_a_time(opened: Opened) -> None:
    page = opened(make_dossier()).page
    levels = page.eval_on_selector_all("h1, h2, h3, h4", "found => found.map(one => Number(one.tagName[1]))")
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
