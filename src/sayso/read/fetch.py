"""The only HTTP client: fetches a page that a user asked for, and nothing inside a private network.

A name is resolved once, every address it has is checked, and the connection goes to a checked address, so
that a name which resolves differently the second time leads nowhere. Redirects are followed by hand, each
checked alike.
"""

import ipaddress
import re
import socket
import time
from dataclasses import dataclass

import httpx

from sayso import __version__
from sayso.errors import FetchError
from sayso.read.urls import canonical

MAX_PAGE = 10 * 2**20
"""Bytes of a page, after decompression."""

MAX_REDIRECTS = 5
MAX_SECONDS = 30.0
"""For one page with all its redirects."""

_STEP_SECONDS = 10.0
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_NAT64 = ipaddress.ip_network("64:ff9b::/96")
_CHARSET = re.compile(r"charset=[\"']?([\w-]+)", re.IGNORECASE)
_SUFFIXES = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/csv": ".csv",
    "text/tab-separated-values": ".tsv",
    "application/json": ".json",
    "application/x-ndjson": ".jsonl",
}

Address = ipaddress.IPv4Address | ipaddress.IPv6Address


@dataclass(frozen=True, slots=True)
class Page:
    """What came back: the URL after redirects in canonical spelling, the bytes, and what the server says
    they are."""

    url: str
    raw: bytes
    suffix: str
    charset: str | None


def fetch(url: str, *, allow_private: bool = False) -> Page:
    """Return the page at an http(s) URL.

    Raises: FetchError: the URL is none, leads to an address that is not public (unless `allow_private`),
            redirects too often, is too large, takes too long, or the server does not answer with the page.
    """
    deadline = time.monotonic() + MAX_SECONDS
    target = url
    # trust_env=False: a proxy from the environment would resolve the name again, past the check.
    with httpx.Client(trust_env=False, follow_redirects=False, timeout=_STEP_SECONDS) as client:
        for _ in range(MAX_REDIRECTS + 1):
            answer = _step(client, target, allow_private, deadline)
            if isinstance(answer, Page):
                return answer
            target = answer
    raise FetchError(f"{url} redirects more than {MAX_REDIRECTS} times.")


def _step(client: httpx.Client, url: str, allow_private: bool, deadline: float) -> Page | str:
    """The page, or the URL that this one redirects to."""
    try:
        request = _request(client, url, allow_private)
        response = client.send(request, stream=True)
        try:
            return _answer(response, url, deadline)
        finally:
            response.close()
    except (httpx.HTTPError, httpx.InvalidURL, UnicodeError) as error:
        raise FetchError(f"{url} could not be fetched: {error or type(error).__name__}.") from error


def _request(client: httpx.Client, url: str, allow_private: bool) -> httpx.Request:
    target = httpx.URL(url)
    host = target.raw_host.decode("ascii")
    if target.scheme not in {"http", "https"} or not host:
        raise FetchError(f"{url} is not an http or https address.")
    if target.userinfo:
        raise FetchError(f"{target.copy_with(userinfo=b'')} was given with a user name; it was not fetched.")
    address = _address(url, host, target.port or (443 if target.scheme == "https" else 80), allow_private)
    headers = {
        "Host": target.netloc.decode("ascii"),
        "User-Agent": f"sayso/{__version__}",
        "Accept": "text/html,application/xhtml+xml,text/plain,*/*;q=0.5",
        "Accept-Encoding": "gzip",
    }
    pinned = target.copy_with(host=str(address))
    # The certificate must be that of the name, not of the address the connection goes to.
    return client.build_request("GET", pinned, headers=headers, extensions={"sni_hostname": host})


def _address(url: str, host: str, port: int, allow_private: bool) -> Address:
    """Resolve `host` and return its first address, all of them being public."""
    try:
        found = socket.getaddrinfo(host.strip("[]"), port, type=socket.SOCK_STREAM)
    except OSError as error:
        raise FetchError(f"{url} could not be fetched: there is no host named {host}.") from error
    addresses = [ipaddress.ip_address(str(entry[4][0]).partition("%")[0]) for entry in found]
    if not allow_private and not all(map(_public, addresses)):
        raise FetchError(f"{url} leads into a private network; sayso fetches public pages only.")
    return addresses[0]


def _public(address: Address) -> bool:
    """Whether an address, and the IPv4 address that an IPv6 one may wrap, is public."""
    inner = _wrapped(address)
    if inner is not None and not _public(inner):
        return False
    return (address.is_global and not address.is_multicast and not address.is_reserved) or inner is not None


def _wrapped(address: Address) -> ipaddress.IPv4Address | None:
    if isinstance(address, ipaddress.IPv4Address):
        return None
    if address in _NAT64:
        return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    teredo = address.teredo
    return address.ipv4_mapped or address.sixtofour or (teredo[1] if teredo else None)


def _answer(response: httpx.Response, url: str, deadline: float) -> Page | str:
    location = response.headers.get("location")
    if response.status_code in _REDIRECTS and location:
        return str(httpx.URL(url).join(location))
    if response.status_code != 200:
        raise FetchError(f"{url} could not be fetched: the server answered {response.status_code}.")
    if response.headers.get("content-encoding", "identity").lower() not in {"identity", "gzip"}:
        # Nested compressions blow a small answer up without bound.
        raise FetchError(f"{url} could not be fetched: its answer is packed in a way that was not asked for.")
    raw = _body(response, url, deadline)
    media, _, parameters = response.headers.get("content-type", "").partition(";")
    charset = _CHARSET.search(parameters)
    suffix = _SUFFIXES.get(media.strip().lower(), "")
    return Page(canonical(url) or url, raw, suffix, charset.group(1) if charset else None)


def _body(response: httpx.Response, url: str, deadline: float) -> bytes:
    parts = bytearray()
    for part in response.iter_bytes():
        parts += part
        if len(parts) > MAX_PAGE:
            raise FetchError(f"{url} is larger than {MAX_PAGE // 2**20} MB.")
        if time.monotonic() > deadline:
            raise FetchError(f"{url} took longer than {MAX_SECONDS:.0f} seconds.")
    return bytes(parts)
