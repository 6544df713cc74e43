import time
from collections.abc import Iterator
from email.utils import formatdate

import pytest
from tests.read import server as manners
from tests.read.server import Answer, Server, html, packed, redirect

from sayso.errors import FetchError
from sayso.read.fetch import Validators, fetch
from sayso.read.inputs import read
from sayso.read.limits import Limits

SHORT = Limits(size=100_000, seconds=0.5, step=0.3)
ARTICLE = "\n".join(["The ferry left the port of Brenn at nine on Monday, the harbour master said."] * 6)


@pytest.fixture
def server() -> Iterator[Server]:
    with manners.running() as running:
        yield running


def refusal(url: str, limits: Limits = SHORT) -> FetchError:
    with pytest.raises(FetchError) as refused:
        fetch(url, allow_private=True, limits=limits)
    return refused.value


def test_a_page_is_fetched_with_the_name_as_host(server: Server) -> None:
    server.pages["/page"] = Answer(b"The ferry left.", headers={"Content-Type": "text/plain; charset=utf-8"})
    page = fetch(f"{server.url}/page", allow_private=True)
    assert (page.raw, page.charset, page.url) == (b"The ferry left.", "utf-8", f"{server.url}/page")
    (asked,) = server.asked
    assert asked[1]["Host"] == f"localhost:{server.port}"
    assert asked[1]["User-Agent"].startswith("sayso/")
    assert "Cookie" not in asked[1]


def test_redirects_are_followed_and_give_the_last_url(server: Server) -> None:
    server.pages |= {"/a": redirect("/b"), "/b": redirect(f"{server.url}/c", 307), "/c": Answer(b"Here.")}
    page = fetch(f"{server.url}/a", allow_private=True)
    assert (page.url, page.moved) == (f"{server.url}/c", None)


def test_permanent_redirects_say_where_the_page_is_from_now_on(server: Server) -> None:
    server.pages |= {
        "/a": redirect("/b", 301), "/b": redirect("/c", 308), "/c": redirect("/d"), "/d": Answer(b"Here."),
    }  # fmt: skip
    page = fetch(f"{server.url}/a", allow_private=True)
    assert (page.url, page.moved) == (f"{server.url}/d", f"{server.url}/c")


def test_redirects_in_a_circle_end(server: Server) -> None:
    server.pages |= {"/a": redirect("/b"), "/b": redirect("/a")}
    assert "redirects more than 5 times" in str(refusal(f"{server.url}/a"))
    assert len(server.asked) == 6


@pytest.mark.parametrize(
    "to",
    ["file:///etc/hosts", "ftp://harbour.example/", "javascript:alert(1)", "http://ana:secret@localhost/"],
)
def test_a_redirect_to_what_is_no_page_is_refused(server: Server, to: str) -> None:
    server.pages["/a"] = redirect(to)
    error = refusal(f"{server.url}/a")
    assert error.refused
    assert "secret" not in str(error)


@pytest.mark.parametrize(("status", "waits"), [(404, None), (410, None), (500, None), (429, 7), (503, 7)])
def test_what_the_server_answered_is_told(server: Server, status: int, waits: float | None) -> None:
    server.pages["/a"] = Answer(b"no", status, {"Retry-After": "7"} if waits else {})
    error = refusal(f"{server.url}/a")
    assert (error.status, error.wait) == (status, waits)
    assert f"answered {status}" in str(error)


@pytest.mark.parametrize(("ahead", "least", "most"), [(100, 90, 101), (-100, 0, 0)])
def test_a_moment_to_come_back_is_understood(server: Server, ahead: float, least: float, most: float) -> None:
    server.pages["/a"] = Answer(b"", 429, {"Retry-After": formatdate(time.time() + ahead)})
    wait = refusal(f"{server.url}/a").wait
    assert wait is not None
    assert least <= wait <= most


@pytest.mark.parametrize("value", ["soon", "-5", "Mon, 99 Foo 2020"])
def test_a_moment_that_is_none_is_passed_over(server: Server, value: str) -> None:
    server.pages["/a"] = Answer(b"", 429, {"Retry-After": value})
    assert refusal(f"{server.url}/a").wait is None


