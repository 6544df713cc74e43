"""Reading and relating anew what another version of sayso has read or related."""

from collections.abc import Callable

from sayso.embed import embed
from sayso.gather.profiles import profiles
from sayso.model.report import Facts, Stage
from sayso.run import stages
from sayso.run.gathering import Gathering
from sayso.store import reports, stories
from sayso.store.database import Database

Tell = Callable[[str, int, int], None]


def refresh(database: Database, gathering: Gathering, versions: str, now: str, tell: Tell) -> tuple[str, ...]:
    """Read anew each report that other versions have read, each in one transaction, and mark the stories that
    are to be related anew; return the names of the reports.

    The text as it was cleaned when it came in stays: what was received is not kept.
    """
    stale = database.rows("reports_stale", made_with=versions)
    names = []
    for place, row in enumerate(stale):
        tell("reading anew", place, len(stale))
        facts = next(iter(stages.facts([reports.facts_of(database, row["number"]).report])))
        _renew(database, gathering, row["number"], facts, versions, now)
        names.append(facts.report.name)
    with database.transaction():
        for row in database.rows("stories_stale", made_with=versions):
            stories.mark(database, row["story"])
    return tuple(names)


def _renew(
    database: Database, gathering: Gathering, number: int, facts: Facts, versions: str, now: str
) -> None:
    with database.transaction():
        held = reports.held(database, facts.report.id)
        if held is None or held.number != number:
            return
        reports.renew(database, number, facts, versions)
        database.run("problems_of_stage_gone", report=held.id, stage=Stage.EXTRACT)
        reports.put_problems(database, facts.problems, now)
        if held.current:
            gathering.renew(number, profiles([facts], embed)[0])
            story = stories.of_report(database, held.id)
            if story is not None:
                stories.mark(database, story)
