"""The server: its addresses, and what stands before and behind them."""

import logging
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp

from sayso.errors import NoSuchInput, SaysoError, UsageError
from sayso.present.web import changes, forms, guard, listing, rendering, reviewing, searching, storypages
from sayso.present.web.desk import Desk
from sayso.present.web.entry import Entry
from sayso.present.web.readers import Busy, Readers
from sayso.present.web.settings import Settings, needs_token
from sayso.present.web.settling import Settling
from sayso.present.web.visits import Shelf, Visit

log = logging.getLogger("sayso.serve")

View = Callable[[Visit], Response]

VIEWS: tuple[tuple[str, View, View | None], ...] = (
    ("/stories", listing.stories, listing.stories_json),
    ("/stories/{story:int}/articles/{report}", storypages.article, storypages.article_json),
    ("/stories/{story:int}/parties/{party:path}", storypages.party, storypages.party_json),
    ("/stories/{story:int}/review", reviewing.agenda, reviewing.agenda_json),
    ("/stories/{story:int}/review/{thing}", reviewing.look, None),
    ("/stories/{story:int}/{section}", storypages.section, storypages.section_json),
    ("/stories/{story:int}", storypages.overview, storypages.overview_json),
    ("/claims/{claim:int}", storypages.claim, storypages.claim_json),
    ("/search", searching.search, searching.search_json),
    ("/changes", changes.changes, changes.changes_json),
    ("/changes.atom", changes.changes_feed, None),
    ("/articles/{report}", storypages.article_anywhere, None),
)
"""The views by address, with the same as JSON, which is at that address with `.json`."""

FOREVER = {"Cache-Control": "public, max-age=31536000, immutable"}


def app(open_desk: Callable[[], Desk], settings: Settings) -> ASGIApp:
    """Return the server as an ASGI application; `open_desk` is called once in each thread that asks.

    Raises `UsageError` where others could read and no token is set.
    """
    if settings.token is None and needs_token(settings.host, settings.behind_proxy):
        raise UsageError("a server that others can reach needs a token")
    readers, shelf, entry = Readers(open_desk), Shelf(), Entry(settings)
    known = forms.Forms(settings) if settings.reviews else None
    settling = Settling(readers)

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        await readers.open()
        try:
            yield
        finally:
            await readers.close()

    def visit(desk: Desk, request: Request) -> Visit:
        return Visit(desk, request, shelf, entry.private, entry.feed_key, known)

    def endpoint(view: View) -> Callable[[Request], object]:
        async def answer(request: Request) -> Response:
            return await readers.run(lambda desk: view(visit(desk, request)))

        return answer

    async def decide(request: Request) -> Response:
        given = await forms.read(request)
        taken = await readers.run(lambda desk: reviewing.take(visit(desk, request), given))
        if isinstance(taken, Response):
            return taken
        await settling.settle()
        return await readers.run(lambda desk: reviewing.led(visit(desk, request), taken))

    routes = [
        Route("/", _first),
        Route("/health", _health),
        Route("/static/{name}", _file),
        Route("/enter", entry.enter, methods=["GET", "POST"]),
        Route("/stories/{story:int}/page.html", endpoint(storypages.one_file)),
        Route("/stories/{story:int}/review/{thing}", decide, methods=["POST"]),
    ]
    for path, view, as_json in VIEWS:
        if as_json is not None:
            routes.append(Route(f"{path}.json", endpoint(as_json)))
        routes.append(Route(path, endpoint(view)))
    inner = Starlette(routes=routes, lifespan=lifespan, exception_handlers=_HANDLERS)
    return guard.Guard(inner, (*guard.checks(settings), entry.check), settings.limits)


async def _first(_: Request) -> Response:
    return RedirectResponse("/stories", 307)


async def _health(_: Request) -> Response:
    return JSONResponse({"ok": True})


async def _file(request: Request) -> Response:
    """Answer with a file of the package; there are no others."""
    found = rendering.files().get(request.path_params["name"])
    if found is None:
        raise HTTPException(404)
    return Response(found[0], media_type=found[1], headers=FOREVER)


def _failed(request: Request, status: int, text: str) -> Response:
    if request.url.path.endswith(".json"):
        return JSONResponse({"error": text}, status)
    if request.url.path.startswith("/static/"):
        return PlainTextResponse(f"{text}\n", status)
    return HTMLResponse(rendering.page("failed", title="Not to be had", status=status, text=text), status)


async def _missing(request: Request, error: Exception) -> Response:
    return _failed(request, 404, str(error))


async def _misused(request: Request, error: Exception) -> Response:
    return _failed(request, 400, str(error))


async def _busy(request: Request, _: Exception) -> Response:
    answer = _failed(request, 503, "The desk is busy; try again in a moment.")
    answer.headers["Retry-After"] = "5"
    return answer


async def _too_large(request: Request, _: Exception) -> Response:
    return _failed(request, 413, "That is too much, or it comes too slowly.")


async def _no_form(request: Request, error: Exception) -> Response:
    return _failed(request, 422, str(error))


async def _store(request: Request, error: Exception) -> Response:
    log.error("%s: %s", request.url.path, error)
    return _failed(
        request, 503, "The database cannot be used now. What is wrong stands in the server’s messages."
    )


async def _http(request: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 500
    said = {404: "There is nothing at this address.", 405: "That cannot be done here."}
    return _failed(request, status, said.get(status, "That cannot be answered."))


async def _broken(request: Request, _: Exception) -> Response:
    return _failed(request, 500, "Something went wrong in here. What it was stands in the server’s messages.")


_HANDLERS = {
    NoSuchInput: _missing,
    UsageError: _misused,
    SaysoError: _store,
    Busy: _busy,
    guard.TooLarge: _too_large,
    forms.NoForm: _no_form,
    HTTPException: _http,
    Exception: _broken,
}
