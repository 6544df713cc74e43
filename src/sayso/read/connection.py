"""How a connection is made: to an address that was checked, and with a deadline for all that comes.

A name is resolved once and the connection goes to one of the addresses that were checked, so that a name
which resolves differently the second time leads nowhere. TLS still asks for the certificate of the name.
"""

import ssl
import time
from collections.abc import Iterable
from typing import Any

import httpcore

from sayso.read.addresses import resolve


class Checked(httpcore.NetworkBackend):
    """Connects to checked addresses only; `deadline` (of `time.monotonic`) ends every wait, so that a server
    which drips its bytes is not waited for."""

    def __init__(self, deadline: float, *, allow_private: bool) -> None:
        self._deadline = deadline
        self._allow_private = allow_private
        self._plain = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        """Return a connection to the first of the host's addresses that answers."""
        addresses = resolve(host, port, allow_private=self._allow_private)
        for last, address in ((address is addresses[-1], address) for address in addresses):
            try:
                wait = _left(self._deadline, timeout, httpcore.ConnectTimeout)
                stream = self._plain.connect_tcp(address, port, wait, local_address, socket_options)
            except httpcore.ConnectError:
                if last:
                    raise
            else:
                return _Timed(stream, self._deadline)
        raise httpcore.ConnectError(f"{host} has no address")


class _Timed(httpcore.NetworkStream):
    """A stream none of whose waits outlasts the deadline."""

    def __init__(self, stream: httpcore.NetworkStream, deadline: float) -> None:
        self._stream = stream
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, _left(self._deadline, timeout, httpcore.ReadTimeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, _left(self._deadline, timeout, httpcore.WriteTimeout))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        wait = _left(self._deadline, timeout, httpcore.ConnectTimeout)
        return _Timed(self._stream.start_tls(ssl_context, server_hostname, wait), self._deadline)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)


def _left(deadline: float, timeout: float | None, late: type[Exception]) -> float:
    """Return how long may be waited; raise `late` when the time is over."""
    left = deadline - time.monotonic()
    if left <= 0:
        raise late("it took too long")
    return left if timeout is None else min(left, timeout)
