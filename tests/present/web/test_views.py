"""Each view over HTTP: what it shows, where its links lead, its JSON, its pages."""

import html
import json
import re
import time
from collections.abc import Iterator

import httpx
import pytest
from tests.present.make import HOSTILE, make_dossier
from tests.present.web.served import CROWD, MANY, SMALL, MadeDesk, serving

from sayso.model.codec import to_json

SECTIONS = (
    "said", "apart", "moved", "figures", "origins", "timeline", "missing", "articles", "parties", "reviewed",
    "problems",
)  # fmt: skip


def links(text: str) -> Iterator[str]:
    for found in re.findall(r'href="([^"]*)"', text):
        if not found.startswith(("data:", "http")):
            yield html.unescape(found)


def follow(client: httpx.Client, start: str) -> dict[str, str]:
    """All pages that can be reached from one, each with its text."""
    seen: dict[str, str] = {}
    left = [start]
    while left:
        path = left.pop()
        if path in seen:
            continue
        answer = client.get(path)
        assert answer.status_code == 200, path
        seen[path] = answer.text if answer.headers["content-type"].startswith("text/html") else ""
        if not path.endswith(("page.html", ".json", ".css", ".js")):
            left += [link.partition("#")[0] for link in links(seen[path]) if link.partition("#")[0]]
    return seen


def test_every_link_of_a_desk_leads_to_something_that_is_there(small: httpx.Client) -> None:
    pages = follow(small, "/stories")
    expected = {f"/stories/{SMALL}/{name}" for name in SECTIONS if name not in {"moved", "reviewed"}}
    assert expected <= set(pages)
    for path, text in pages.items():
        anchors = set(re.findall(r'\sid="([^"]+)"', text))
        for link in links(text):
            other, _, anchor = link.partition("#")
            there = set(re.findall(r'\sid="([^"]+)"', pages[other])) if other else anchors
            assert not anchor or anchor in there, f"{path} links to {link}"


def test_from_a_dossier_to_the_words_of_an_article_and_back(client: httpx.Client) -> None:
    said = client.get(f"/stories/{SMALL}/said").text
    place = next(link for link in links(said) if "/articles/" in link and "#at-s2" in link)
    article = client.get(place).text
    assert 'id="at-s2"' in article
    back = re.search(r'<li[^>]*id="n-s2".*?</li>', article, re.DOTALL)
    assert back
    claim = next(link for link in links(back[0]) if link.startswith("/claims/"))
    assert "On whose say-so" in client.get(claim).text
    assert "#at-s2" in client.get(claim).text


@pytest.mark.parametrize(
    ("path", "key"),
    [
        ("/stories.json", 0),
        (f"/stories/{SMALL}.json", "format"),
        *((f"/stories/{SMALL}/{name}.json", "story") for name in SECTIONS),
        (f"/stories/{SMALL}/articles/d4.json", "report"),
        (f"/stories/{SMALL}/parties/Ines%20Dahl.json", "entity"),
        (f"/claims/{SMALL}000.json", 0),
        ("/changes.json?since=2031-03-01", 0),
        ("/search.json?q=people", 0),
        ("/stories/99.json", "error"),
        ("/nothing.json", "error"),
    ],
)
def test_every_view_is_there_as_json(client: httpx.Client, path: str, key: int | str) -> None:
    answer = client.get(path)
    assert answer.headers["content-type"] == "application/json"
    assert answer.json()[key] is not None
    assert (answer.status_code == 404) is (key == "error")


def test_the_json_of_a_story_is_its_dossier_file(client: httpx.Client) -> None:
    assert json.loads(client.get(f"/stories/{SMALL}.json").text) == json.loads(to_json(make_dossier()))


def test_hostile_titles_are_text_everywhere(small: httpx.Client) -> None:
    for path, text in follow(small, f"/stories/{SMALL}").items():
        if not path.endswith("page.html"):
            assert HOSTILE not in text, path
            assert "onerror=" not in re.sub(r"&lt;img.*?&gt;", "", text), path


def test_a_story_of_300_articles_is_served_in_pages_each_within_a_second(client: httpx.Client) -> None:
    client.get(f"/stories/{CROWD}")
    for name in SECTIONS:
        took = []
        for place in range(3):  # Each with an address of its own: none is kept at hand.
            started = time.perf_counter()
            answer = client.get(f"/stories/{CROWD}/{name}?at={place}")
            took.append(time.perf_counter() - started)
        assert min(took) < 1, name
        assert answer.status_code == 200
        assert len(answer.content) < 1_500_000
    assert client.get(f"/stories/{CROWD}/articles").text.count('class="day"') == MANY


def test_a_list_is_paged_and_a_link_into_it_finds_its_page(client: httpx.Client) -> None:
    first = client.get(f"/stories/{CROWD}/said").text
    assert "page 1 of 2" in first
    assert "Back" in client.get(f"/stories/{CROWD}/said?page=2").text
    assert (
        client.get(f"/stories/{CROWD}/said?page=2").text == client.get(f"/stories/{CROWD}/said?page=900").text
    )
    apart = client.get(f"/stories/{CROWD}/apart?at=x-k54").text
    assert 'id="x-k54"' in apart


