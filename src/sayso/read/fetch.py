"""The only HTTP client: fetches what a user asked for, and nothing inside a private network.

Redirects are followed by hand, and each is checked as the first URL was (`connection.py`). Cookies, logins
and scripts there are none.
"""

import re
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from email.utils import parsedate_to_datetime

import httpcore
import httpx

from sayso import __version__
from sayso.errors import FetchError
from sayso.read.connection import Checked
from sayso.read.limits import PAGE, Limits
from sayso.read.packing import unpacked
from sayso.read.urls import canonical

AGENT = f"sayso/{__version__}"
"""What sayso calls itself; the part before the stroke is its name in robots files."""

_PERMANENT = frozenset({301, 308})
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_USER = re.compile(r"//[^/]*@")
_CHARSET = re.compile(r"charset=[\"']?([\w-]+)", re.IGNORECASE)
_LONGEST_VALIDATOR = 1000
_SUFFIXES = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "application/rss+xml": ".rss",
    "application/atom+xml": ".atom",
    "application/rdf+xml": ".rdf",
    "text/csv": ".csv",
    "text/tab-separated-values": ".tsv",
    "application/json": ".json",
    "application/x-ndjson": ".jsonl",
}


@dataclass(frozen=True, slots=True)
class Validators:
    """What a server gave with a page, to be sent back when asking whether the page has changed; they hold
    for `url` alone."""

    url: str = ""
    etag: str | None = None
    modified: str | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """What came back: the URL after redirects in canonical spelling, the bytes, and what the server says they
    are.

    `unchanged` stands for "304 Not Modified": there are no bytes then. `moved` is where permanent redirects
    say that the page is from now on. `cut` says why the bytes are not all of them.
    """

    url: str
    raw: bytes
    suffix: str = ""
    charset: str | None = None
    validators: Validators = Validators()
    unchanged: bool = False
    moved: str | None = None
    cut: str | None = None


Hop = Callable[[str], None]
"""Told each URL before it is asked for, redirects too; what it raises ends the fetch."""


def fetch(
    url: str,
    *,
    allow_private: bool = False,
    since: Validators | None = None,
    limits: Limits = PAGE,
    hop: Hop | None = None,
) -> Page:
    """Return the page at an http(s) URL; with `since`, only if it has changed since then.

    Raises: FetchError: the URL is none, leads to an address that is not public (unless `allow_private`),
            redirects too often, takes too long, is packed so that it expands without end, or the server does
            not answer with the page. A page over the size limit is cut, and says so.
    """
    deadline = time.monotonic() + limits.seconds
    target, moved, lasting = url, None, True
    for _ in range(limits.redirects + 1):
        if hop is not None:
            _target(target)
            began = time.monotonic()
            hop(target)
            deadline += time.monotonic() - began  # waiting for a site's turn is not the site's time
        answer = _step(target, allow_private, since, limits, deadline)
        if isinstance(answer, Page):
            return replace(answer, moved=moved)
        lasting = lasting and answer.permanent
        target, moved = answer.url, (answer.url if lasting else moved)
    raise FetchError(f"{url} redirects more than {limits.redirects} times.")


@dataclass(frozen=True, slots=True)
class _Redirect:
    url: str
    permanent: bool


def _step(
    url: str, allow_private: bool, since: Validators | None, limits: Limits, deadline: float
) -> Page | _Redirect:
    """The page, or where this URL redirects to."""
    target = _target(url)
    try:
        backend = Checked(deadline, allow_private=allow_private)
        with httpcore.ConnectionPool(network_backend=backend) as pool:
            request = _request(target, since if since and since.url == url else None, limits)
            response = pool.handle_request(request)
            try:
                return _answer(response, url, limits)
            finally:
                response.close()
    except FetchError as error:
        raise _named(url, error) from error
    except (*_LATE, *_BROKEN) as error:
        why = "it took too long" if isinstance(error, _LATE) else str(error) or type(error).__name__
        raise FetchError(f"{url} could not be fetched: {why}.") from error


_LATE = (httpcore.TimeoutException,)
_BROKEN = (httpcore.NetworkError, httpcore.ProtocolError)


