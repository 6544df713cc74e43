"""Taking a document out of the database, with all that rests on it alone."""

from collections.abc import Sequence

from sayso.clean.text import well_formed
from sayso.errors import NoSuchInput, UsageError
from sayso.run.gathering import Gathering
from sayso.store import reports
from sayso.store.database import Database
from sayso.store.reports import Revision

SHORTEST_ID = 6
"""Characters of a report's id that are enough to mean it."""


def meant(database: Database, which: str) -> tuple[int, ...]:
    """Return the documents that a URL, a file name or a report's id (or its beginning) means.

    Raises `NoSuchInput` for none, and `UsageError` where the beginning of an id means several.
    """
    which = well_formed(which)
    with database.snapshot():
        if found := reports.documents(database, which):
            return tuple(found)
        rows = database.rows("reports_like_id", id=which, shortest=SHORTEST_ID)
    if not rows:
        raise NoSuchInput(f"the database has no article {which}: name a URL, a file name or a report's id")
    if len(rows) > 1:
        raise UsageError(f"{which} begins the ids of {len(rows)} articles: give more of it")
    return (rows[0]["document"],)


def forget(
    database: Database, gathering: Gathering, documents: Sequence[int], now: str
) -> tuple[Revision, ...]:
    """Remove documents with all their revisions, in one transaction; return what was removed. Their stories
    are left to be gathered and related anew."""
    with database.transaction():
        gone = [(document, one) for document in documents for one in reports.revisions(database, document)]
        for _, one in gone:
            if one.current:
                gathering.leave(one.number, one.id, now)
            database.run("problems_gone", name=one.name)
            database.run("report_gone", number=one.number)
        for document in documents:
            database.run("document_gone", document=document)
    return tuple(one for _, one in gone)
