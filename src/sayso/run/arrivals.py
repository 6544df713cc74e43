"""An article that came by a feed, into the database."""

from collections.abc import Sequence

from sayso.model.report import Problem, Received
from sayso.model.watch import Came, Outcome
from sayso.run.desk import Desk


def arrive(desk: Desk, item: Received, problems: Sequence[Problem], feed: str) -> Came:
    """Add an article to the database, and return what became of it."""
    added = desk.add_received([item], problems)
    url = item.url or item.name
    if not (added.new or added.changed or added.known):
        why = "; ".join(problem.message for problem in added.problems) or None
        return Came(Outcome.FAILED, url, feed, item.title, item.outlet, why)
    outcome = Outcome.NEW if added.new else Outcome.CHANGED if added.changed else Outcome.UNCHANGED
    why = "; ".join(problem.message for problem in problems) or None
    return Came(outcome, url, feed, item.title, item.outlet, why, added.stories)
