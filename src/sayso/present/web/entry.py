"""The token that a desk asks for where others than its own machine can reach it.

It is taken once, from an address or a form; from then on a cookie stands for it, which is not the token but
made of it, and is good until the token changes.
"""

import hashlib
import hmac
from urllib.parse import parse_qsl, urlencode

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from sayso.present.web import rendering
from sayso.present.web.guard import client
from sayso.present.web.limits import Buckets
from sayso.present.web.settings import Settings

OPEN = ("/health", "/static/", "/enter")
"""What may be asked without the token: it tells nothing of the desk."""

DAYS = 30
"""How long a browser keeps the cookie."""

NAME = "token"

FEED = "/changes.atom"


class Entry:
    """Lets in who knows the token."""

    def __init__(self, settings: Settings) -> None:
        self._token = settings.token
        self._cookie = f"sayso-{settings.port}"
        self._wrong = Buckets(settings.limits.wrong_tokens, 0.2)

    @property
    def private(self) -> bool:
        """Whether a token is asked for."""
        return self._token is not None

    @property
    def feed_key(self) -> str:
        """What opens the feed and nothing else: feed readers keep addresses, and have no cookies."""
        return "" if self._token is None else _made(self._token, "feed")

    def check(self, request: Request) -> Response | None:
        """Turn away who does not know the token; take it out of the address where it stands there."""
        if self._token is None or request.url.path.startswith(OPEN):
            return None
        if request.url.path == FEED and _same(request.query_params.get("key", ""), self.feed_key):
            return None
        if NAME in request.query_params:
            return self._taken(request, request.query_params[NAME], _without(request))
        if self._known(request):
            return None
        return HTMLResponse(self._form(request, ""), 401)

    async def enter(self, request: Request) -> Response:
        """Answer to the form that asks for the token."""
        if request.method != "POST" or self._token is None:
            return HTMLResponse(self._form(request, ""))
        given = dict(parse_qsl((await request.body()).decode("utf-8", "replace")))
        return self._taken(request, given.get(NAME, ""), _inside(given.get("next", "")))

    def _known(self, request: Request) -> bool:
        assert self._token is not None
        bearer = request.headers.get("authorization", "")
        if bearer.startswith("Bearer "):
            return self._right(request, bearer.removeprefix("Bearer ").strip())
        held = request.cookies.get(self._cookie, "")
        return bool(held) and _same(held, _made(self._token, "cookie"))

    def _right(self, request: Request, given: str) -> bool:
        """Say whether a token is the right one; who guesses has to wait, whatever comes after."""
        assert self._token is not None
        if not self._wrong.has(client(request)):
            return False
        right = _same(given, self._token)
        if not right:
            self._wrong.take(client(request))
        return right

    def _taken(self, request: Request, given: str, path: str) -> Response:
        assert self._token is not None
        if not self._right(request, given):
            waits = not self._wrong.has(client(request))
            said = "Too many tries; wait a moment." if waits else "That is not the token of this desk."
            return HTMLResponse(self._form(request, said), 429 if waits else 403)
        answer = _led(path)
        answer.set_cookie(
            self._cookie,
            _made(self._token, "cookie"),
            max_age=DAYS * 86400,
            httponly=True,
            samesite="strict",
            secure=request.url.scheme == "https",
        )
        return answer

    def _form(self, request: Request, said: str) -> str:
        path = request.url.path if request.method in {"GET", "HEAD"} else ""
        return rendering.page(
            "enter", title="Token", said=said, next=path if path != "/enter" else "/stories"
        )


def _led(path: str) -> Response:
    """Return a page that leads on. A redirect would not do: a browser that comes from another site, a mail
    for example, sends no strict cookie along with it."""
    return HTMLResponse(rendering.page("entered", title="Token", next=path))


def _without(request: Request) -> str:
    """Return the address that was asked for, without the token."""
    left = [(name, value) for name, value in request.query_params.multi_items() if name != NAME]
    path = _inside(request.url.path)
    return f"{path}?{urlencode(left)}" if left else path


def _inside(path: str) -> str:
    """Return a path of this server, whatever was asked to be led to."""
    plain = path.startswith("/") and not path.startswith(("//", "/\\")) and path.isprintable()
    return path if plain and path != "/" else "/stories"


def _made(token: str, use: str) -> str:
    return hmac.new(token.encode(), f"sayso {use}".encode(), hashlib.sha256).hexdigest()


def _same(given: str, right: str) -> bool:
    return hmac.compare_digest(given.encode("utf-8", "replace"), right.encode("utf-8", "replace"))