@pytest.mark.parametrize("asked", ["page=0", "page=-1", "page=x", "page=99999999999999999999", "page=²"])
def test_a_page_that_is_no_number_is_refused_in_words(client: httpx.Client, asked: str) -> None:
    answer = client.get(f"/stories?{asked}")
    assert answer.status_code == 400
    assert "number from 1 on" in answer.text


@pytest.mark.parametrize(
    "path",
    [
        "/stories/99",
        "/stories/99999999999999999999",
        "/claims/7",
        f"/stories/{SMALL}/nothing",
        "/articles/none",
        f"/stories/{SMALL}/parties/Nobody",
        f"/stories/{SMALL}/articles/none",
        "/static/../app.py",
        "/static/none.js",
    ],
)
def test_what_is_not_there_says_so_and_nothing_of_the_inside(client: httpx.Client, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code in {400, 404}
    assert "Traceback" not in answer.text
    assert "sayso/" not in answer.text


def test_stories_are_sifted_by_words_and_days(client: httpx.Client) -> None:
    assert f'href="/stories/{CROWD}"' in client.get("/stories").text
    assert f'href="/stories/{CROWD}"' not in client.get("/stories?q=tolm").text
    assert "No story fits" in client.get("/stories?q=unheard").text
    assert client.get("/stories?since=yesterday").status_code == 400


def test_a_party_is_found_by_its_name_and_all_that_it_says_is_there(client: httpx.Client) -> None:
    text = client.get(f"/stories/{SMALL}/parties/ines dahl").text
    assert "In these sentences" in text
    assert "Four people are dead" in text


@pytest.mark.parametrize(
    "path",
    [
        "/articles/d4",
        "/articles/d4-before",
        f"/stories/{SMALL}/articles/d4-before",
        f"/stories/{CROWD}/articles/d4",
    ],
)
def test_an_article_is_found_wherever_it_is_now(client: httpx.Client, path: str) -> None:
    assert client.get(path).headers["location"] == f"/stories/{SMALL}/articles/d4"


def test_a_reload_costs_nothing_but_the_asking_until_the_story_changes() -> None:
    desk = MadeDesk()
    with serving(desk) as client:
        first = client.get(f"/stories/{SMALL}")
        tag = first.headers["etag"]
        again = client.get(f"/stories/{SMALL}", headers={"If-None-Match": tag})
        assert (again.status_code, again.content) == (304, b"")
        assert desk.decoded == 1
        desk.mark = "2"
        changed = client.get(f"/stories/{SMALL}", headers={"If-None-Match": tag})
        assert changed.status_code == 200
        assert "being worked out" in changed.text
        assert desk.decoded == 2


def test_the_whole_story_is_there_as_one_file(client: httpx.Client) -> None:
    answer = client.get(f"/stories/{SMALL}/page.html")
    assert answer.headers["content-disposition"].startswith("attachment")
    assert 'http-equiv="Content-Security-Policy"' in answer.text


def test_what_changed_is_told_story_by_story_and_as_a_feed(client: httpx.Client) -> None:
    page = client.get("/changes?since=2031-03-01").text
    assert "3 killed, then 4" in page
    assert HOSTILE not in page
    assert "Nothing changed" in client.get("/changes?since=2031-04-01").text
    assert "Nothing changed" in client.get(f"/changes?since=2031-03-01&story={CROWD}").text
    assert client.get("/changes.json?since=2031-03-01").json()[0]["text"] == "3 killed, then 4"
    feed = client.get("/changes.atom?since=2031-03-01")
    assert feed.headers["content-type"].startswith("application/atom+xml")
    assert "3 killed, then 4" in feed.text
    assert client.get("/changes?days=99999").status_code == 400


def test_the_first_screen_tells_what_changed_last_and_no_trifles(client: httpx.Client) -> None:
    text = client.get(f"/stories/{SMALL}").text
    assert "What changed last" in text
    assert text.count('class="change"') == 1


def test_search_marks_what_fits_and_leads_to_claim_and_article(client: httpx.Client) -> None:
    text = client.get("/search?q=people").text
    assert '<mark class="found">Four</mark> people are dead' in text
    assert f'href="/claims/{SMALL}000"' in text
    assert f'href="/stories/{SMALL}/articles/d1"' in text
    assert 'href="/articles/d4"' in text
    assert HOSTILE not in text
    assert "stated by nobody" in text
    assert "stated by nobody" not in client.get("/search?q=people&kind=figure").text
    assert "No sentence fits" in client.get("/search?q=unheard").text
    assert "any order" in client.get("/search").text
    assert len(client.get("/search.json?q=people").json()) == 2
    assert client.get("/search?q=x&by=guessing").status_code == 400
    assert client.get("/search?q=" + "x" * 600).status_code == 400
