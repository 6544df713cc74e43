"""How the server is to run: where it listens, for whom, and within which limits."""

import ipaddress
from dataclasses import dataclass

LOCAL_NAMES = frozenset({"localhost", "localhost.localdomain"})


@dataclass(frozen=True, slots=True)
class Limits:
    """What one client may ask. A page takes three requests at first and one afterwards; `pace` requests a
    second for long, `burst` at once."""

    burst: int = 120
    pace: float = 12.0
    wrong_tokens: int = 6
    body: int = 64 * 2**10
    address: int = 4096
    headers: int = 64
    header_bytes: int = 16 * 2**10
    body_seconds: float = 10.0
    header_seconds: float = 10.0


@dataclass(frozen=True, slots=True)
class Settings:
    """`hosts` are names besides those of this machine under which the server may be asked, `token` what a
    client must know, `behind_proxy` whether a reverse proxy on this machine tells who asks; `reviews` whether
    decisions can be made here, `by` under whose name where nobody gives one."""

    host: str = "127.0.0.1"
    port: int = 8000
    hosts: tuple[str, ...] = ()
    token: str | None = None
    behind_proxy: bool = False
    reviews: bool = True
    by: str = ""
    limits: Limits = Limits()


def needs_token(host: str, behind_proxy: bool) -> bool:
    """Say whether others than this machine can reach a server that listens there."""
    return behind_proxy or not is_loopback(host)


def is_loopback(host: str) -> bool:
    """Say whether a server bound to this host can be reached from this machine alone."""
    return host.casefold() in LOCAL_NAMES or _address(host, "is_loopback")


def is_address(host: str) -> bool:
    """Say whether a host is an IP address, which no name server has a say in."""
    return _address(host, "version")


def _address(host: str, asked: str) -> bool:
    try:
        return bool(getattr(ipaddress.ip_address(host.strip("[]").partition("%")[0]), asked))
    except ValueError:
        return False
