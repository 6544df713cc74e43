"""What stands before every view: a request is turned away, or let through with its size held to a limit, and
every answer says what a browser may do with it."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from sayso.present.web import rendering
from sayso.present.web.limits import Buckets
from sayso.present.web.settings import LOCAL_NAMES, Limits, Settings, is_address, is_loopback

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'"
)
"""Only the script and the style sheet of the package apply; nothing inline, nothing from elsewhere."""

HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}

SAFE = frozenset({"GET", "HEAD"})
"""What changes nothing. `OPTIONS` is not among them: no other site has anything to ask here."""

Check = Callable[[Request], Response | None]


class TooLarge(Exception):
    """The body of a request is over the limit, or does not come in time."""


class Guard:
    """Passes requests that no check turns away on to `app`, and sets the headers of every answer."""

    def __init__(self, app: ASGIApp, checks: Sequence[Check], limits: Limits) -> None:
        self._app = app
        self._checks = tuple(checks)
        self._limits = limits

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        if scope["type"] != "http":
            await send({"type": "websocket.close", "code": 1008})
            return
        request = Request(scope)
        refused = next((found for check in self._checks if (found := check(request))), None)
        answer: ASGIApp = refused or self._app
        await answer(scope, _bounded(receive, self._limits), _headed(send))


def checks(settings: Settings) -> tuple[Check, ...]:
    """Return what every request has to pass, cheapest first."""
    limits = settings.limits
    buckets = Buckets(limits.burst, limits.pace)
    return (
        lambda request: _shape(request, limits),
        lambda request: _host(request, settings),
        lambda request: _pace(request, buckets),
        _own_site,
    )


def client(request: Request) -> str:
    """Return who asks."""
    return request.client.host if request.client else ""


def _shape(request: Request, limits: Limits) -> Response | None:
    """Turn away what no page of ours asks: long addresses, many headers, large bodies, odd methods."""
    asked = len(request.scope.get("raw_path", b"")) + len(request.scope["query_string"])
    if asked > limits.address:
        return _refusal(414, "That address is too long.")
    raw = request.scope["headers"]
    if len(raw) > limits.headers or sum(len(name) + len(value) for name, value in raw) > limits.header_bytes:
        return _refusal(431, "Those are too many headers, or too long ones.")
    length = request.headers.get("content-length", "0")
    if not length.isdigit() or int(length[:12]) > limits.body:
        return _refusal(413, "That is too much.")
    if request.method not in SAFE | {"POST"}:
        return _refusal(405, "That cannot be done here.")
    return None


def _host(request: Request, settings: Settings) -> Response | None:
    """Turn away who asks for another host: a page elsewhere whose name was made to lead here (DNS
    rebinding) reads nothing."""
    return (
        None
        if _known(host_of(request.headers), settings)
        else _refusal(421, "No desk of that name is served here.")
    )


def host_of(headers: Headers) -> str:
    """Return the host that a request names, without its port."""
    named = headers.get("host", "").casefold()
    before, _, port = named.rpartition(":")
    return (before if before and port.isdigit() else named).strip("[]").rstrip(".")


def _known(host: str, settings: Settings) -> bool:
    if host in {name.casefold() for name in (settings.host, *settings.hosts)}:
        return True
    if is_loopback(settings.host):
        return is_loopback(host)
    return is_address(host) or host in LOCAL_NAMES


def _pace(request: Request, buckets: Buckets) -> Response | None:
    """Turn away who asks faster than a reader can."""
    if buckets.take(client(request)):
        return None
    wait = str(buckets.wait(client(request)))
    return _refusal(429, "Too many requests; wait a moment.", {"Retry-After": wait})


def _own_site(request: Request) -> Response | None:
    """Turn away what would change something and does not come from a page of this server.

    Every browser of the last years sends `Sec-Fetch-Site`, and all send `Origin` with a post.
    """
    if request.method in SAFE:
        return None
    site, origin = request.headers.get("sec-fetch-site"), request.headers.get("origin")
    own = f"{request.url.scheme}://{request.headers.get('host', '')}"
    if (
        site not in {None, "same-origin"}
        or (origin is not None and origin != own)
        or (site is None and origin is None)
    ):
        text = "Nothing was changed: that has to come from a page of this server, and came from elsewhere."
        page = rendering.page("failed", title="Refused", status=403, text=text)
        return HTMLResponse(page, 403, {"Cache-Control": "no-store"})
    return None


def _refusal(status: int, text: str, headers: dict[str, str] | None = None) -> Response:
    return PlainTextResponse(f"{text}\n", status, headers={"Cache-Control": "no-store", **(headers or {})})


def _bounded(receive: Receive, limits: Limits) -> Receive:
    """Return `receive` for a body up to the limit, each piece of which comes in time."""
    taken = 0

    async def bounded() -> Message:
        nonlocal taken
        message = await _timed(receive(), limits.body_seconds) if taken >= 0 else await receive()
        taken += len(message.get("body", b""))
        if taken > limits.body:
            raise TooLarge
        if not message.get("more_body", False):
            taken = -(2**40)
        return message

    return bounded


async def _timed(coming: Awaitable[Message], seconds: float) -> Message:
    try:
        async with asyncio.timeout(seconds):
            return await coming
    except TimeoutError as error:
        raise TooLarge from error


def _headed(send: Send) -> Send:
    """Return `send` that adds our headers to those of an answer."""

    async def headed(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers[name] = value
            headers.setdefault("Cache-Control", "no-store")
        await send(message)

    return headed
