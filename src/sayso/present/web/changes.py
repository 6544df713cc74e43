"""What changed in the stories of a desk: as a page, as JSON, as a feed."""

from datetime import UTC, datetime, time, timedelta

from starlette.responses import Response

from sayso.errors import UsageError
from sayso.present import logs
from sayso.present.web import addresses, rendering
from sayso.present.web.visits import ATOM, Visit

STORIES = 30
"""Stories on one page; of those in which nothing but articles is new, five times as many."""

DAYS = {1: "a day", 3: "three days", 7: "a week", 30: "a month"}
"""How far back one can look without naming a day."""

DEFAULT = 3
FEED = 7
MOST = 3660


def changes(visit: Visit) -> Response:
    """Answer with what changed, the story with the weightiest change first."""
    since, story = _since(visit, DEFAULT), _story(visit)
    ordered = logs.by_story(visit.desk.changes(since, story))
    told = [found for found in ordered if story is not None or not logs.only_new(found)]
    plain = [found for found in ordered if story is None and logs.only_new(found)]
    last = max(-(-len(told) // STORIES), -(-len(plain) // (5 * STORIES)), 1)
    number = min(visit.asked_number("page"), last)
    asked = {name: visit.asked(name) for name in ("days", "since", "story")}
    return visit.html(
        rendering.page(
            "changes",
            title="What changed",
            told=told[(number - 1) * STORIES : number * STORIES],
            plain=plain[(number - 1) * 5 * STORIES : number * 5 * STORIES],
            days=DAYS,
            chosen=None if asked["since"] else visit.asked_number("days", DEFAULT),
            asked=asked,
            story=story,
            pager=rendering.pager("/changes", number, last, **asked),
            feed=addresses.with_query("/changes.atom", story=story, key=visit.feed_key),
            here="changes",
        )
    )


def changes_json(visit: Visit) -> Response:
    """Answer with the same as JSON, oldest first."""
    found = visit.desk.changes(_since(visit, DEFAULT), _story(visit))
    return visit.json([{"at": one.at, "story": one.story, "title": one.title, **one.shown} for one in found])


def changes_feed(visit: Visit) -> Response:
    """Answer with an Atom feed of what changed."""
    found = visit.desk.changes(_since(visit, FEED), _story(visit))
    return visit.text(logs.feed("sayso", found).decode("utf-8"), ATOM)


def _since(visit: Visit, default: int) -> datetime:
    """Return from when on: the day that is named, else so many days back."""
    if day := visit.asked_day("since"):
        return datetime.combine(day, time(), UTC)
    days = visit.asked_number("days", default)
    if days > MOST:
        raise UsageError(f"days is to be {MOST} at most")
    return datetime.now(UTC) - timedelta(days=days)


def _story(visit: Visit) -> int | None:
    return visit.asked_number("story") if visit.asked("story") else None
