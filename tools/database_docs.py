"""The page of the desk's database, `docs/database.md`: made of the comments in the migrations, in the order
of the tables there. A test holds it against the schema that the migrations make.
"""

import re
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, field

from sayso.store.database import APPLICATION, migrations

HEAD = f"""# The desk's database

<!-- Made by tools/database_docs.py from the comments in src/sayso/store/migrations; change those instead. -->

One SQLite file, written by `sayso add ARTICLES --db desk.db`. It opens in Datasette and in any SQLite tool;
open it there for reading only. `PRAGMA application_id` is {APPLICATION:#x}, `PRAGMA user_version` the number
of migrations that made its shape.

- `story` is always the handle of a story: the number that `sayso stories` shows and that stays when articles
  are added. Ids of entities, claims and the rest hold within a story: join by `story` and id.
- Offsets (`start`, `end`) count Unicode code points of `reports.text`, half open.
- Dates are ISO 8601 texts, so they sort as text; an end that is not known is null. Times of the desk itself
  (`seen`, `changed` …) are UTC.
- Columns of compressed JSON are there for sayso itself; what is in them stands in the other tables too.
- Tables named `…_index`, and those that SQLite makes for them, are for full-text search.

```sql
-- What is said on how many independent origins, in story 1
SELECT text, origins_low, origins_high, support FROM claims WHERE story = 1 ORDER BY rank DESC LIMIT 10;
-- How the number of deaths moved
SELECT published_from, outlet, low, high, sentence FROM figure_tracks
WHERE story = 1 AND measure = 'killed' ORDER BY track, position;
-- Who says what of the river
SELECT sources, text, outlet FROM statements_with_sources WHERE text LIKE '%river%';
-- The same by full-text search
SELECT statements.text FROM statements_index JOIN statements ON statements.number = statements_index.rowid
WHERE statements_index MATCH 'river' ORDER BY rank;
```
"""

_TABLE = re.compile(r"CREATE (TABLE|VIRTUAL TABLE|VIEW) (\w+)")
_COLUMN = re.compile(r'^ {2}"?(\w+)"? ([A-Z]+).*?-- (.+)$')
_ADDED = re.compile(r'ALTER TABLE (\w+) ADD COLUMN "?(\w+)"? ([A-Z]+).*?-- (.+)$')


@dataclass
class Table:
    """A table or view: what it holds, and of each column its type and what it holds."""

    name: str
    kind: str
    about: str
    columns: dict[str, tuple[str, str]] = field(default_factory=dict)


def page() -> str:
    """Return the page."""
    made = list(described())
    parts = [HEAD]
    for title, kinds in (("Tables", {"TABLE"}), ("Views", {"VIEW"}), ("Search", {"VIRTUAL TABLE"})):
        parts.append(f"## {title}\n")
        parts += [_section(table) for table in made if table.kind in kinds]
    return "\n".join(parts)


def described() -> Iterator[Table]:
    """Yield the tables and views of the newest shape, as their comments describe them."""
    found: dict[str, Table] = {}
    with sqlite3.connect(":memory:") as connection:
        for script in migrations():
            connection.executescript(script)
            _read(script, found)
        there = {row[0] for row in connection.execute("SELECT name FROM sqlite_schema")}
        for table in found.values():
            if table.name in there:
                info = connection.execute(f"PRAGMA table_info({table.name})").fetchall()
                told = table.columns
                table.columns = {row[1]: told.get(row[1], (row[2], "")) for row in info}
                yield table


def _read(script: str, found: dict[str, Table]) -> None:
    comment: list[str] = []
    table: Table | None = None
    for line in script.splitlines():
        if line.startswith("-- "):
            comment.append(line[3:])
        elif made := _TABLE.match(line):
            table = found[made[2]] = Table(made[2], made[1], " ".join(comment))
        elif added := _ADDED.match(line):
            found[added[1]].columns[added[2]] = (added[3], added[4])
        elif table and (column := _COLUMN.match(line)):
            table.columns[column[1]] = (column[2], column[3])
        if not line.startswith("-- "):
            comment = []


def _section(table: Table) -> str:
    if table.kind == "TABLE":
        rows = [f"| `{name}` | {kind.lower()} | {about} |" for name, (kind, about) in table.columns.items()]
        body = ["| column | type | |", "|---|---|---|", *rows]
    else:
        body = [" · ".join(f"`{name}`" for name in table.columns)]
    return "\n".join([f"### {table.name}\n", table.about, "", *body, ""])
