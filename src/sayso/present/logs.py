"""The log of changes of a database, story by story, for a terminal and as a feed."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Protocol

from sayso.model.change import ChangeKind
from sayso.model.codec import from_plain
from sayso.present import atom, news, words
from sayso.present.views.changes import ChangeView

if TYPE_CHECKING:
    from rich.console import Group


LISTED = 20
"""Stories with nothing but new articles that are named."""


class Logged(Protocol):
    """A change as the log has it; `shown` is its view as JSON values."""

    @property
    def number(self) -> int:
        """The number in the log."""

    @property
    def at(self) -> str:
        """When it was told, ISO in UTC."""

    @property
    def story(self) -> int:
        """The handle of the story."""

    @property
    def title(self) -> str | None:
        """What the story is called."""

    @property
    def shown(self) -> Any:
        """What is shown of it."""


def present(found: Sequence[Logged], *, everything: bool = False) -> "Group":
    """Return the log as something that a rich Console prints: the story with the weightiest change first, in
    it the weightiest changes, the newer first of two that weigh alike. Stories in which nothing but articles
    is new have a line each, at the end.
    """
    from rich.console import Group
    from rich.text import Text

    if not found:
        return Group(Text(news.NOTHING))
    ordered = by_story(found)
    told = [changes for changes in ordered if everything or not only_new(changes)]
    plain = [changes for changes in ordered if not everything and only_new(changes)]
    parts: list[Any] = []
    for changes in told:
        shown = [view_ for _, view_ in changes]
        parts += [news.present(_title(changes), shown, everything=everything), Text("")]
    parts += [Text(words.printable(_line(changes))) for changes in plain[:LISTED]]
    if len(plain) > LISTED:
        parts.append(
            Text(f"and {words.plural(len(plain) - LISTED, 'more story', 'more stories')} with new articles")
        )
    return Group(*parts)


def by_story(found: Sequence[Logged]) -> list[list[tuple[Logged, ChangeView]]]:
    """Return the log story by story, in the order in which `present` tells it."""
    stories: dict[int, list[tuple[Logged, ChangeView]]] = {}
    for one in found:
        stories.setdefault(one.story, []).append((one, view(one)))
    for changes in stories.values():
        changes.sort(key=lambda pair: (-pair[1].weight, -pair[0].number))
    return sorted(stories.values(), key=_order)


def only_new(changes: "Sequence[tuple[Logged, ChangeView]]") -> bool:
    """Say whether nothing but articles is new in a story."""
    return all(shown.kind == ChangeKind.REPORT_NEW for _, shown in changes)


def _title(changes: "Sequence[tuple[Logged, ChangeView]]") -> str:
    last = max(one.at for one, _ in changes)
    return f"{changes[0][0].story}  {changes[0][0].title or ''}   {last[:16].replace('T', ' ')} UTC"


def _line(changes: "Sequence[tuple[Logged, ChangeView]]") -> str:
    return f"{_title(changes)}   {words.plural(len(changes), 'new article')}"


def _order(changes: Sequence[tuple[Logged, ChangeView]]) -> tuple[float, int]:
    return -changes[0][1].weight, -max(one.number for one, _ in changes)


def feed(name: str, found: Sequence[Logged], *, everything: bool = False) -> bytes:
    """Return the log as an Atom feed, newest entries first; `name` is what the database is called."""
    views = [(one, view(one)) for one in found]
    entries = [
        atom.entry(shown, one.at, key=f"{one.story} {one.at}", story=one.title or "")
        for one, shown in sorted(views, key=lambda pair: -pair[0].number)
        if everything or not shown.minor
    ]
    updated = max((one.at for one in found), default=atom.UNDATED)
    return atom.present(f"desk {name}", name, updated, entries)


def view(one: Logged) -> ChangeView:
    """Return what is shown of a change in the log."""
    found = from_plain(ChangeView, one.shown)
    assert isinstance(found, ChangeView)
    return found
