"""Charts and graph in a real Chromium: to the last mark, and in tables without a script."""

from dataclasses import replace
from pathlib import Path

import pytest
from bench.page import CHROMIUM
from playwright.sync_api import Browser, Page
from tests.present.conftest import Opened, Watched
from tests.present.crowd import FIGURES, make_crowd
from tests.present.make import HOSTILE, make_dossier

from sayso.present.pages import present, view

pytestmark = [pytest.mark.browser, pytest.mark.skipif(CHROMIUM is None, reason="no Chromium is installed")]

UNFOLD = """() => {
  const fold = document.querySelector("#origins .node.report.folded"), start = performance.now();
  fold.dispatchEvent(new MouseEvent("click", { bubbles: true }));
  return performance.now() - start;
}"""


def show(page: Page, chosen: str) -> None:
    page.evaluate("chosen => document.querySelector(chosen).scrollIntoView()", chosen)
    page.wait_for_selector(f"{chosen} svg[role=list]")


def test_a_chart_has_a_mark_for_each_of_its_view(watched: Watched) -> None:
    for track in view(make_dossier()).tracks:
        if track.chart:
            show(watched.page, f"#{track.anchor} .plot")
            assert watched.page.locator(f"#{track.anchor} .mark").count() == len(track.chart.marks)
    assert watched.console == []
    assert watched.left == []


def test_each_mark_tells_its_own_sentence_and_leads_to_it(watched: Watched) -> None:
    page = watched.page
    show(page, "#t-t1 .plot")
    chart = view(make_dossier()).tracks[0].chart
    assert chart is not None
    rows = {row.anchor: row for row in view(make_dossier()).tracks[0].rows}
    for place, mark in enumerate(chart.marks):
        drawn = page.locator(f"#t-t1 .mark[data-place='{place}']")
        row = rows[mark.rows[0]]
        assert drawn.get_attribute("href") == row.href
        assert row.sentence in (drawn.get_attribute("aria-label") or "")
        drawn.focus()
        assert page.locator("#t-t1 .pane blockquote").first.text_content() == row.sentence
        assert page.locator("#t-t1 .pane a.place").first.get_attribute("href") == row.href


def test_marks_are_walked_by_keys_and_one_of_them_is_a_stop(watched: Watched) -> None:
    page = watched.page
    show(page, "#t-t1 .plot")
    assert page.locator("#t-t1 .mark[tabindex='0']").count() == 1
    page.locator("#t-t1 .mark[tabindex='0']").focus()
    seen = set()
    for _ in range(8):
        seen.add(page.evaluate("document.activeElement.dataset.place"))
        page.keyboard.press("ArrowRight")
    assert len(seen) == 6
    page.keyboard.press("Home")
    page.keyboard.press("Enter")
    assert page.evaluate("location.hash").startswith("#at-")


def test_a_finger_shows_the_sentence_and_does_not_leave(browser: Browser, tmp_path: Path) -> None:
    path = tmp_path / "dossier.html"
    path.write_text(present(make_dossier()), encoding="utf-8")
    context = browser.new_context(viewport={"width": 390, "height": 800}, has_touch=True, is_mobile=True)
    page = context.new_page()
    page.goto(path.as_uri())
    show(page, "#t-t1 .plot")
    page.locator("#t-t1 .mark[data-place='3'] .reach").tap()
    assert page.evaluate("location.hash") == ""
    assert "At least 11" in (page.locator("#t-t1 .pane").text_content() or "")
    context.close()


def test_the_graph_has_a_node_for_each_of_its_view_and_lights_the_way_of_a_report(watched: Watched) -> None:
    page = watched.page
    graph = view(make_dossier()).graph
    assert graph is not None
    show(page, "#origins .flow")
    assert page.locator("#origins .node").count() == len(graph.nodes)
    assert page.locator("#origins .node.possible").count() == 1
    assert page.locator("#origins .node.copy .behind").count() == 2
    signs = page.locator("#origins .signs").text_content() or ""
    assert "a copy" in signs
    assert "leads to nobody" in signs
    assert "whose first is not known" not in signs
    page.locator("#origins .node", has_text="Corvell Courier").focus()
    lit = page.locator("#origins .node.lit .name").all_text_contents()
    assert any(name.startswith("Ines Dahl") for name in lit)
    assert not any(name.startswith("Rescue service") for name in lit)
    page.keyboard.press("Enter")
    assert page.evaluate("location.hash") == "#r-b2"


def test_two_hundred_articles_are_drawn_within_a_second_and_unfold(opened: Opened) -> None:
    watched = opened(make_crowd(200))
    page = watched.page
    show(page, "#origins .flow")
    before = page.locator("#origins .node").count()
    assert before < 80
    took = page.evaluate(UNFOLD)
    assert took < 1000
    assert page.locator("#origins .node").count() > before + 20
    show(page, "#t-t1 .plot")
    chart = view(make_crowd(200)).tracks[0].chart
    assert chart is not None
    assert page.locator("#t-t1 .mark").count() == len(chart.marks) == FIGURES
    assert watched.console == []


def test_a_long_while_without_a_figure_is_cut_and_says_so(opened: Opened) -> None:
    full = make_dossier()
    late = tuple(
        replace(one, as_of=replace(one.as_of, from_=None, to="2031-09-30"))
        if one.id == "f3" and one.as_of
        else one
        for one in full.figures
    )
    page = opened(replace(full, figures=late)).page
    show(page, "#t-t1 .plot")
    assert page.locator("#t-t1 .break").count() == 1
    assert "30 Sep" in page.locator("#t-t1 .axis.day").all_text_contents()
    assert "skipped" in (page.locator("#t-t1 .signs").text_content() or "")
    page = opened(full).page
    show(page, "#t-t1 .plot")
    assert page.locator("#t-t1 .break").count() == 0


@pytest.mark.parametrize("width", [360, 800, 1400])
def test_drawings_are_no_wider_than_the_window(opened: Opened, width: int) -> None:
    page = opened(make_crowd(40)).page
    page.set_viewport_size({"width": width, "height": 820})
    show(page, "#t-t1 .plot")
    show(page, "#origins .flow")
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_without_a_script_the_tables_say_it_all(browser: Browser, tmp_path: Path) -> None:
    path = tmp_path / "dossier.html"
    path.write_text(present(make_dossier()), encoding="utf-8")
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(path.as_uri())
    assert page.locator("svg[role=list]").count() == 0
    assert page.locator("#t-t1 tbody tr").first.is_visible()
    assert page.locator("#t-t1 tbody tr").count() == 6
    assert page.locator("#o-mayor").is_visible()
    context.close()


def test_a_link_into_a_folded_table_opens_it(watched: Watched) -> None:
    page = watched.page
    assert not page.locator("#f-f3").is_visible()
    page.evaluate("location.hash = '#f-f3'")
    page.wait_for_selector("#f-f3")
    assert page.locator("#f-f3").is_visible()


def test_hostile_names_are_text_in_drawings(opened: Opened) -> None:
    full = make_dossier()
    nasty = f"{HOSTILE}</script><img src=x onerror=window.broken=1>"
    named = tuple(replace(one, name=nasty, names=(nasty,)) for one in full.entities)
    reports = tuple(replace(one, outlet=nasty) for one in full.reports)
    watched = opened(replace(full, entities=named, reports=reports))
    show(watched.page, "#t-t1 .plot")
    show(watched.page, "#origins .flow")
    for mark in watched.page.locator("#t-t1 .mark").all():
        mark.focus()
    assert watched.page.evaluate("window.broken") is None
    assert watched.page.locator("img").count() == 0
    assert watched.console == []
