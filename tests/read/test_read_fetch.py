import ipaddress
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from sayso.errors import FetchError
from sayso.read import fetch as module
from sayso.read.fetch import fetch
from sayso.read.inputs import read


class Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        path = self.path.partition("?")[0]
        if path.startswith("/hop"):
            self._send(302, b"", {"Location": f"/hop{int(path[4:]) - 1}" if int(path[4:]) > 1 else "/page"})
        elif path == "/away":
            self._send(302, b"", {"Location": "http://169.254.1.1/latest"})
        elif path == "/file":
            self._send(302, b"", {"Location": "file:///etc/hosts"})
        elif path == "/large":
            self._send(200, b"x" * (module.MAX_PAGE + 1), {})
        elif path == "/packed":
            self._send(200, b"x", {"Content-Encoding": "gzip, gzip"})
        elif path == "/missing":
            self._send(404, b"", {})
        else:
            host = self.headers["Host"].encode()
            self._send(200, b"The ferry left. Host " + host, {"Content-Type": "text/plain; charset=utf-8"})

    def _send(self, status: int, body: bytes, headers: dict[str, str]) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args: object) -> None:
        pass


class Quiet(ThreadingHTTPServer):
    def handle_error(self, request: object, client_address: object) -> None:
        pass  # a client that stops reading a large answer


@pytest.fixture
def server() -> Iterator[str]:
    with Quiet(("127.0.0.1", 0), Handler) as running:
        thread = threading.Thread(target=running.serve_forever)
        thread.start()
        yield f"http://localhost:{running.server_address[1]}"
        running.shutdown()
        thread.join()


def test_a_page_is_fetched_with_the_name_as_host(server: str) -> None:
    page = fetch(f"{server}/page", allow_private=True)
    assert page.raw.decode().endswith(server.removeprefix("http://"))
    assert page.charset == "utf-8"


def test_redirects_are_followed_and_give_the_last_url(server: str) -> None:
    assert fetch(f"{server}/hop3", allow_private=True).url == f"{server}/page"


def test_too_many_redirects_are_refused(server: str) -> None:
    with pytest.raises(FetchError, match="redirects more than"):
        fetch(f"{server}/hop9", allow_private=True)


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/large", "larger than"),
        ("/missing", "answered 404"),
        ("/packed", "not asked for"),
        ("/file", "not an http"),
    ],
)
def test_what_is_not_a_page_is_refused(server: str, path: str, words: str) -> None:
    with pytest.raises(FetchError, match=words):
        fetch(server + path, allow_private=True)


def test_a_private_address_is_refused_by_default(server: str) -> None:
    with pytest.raises(FetchError, match="private network"):
        fetch(f"{server}/page")


def test_each_redirect_is_checked_again(server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def only_loopback(address: object) -> bool:
        return str(address) in {"127.0.0.1", "::1"}

    monkeypatch.setattr(module, "_public", only_loopback)
    with pytest.raises(FetchError, match="private network"):
        fetch(f"{server}/away")


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("93.184.215.14", True), ("2606:2800:21f:cb07:6820:80da:af6b:8b2c", True), ("10.0.0.1", False),
        ("127.0.0.1", False), ("169.254.169.254", False), ("0.0.0.0", False), ("224.0.0.1", False),
        ("100.64.0.1", False), ("::1", False), ("::", False), ("fe80::1", False), ("fc00::1", False),
        ("::ffff:10.0.0.1", False), ("64:ff9b::7f00:1", False), ("2002:7f00:1::", False),
        ("::ffff:93.184.215.14", True),
    ],
)  # fmt: skip
def test_only_public_addresses_pass_also_inside_others(address: str, public: bool) -> None:
    assert module._public(ipaddress.ip_address(address)) is public


@pytest.mark.parametrize(
    "url", ["ftp://harbour.example/a", "http://", "http://ana:secret@harbour.example/", "http://[x"]
)
def test_what_is_no_web_address_is_refused(url: str) -> None:
    with pytest.raises(FetchError) as refused:
        fetch(url)
    assert "secret" not in str(refused.value)


def test_a_failed_fetch_is_a_problem_and_the_rest_is_read(server: str) -> None:
    reading = read([f"{server}/missing", f"{server}/page"], allow_private=True)
    assert [problem.rule for problem in reading.problems] == ["not-fetched"]
    assert [item.name for item in reading.items] == [f"{server}/page"]
    assert reading.items[0].url == f"{server}/page"