def test_an_unchanged_page_is_not_sent_again(server: Server) -> None:
    server.pages["/a"] = Answer(
        b"Here.", headers={"ETag": '"1"', "Last-Modified": "Mon, 02 Dec 2024 10:00:00 GMT"}
    )
    first = fetch(f"{server.url}/a", allow_private=True)
    again = fetch(f"{server.url}/a", allow_private=True, since=first.validators)
    assert (again.unchanged, again.raw) == (True, b"")
    assert server.asked[1][1]["If-Modified-Since"] == "Mon, 02 Dec 2024 10:00:00 GMT"


def test_validators_hold_for_the_page_they_came_with(server: Server) -> None:
    server.pages |= {
        "/a": Answer(b"One.", headers={"ETag": '"1"'}),
        "/b": Answer(b"Two.", headers={"ETag": '"1"'}),
    }
    first = fetch(f"{server.url}/a", allow_private=True)
    assert fetch(f"{server.url}/b", allow_private=True, since=first.validators).raw == b"Two."


def test_a_validator_as_long_as_a_page_is_not_kept(server: Server) -> None:
    server.pages["/a"] = Answer(b"Here.", headers={"ETag": "x" * 2000})
    page = fetch(f"{server.url}/a", allow_private=True)
    assert page.validators == Validators(f"{server.url}/a")


def test_waiting_for_a_turn_is_not_the_servers_time(server: Server) -> None:
    server.pages["/a"] = Answer(b"Here.")
    page = fetch(f"{server.url}/a", allow_private=True, limits=SHORT, hop=lambda _: time.sleep(0.7))
    assert page.raw == b"Here."


@pytest.mark.parametrize("url", ["file:///etc/hosts", "http://ana:secret@localhost/"])
def test_what_is_no_page_is_refused_before_anybody_is_told(url: str) -> None:
    told: list[str] = []
    with pytest.raises(FetchError):
        fetch(url, hop=told.append)
    assert told == []


def test_a_server_that_says_nothing_is_given_up(server: Server) -> None:
    server.pages["/a"] = manners.silent
    began = time.monotonic()
    assert "too long" in str(refusal(f"{server.url}/a"))
    assert time.monotonic() - began < 1.5


@pytest.mark.parametrize("manner", [manners.dripping, manners.dripping_headers])
def test_a_server_that_drips_is_given_up(server: Server, manner: manners.Manner) -> None:
    server.pages["/a"] = manner
    began = time.monotonic()
    assert "too long" in str(refusal(f"{server.url}/a"))
    assert time.monotonic() - began < 1.5


def test_a_page_over_the_limit_is_cut_and_says_so(server: Server) -> None:
    server.pages["/a"] = manners.endless
    page = fetch(f"{server.url}/a", allow_private=True, limits=SHORT)
    assert 90_000 < len(page.raw) <= 100_000
    assert page.raw.endswith(b"\n")
    assert "larger than" in (page.cut or "")


