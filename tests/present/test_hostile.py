"""Articles that mean harm change nothing on the page."""

from pathlib import Path

import pytest
from tests.present.conftest import Opened, Watched
from tests.present.make import make_dossier
from tests.present.make_many import hostile

from sayso import api
from sayso.present.pages import present

pytestmark = pytest.mark.browser

OUTLINE = """() => {
  const all = [...document.querySelectorAll(':not(.plot *, .flow *)')];
  const names = all.flatMap(one => [...one.attributes].map(attribute => attribute.name));
  return [[...new Set(all.map(one => one.tagName))].sort(), [...new Set(names)].sort()];
}"""

EVIL = """<!doctype html><html><head>
<title>Four dead</title><script>window.broken=1</script>
<meta property="og:site_name" content='"><script>window.broken=1</script>'>
<link rel="canonical" href="javascript:window.broken=1">
<meta property="og:url" content="data:text/html,<script>window.broken=1</script>">
</head><body onload="window.broken=1"><article>
<h1>Four dead <script>window.broken=1</script>as <b onclick="window.broken=1">gate</b> breaks
&lt;img src=x onerror=window.broken=1&gt;</h1>
<p>Mayor Ines \u202eDahl\u202c said four people died when the gate of the Tolm dam broke on 4 March 2031.</p>
<p>&lt;/style&gt;&lt;script&gt;window.broken=1&lt;/script&gt;
The &amp;lt;b&amp;gt; company denied that it was warned.</p>
<p>“Four people are dead \x00\x1b[31m and
<a href="javascript:window.broken=1">two</a> are missing,” she said.</p>
</article></body></html>"""


def unbroken(watched: Watched) -> None:
    page = watched.page
    page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    assert page.evaluate("window.broken") is None
    assert watched.left == []
    assert not [line for line in watched.console if "favicon" not in line]
    assert (
        page.locator("img, iframe, object, form[action], base, [onclick], [onload], [onerror]").count() == 0
    )
    links = page.eval_on_selector_all("a", "found => found.map(one => one.getAttribute('href'))")
    assert [link for link in links if not link.startswith(("#", "https://", "http://"))] == []


def test_nothing_that_a_name_or_a_reason_holds_becomes_an_element(opened: Opened) -> None:
    tame = opened(make_dossier())
    outline = tame.page.evaluate(OUTLINE)
    wild = opened(hostile(make_dossier()))
    elements, attributes = wild.page.evaluate(OUTLINE)
    unbroken(wild)
    assert set(elements) <= set(outline[0])
    assert set(attributes) <= set(outline[1])
    assert wild.page.locator("script").count() == tame.page.locator("script").count()
    assert wild.page.locator("svg :is(script, foreignObject, image, use)").count() == 0


def test_a_hostile_article_from_its_bytes_to_the_page(opened: Opened, tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "<img src=x onerror=window.broken=1>.html").write_text(EVIL, "utf-8")
    (folder / "bomb.html").write_text(
        "<div>" * 100_000 + "<p>Four people died.</p>" + "&amp;" * 100_000, "utf-8"
    )
    (folder / "half\udcff.txt").write_bytes(
        b"Mayor Ines Dahl said four people died at the Tolm dam on 4 March 2031.\n"
    )
    for dossier in api.dossiers([str(folder)]).dossiers:
        unbroken(opened(dossier))


def test_halves_of_characters_can_be_written() -> None:
    assert present(hostile(make_dossier())).encode("utf-8")
