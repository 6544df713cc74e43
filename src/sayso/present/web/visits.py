"""One request for something of the desk: what it asks for, and how it is answered."""

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from sayso.errors import UsageError
from sayso.present.views.desk import Standing
from sayso.present.web.cases import Case
from sayso.present.web.desk import Desk
from sayso.present.web.forms import Forms
from sayso.present.web.keeping import Kept

CASES = 400_000_000
"""Bytes that stories kept at hand may take, by `Case.weight`."""

PAGES = 32_000_000
"""Bytes that finished pages kept at hand may take."""

HTML = "text/html; charset=utf-8"
JSON = "application/json"
ATOM = "application/atom+xml; charset=utf-8"
MARK = 16


@dataclass(frozen=True, slots=True)
class Made:
    """A finished answer."""

    body: bytes
    media: str
    mark: str


class Shelf:
    """What is kept at hand between requests."""

    def __init__(self, cases: int = CASES, pages: int = PAGES) -> None:
        self.cases: Kept[Case] = Kept(cases, lambda case: case.weight)
        self.pages: Kept[Made] = Kept(pages, lambda made: len(made.body))


@dataclass(frozen=True, slots=True)
class Visit:
    """A request, the desk that answers it, and what is at hand. `private` is what is behind a token, and
    `feed_key` what lets a feed reader in; `forms` are there where decisions can be made."""

    desk: Desk
    request: Request
    shelf: Shelf
    private: bool
    feed_key: str = ""
    forms: Forms | None = None

    def number(self, name: str) -> int:
        """Return a whole number of the address; raises `UsageError` for one that is too large to be any's."""
        value = int(self.request.path_params[name])
        if value >= 2**63:
            raise UsageError(f"{value} is no number of a {name}")
        return value

    def word(self, name: str) -> str:
        """Return a part of the address."""
        return str(self.request.path_params[name])

    def asked(self, name: str) -> str:
        """Return a value of the query, empty when it is not there."""
        return self.request.query_params.get(name, "").strip()

    def asked_number(self, name: str, default: int = 1) -> int:
        """Return a whole number of the query, from 1 on."""
        value = self.asked(name)
        if not value:
            return default
        if not (value.isascii() and value.isdigit() and int(value[:10]) > 0 and len(value) <= 9):
            raise UsageError(f"{name} is to be a number from 1 on")
        return int(value)

    def asked_day(self, name: str) -> date | None:
        """Return a day of the query, None when none is named."""
        value = self.asked(name)
        try:
            return date.fromisoformat(value) if value else None
        except ValueError as error:
            raise UsageError(f"{name} is to be a day, such as 2026-02-14") from error

    def case(self, story: int) -> tuple[Standing, Case]:
        """Return a story, decoded at most once for each state of it."""
        standing = self.desk.standing(story)

        def read() -> Case:
            numbers = self.desk.claim_numbers(story)
            return Case(story, self.desk.dossier(story), numbers, reviews=self.forms is not None)

        return standing, self.shelf.cases.get((story, standing.mark), read)

    def kept(self, standing: Standing, make: Callable[[], str], media: str = HTML) -> Response:
        """Answer with a page of a story that is made at most once for each state of it."""
        address = f"{self.request.url.path}?{self.request.url.query}"
        made = self.shelf.pages.get((address, standing.mark, standing.at_work), lambda: _made(make(), media))
        return self._answer(made)

    def html(self, text: str, status: int = 200) -> Response:
        """Answer with a page."""
        return self._answer(_made(text, HTML), status)

    def text(self, text: str, media: str) -> Response:
        """Answer with a text of some kind."""
        return self._answer(_made(text, media))

    def json(self, value: Any) -> Response:
        """Answer with JSON."""
        return self._answer(_made(json.dumps(value, ensure_ascii=False, indent=1), JSON))

    def _answer(self, made: Made, status: int = 200) -> Response:
        """Answer with what was made, or that it is what the client has already.

        What is behind a token is stored nowhere; else a browser may keep it, and asks every time whether it
        still holds.
        """
        tag = f'"{made.mark}"'
        headers = {"ETag": tag, "Cache-Control": "no-store" if self.private else "private, no-cache"}
        known = [
            one.strip().removeprefix("W/") for one in self.request.headers.get("if-none-match", "").split(",")
        ]
        if tag in known:
            return Response(status_code=304, headers=headers)
        return Response(made.body, status, media_type=made.media, headers=headers)


def _made(text: str, media: str) -> Made:
    body = text.encode("utf-8", "replace")
    return Made(body, media, hashlib.blake2b(body, digest_size=MARK).hexdigest())