def test_a_cut_page_is_read_as_far_as_it_goes_with_a_problem(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.pages["/a"] = html(ARTICLE + "\n" + "<!-- " + "x" * 11_000_000)
    reading = read([f"{server.url}/a"], allow_private=True)
    assert [problem.rule for problem in reading.problems] == ["cut"]
    assert "harbour master" in reading.items[0].text
    assert reading.problems[0].report is not None


@pytest.mark.parametrize("encoding", ["gzip", "deflate", "raw"])
def test_packed_pages_are_unpacked(server: Server, encoding: str) -> None:
    server.pages["/a"] = packed(b"The ferry left." * 1000, encoding)
    assert fetch(f"{server.url}/a", allow_private=True).raw == b"The ferry left." * 1000


def test_a_bomb_is_refused(server: Server) -> None:
    server.pages["/a"] = manners.gzip_bomb
    error = refusal(f"{server.url}/a", Limits(size=1_000_000))
    assert "expands without end" in str(error)
    assert error.refused


@pytest.mark.parametrize("encoding", ["br", "zstd", "gzip, gzip", "compress"])
def test_a_packing_that_was_not_asked_for_is_refused(server: Server, encoding: str) -> None:
    server.pages["/a"] = Answer(b"\x0b\x02\x80", headers={"Content-Encoding": encoding})
    assert "not asked for" in str(refusal(f"{server.url}/a"))


def test_a_packing_that_is_damaged_is_told(server: Server) -> None:
    whole = packed(b"The ferry left." * 1000, "gzip")
    server.pages |= {
        "/bad": Answer(b"not gzip at all", headers=whole.headers),
        "/half": Answer(whole.body[:-20], headers=whole.headers),
        "/padded": Answer(whole.body + bytes(20), headers=whole.headers),
    }
    assert "damaged" in str(refusal(f"{server.url}/bad"))
    assert "cut off" in str(refusal(f"{server.url}/half"))
    assert len(fetch(f"{server.url}/padded", allow_private=True).raw) == 15_000


@pytest.mark.parametrize("manner", [manners.resetting, manners.nonsense])
def test_a_connection_that_breaks_is_told(server: Server, manner: manners.Manner) -> None:
    server.pages["/a"] = manner
    assert "could not be fetched" in str(refusal(f"{server.url}/a"))


@pytest.mark.parametrize(
    "url", ["ftp://harbour.example/a", "http://", "http://ana:secret@harbour.example/", "http://[x", "a b c"]
)
def test_what_is_no_web_address_is_refused(url: str) -> None:
    with pytest.raises(FetchError) as refused:
        fetch(url)
    assert "secret" not in str(refused.value)


def test_a_failed_fetch_is_a_problem_and_the_rest_is_read(server: Server) -> None:
    server.pages["/page"] = Answer(b"The ferry left.", headers={"Content-Type": "text/plain"})
    reading = read([f"{server.url}/missing", f"{server.url}/page"], allow_private=True)
    assert [problem.rule for problem in reading.problems] == ["not-fetched"]
    assert [item.name for item in reading.items] == [f"{server.url}/page"]
    assert reading.items[0].url == f"{server.url}/page"


def test_a_wrong_charset_survives(server: Server) -> None:
    body = html(ARTICLE.replace("Brenn", "Brünn")).body
    for wrong in ("iso-8859-1", "utf-16", "x-nonsense"):
        server.pages["/a"] = Answer(body, headers={"Content-Type": f"text/html; charset={wrong}"})
        assert "Brünn" in read([f"{server.url}/a"], allow_private=True).items[0].text


def test_a_server_that_says_latin_is_not_believed_over_the_page(server: Server) -> None:
    body = html(ARTICLE.replace("Brenn", "Брно")).body.replace(
        b"<head>", b"<head><meta charset=windows-1251>"
    )
    cyrillic = body.decode().encode("cp1251")
    server.pages["/a"] = Answer(cyrillic, headers={"Content-Type": "text/html; charset=ISO-8859-1"})
    assert "Брно" in read([f"{server.url}/a"], allow_private=True).items[0].text


@pytest.mark.parametrize("media", ["application/json", "text/csv", "image/png", "application/rss+xml", ""])
def test_a_page_is_what_its_bytes_are_not_what_the_server_calls_it(server: Server, media: str) -> None:
    server.pages["/a"] = Answer(html(ARTICLE).body, headers={"Content-Type": media})
    assert "harbour master" in read([f"{server.url}/a"], allow_private=True).items[0].text


def test_a_picture_called_a_page_is_a_problem(server: Server) -> None:
    server.pages["/a"] = Answer(b"\x89PNG\r\n\x1a\n" + bytes(50), headers={"Content-Type": "text/html"})
    assert [one.rule for one in read([f"{server.url}/a"], allow_private=True).problems] == ["binary"]


def test_a_refresh_inside_a_page_is_not_followed(server: Server) -> None:
    page = b"<html><head><meta http-equiv=refresh content='0;url=/b'></head><body></body></html>"
    server.pages |= {"/a": Answer(page, headers={"Content-Type": "text/html"}), "/b": html(ARTICLE)}
    assert [one.rule for one in read([f"{server.url}/a"], allow_private=True).problems] == ["no-article"]
    assert server.paths() == ["/a"]
