"""A web server on loopback whose manners are as bad as a test asks for."""

import gzip
import socket
import struct
import threading
import time
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@dataclass(frozen=True)
class Answer:
    """What the server says at a path."""

    body: bytes = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)


Manner = Callable[["Handler"], None]


class Server(ThreadingHTTPServer):
    """Answers what `pages` says: an `Answer`, or a manner, which does what it wants with the connection.

    `asked` lists the requests as (path, headers), in order.
    """

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.pages: dict[str, Answer | Manner] = {"/robots.txt": Answer(status=404)}
        self.asked: list[tuple[str, dict[str, str]]] = []
        self.port = self.server_address[1]
        self.url = f"http://localhost:{self.port}"

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that stops reading is no error of a server."""

    def paths(self, but: str = "/robots.txt") -> list[str]:
        """The paths asked for, in order."""
        return [path for path, _ in self.asked if path != but]


class Handler(BaseHTTPRequestHandler):
    server: Server
    timeout = 10

    def do_GET(self) -> None:
        path = self.path.partition("?")[0]
        self.server.asked.append((self.path, dict(self.headers.items())))
        page = self.server.pages.get(path, Answer(b"There is no such page.", 404))
        if isinstance(page, Answer):
            self.answer(page)
        else:
            page(self)

    def answer(self, page: Answer) -> None:
        etag = page.headers.get("ETag")
        if etag is not None and self.headers.get("If-None-Match") == etag:
            page = Answer(status=304, headers={"ETag": etag})
        self.send_response(page.status)
        for name, value in page.headers.items():
            self.send_header(name, value)
        if "Content-Length" not in page.headers:
            self.send_header("Content-Length", str(len(page.body)))
        self.end_headers()
        self.wfile.write(page.body)

    def log_message(self, *args: object) -> None:
        pass


def html(text: str, title: str = "Ferry runs again", **headers: str) -> Answer:
    """A page with an article of these paragraphs."""
    paragraphs = "".join(f"<p>{part}</p>" for part in text.split("\n"))
    head = f"<html lang=en><head><title>{title}</title></head>"
    page = f"{head}<body><article><h1>{title}</h1>{paragraphs}</article></body></html>"
    return Answer(page.encode(), headers={"Content-Type": "text/html; charset=utf-8", **headers})


def packed(body: bytes, encoding: str) -> Answer:
    """A page in a packing: gzip, deflate (with zlib's header), raw (deflate without it)."""
    raw = zlib.compressobj(wbits=-15)
    how = {"gzip": gzip.compress, "deflate": zlib.compress, "raw": lambda it: raw.compress(it) + raw.flush()}
    called = "deflate" if encoding == "raw" else encoding
    return Answer(how[encoding](body), headers={"Content-Encoding": called, "Content-Type": "text/html"})


def redirect(to: str, status: int = 302) -> Answer:
    return Answer(status=status, headers={"Location": to})


def silent(handler: Handler) -> None:
    """Takes the request and says nothing."""
    time.sleep(2)


def dripping(handler: Handler) -> None:
    """A body that comes a byte at a time, for ever."""
    handler.send_response(200)
    handler.end_headers()
    _drip(handler, b"x")


def dripping_headers(handler: Handler) -> None:
    """Headers that never end."""
    handler.wfile.write(b"HTTP/1.1 200 OK\r\n")
    _drip(handler, b"X-More: x\r\n")


def _drip(handler: Handler, piece: bytes) -> None:
    for _ in range(200):
        handler.wfile.write(piece)
        handler.wfile.flush()
        time.sleep(0.01)


def endless(handler: Handler) -> None:
    """A body that comes fast and never ends."""
    handler.send_response(200)
    handler.send_header("Content-Type", "text/html")
    handler.end_headers()
    for _ in range(10_000):
        handler.wfile.write(b"<p>The ferry left.</p>\n" * 100)


def gzip_bomb(handler: Handler) -> None:
    """A packed body that unpacks to a hundred megabytes."""
    machine = zlib.compressobj(9, wbits=31)
    body = b"".join(machine.compress(bytes(2**20)) for _ in range(100)) + machine.flush()
    handler.answer(Answer(body, headers={"Content-Encoding": "gzip"}))


def resetting(handler: Handler) -> None:
    """A connection that breaks in the middle of the body."""
    handler.send_response(200)
    handler.send_header("Content-Length", "100000")
    handler.end_headers()
    handler.wfile.write(b"<p>The ferry")
    handler.wfile.flush()
    handler.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    handler.connection.close()


def nonsense(handler: Handler) -> None:
    """Something that is not HTTP."""
    handler.wfile.write(b"220 mail.harbour.example ESMTP\r\n")


@contextmanager
def running() -> Iterator[Server]:
    """A server, for as long as the block lasts."""
    with Server() as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()
