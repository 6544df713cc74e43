"""Who and what is turned away: other hosts, other sites, too much, too fast, without the token."""

import re
import socket
import time
from contextlib import suppress
from dataclasses import replace

import httpx
import pytest
from tests.present.web.served import SMALL, MadeDesk, serving

from sayso.errors import UsageError
from sayso.present.web.app import app
from sayso.present.web.limits import CLIENTS, Buckets
from sayso.present.web.settings import Limits, Settings, is_loopback

TOKEN = "a-token-that-is-long"


@pytest.mark.parametrize(
    "path", ["/stories", f"/stories/{SMALL}", "/nothing", "/static/none", "/stories.json"]
)
def test_every_answer_says_what_a_browser_may_do_with_it(client: httpx.Client, path: str) -> None:
    headers = client.get(path).headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"
    assert headers["cache-control"] in {"no-store", "private, no-cache"}
    assert "server" not in headers


def test_pages_hold_nothing_inline_that_a_browser_would_run(client: httpx.Client) -> None:
    for path in ("/stories", f"/stories/{SMALL}", f"/stories/{SMALL}/figures"):
        text = client.get(path).text
        assert "<style" not in text
        assert " style=" not in text
        assert text.count("<script") == text.count("<script src=") + text.count('type="application/json"')


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:8000", "127.0.0.1.evil.example", "", "localhost.evil"]
)
def test_another_host_is_refused_so_that_no_name_can_be_made_to_lead_here(
    client: httpx.Client, host: str
) -> None:
    assert client.get("/stories", headers={"Host": host}).status_code in {400, 421}


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1:9", "[::1]:8000", "LOCALHOST:1", "127.0.0.1"])
def test_this_machine_goes_by_its_own_names(client: httpx.Client, host: str) -> None:
    assert client.get("/stories", headers={"Host": host}).status_code == 200


def test_names_that_the_desk_is_given_are_let_through() -> None:
    with serving(MadeDesk(), Settings(hosts=("desk.example.org",))) as client:
        assert client.get("/stories", headers={"Host": "desk.example.org"}).status_code == 200
        assert client.get("/stories", headers={"Host": "other.example.org"}).status_code == 421


def test_too_long_too_many_too_large(client: httpx.Client) -> None:
    assert client.get("/stories?q=" + "x" * 5000).status_code == 414
    assert client.get("/stories", headers={f"X-{n}": "1" for n in range(90)}).status_code == 431
    assert client.get("/stories", headers={"X-Long": "x" * 40_000}).status_code == 431
    own = {"Origin": str(client.base_url).rstrip("/")}
    assert client.post("/enter", content=b"x" * 70_000, headers=own).status_code == 413
    assert client.request("DELETE", f"/stories/{SMALL}").status_code == 405


def test_a_large_body_without_a_length_is_cut_off() -> None:
    with serving(MadeDesk(), Settings(token=TOKEN)) as client:
        own = {"Origin": str(client.base_url).rstrip("/")}
        pieces = (b"x" * 10_000 for _ in range(20))
        with suppress(httpx.WriteError):  # The server may hang up before all is sent.
            assert client.post("/enter", content=pieces, headers=own).status_code == 413


def test_who_asks_too_fast_has_to_wait() -> None:
    with serving(MadeDesk(), Settings(limits=replace(Limits(), burst=5, pace=1.0))) as client:
        answers = [client.get("/health") for _ in range(8)]
        assert [one.status_code for one in answers[:5]] == [200] * 5
        assert answers[-1].status_code == 429
        assert int(answers[-1].headers["retry-after"]) >= 1


def test_a_bucket_fills_again_and_clients_that_are_gone_are_forgotten() -> None:
    now = [0.0]
    buckets = Buckets(2, 0.5, lambda: now[0])
    assert [buckets.take("a") for _ in range(3)] == [True, True, False]
    assert buckets.take("b")
    now[0] = 2.0
    assert [buckets.take("a") for _ in range(2)] == [True, False]
    for n in range(CLIENTS):
        buckets.take(f"other {n}")
    assert buckets.take("a")


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Origin": "http://evil.example"},
        {"Origin": "null"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site", "Origin": "http://127.0.0.1:1"},
    ],
)
def test_a_post_from_another_site_is_refused(client: httpx.Client, headers: dict[str, str]) -> None:
    assert client.post("/enter", data={"token": TOKEN}, headers=headers).status_code == 403


