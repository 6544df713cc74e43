import ipaddress
import socket
from collections.abc import Iterator

import pytest
from tests.read.server import Answer, Server, redirect, running

from sayso.errors import FetchError
from sayso.read import addresses
from sayso.read.fetch import fetch


@pytest.fixture
def server() -> Iterator[Server]:
    with running() as found:
        yield found


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("93.184.215.14", True), ("2606:2800:21f:cb07:6820:80da:af6b:8b2c", True), ("10.0.0.1", False),
        ("127.0.0.1", False), ("169.254.169.254", False), ("0.0.0.0", False), ("224.0.0.1", False),
        ("100.64.0.1", False), ("192.0.0.1", False), ("255.255.255.255", False), ("::1", False),
        ("::", False), ("fe80::1", False), ("fc00::1", False), ("ff02::1", False), ("::ffff:10.0.0.1", False),
        ("::127.0.0.1", False), ("64:ff9b::7f00:1", False), ("64:ff9b:1::7f00:1", False),
        ("64:ff9b:1::5db8:d70e", False), ("2002:7f00:1::", False), ("2001:0:7f00:1::", False),
        ("64:ff9b::5db8:d70e", True), ("::ffff:93.184.215.14", True),
    ],
)  # fmt: skip
def test_only_public_addresses_pass_also_inside_others(address: str, public: bool) -> None:
    assert addresses.public(ipaddress.ip_address(address)) is public


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1", "2130706433", "0177.0.0.1", "0x7f.1", "127.1", "localhost", "0", "[::1]",
        "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "[64:ff9b::127.0.0.1]", "169.254.169.254", "[fe80::1%25lo]",
        "2852039166", "LOCALHOST.",
    ],
)  # fmt: skip
def test_a_private_address_is_refused_in_every_spelling(host: str) -> None:
    with pytest.raises(FetchError) as refused:
        fetch(f"http://{host}:9/")
    assert refused.value.refused or "no host" in str(refused.value) or "Invalid" in str(refused.value)
    assert "refused" not in str(refused.value)  # as a connection would be


def test_each_redirect_is_checked_again(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    def only_loopback(address: object) -> bool:
        return str(address) in {"127.0.0.1", "::1"}

    monkeypatch.setattr(addresses, "public", only_loopback)
    for to in (
        "http://169.254.169.254/latest",
        "http://2852039166/",
        "http://[::ffff:10.0.0.1]/",
        "//10.0.0.1/",
    ):
        server.pages["/a"] = redirect(to)
        with pytest.raises(FetchError, match="private network") as refused:
            fetch(f"{server.url}/a")
        assert refused.value.refused


def answers(*addresses_of_name: str) -> list[tuple[object, ...]]:
    return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, 80)) for address in addresses_of_name]


def test_a_name_that_has_one_private_address_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: answers("93.184.215.14", "10.0.0.1"))
    with pytest.raises(FetchError, match="private network"):
        fetch("http://harbour.example/")


def test_the_address_that_was_checked_is_the_one_connected_to(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A name that is public when it is checked and private when it is connected to."""
    looked_up: list[str] = []
    connected: list[str] = []

    def turncoat(host: str, *_: object, **__: object) -> list[tuple[object, ...]]:
        looked_up.append(host)
        return answers("93.184.215.14") if len(looked_up) == 1 else answers("127.0.0.1")

    def connect(address: tuple[str, int], *_: object, **__: object) -> socket.socket:
        connected.append(address[0])
        raise OSError("no way out of a test")

    monkeypatch.setattr(socket, "getaddrinfo", turncoat)
    monkeypatch.setattr(socket, "create_connection", connect)
    with pytest.raises(FetchError):
        fetch(f"http://harbour.example:{server.port}/")
    assert (looked_up, connected) == (["harbour.example"], ["93.184.215.14"])
    assert server.asked == []


def test_the_next_address_of_a_name_is_tried(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    server.pages["/a"] = Answer(b"Here.")
    real = socket.getaddrinfo

    def two(host: str, *rest: object, **named: object) -> object:
        named_host = host == "harbour.example"
        return answers("127.0.0.2", "127.0.0.1") if named_host else real(host, *rest, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(socket, "getaddrinfo", two)
    assert fetch(f"http://harbour.example:{server.port}/a", allow_private=True).raw == b"Here."
