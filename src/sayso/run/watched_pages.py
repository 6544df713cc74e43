"""One look at the page of one article: the first, or a later one that shows whether it was changed."""

import hashlib
from collections.abc import Iterator
from dataclasses import replace

from sayso.errors import FetchError
from sayso.model.report import Received
from sayso.model.watch import Came, Origin, Outcome
from sayso.read.fetch import Page, Validators
from sayso.read.inputs import read_page
from sayso.read.tables import Columns
from sayso.read.visits import Visits
from sayso.run.arrivals import arrive
from sayso.run.desk import Desk
from sayso.run.watched import Plan
from sayso.store import watching
from sayso.store.watching import DuePage

_GONE = frozenset({404, 410})
"""What a server answers for a page that it has taken down; a revision that sayso has is kept."""


def look(desk: Desk, page: DuePage, visits: Visits, plan: Plan) -> Iterator[Came]:
    """Fetch a page and yield what came of it."""
    since = Validators(page.origin.landed or "", page.origin.etag, page.origin.modified)
    try:
        found = visits.fetch(page.url, since=since)
    except FetchError as error:
        yield _failed(desk, page, error, plan)
        return
    if found.unchanged:
        _looked(desk, page, found, page.mark, None, plan)
        yield _came(page, Outcome.UNCHANGED)
    else:
        yield _read(desk, page, found, plan)


def _failed(desk: Desk, page: DuePage, error: FetchError, plan: Plan) -> Came:
    """An article whose page fails is tried again, later each time; one that is refused, or gone after it was
    there, is not."""
    lasting = error.refused or error.status == 410 or (error.status in _GONE and page.fetched is not None)
    due = None if lasting else plan.page_after_failure(page.failures, error.wait)
    watching.page_failed(desk.database, page.url, str(error), None if due is None else watching.iso(due))
    return _came(page, Outcome.FAILED, f"{error}{_next(due)}")


def _next(due: float | None) -> str:
    return " It is given up." if due is None else f" Next try: {watching.iso(due)}."


def _read(desk: Desk, page: DuePage, found: Page, plan: Plan) -> Came:
    reading = read_page(found, Columns())
    if len(reading.items) != 1:
        why = "; ".join(problem.message for problem in reading.problems[:3]) or "It is no article."
        _looked(desk, page, found, page.mark, why, plan)
        return _came(page, Outcome.FAILED, why)
    item = _completed(reading.items[0], page)
    mark = _mark(item)
    if mark == page.mark:
        came = _came(page, Outcome.UNCHANGED, item=item)
    else:
        came = arrive(desk, item, reading.problems, page.feed)
    _looked(desk, page, found, mark, came.why, plan)
    return came


def _completed(item: Received, page: DuePage) -> Received:
    """The article with what the feed says of it where its page is silent."""
    return replace(item, title=item.title or page.title, published=item.published or page.published)


def _mark(item: Received) -> str:
    """A hash of what a reader sees of an article: advertisements around it change each time."""
    return hashlib.sha256(repr((item.title, item.text)).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _looked(desk: Desk, page: DuePage, found: Page, mark: str | None, why: str | None, plan: Plan) -> None:
    now = plan.clock()
    due = plan.next_look(watching.seconds(page.fetched) if page.fetched else now)
    given = found.validators
    watching.page_looked(
        desk.database,
        page.url,
        mark,
        why,
        Origin(given.url, given.etag, given.modified),
        watching.iso(now),
        None if due is None else watching.iso(due),
    )


def _came(page: DuePage, outcome: Outcome, why: str | None = None, item: Received | None = None) -> Came:
    title = (item.title if item else None) or page.title
    return Came(outcome, page.url, page.feed, title, item.outlet if item else None, why)
