"""All stories, filtered and in pages."""

from collections.abc import Sequence

from starlette.responses import Response

from sayso.model.codec import to_plain
from sayso.model.report import Precision
from sayso.present import words
from sayso.present.views.desk import StoryLine
from sayso.present.web import addresses, rendering
from sayso.present.web.visits import Visit

STORIES = 40
"""Stories on one page of the list."""


def stories(visit: Visit) -> Response:
    """Answer with the stories, the one that changed last first."""
    found = _found(visit)
    number, last = min(visit.asked_number("page"), _last(found)), _last(found)
    shown = found[(number - 1) * STORIES : number * STORIES]
    asked = {name: visit.asked(name) for name in ("q", "since", "until")}
    return visit.html(
        rendering.page(
            "stories",
            title="Stories",
            stories=[(line, addresses.story(line.number), *_told(line)) for line in shown],
            found=len(found),
            asked=asked,
            pager=rendering.pager("/stories", number, last, **asked),
            here="stories",
        )
    )


def stories_json(visit: Visit) -> Response:
    """Answer with the same as JSON, all of them."""
    return visit.json([to_plain(line) for line in _found(visit)])


def _found(visit: Visit) -> Sequence[StoryLine]:
    wanted = visit.asked("q").casefold().split()
    lines = visit.desk.stories(visit.asked_day("since"), visit.asked_day("until"))
    return [line for line in lines if all(word in _searched(line) for word in wanted)]


def _searched(line: StoryLine) -> str:
    return f"{line.title} {line.first_claim or ''}".casefold()


def _last(found: Sequence[StoryLine]) -> int:
    return max((len(found) + STORIES - 1) // STORIES, 1)


def _told(line: StoryLine) -> tuple[str, str]:
    """Return the days of a story, and what its first claim rests on, in words."""
    days = [end[:10] for end in (line.begins, line.ends) if end]
    span = words.stretch(days[0], days[-1], Precision.DAY) if days else words.NO_DATE
    low, high = line.origins_low, line.origins_high
    if low is None or high is None:
        return span, ""
    return span, words.origins(low, high)
