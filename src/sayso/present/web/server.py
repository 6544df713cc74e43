"""The server on its socket: uvicorn, with limits on how long a client may take to say what it wants."""

import asyncio
from typing import TYPE_CHECKING, Any

import h11
import uvicorn
from uvicorn.protocols.http.h11_impl import H11Protocol

from sayso.present.web.settings import Settings

if TYPE_CHECKING:
    from starlette.types import ASGIApp

CONNECTIONS = 200
"""Connections at once; those beyond get 503."""

IDLE_SECONDS = 15
"""How long a connection is kept open for a further request."""

STOP_SECONDS = 5
"""How long what is at work when the server is stopped may go on."""


def server(app: "ASGIApp", settings: Settings) -> uvicorn.Server:
    """Return the server, to be run."""
    return uvicorn.Server(
        uvicorn.Config(
            app,
            host=settings.host,
            port=settings.port,
            http=_patient(settings.limits.header_seconds),
            ws="none",
            lifespan="on",
            log_level="warning",
            access_log=False,
            server_header=False,
            date_header=True,
            proxy_headers=settings.behind_proxy,
            forwarded_allow_ips="127.0.0.1,::1",
            limit_concurrency=CONNECTIONS,
            timeout_keep_alive=IDLE_SECONDS,
            timeout_graceful_shutdown=STOP_SECONDS,
            h11_max_incomplete_event_size=settings.limits.header_bytes,
        )
    )


def _patient(seconds: float) -> type[H11Protocol]:
    """Return the protocol that hangs up on who does not finish the headers of a request in time: uvicorn
    waits for them for ever."""

    class Patient(H11Protocol):
        _waiting: asyncio.TimerHandle | None = None

        def connection_made(self, transport: Any) -> None:
            super().connection_made(transport)
            self._wait()

        def data_received(self, data: bytes) -> None:
            super().data_received(data)
            if self.conn.their_state is not h11.IDLE:
                self._stop()
            elif self.conn.trailing_data[0]:
                self._wait()

        def connection_lost(self, exc: Exception | None) -> None:
            self._stop()
            super().connection_lost(exc)

        def _wait(self) -> None:
            if self._waiting is None:
                self._waiting = self.loop.call_later(seconds, self.transport.close)

        def _stop(self) -> None:
            if self._waiting is not None:
                self._waiting.cancel()
                self._waiting = None

    return Patient