def _named(url: str, error: FetchError) -> FetchError:
    """An error of a part that does not know the URL, with the URL."""
    words = str(error)
    if not words.startswith(url):
        words = f"{url} could not be fetched: {words[:1].lower()}{words[1:]}"
    return FetchError(words, status=error.status, wait=error.wait, refused=error.refused)


def _target(url: str) -> httpx.URL:
    shown = _USER.sub("//", url)
    try:
        target = httpx.URL(url)
    except (httpx.InvalidURL, UnicodeError) as error:
        raise FetchError(f"{shown} is not a web address.", refused=True) from error
    if target.scheme not in {"http", "https"} or not target.raw_host:
        raise FetchError(f"{shown} is not an http or https address.", refused=True)
    if target.userinfo:
        raise FetchError(f"{shown} was given with a user name; it was not fetched.", refused=True)
    return target


def _request(target: httpx.URL, since: Validators | None, limits: Limits) -> httpcore.Request:
    headers: dict[bytes | str, bytes | str] = {
        "Host": target.netloc.decode("ascii"),
        "User-Agent": AGENT,
        "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,text/plain,*/*;q=0.5",
        "Accept-Encoding": "gzip",
        "Connection": "close",
    }
    if since is not None and since.etag:
        headers["If-None-Match"] = since.etag
    if since is not None and since.modified:
        headers["If-Modified-Since"] = since.modified
    timeout = dict.fromkeys(("connect", "read", "write", "pool"), limits.step)
    where = httpcore.URL(
        scheme=target.raw_scheme, host=target.raw_host, port=target.port, target=target.raw_path
    )
    return httpcore.Request("GET", where, headers=headers, extensions={"timeout": timeout})


def _answer(response: httpcore.Response, url: str, limits: Limits) -> Page | _Redirect:
    headers = httpx.Headers(response.headers)
    location = headers.get("location")
    if response.status in _REDIRECTS and location:
        return _Redirect(_joined(url, location), response.status in _PERMANENT)
    validators = _validators(url, headers)
    if response.status == 304:
        return Page(canonical(url) or url, b"", validators=validators, unchanged=True)
    if response.status != 200:
        message = f"{url} could not be fetched: the server answered {response.status}."
        raise FetchError(message, status=response.status, wait=_wait(headers.get("retry-after")))
    raw, cut = _body(response, headers, limits)
    media, _, parameters = headers.get("content-type", "").partition(";")
    charset = _CHARSET.search(parameters)
    return Page(
        url=canonical(url) or url,
        raw=raw,
        suffix=_SUFFIXES.get(media.strip().lower(), ""),
        charset=charset.group(1) if charset else None,
        validators=validators,
        cut=cut,
    )


def _joined(url: str, location: str) -> str:
    try:
        return str(httpx.URL(url).join(location))
    except (httpx.InvalidURL, UnicodeError) as error:
        raise FetchError("It redirects to what is no web address.", refused=True) from error


def _validators(url: str, headers: httpx.Headers) -> Validators:
    etag, modified = (headers.get(name) or None for name in ("etag", "last-modified"))
    short = [value if value and len(value) <= _LONGEST_VALIDATOR else None for value in (etag, modified)]
    return Validators(url, *(value if value and value.isascii() else None for value in short))


def _wait(value: str | None) -> float | None:
    """Seconds in a `Retry-After`, which is a number of them or a date."""
    if value is None:
        return None
    if value.strip().isdecimal():
        return float(value.strip()[:9])
    try:
        return max(0.0, parsedate_to_datetime(value).timestamp() - time.time())
    except (ValueError, OverflowError):
        return None


def _body(response: httpcore.Response, headers: httpx.Headers, limits: Limits) -> tuple[bytes, str | None]:
    """The bytes of the answer, and why they are not all of them."""
    encoding = headers.get("content-encoding", "").strip().lower()
    whole = bytearray()
    for part in unpacked(response.iter_stream(), encoding, limits.size):
        whole += part
        if len(whole) > limits.size:
            size = f"{limits.size / 2**20:.3g} MB"
            return _to_last_whole(
                bytes(whole[: limits.size])
            ), f"is larger than {size}; only its beginning was read"
    return bytes(whole), None


def _to_last_whole(raw: bytes) -> bytes:
    """Without the half line, element or word at its end."""
    for mark in (b"\n", b">", b" "):
        end = raw.rfind(mark) + 1
        if end > len(raw) // 2:
            return raw[:end]
    return raw
