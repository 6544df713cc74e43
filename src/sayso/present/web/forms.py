"""Forms that change something: each carries a mark that only a page of this server can have put there.

A browser gets a session of its own in a cookie that no script can read and no other site can have sent; the
mark is made of the session with a secret of the running server. So a page elsewhere can neither know it nor
make one, and forms of an earlier run are told from those of this one.
"""

import hashlib
import hmac
import secrets
from collections.abc import Mapping
from urllib.parse import parse_qsl, quote, unquote

from starlette.requests import Request
from starlette.responses import Response

from sayso.present.web.settings import Settings

MARK = "form"
"""The name of the field that carries the mark."""

FIELDS = 64
"""Fields of a form; ours have a dozen."""

SESSION = 32
"""Characters of a session: 24 random bytes."""

NAME_DAYS = 365
"""How long a browser keeps the name of who decided last."""

LONGEST_NAME = 100
"""Characters of a name."""

ENCODED = "application/x-www-form-urlencoded"


class NoForm(Exception):
    """What was sent is no form of this server; the text says what is wrong."""


class Forms:
    """Marks forms, and knows its own again."""

    def __init__(self, settings: Settings) -> None:
        self._secret = secrets.token_bytes(32)
        self._session = f"sayso-session-{settings.port}"
        self._name = f"sayso-name-{settings.port}"
        self._by = settings.by

    def mark(self, request: Request) -> tuple[str, str]:
        """Return the session of a browser, a new one where it has none, and the mark of its forms."""
        session = self._held(request) or secrets.token_urlsafe(24)
        return session, self._made(session)

    def own(self, request: Request, given: Mapping[str, str]) -> bool:
        """Say whether a form carries the mark of the browser that sends it."""
        session = self._held(request)
        sent = given.get(MARK, "").encode("utf-8", "replace")
        return bool(session) and hmac.compare_digest(sent, self._made(session).encode())

    def name(self, request: Request) -> str:
        """Return who decided last in this browser; else who started the server for this machine."""
        return unquote(request.cookies.get(self._name, ""))[:LONGEST_NAME] or self._by

    def keep(self, answer: Response, request: Request, session: str, name: str = "") -> None:
        """Have the browser keep its session, and a name."""
        self._set(answer, request, self._session, session, None)
        if name:
            self._set(answer, request, self._name, quote(name[:LONGEST_NAME]), NAME_DAYS * 86400)

    def _set(self, answer: Response, request: Request, key: str, value: str, age: int | None) -> None:
        secure = request.url.scheme == "https"
        answer.set_cookie(key, value, max_age=age, httponly=True, samesite="strict", secure=secure)

    def _held(self, request: Request) -> str:
        held = request.cookies.get(self._session, "")
        return held if len(held) == SESSION and held.isascii() else ""

    def _made(self, session: str) -> str:
        return hmac.new(self._secret, session.encode(), hashlib.sha256).hexdigest()


async def read(request: Request) -> dict[str, str]:
    """Return the fields of a form; raises `NoForm` for anything else."""
    kind = request.headers.get("content-type", "").partition(";")[0].strip().casefold()
    if kind != ENCODED:
        raise NoForm("That is no form of this server.")
    try:
        text = (await request.body()).decode("utf-8")
        return dict(parse_qsl(text, keep_blank_values=True, max_num_fields=FIELDS, errors="strict"))
    except ValueError as error:
        raise NoForm("That form cannot be read.") from error
