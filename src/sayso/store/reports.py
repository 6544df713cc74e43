"""Documents, their revisions, and what was read from each."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sayso.model.report import Facts, Moment, Problem, Report, Stage
from sayso.store.bodies import packed, unpacked
from sayso.store.database import Database, Row

JOINED = "; "
"""Between the values of a column that holds several."""


@dataclass(frozen=True, slots=True)
class Revision:
    """One text of a document; `dated` is when it says that it was changed, else published."""

    number: int
    id: str
    name: str
    url: str | None
    title: str | None
    outlet: str | None
    current: bool
    seen: str
    seen_last: str
    dated: str | None


@dataclass(frozen=True, slots=True)
class Held:
    """A report that the database has."""

    number: int
    id: str
    document: int
    current: bool
    made_with: str


def held(database: Database, id_: str) -> Held | None:
    """Return the report of that id, None when there is none."""
    row = database.row("report_by_id", id=id_)
    if row is None:
        return None
    return Held(row["number"], row["id"], row["document"], bool(row["current"]), row["made_with"])


def documents(database: Database, key: str) -> Sequence[int]:
    """Return the documents of a URL or file name: several where files of unlike text share a name."""
    return [row["id"] for row in database.rows("documents_of_key", key=key)]


def new_document(database: Database, report: Report) -> int:
    """Make a document for a report, and return its number."""
    return database.run("document_new", key=key(report), url=report.url)


def key(report: Report) -> str:
    """Return what a report's document is found by."""
    return report.url or report.name


def revisions(database: Database, document: int) -> tuple[Revision, ...]:
    """Return the revisions of a document, in the order in which they were last met."""
    rows = database.rows("revisions", document=document)
    return tuple(Revision(**{**dict(row), "current": bool(row["current"])}) for row in rows)


def newest(found: Sequence[Revision]) -> Revision:
    """Return the revision that stands: the one met last, unless it says that it is older than one before."""
    best = found[0]
    for one in found[1:]:
        older = one.dated and best.dated and one.dated < best.dated
        best = best if older else one
    return best


def put(database: Database, facts: Facts, document: int, made_with: str, now: str) -> int:
    """Write a report and what was read from it; return its number. It is not current yet."""
    report = facts.report
    number = database.run(
        "report_new",
        id=report.id,
        document=document,
        name=report.name,
        url=report.url,
        title=report.title,
        outlet=report.outlet,
        agencies=JOINED.join(report.agencies),
        byline=report.byline,
        language=report.language,
        published_from=_from(report.published),
        published_to=_to(report.published),
        published_precision=report.published.precision if report.published else None,
        published_basis=report.published.basis if report.published else None,
        updated_from=_from(report.updated),
        updated_to=_to(report.updated),
        dateline=report.dateline_place,
        seen=now,
        made_with=made_with,
        silent=silent(facts),
        text=report.text,
    )
    database.run("facts_put", report=number, body=packed(facts))
    return number


def renew(database: Database, number: int, facts: Facts, made_with: str) -> None:
    """Replace what was read from a report."""
    database.run("facts_put", report=number, body=packed(facts))
    database.run("report_renewed", number=number, made_with=made_with, silent=silent(facts))


def silent(facts: Facts) -> bool:
    """Say whether nothing is stated in a report that sayso can read."""
    return not (facts.statements or facts.figures)


def facts_of(database: Database, number: int) -> Facts:
    """Return what was read from a report."""
    return unpacked(Facts, database.value("facts_body", report=number))


def put_problems(database: Database, problems: Iterable[Problem], now: str) -> None:
    """Keep problems, each once."""
    rows = ({**_columns(one), "seen": now} for one in problems)
    database.run_many("problem_new", rows)


def problems_of(database: Database, report: str) -> tuple[Problem, ...]:
    """Return the problems of a report."""
    return tuple(map(_problem, database.rows("problems_of_report", report=report)))


def problems_outside(database: Database) -> tuple[Problem, ...]:
    """Return the problems of inputs that are in no dossier."""
    return tuple(map(_problem, database.rows("problems_outside")))


def _columns(problem: Problem) -> dict[str, object]:
    return {
        "report": problem.report,
        "name": _well_formed(problem.name),
        "stage": problem.stage,
        "rule": problem.rule,
        "message": _well_formed(problem.message),
    }


def _well_formed(text: str) -> str:
    """A file's name may be no text in any encoding; a column holds text."""
    return text.encode("utf-8", "replace").decode("utf-8")


def _problem(row: Row) -> Problem:
    return Problem(row["report"], row["name"], Stage(row["stage"]), row["rule"], row["message"])


def _from(moment: Moment | None) -> str | None:
    return moment.from_ if moment else None


def _to(moment: Moment | None) -> str | None:
    return moment.to if moment else None
