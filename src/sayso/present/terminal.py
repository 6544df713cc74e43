"""The first screen for a terminal, or as plain text when it goes anywhere else."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sayso.model.dossier import Dossier
from sayso.present import opening
from sayso.present.index import Index
from sayso.present.views.common import Row
from sayso.present.views.opening import Line, Opening, Panel
from sayso.present.words import clip, plural, printable

if TYPE_CHECKING:
    from rich.console import Group
    from rich.table import Table
    from rich.text import Text

REST = "the rest: -o FILE.html (page) · --json FILE · --tables DIR"

_WIDTH = 80
_CLAIM_LENGTH = 160
_VALUE_LENGTH = 100


def present(dossier: Dossier) -> "Group":
    """Return the first screen as something that a rich Console prints; fits 80 columns and more.

    Control characters and direction marks of the articles are neutralised, and nothing in them is read as
    markup.
    """
    from rich.console import Group

    view = opening.view(Index(dossier))
    parts: list[Text | Table] = [*_heads(view), _text(view.title, "bold")]
    if view.lines:
        parts += [_text(""), _lines(view.lines)]
    if view.more:
        parts.append(_text(f"{plural(view.more, 'more claim')} not shown here", "dim"))
    if view.panels:
        parts += [_text(""), _panels(view.panels)]
    return Group(*parts, _text(""), _text(REST, "dim"))


def _heads(view: Opening) -> Iterator["Text"]:
    """Yield lines with the counts, none of which is broken over two lines unless it is too long for one."""
    line = ""
    for count in view.counts:
        longer = f"{line}   {count}" if line else count
        if line and len(longer) > _WIDTH:
            yield _text(line, "cyan")
            longer = count
        line = longer
    yield _text(line, "cyan")


def _text(words: str, style: str = "") -> "Text":
    from rich.text import Text

    return Text(printable(words), style=style)


def _grid() -> "Table":
    from rich.table import Table

    return Table.grid(padding=(0, 2, 0, 0))


def _lines(lines: tuple[Line, ...]) -> "Table":
    grid = _grid()
    grid.add_column(max_width=14)
    grid.add_column(ratio=1, overflow="fold")
    grid.add_column(max_width=30)
    for line in lines:
        said = _text(f"{line.speaker}: " if line.speaker else "", "bold").append_text(
            _text(clip(line.text, _CLAIM_LENGTH), "not bold")
        )
        grid.add_row(_text(line.when), said, _counts(line))
    return grid


def _counts(line: Line) -> "Text":
    text = _text(line.counts + (f" ({line.sides})" if line.sides else ""))
    if line.disputed:
        text.append_text(_text(" disputed", "red"))
    return text.append_text(_text(f" {line.reviewed}", "green")) if line.reviewed else text


def _panels(panels: tuple[Panel, ...]) -> "Table":
    grid = _grid()
    grid.add_column(no_wrap=True)
    grid.add_column(ratio=1, overflow="fold")
    for panel in panels:
        for place, words in enumerate(_rows(panel)):
            grid.add_row(_text(panel.name.upper() if place == 0 else "", "bold"), _text(words))
    return grid


def _rows(panel: Panel) -> Iterator[str]:
    yield from (_row(row, panel.joiner) for row in panel.rows)
    if panel.more:
        yield f"and {panel.more} more"


def _row(row: Row, joiner: str) -> str:
    values = joiner.join(clip(value.text, _VALUE_LENGTH) for value in row.values)
    return f"{row.label}: {values}" if row.label else values
