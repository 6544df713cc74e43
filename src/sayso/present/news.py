"""Changes for a terminal: how much is new, what a desk must know first, trifles as a number."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from sayso.model.change import Change, ChangeKind
from sayso.model.codec import to_plain
from sayso.present.views.changes import ChangeView, Said
from sayso.present.words import plural, printable

if TYPE_CHECKING:
    from rich.console import Group
    from rich.table import Table
    from rich.text import Text

NOTHING = "Nothing changed."

HEADS = 8
"""Articles that came or went that are named; of further ones the number is told."""

_MARKS = {"-": "red", "+": "green", "": "dim"}

_HEADED = frozenset({ChangeKind.REPORT_NEW, ChangeKind.REPORT_GONE})
"""Kinds told in the head, in a line each; with all changes their notes stand under them."""


def present(title: str, views: Sequence[ChangeView], *, everything: bool = False) -> "Group":
    """Return the changes of a story, in the order given, as something that a rich Console prints."""
    from rich.console import Group

    if not views:
        return Group(_text(NOTHING))
    heads = sorted((one for one in views if one.kind in _HEADED), key=lambda one: (one.kind, one.text))
    named = heads if everything else heads[:HEADS]
    rest = [one for one in views if one.kind not in _HEADED]
    shown = [one for one in rest if everything or not one.minor]
    parts: list[Text | Table] = [_text(f"{title}   {_count(views)}", "cyan")]
    parts += [_text(f"{one.label}: {one.text}") for one in named]
    if len(named) < len(heads):
        parts.append(_text(f"and {plural(len(heads) - len(named), 'more article')}"))
    for one in shown:
        parts += [_text(""), _change(one)]
    if len(shown) < len(rest):
        parts += [
            _text(""),
            _text(f"{plural(len(rest) - len(shown), 'smaller change')} not shown: --all", "dim"),
        ]
    return Group(*parts)


def plain(found: Sequence[Change], views: Sequence[ChangeView]) -> list[dict[str, Any]]:
    """Return changes as JSON values: what they point at, and the same in plain words."""
    return [{**to_plain(one), "shown": to_plain(view)} for one, view in zip(found, views, strict=True)]


def _count(views: Sequence[ChangeView]) -> str:
    articles = sum(one.kind == ChangeKind.REPORT_NEW for one in views)
    new = [plural(articles, "new article")] if articles else []
    return ", ".join([*new, plural(len(views), "change")])


def _change(one: ChangeView) -> "Table":
    from rich.table import Table

    grid = Table.grid(padding=(0, 1, 0, 0))
    grid.add_column(width=1)
    grid.add_column(ratio=1, overflow="fold")
    head = _text(f"{one.label}: ", "bold").append_text(_text(one.text, "not bold"))
    outer = Table.grid()
    outer.add_column(ratio=1, overflow="fold")
    outer.add_row(head)
    for row in _lines(one.lines):
        grid.add_row(*row)
    outer.add_row(grid)
    return outer


def _lines(lines: Sequence[Said]) -> Iterator[tuple["Text", "Text"]]:
    for line in lines:
        style = _MARKS.get(line.mark, "")
        yield _text(line.mark, style), _text(line.text, "dim" if not line.mark else "")
        if line.who:
            yield _text(""), _text(line.who, "dim")


def _text(words: str, style: str = "") -> "Text":
    from rich.text import Text

    return Text(printable(words), style=style)