def test_without_the_token_nothing_is_told_where_others_can_ask() -> None:
    with serving(MadeDesk(), Settings(host="0.0.0.0", token=TOKEN)) as client:
        for path in ("/stories", f"/stories/{SMALL}.json", "/claims/1000", "/nothing"):
            answer = client.get(path)
            assert answer.status_code == 401, path
            assert "Tolm" not in answer.text
        assert client.get("/health").json() == {"ok": True}
        assert client.get("/stories", headers={"Authorization": "Bearer wrong"}).status_code == 401
        assert client.get("/stories", headers={"Authorization": f"Bearer {TOKEN}"}).status_code == 200


@pytest.mark.parametrize("settings", [Settings(host="0.0.0.0"), Settings(behind_proxy=True)])
def test_nothing_is_served_to_others_without_a_token(settings: Settings) -> None:
    with pytest.raises(UsageError, match="needs a token"):
        app(MadeDesk, settings)


def test_the_token_is_taken_out_of_the_address_and_a_cookie_stands_for_it() -> None:
    with serving(MadeDesk(), Settings(token=TOKEN)) as client:
        answer = client.get(f"/stories/{SMALL}?token={TOKEN}&at=x")
        assert answer.status_code == 200
        assert TOKEN not in answer.text
        assert f'url=/stories/{SMALL}?at=x"' in answer.text
        cookie = answer.headers["set-cookie"]
        assert TOKEN not in cookie
        assert "HttpOnly" in cookie
        assert "samesite=strict" in cookie.casefold()
        assert client.get(f"/stories/{SMALL}").status_code == 200
        assert client.get(f"/stories/{SMALL}").headers["cache-control"] == "no-store"


def test_who_guesses_the_token_has_to_wait_whatever_comes_next() -> None:
    with serving(MadeDesk(), Settings(token=TOKEN)) as client:
        tries = [client.get("/stories?token=wrong-one").status_code for _ in range(8)]
        assert tries[0] == 403
        assert tries[-1] == 429
        assert client.get(f"/stories?token={TOKEN}").status_code == 429


def test_the_form_takes_the_token_and_leads_to_this_server_only() -> None:
    with serving(MadeDesk(), Settings(token=TOKEN)) as client:
        own = {"Origin": str(client.base_url).rstrip("/")}
        for path in ("//evil.example", "https://evil.example", "/\\evil.example", "/a\nb"):
            answer = client.post("/enter", data={"token": TOKEN, "next": path}, headers=own)
            assert 'content="0; url=/stories"' in answer.text
        assert "not the token" in client.post("/enter", data={"token": "x"}, headers=own).text


def test_a_client_that_never_finishes_its_request_is_hung_up_on() -> None:
    limits = replace(Limits(), header_seconds=0.3)
    with serving(MadeDesk(), Settings(limits=limits)) as client:
        with socket.create_connection(("127.0.0.1", client.base_url.port or 0), timeout=10) as slow:
            slow.sendall(b"GET /stories HTTP/1.1\r\nHost: 127.0.0.1\r\n")
            started = time.monotonic()
            assert slow.recv(100) == b""
            assert time.monotonic() - started < 5
        assert client.get("/health").status_code == 200


@pytest.mark.parametrize(
    ("host", "expected"),
    [("127.0.0.1", True), ("127.8.8.8", True), ("::1", True), ("localhost", True), ("0.0.0.0", False),
     ("10.0.0.4", False), ("localhost.evil.example", False), ("::", False)],
)  # fmt: skip
def test_what_is_this_machine_only(host: str, expected: bool) -> None:
    assert is_loopback(host) is expected


def test_a_feed_reader_gets_in_by_a_key_that_opens_the_feed_alone() -> None:
    with serving(MadeDesk(), Settings(token=TOKEN)) as client:
        page = client.get("/changes", headers={"Authorization": f"Bearer {TOKEN}"}).text
        found = re.search(r'href="(/changes\.atom\?key=(\w+))"', page)
        assert found
        assert TOKEN not in found[1]
        assert client.get(found[1]).status_code == 200
        assert client.get("/changes.atom?key=wrong").status_code == 401
        assert client.get(f"/changes?key={found[2]}").status_code == 401
        assert client.get(f"/stories?token={found[2]}").status_code == 403
