"""Which addresses a connection may go to: public ones, whatever form a URL or a name server gives them in."""

import ipaddress
import socket

from sayso.errors import FetchError

Address = ipaddress.IPv4Address | ipaddress.IPv6Address

_NAT64 = ipaddress.ip_network("64:ff9b::/96")
_NAT64_LOCAL = ipaddress.ip_network("64:ff9b:1::/48")
"""RFC 8215: translation inside one network, so whatever lies behind it is private."""

_MOST = 4
"""Addresses of one name that are tried, one after the other."""


def resolve(host: str, port: int, *, allow_private: bool = False) -> tuple[str, ...]:
    """Return the addresses of a host, looked up once, as numbers that need no second look-up.

    Whatever way an address is written (`127.1`, `0x7f000001`, `2130706433`), the system's resolver turns it
    into the number that would be connected to, and that number is judged.

    Raises: FetchError: there is no such host, or one of its addresses is not public (unless `allow_private`).
    """
    bare = host.strip("[]")
    try:
        found = socket.getaddrinfo(bare, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise FetchError(f"There is no host named {bare}.") from error
    written = tuple(dict.fromkeys(str(entry[4][0]) for entry in found))
    if not allow_private and not all(map(_may_be_asked, written)):
        raise FetchError(
            f"{bare} leads into a private network; sayso fetches public pages only.", refused=True
        )
    return written[:_MOST]


def _may_be_asked(written: str) -> bool:
    """An address with a zone (`fe80::1%eth0`) is one of a machine's own links, whatever its number."""
    number, zone, _ = written.partition("%")
    return not zone and public(ipaddress.ip_address(number))


def public(address: Address) -> bool:
    """Whether an address, and the IPv4 address that an IPv6 one may wrap, is public."""
    inner = _wrapped(address)
    if inner is not None:
        return public(inner)
    if isinstance(address, ipaddress.IPv6Address) and address in _NAT64_LOCAL:
        return False
    return address.is_global and not address.is_multicast and not address.is_reserved


def _wrapped(address: Address) -> ipaddress.IPv4Address | None:
    if isinstance(address, ipaddress.IPv4Address):
        return None
    if address in _NAT64:
        return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    teredo = address.teredo
    return address.ipv4_mapped or address.sixtofour or (teredo[1] if teredo else None)
